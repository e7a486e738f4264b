"""Say how a page calls things: a report by letter, day and outlet, a place by its line, a count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from reconcile.model import BlockKind, Origin, Reconciliation, Report, Span
from reconcile.render.page.words import visible
from reconcile.text.positions import locate

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SET_ASIDE = {
    BlockKind.CAPTION: "caption",
    BlockKind.CREDIT: "credit",
    BlockKind.BYLINE: "byline",
    BlockKind.NOTICE: "notice to editors",
}


def day(date: dt.date, year: bool = False) -> str:
    """Return "1 Jan", or "1 Jan 2020"."""
    return f"{date.day} {MONTHS[date.month - 1]}" + (f" {date.year}" if year else "")


def when(report: Report) -> str:
    """Return the report's day, "" when nothing tells it; with the year where it would mislead."""
    at = report.published
    return day(at.day, year=at.with_year) if at else ""


def outlet(report: Report) -> str:
    """Return who tells it: outlet and place of the dateline, else the agencies that it credits."""
    told = ", ".join(part for part in (report.source, report.place) if part)
    credit = f"credits {listed(report.agencies)}" if report.agencies else "no source named"
    return visible(told or credit)


def short_outlet(report: Report) -> str:
    """Return the outlet in one name, for narrow columns; "" when nothing names it."""
    return visible(report.source)


def file_name(report: Report) -> str:
    """Return the last part of the report's path, and which part of the file it is."""
    name = report.file.replace("\\", "/").rsplit("/", 1)[-1]
    return visible(f"{name} ({report.part})" if report.part else name)


def line(report: Report, at: int) -> int:
    """Return the number of the line a character stands on, counted from 1: the file's where known."""
    known = locate(report, Span(at, at)).line if report.map else 0
    return known or report.text.count("\n", 0, at) + 1


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    parts = list(words)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def period(reports: Sequence[Report]) -> str:
    """Return the days the reports came out: "5 Mar 2024", "31 Dec 2019 to 1 Jan 2020", or ""."""
    days = sorted({r.published.day for r in reports if r.published})
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return day(first, year=True)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last, year=True)}"
    return f"{day(first, year=first.year != last.year)} to {day(last, year=True)}"


def places(reports: Sequence[Report]) -> str:
    """Return the places of the datelines, each once, in order of reports."""
    seen = {r.place.casefold(): r.place for r in reversed(reports) if r.place}
    ordered = dict.fromkeys(r.place.casefold() for r in reports if r.place)
    return visible(
        listed(seen[key].title() if seen[key].isupper() else seen[key] for key in ordered)
    )


def set_aside(report: Report) -> str:
    """Return "6 captions and 1 credit set aside", or "" where all of a report is news."""
    told = [
        count(number, noun, "notices to editors" if kind is BlockKind.NOTICE else "")
        for kind, noun in _SET_ASIDE.items()
        if (number := sum(block.kind == kind for block in report.blocks))
    ]
    return f"{listed(told)} set aside" if told else ""


def behind(reconciliation: Reconciliation) -> str:
    """Return the origins in short: "1 origin (AP) behind both", "3 origins, AP copy in A and B"."""
    origins, reports = reconciliation.lineage.origins, len(reconciliation.accounts)
    if len(origins) == 1:
        return f"1 origin ({visible(origins[0].name)}) behind {_whom((), reports)}"
    shared = [_shared(o, reports) for o in origins if len(o.reports) > 1]
    return ", ".join([count(len(origins), "origin"), *shared]) if origins else ""


def _shared(origin: Origin, of: int) -> str:
    if origin.name.startswith("unnamed"):
        return f"shared text in {_whom(origin.reports, of)}"
    return f"{visible(origin.name)} copy in {_whom(origin.reports, of)}"


def _whom(letters: Sequence[str], of: int) -> str:
    """Return "both", "all 5", or the letters where they are not all."""
    if not letters or len(letters) == of:
        return "both" if of == 2 else f"all {of}"
    return listed(letters)
