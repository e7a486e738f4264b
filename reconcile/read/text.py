"""Read plain text and Markdown: front matter, "date 2020-01-01 AP, BAGHDAD" headers, datelines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import ReadError
from reconcile.model import Block, Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.front import put, read_front
from reconcile.text.blocks import find_blocks
from reconcile.text.english import is_english
from reconcile.text.masthead import Masthead, against_dateline, read_masthead
from reconcile.text.notices import find_notices


def read_text(
    text: str,
    file: str = "text",
    source: str = "",
    published: Published | None = None,
    *,
    any_language: bool = False,
) -> Report:
    """Make a report of a text in memory; what the caller says of it goes before what it says.

    Front matter goes before the header inside the text. Raises ReadError for a text without words
    and, unless any language will do, for one that is not English.
    """
    if not any(c.isalnum() for c in text):
        raise ReadError(file, "it is empty", "give a file with the report's text")
    blocks = find_blocks(text)
    front, head = read_front(text), read_masthead(text, blocks)
    given = published or front.published
    if not any_language and not is_english("\n".join(b.span.of(text) for b in blocks)):
        raise ReadError(file, "it is not English", "only English reports can be compared")
    report = Report(
        file=file,
        text=text,
        source=head.source,
        published=head.published,
        place=head.place,
        title=head.title,
        agencies=head.agencies,
        blocks=blocks,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        warnings=_of_the_head(head, given, text, blocks),
        notices=find_notices(text, blocks),
    )
    return put(replace(front, source=source or front.source, published=given), report)


def _of_the_head(
    head: Masthead, given: Published | None, text: str, blocks: tuple[Block, ...]
) -> tuple[str, ...]:
    """Return the warnings of the header, or where its date does not count those of the one given."""
    return against_dateline(given, text, blocks) if given else head.warnings


def read_bytes(file: str, data: bytes, *, any_language: bool = False) -> Report:
    """Make a report of a file's bytes; raises as `read_text`, and ReadError when they are no text."""
    decoded = decode(file, data)
    report = read_text(decoded.text, file, any_language=any_language)
    return replace(report, encoding=decoded.encoding, warnings=decoded.warnings + report.warnings)


def read_plain(given: Input) -> Iterator[Report]:
    """Yield the one report of a text file; raises as `read_bytes`."""
    yield read_bytes(given.file, given.data, any_language=True)  # whoever chose the reader looks


READER = Reader(
    about="plain text and Markdown",
    suffixes=(".txt", ".text", ".md", ".markdown", ""),
    read=read_plain,
)
