"""The grid: a line a row in story order, a column a report, silence visible, each cell a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Account, Cell, Reconciliation, Row, Verdict
from reconcile.render.browser.names import LETTERS, sentence_id
from reconcile.render.browser.quoted import Link
from reconcile.render.page.labels import line, listed
from reconcile.render.page.tell import (
    accounts_by_id,
    fact_rows,
    sentence_rows,
    support,
    tellers,
)
from reconcile.render.page.telling import Telling, tellings
from reconcile.render.page.words import Piece, pieces, visible


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line: what it is about, how it stands, and what each report says (nothing: silent)."""

    number: int  # counted from 1; of a row of sentences, its place in the row-by-row view
    subject: str
    verdict: str
    letter: str
    carried: str
    cells: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How some reports tell a row, in the same words."""

    letters: tuple[str, ...]
    sentences: tuple[tuple[tuple[Piece, ...], Link], ...]


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row of sentences with the words of every report that tells it."""

    number: int
    letters: str
    verdict: str
    letter: str
    carried: str
    silent: str
    told: tuple[Told, ...]


def facts(page: Reconciliation) -> tuple[GridRow, ...]:
    """Return the rows that hold values, told by two reports or more."""
    reports = accounts_by_id(page)
    return tuple(
        _row(k, row, [tuple(_values(row, account)) for account in reports.values()])
        for k, row in enumerate(fact_rows(page), 1)
    )


def sentences(page: Reconciliation) -> tuple[GridRow, ...]:
    """Return the rows of sentences that two reports or more tell; a cell names the line."""
    reports = accounts_by_id(page)
    return tuple(
        _row(k, row, [tuple(_lines(row, account)) for account in reports.values()])
        for k, row in enumerate(sentence_rows(page), 1)
    )


def row_by_row(page: Reconciliation) -> Iterator[RowWords]:
    """Yield the rows of sentences with their words, those that differ marked."""
    reports = accounts_by_id(page)
    for k, row in enumerate(sentence_rows(page), 1):
        letters = tellers(row)
        silent = [id_ for id_ in reports if id_ not in letters]
        yield RowWords(
            number=k,
            letters=visible(" ".join(letters)),
            verdict=row.verdict,
            letter=LETTERS[row.verdict],
            carried=_carried(row),
            silent=visible(listed(silent)) if len(reports) > 2 else "",
            told=tuple(_told(row, telling) for telling in tellings(reports, row)),
        )


def _row(number: int, row: Row, cells: Sequence[tuple[Link, ...]]) -> GridRow:
    return GridRow(
        number=number,
        subject=visible(row.subject),
        verdict=row.verdict,
        letter=LETTERS[row.verdict],
        carried=_carried(row),
        cells=tuple(cells),
    )


def _carried(row: Row) -> str:
    """Return who carries a row; where its values clash no one carries the row, and "" is said."""
    clash = row.verdict in {Verdict.CONFLICTING, Verdict.UPDATED}
    return "" if clash and not row.stale else support(row, flagged=True)


def _own(row: Row, account: Account) -> list[Cell]:
    return [cell for cell in row.cells if cell.where.report == account.report.id]


def _values(row: Row, account: Account) -> Iterator[Link]:
    """Yield what a report says in a row, each value once."""
    told: dict[str, Link] = {}
    for cell in _own(row, account):
        if cell.value:
            found = Link(visible(cell.value), sentence_id(cell.where))
            told.setdefault(cell.key or cell.value.casefold(), found)
    yield from told.values()


def _lines(row: Row, account: Account) -> Iterator[Link]:
    for where in dict.fromkeys(cell.where for cell in _own(row, account)):
        at = account.sentences[where.sentence].span.start
        yield Link(str(line(account.report, at)), sentence_id(where))


def _told(row: Row, telling: Telling) -> Told:
    first = telling.words[0].account.report.id
    places = list(dict.fromkeys(c.where for c in row.cells if c.where.report == first))
    found = []
    for where, words in zip(places, telling.words, strict=True):
        report = words.account.report
        at = Link(f"line {line(report, words.span.start)}", sentence_id(where))
        found.append((pieces(report.text, words.span, words.marks), at))
    return Told(tuple(visible(letter) for letter in telling.letters), tuple(found))
