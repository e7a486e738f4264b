"""Print a timeline as a page: events in order of time, then the course of each figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Course, EventKind, Moment, Saying, Timeline
from reconcile.plugin import Renderer
from reconcile.render.page import stated
from reconcile.render.page.dated import interval
from reconcile.render.page.labels import count, line, short_outlet, when
from reconcile.render.page.stated import Accounts
from reconcile.render.page.words import visible
from reconcile.render.screen import heading
from reconcile.render.screen.layout import GAP, QUIET, TITLE, Column, block, drawn, lines, rule
from reconcile.settings import Settings

WIDTH = 100  # of a page in a file
MEASURE = 110  # widest lines of running words


def render(timeline: Timeline, settings: Settings) -> str:
    """Return the page; colour only where the settings say so, the words are the same without."""
    width = min(settings.width or WIDTH, MEASURE)
    told = drawn(_page(timeline, width), settings.color)
    return "\n".join(told).rstrip("\n") + "\n"


def _page(timeline: Timeline, width: int) -> Iterator[Text]:
    page = timeline.of
    yield from heading.summary(page, width)
    yield Text()
    yield from heading.reports(page, width)
    yield Text()
    if not page.comparable:
        why = f"Nothing could be compared: {visible(page.why)}"
        yield from block(Text(why, TITLE), width)
        return
    accounts = {account.report.id: account for account in page.accounts}
    for remark in _remarks(timeline):
        yield from block(Text(remark), width)
    yield from rule("what happened when, as the reports date it", width)
    yield from _moments(timeline.moments, accounts, width)
    if not timeline.moments:
        yield from block(Text("no event has a time that can be placed"), width)
    if timeline.unplaced:
        yield Text()
        yield from rule("named without a date of the report to place them by", width)
        yield from _moments(timeline.unplaced, accounts, width)
    yield Text()
    yield from rule("figures that changed, by publication", width)
    if not timeline.courses:
        yield from block(Text("none: no count has more than one value"), width)
    for k, course in enumerate(timeline.courses):
        if k:
            yield Text()
        yield from _course(course, accounts, width)


def _remarks(timeline: Timeline) -> Iterator[str]:
    """Yield what limits the page: dates that are missing."""
    bare = [a.report.id for a in timeline.of.accounts if a.report.published is None]
    if len(bare) == len(timeline.of.accounts):
        yield (
            'No report is dated: weekdays and "yesterday" cannot be placed, and nothing shows in '
            "which order figures came out."
        )
    elif bare:
        yield f"Without a date: {' '.join(bare)}."


def _moments(moments: Sequence[Moment], accounts: Accounts, width: int) -> Iterator[Text]:
    """Yield one event a line: when, what, who carries it."""
    heads = [_head(moment, accounts) for moment in moments]
    size = min(max((Text(head).cell_len for head in heads), default=0), width // 4)
    before = ""
    for moment, head in zip(moments, heads, strict=True):
        words = Text(stated.joined(moment.statement))
        if moment.event in {EventKind.EARLIER, EventKind.LATER}:
            words.append(f"  {moment.event} event", QUIET)
        words.append(f"  {_carriers(moment, accounts)}", QUIET)
        label = Column(Text(head if head != before else "", TITLE), size)
        yield from lines([label, Column(words, width - size - GAP)])
        before = head


def _head(moment: Moment, accounts: Accounts) -> str:
    """Return when it was; the words themselves where nothing places them."""
    first = moment.mentions[0]
    return interval(moment) or stated.words_of(accounts[first.where.report], first.time)


def _carriers(moment: Moment, accounts: Accounts) -> str:
    """Return "A line 3, B line 5, AP only"."""
    told = [
        f"{m.where.report} line {line(accounts[m.where.report].report, m.span.start)}"
        for m in moment.mentions
    ]
    origins = count(len(moment.origins), "origin") if len(moment.origins) > 1 else ""
    if len(moment.origins) == 1:
        origins = f"{visible(moment.origins[0])} only"
    return ", ".join([*told, *([origins] if origins else [])])


def _course(course: Course, accounts: Accounts, width: int) -> Iterator[Text]:
    """Yield a figure: one line a report, in order of publication."""
    yield from block(Text(stated.subject_of(course.subject), TITLE), width)
    days = [when(accounts[s.where.report].report) or "no date" for s in course.steps]
    values = [stated.value(s, accounts) for s in course.steps]
    sizes = [max(map(len, days)), min(max(Text(v).cell_len for v in values), width // 3)]
    for saying, day, value in zip(course.steps, days, values, strict=True):
        source = stated.said_by(saying, accounts) or "no source"
        where = f"{source}  {_who(saying, accounts)}"
        room = width - 2 - sum(sizes) - 2 * GAP
        cells = [Column(Text(day), sizes[0]), Column(Text(value, TITLE), sizes[1])]
        yield from lines([*cells, Column(Text(where, QUIET), room)], 2)


def _who(saying: Saying, accounts: Accounts) -> str:
    report = accounts[saying.where.report].report
    return " ".join(part for part in (report.id, short_outlet(report)) if part)


RENDERER = Renderer(render=render)
