"""Cut a text into blocks: header, headline, dateline, paragraphs, captions, credits."""

from __future__ import annotations

import re

from reconcile.model import Block, BlockKind, Span


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; white space between them belongs to none."""
    return tuple(
        Block(BlockKind.PARAGRAPH, Span(m.start(), m.end()))
        for m in re.finditer(r"\S(?:.*\S)?", text)
    )
