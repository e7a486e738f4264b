"""The grid: facts in story order with one column a report, and sentences told by more than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Account, Reconciliation, Row
from reconcile.render.page.labels import short_outlet, when
from reconcile.render.page.tell import (
    Flags,
    accounts_by_id,
    fact_rows,
    flags,
    loudest,
    sentence_rows,
    support,
    tellers,
    values,
)
from reconcile.render.page.telling import Telling, Words, tellings
from reconcile.render.page.words import pieces, visible
from reconcile.render.screen.layout import (
    GAP,
    QUIET,
    SEVERITY,
    TITLE,
    Column,
    block,
    lines,
    marked,
    rule,
)
from reconcile.settings import Show

NARROWEST = 16  # columns in which a value can still be read; below, reports stand under each other
NARROWEST_SENTENCE = 34
SILENT = "—"


def facts(page: Reconciliation, width: int, show: Show) -> Iterator[Text]:
    """Yield the rows that hold values, in story order; with show "all", their sentences below."""
    rows, reports, flagged = fact_rows(page), accounts_by_id(page), flags(page)
    if not rows:
        return
    yield from rule("facts, in story order", width)
    sizes = _widths(len(reports), width)
    if sizes:
        heads = [_head(account) for account in reports.values()]
        titles = [Text("")] + [Text(head, TITLE) for head in heads] + [Text("carried by", TITLE)]
        yield from lines([Column(t, w) for t, w in zip(titles, sizes, strict=True)])
    for row in rows:
        if sizes:
            yield from _side_by_side(flagged, row, tuple(reports), sizes)
        else:
            yield from _stacked(flagged, row, tuple(reports), width)
        if show == "all":
            yield from _under_each_other(tellings(reports, row, each=True), width, 6)


def _widths(reports: int, width: int) -> list[int]:
    """Return the widths of subject, reports and support, or none where they do not fit."""
    subject, carried = max(width // 4, 18), max(width // 7, 14)
    each = (width - subject - carried - (reports + 1) * GAP) // max(reports, 1)
    return [subject, *[each] * reports, carried] if each >= NARROWEST else []


def _head(account: Account) -> str:
    report = account.report
    return " ".join(part for part in (report.id, when(report), short_outlet(report)) if part)


def _support(flagged: Flags, row: Row) -> Text:
    loud = loudest(flagged, row)
    text = Text(support(row, flagged=loud is not None))
    if loud:
        text.append(f" ← {loud}", SEVERITY[loud])
    return text


def _side_by_side(
    flagged: Flags, row: Row, reports: Sequence[str], sizes: Sequence[int]
) -> Iterator[Text]:
    told = [Text(values(row, report) or SILENT) for report in reports]
    cells = [Text(visible(row.subject)), *told, _support(flagged, row)]
    yield from lines([Column(text, size) for text, size in zip(cells, sizes, strict=True)])


def _stacked(flagged: Flags, row: Row, reports: Sequence[str], width: int) -> Iterator[Text]:
    """Yield one line a value, with the letters of the reports that give it, and who is silent."""
    head = Text(visible(row.subject), TITLE).append("  ").append_text(_support(flagged, row))
    yield from block(head, width)
    told = {report: values(row, report) for report in reports}
    said: dict[str, list[str]] = {}
    for report, value in told.items():
        said.setdefault(value.casefold(), []).append(report)
    silent = said.pop("", [])
    letters = min(max((len(" ".join(ids)) for ids in said.values()), default=1), width // 3)
    for ids in said.values():
        cells = [
            Column(Text(" ".join(ids), TITLE), letters),
            Column(Text(told[ids[0]]), width - letters - 6),
        ]
        yield from lines(cells, 4)
    if silent:
        yield from block(Text(f"silent: {' '.join(silent)}", QUIET), width, 4)


def passages(page: Reconciliation, width: int, show: Show) -> Iterator[Text]:
    """Yield the sentences that tell the same thing, with the differing words marked.

    Told in the same words, a sentence is printed once, unless everything is shown.
    """
    rows, reports = sentence_rows(page), accounts_by_id(page)
    if not rows:
        return
    yield from rule("told by more than one, in story order", width)
    for k, row in enumerate(rows):
        if k:
            yield Text()
        yield from _passage(page, row, tellings(reports, row, show == "all"), width)


def _passage(page: Reconciliation, row: Row, told: Sequence[Telling], width: int) -> Iterator[Text]:
    letters = tellers(row)
    silent = [a.report.id for a in page.accounts if a.report.id not in letters]
    note = Text(" ".join(letters), TITLE).append(f" · {support(row)}", QUIET)
    if silent and len(page.accounts) > 2:
        note.append(f" · silent: {' '.join(silent)}", QUIET)
    if len(told) == 1:
        yield from block(note.append(" · in the same words", QUIET), width)
        yield from block(_text(told[0].words), width, 2)
        return
    yield from block(note, width)
    each = (width - (len(told) - 1) * GAP) // len(told)
    if each >= NARROWEST_SENTENCE:
        yield from lines([column for one in told for column in _columns(one, each)])
    else:
        yield from _under_each_other(told, width, 2)


def _columns(told: Telling, width: int) -> tuple[Column, Column]:
    """Return the letters of a telling and its words as two columns."""
    letters = " ".join(told.letters)
    size = min(len(letters), width // 3)
    return Column(Text(letters, TITLE), size), Column(_text(told.words), width - size - GAP)


def _text(words: Sequence[Words]) -> Text:
    """Return sentences one after the other, the words that differ marked."""
    told = Text()
    for k, one in enumerate(words):
        told.append(" … " if k else "")
        told.append_text(marked(pieces(one.account.report.text, one.span, one.marks)))
    return told


def _under_each_other(told: Sequence[Telling], width: int, indent: int) -> Iterator[Text]:
    size = max((len(" ".join(one.letters)) for one in told), default=1)
    size = min(size, width // 4)
    for one in told:
        for k, words in enumerate(one.words):
            letters = Column(Text("" if k else " ".join(one.letters), TITLE), size)
            yield from lines([letters, Column(_text([words]), width - indent - size - GAP)], indent)
