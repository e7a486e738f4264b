"""Make the report of a document: its pieces, what its properties say, and whether it is news at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.errors import NoNewsText
from reconcile.model import BlockKind, Published, Report
from reconcile.plugin import Input
from reconcile.read.parts.assemble import Piece, assemble
from reconcile.text.masthead import against_dateline

_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[\s]*")
_INVISIBLE = dict.fromkeys(
    (0, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
)  # soft hyphens, joiners


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of itself outside its text; `saved` is only when its file was made."""

    format: str  # the reader's name
    title: str = ""
    source: str = ""
    byline: str = ""
    published: Published | None = None
    saved: Published | None = None
    encoding: str = "utf-8"
    item: str = ""
    warnings: tuple[str, ...] = ()


def clean(words: str) -> str:
    """Return words with single blanks, without invisible characters; line ends stay."""
    return _BREAKS.sub("\n", _BLANKS.sub(" ", words.translate(_INVISIBLE))).strip()


def document(given: Input, told: Told, pieces: Sequence[Piece]) -> Report:
    """Return the report of a document.

    The date its file was saved counts only where the text gives none. Raises NoNewsText where no
    piece holds running text.
    """
    report = assemble(
        Report(
            file=given.file,
            text="",
            format=told.format,
            title=clean(told.title),
            source=clean(told.source),
            byline=clean(told.byline),
            published=told.published,
            encoding=told.encoding,
            item=told.item,
            warnings=told.warnings,
        ),
        pieces,
    )
    if not any(b.kind is BlockKind.PARAGRAPH for b in report.blocks):
        raise NoNewsText(given.file)
    return _dated(report, told.saved)


def _dated(report: Report, saved: Published | None) -> Report:
    if saved is None or report.published:
        return report
    note = f"no date in the text; the {saved.origin}, {saved.day}, is taken"
    against = against_dateline(saved, report.text, report.blocks)
    return replace(report, published=saved, warnings=(*report.warnings, note, *against))
