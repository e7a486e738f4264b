"""Print a timeline as a table: one line an event or a step of a figure, begin and end in ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.model import Course, Moment, Timeline
from reconcile.plugin import Renderer
from reconcile.render.page import stated
from reconcile.render.page.labels import line, short_outlet
from reconcile.render.page.stated import Accounts
from reconcile.render.page.table import as_csv
from reconcile.render.page.words import visible
from reconcile.settings import Settings

COLUMNS = (
    "kind",  # event, unplaced, figure
    "begin",
    "end",
    "what",
    "value",
    "who says it",
    "reports",
    "origins",
    "words of time",
    "lines",
)


def render(timeline: Timeline, settings: Settings) -> str:
    """Return the table; the begin of a figure is when its report came out."""
    return as_csv(_rows(timeline))


def _rows(timeline: Timeline) -> Iterator[Sequence[str]]:
    accounts = {account.report.id: account for account in timeline.of.accounts}
    yield COLUMNS
    for moment in timeline.moments:
        yield tuple(_moment("event", moment, accounts))
    for moment in timeline.unplaced:
        yield tuple(_moment("unplaced", moment, accounts))
    for course in timeline.courses:
        yield from _course(course, accounts)


def _moment(kind: str, moment: Moment, accounts: Accounts) -> Iterator[str]:
    yield kind
    yield moment.begin.isoformat() if moment.begin else ""
    yield moment.end.isoformat() if moment.end else ""
    yield stated.joined(moment.statement)
    yield from ("", "")
    yield " ".join(dict.fromkeys(m.where.report for m in moment.mentions))
    yield visible("; ".join(moment.origins))
    times = (stated.words_of(accounts[m.where.report], m.time) for m in moment.mentions)
    yield "; ".join(dict.fromkeys(times))
    yield "; ".join(
        f"{m.where.report} {line(accounts[m.where.report].report, m.span.start)}"
        for m in moment.mentions
    )


def _course(course: Course, accounts: Accounts) -> Iterator[Sequence[str]]:
    for saying in course.steps:
        report = accounts[saying.where.report].report
        out = report.published
        yield (
            "figure",
            (out.at or out.day).isoformat() if out else "",
            "",
            visible(course.subject),
            stated.value(saying, accounts),
            stated.said_by(saying, accounts),
            " ".join(part for part in (report.id, short_outlet(report)) if part),
            visible(saying.origin),
            "",
            f"{report.id} {stated.lines_of(saying, accounts)}",
        )


RENDERER = Renderer(render=render)
