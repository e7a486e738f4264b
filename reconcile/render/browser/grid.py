"""The grid: a line a row in story order, a column a report, silence visible, each cell a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reconcile.model import Account, Place, Reconciliation, Row, Verdict
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

MANY = 12  # above so many reports, silent cells are joined and few tellings of a row are printed
FEW_TELLINGS = 4
CHUNK = 60  # rows of sentences in a table
VALUES, SENTENCES = "Values", "Sentences, by line"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line: what it is about, how it stands, and what each report says (nothing: silent)."""

    number: int  # counted from 1; of a row of sentences, its place in the row-by-row view
    subject: str
    verdict: str
    letter: str
    carried: str
    cells: tuple[tuple[tuple[Link, ...], int], ...]  # links, and how many columns they fill


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one sort under a title; `target` is the fragment their subjects link to."""

    title: str
    target: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the grid; a long grid has several, their columns of one width."""

    parts: tuple[Part, ...]
    long: bool = False


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
    more: int  # reports whose words are not printed


def tables(page: Reconciliation) -> tuple[Table, ...]:
    """Return the grid: one table, or on a long page one for the values and one for each CHUNK rows.

    A browser sets a table of thousands of rows in seconds, and many small ones as they are needed.
    """
    values, lines_ = _facts(page), _sentences(page)
    parts = ((VALUES, "g", values), (SENTENCES, "r", lines_))
    filled = tuple(Part(*part) for part in parts if part[2])
    if not filled:
        return ()
    if len(lines_) <= CHUNK:
        return (Table(filled),)
    chunks = [lines_[k : k + CHUNK] for k in range(0, len(lines_), CHUNK)]
    return (
        *(Table((part,)) for part in filled if part.title == VALUES),
        *(Table((Part(SENTENCES, "r", chunk),), long=True) for chunk in chunks),
    )


def _facts(page: Reconciliation) -> tuple[GridRow, ...]:
    """Return the rows that hold values, told by two reports or more."""
    reports = accounts_by_id(page)
    return tuple(
        _row(k, row, [tuple(_values(row, account)) for account in reports.values()])
        for k, row in enumerate(fact_rows(page), 1)
    )


def _sentences(page: Reconciliation) -> tuple[GridRow, ...]:
    """Return the rows of sentences that two reports or more tell; a cell names the line."""
    reports = accounts_by_id(page)
    many = len(reports) > MANY
    found = []
    for k, row in enumerate(sentence_rows(page), 1):
        own: dict[str, list[Place]] = {}
        for where in dict.fromkeys(cell.where for cell in row.cells):
            own.setdefault(where.report, []).append(where)
        cells = [_lines(account, own.get(id_, ())) for id_, account in reports.items()]
        found.append(_row(k, row, [cell[:1] for cell in cells] if many else cells))
    return tuple(found)


def row_by_row(page: Reconciliation) -> Iterator[RowWords]:
    """Yield the rows of sentences with their words, those that differ marked."""
    reports = accounts_by_id(page)
    most = FEW_TELLINGS if len(reports) > MANY else 0
    for k, row in enumerate(sentence_rows(page), 1):
        letters = tellers(row)
        told = tuple(_told(row, telling) for telling in tellings(reports, row, most=most))
        silent = [id_ for id_ in reports if id_ not in letters]
        yield RowWords(
            number=k,
            letters=visible(" ".join(letters))
            if len(reports) <= MANY
            else f"{len(letters)} reports",
            verdict=row.verdict,
            letter=LETTERS[row.verdict],
            carried=_carried(row),
            silent=visible(listed(silent)) if 2 < len(reports) <= MANY else "",
            told=told,
            more=len(letters) - sum(len(telling.letters) for telling in told),
        )


def _row(number: int, row: Row, cells: Sequence[tuple[Link, ...]]) -> GridRow:
    return GridRow(
        number=number,
        subject=visible(row.subject),
        verdict=row.verdict,
        letter=LETTERS[row.verdict],
        carried=_carried(row),
        cells=tuple(_joined(cells) if len(cells) > MANY else ((cell, 1) for cell in cells)),
    )


def _joined(cells: Sequence[tuple[Link, ...]]) -> Iterator[tuple[tuple[Link, ...], int]]:
    """Yield each cell and how many columns it fills: silent ones side by side are one."""
    for silent, group in groupby(cells, key=lambda cell: not cell):
        run = list(group)
        if silent:
            yield (), len(run)
        else:
            yield from ((cell, 1) for cell in run)


def _carried(row: Row) -> str:
    """Return who carries a row; where its values clash no one carries the row, and "" is said."""
    clash = row.verdict in {Verdict.CONFLICTING, Verdict.UPDATED}
    return "" if clash and not row.stale else support(row, flagged=True)


def _values(row: Row, account: Account) -> Iterator[Link]:
    """Yield what a report says in a row, each value once."""
    told: dict[str, Link] = {}
    for cell in row.cells:
        if cell.value and cell.where.report == account.report.id:
            found = Link(visible(cell.value), sentence_id(cell.where))
            told.setdefault(cell.key or cell.value.casefold(), found)
    yield from told.values()


def _lines(account: Account, own: Sequence[Place]) -> tuple[Link, ...]:
    starts = ((where, account.sentences[where.sentence].span.start) for where in own)
    return tuple(Link(str(line(account.report, at)), sentence_id(where)) for where, at in starts)


def _told(row: Row, telling: Telling) -> Told:
    first = telling.words[0].account.report.id
    places = list(dict.fromkeys(c.where for c in row.cells if c.where.report == first))
    found = []
    for where, words in zip(places, telling.words, strict=True):
        report = words.account.report
        at = Link(f"line {line(report, words.span.start)}", sentence_id(where))
        found.append((pieces(report.text, words.span, words.marks), at))
    return Told(tuple(visible(letter) for letter in telling.letters), tuple(found))
