"""The head of the page: what was compared, the list of reports, and the counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Account, Reconciliation, Severity
from reconcile.render.page.labels import (
    behind,
    count,
    file_name,
    outlet,
    period,
    places,
    set_aside,
    when,
)
from reconcile.render.page.tell import COVERAGE, cards, told_by
from reconcile.render.screen.layout import GAP, QUIET, SEVERITY, TITLE, Column, block, lines

Cells = tuple[str, str, str, str, str, str]  # letter, day, outlet, length, file, remark

INDENT = 2
NARROWEST = 30  # columns for outlet and file; below, a report's line is set as running text
FEW = 8  # up to so many reports the list stands at the top; above, the findings come first


def summary(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield the one-line summary: how many reports, of what, where, when, from how many origins."""
    reports = [account.report for account in page.accounts]
    what = " of one incident" if page.comparable and not page.apart else ""
    parts = [count(len(reports), "report") + what, places(reports), period(reports), behind(page)]
    yield from block(Text(" · ".join(part for part in parts if part), TITLE), width)


def reports(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield one line a report: letter, day, outlet, length, file, what was set aside."""
    rows = [_cells(account, apart=account.report.id in page.apart) for account in page.accounts]
    if not page.comparable:
        rows = [_cells(account, apart=False) for account in page.accounts]
    widths = [max((Text(row[k]).cell_len for row in rows), default=0) for k in range(5)]
    # outlet and file share what the short columns leave
    room = width - INDENT - widths[0] - widths[1] - widths[3] - 4 * GAP
    widths[2] = min(widths[2], room // 2)
    widths[4] = min(widths[4], room - widths[2])
    draw = _in_columns if room >= NARROWEST else _in_a_run
    for row in rows:
        yield from draw(row, widths, width)


def _in_a_run(row: Cells, widths: Sequence[int], width: int) -> Iterator[Text]:
    told = Text(" · ".join(part for part in row[1:] if part))
    letter = Column(Text(row[0], TITLE), widths[0])
    yield from lines([letter, Column(told, width - INDENT - widths[0] - GAP)], INDENT)


def _in_columns(row: Cells, widths: Sequence[int], width: int) -> Iterator[Text]:
    """Yield a report's line; its last remark stands below where the page is too narrow."""
    left = width - INDENT - sum(widths) - 5 * GAP
    beside = row[5] if Text(row[5]).cell_len <= left else ""
    cells = [Column(Text(words), w) for words, w in zip(row, widths, strict=False)]
    yield from lines([*cells, Column(Text(beside, QUIET), max(left, 1))], INDENT)
    if not beside:
        yield from block(Text(row[5], QUIET), width, INDENT + widths[0] + GAP) if row[5] else ()


def _cells(account: Account, apart: bool) -> Cells:
    report = account.report
    news = sum(sentence.news for sentence in account.sentences)
    remark = [set_aside(report)]
    if apart:
        remark.append("does not belong with the others")
    if report.encoding.replace("_", "-").lower() not in {"utf-8", "utf8", "ascii"}:
        remark.append(f"read as {report.encoding}")
    told = ", ".join(part for part in remark if part)
    name = outlet(report)
    file = file_name(report)
    return (report.id, when(report), name, count(news, "sentence"), file, told)


def counts(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield "0 errors · 1 warning · 5 notes", and who tells how much, on one line where it fits."""
    found = Text()
    for severity in reversed(Severity):
        number = sum(d.severity == severity for d in page.divergences)
        found.append(" · " if found else "")
        found.append(count(number, severity), SEVERITY[severity] if number else QUIET)
    below = len(page.divergences) - len(cards(page))
    if below:
        found.append(f" ({below} of {COVERAGE}, below)", QUIET)
    told = Text(told_by(page))
    if found.cell_len + 4 + told.cell_len <= width:
        found.append(" " * (width - found.cell_len - told.cell_len))
        yield found.append_text(told)
    else:
        yield from block(found, width)
        yield from block(told, width)
