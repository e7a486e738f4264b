"""Read plain text and Markdown: front matter, "date 2020-01-01 AP, BAGHDAD" headers, datelines."""

from __future__ import annotations

import hashlib

from reconcile.model import Published, Report
from reconcile.text.blocks import find_blocks


def read_text(
    text: str, file: str = "text", source: str = "", published: Published | None = None
) -> Report:
    """Make a report of a text in memory; what the caller says of it goes before what it says."""
    return Report(
        file=file,
        text=text,
        source=source,
        published=published,
        blocks=find_blocks(text),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
