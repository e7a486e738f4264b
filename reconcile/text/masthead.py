"""Read from a report's own header, datelines and credits who published it, when and from where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Block, BlockKind, Published
from reconcile.settings.nouns import DateOrder
from reconcile.text.agencies import agencies_in, agency, once
from reconcile.text.dateline import Dateline, read_dateline
from reconcile.text.dates import STAMP, find_stamps, read_date

_DATE_LINE = re.compile(
    r"(?:date|published|pubdate)\s*:?\s+(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_FIGURES = re.compile(r"\d[\w./:+-]*")
_PLACE = re.compile(
    r"(?P<source>.*?)\s*,\s*(?P<place>[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,3})\Z"
)
_UPDATED = re.compile(r"updated|modified", re.IGNORECASE)
_CREDITED = (BlockKind.HEADER, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BYLINE)
_NEAR = dt.timedelta(days=4)  # a story may run days after its dateline, but not before it


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a report says of itself; empty where it says nothing."""

    source: str = ""
    published: Published | None = None
    place: str = ""
    title: str = ""
    agencies: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_masthead(text: str, blocks: Sequence[Block], order: DateOrder | None = None) -> Masthead:
    """Return what header, headline, datelines and credits say; front matter is not looked at.

    A photo's credit is no credit of the text. The date line goes before other dates of the head;
    `order` is that of a date in figures, where it is known.
    """
    heads = [b.span.of(text) for b in blocks if b.kind is BlockKind.HEADER and not _front(text, b)]
    line = next((m for h in heads[:1] if (m := _DATE_LINE.match(h))), None)
    source, place, published, warnings = (
        _date_line(line["rest"], order) if line else ("", "", None, [])
    )
    stamps = [
        p
        for h in heads[1 if line else 0 :]
        if not _UPDATED.match(h)
        if (p := read_date(h, "header", order))
    ]
    published = published or (stamps[0] if stamps else None)
    for other in stamps:
        if published and other.day != published.day:
            warnings.append(
                f"the header is dated {published.day} and also {other.day}; {published.day} is taken"
            )
            break
    datelines = [
        d for b in blocks if b.kind is BlockKind.DATELINE and (d := _dateline(b.span.of(text)))
    ]
    if datelines:
        place = place or datelines[0].place
        published, more = _against(published, datelines[0].date)
        warnings += more
    credited = [b.span.of(text) for b in blocks if b.kind in _CREDITED and not _front(text, b)]
    title = next((b.span.of(text) for b in blocks if b.kind is BlockKind.HEADLINE), "")
    agencies = once([agency(source), *(a for words in credited for a in agencies_in(words))])
    return Masthead(source, published, place, " ".join(title.split()), agencies, tuple(warnings))


def against_dateline(
    published: Published | None, text: str, blocks: Sequence[Block]
) -> tuple[str, ...]:
    """Return a warning where a date given from outside the story contradicts its dateline."""
    spans = (b.span for b in blocks if b.kind is BlockKind.DATELINE)
    dateline = next((d for s in spans if (d := _dateline(s.of(text)))), None)
    if published is None or dateline is None:
        return ()
    return tuple(_against(published, dateline.date)[1])


@lru_cache(maxsize=64)
def _dateline(words: str) -> Dateline | None:
    """Read a dateline again, on one line and with a story behind its dash."""
    line = " ".join(words.split()) + " A"
    return read_dateline(line, 0, len(line))


def _front(text: str, block: Block) -> bool:
    return block.kind is BlockKind.HEADER and text.startswith(("---", "+++"), block.span.start)


def _date_line(rest: str, order: DateOrder | None) -> tuple[str, str, Published | None, list[str]]:
    """Return source, place, date and warnings of "2020-01-01 AP, BAGHDAD"."""
    stamp = STAMP.match(rest)
    published = read_date(stamp[0], "header", order) if stamp else None
    warnings = []
    figures = stamp or _FIGURES.match(rest)
    if published is None:
        said = figures[0].strip() if figures else rest.strip()
        warnings.append(f'the header\'s date "{said}" is no date; the report is read without one')
    after = rest[figures.end() :].strip(" \t|,–—-") if figures else ""
    m = _PLACE.match(after)
    source, place = (m["source"], m["place"]) if m else (after, "")
    return source, place, published, warnings


def _against(published: Published | None, date: str) -> tuple[Published | None, list[str]]:
    """Hold the header's date against the dateline's, which gives the year only sometimes."""
    if not date:
        return published, []
    whole = read_date(date, "dateline")
    if published is None:
        return whole, []
    day = whole.day if whole else _in_year(date, published.day)
    if day is None or -dt.timedelta(days=1) <= published.day - day <= _NEAR:
        return published, []
    said = published.origin or "header"
    return published, [
        f"the {said} is dated {published.day}, the dateline {date}; {published.day} is taken"
    ]


def _in_year(date: str, near: dt.date) -> dt.date | None:
    """Return the day "Dec. 31" means in a report of 2020-01-01: the one nearest to it."""
    days = [
        s.day
        for year in (near.year - 1, near.year, near.year + 1)
        for s in find_stamps(f"{date}, {year}")
    ]
    return min((d for d in days if d), key=lambda d: abs(d - near), default=None)
