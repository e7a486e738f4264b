"""Hold what one news item says in the fields of its format, and make a report of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from reconcile.model import BlockKind, Published, Report, Status
from reconcile.read.parts.assemble import Piece, assemble
from reconcile.text.agencies import agency

_LETTER = re.compile(r"[^\W_]")
_MARKS = re.compile(r"[\W_]+")
SUMMARY = "it carries only a summary of the story"


@dataclass(frozen=True, slots=True)
class Story:
    """What an item says of itself; empty where it says nothing."""

    pieces: tuple[Piece, ...] = ()
    title: str = ""
    byline: str = ""
    place: str = ""
    source: str = ""
    credit: str = ""
    published: Published | None = None
    embargo: dt.datetime | None = None
    urgency: int = 0
    item: str = ""
    version: int = 0
    status: Status = Status.USABLE
    language: str = ""
    warnings: tuple[str, ...] = ()


def report_of(story: Story, given: Report) -> Report | None:
    """Return the report of a story, None when it has no running text.

    `given` holds what is known from outside the story: file, part, format, encoding, warnings.
    """
    if not any(p.kind is BlockKind.PARAGRAPH and _LETTER.search(p.text) for p in story.pieces):
        return None
    named = agency(story.source)
    report = Report(
        given.file,
        "",
        source=story.source,
        published=story.published,
        place=story.place,
        title=story.title,
        agencies=(named,) if named else (),
        encoding=given.encoding,
        warnings=(*given.warnings, *story.warnings),
        format=given.format,
        part=given.part,
        byline=story.byline,
        credit=story.credit,
        urgency=story.urgency,
        item=story.item,
        version=story.version,
        status=story.status,
        embargo=story.embargo,
        language=story.language,
    )
    return assemble(report, story.pieces)


def under(outer: Story, inner: Story, pieces: Iterable[Piece]) -> Story:
    """Return the story of an item that wraps another: where the outer is silent, the inner speaks."""
    return Story(
        tuple(pieces),
        **{name: getattr(outer, name) or getattr(inner, name) for name in _TOLD},
        status=outer.status if outer.status is not Status.USABLE else inner.status,
        warnings=(*outer.warnings, *inner.warnings),
    )


_TOLD = tuple(f.name for f in fields(Story) if f.name not in {"pieces", "warnings", "status"})


def headed(title: str, pieces: list[Piece], line: int = 0, path: str = "") -> tuple[Piece, ...]:
    """Return the pieces with the headline first, unless they begin with it already."""
    told, most = _words(title), 2 * len(title)
    if not title or any(_words(p.text) == told for p in pieces[:4] if len(p.text) < most):
        return tuple(pieces)
    return (Piece(BlockKind.HEADLINE, title, line, path=path), *pieces)


def status(word: str) -> Status:
    """Return what a publisher's word says may be done with a text; usable when it is no such word.

    "embargoed" is usable: until when is said beside it.
    """
    plain = word.strip().lower().replace("cancelled", "canceled")
    return _STATUSES.get(plain, Status.USABLE)


_STATUSES: dict[str, Status] = {status.value: status for status in Status}


def number(words: object) -> int:
    """Return the number a field holds, 0 where it is none."""
    text = str(words or "").strip()
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 7 else 0


def host(uri: str) -> str:
    """Return whom an address belongs to: "acme.example" of "https://www.acme.example/about"."""
    try:
        return (urlsplit(uri).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _words(text: str) -> str:
    return _MARKS.sub("", text.lower())
