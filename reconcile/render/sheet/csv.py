"""Print a fact sheet as a table: one line a fact, one column a report with its value and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.model import Saying, Sheet, SheetLine
from reconcile.plugin import Renderer
from reconcile.render.page import stated
from reconcile.render.page.labels import short_outlet, when
from reconcile.render.page.stated import Accounts
from reconcile.render.page.table import as_csv
from reconcile.render.page.words import visible
from reconcile.settings import Settings

COLUMNS = (
    "number",
    "kind",
    "fact",
    "common version",
    "basis",
    "latest",
    "verdict",
    "confidence",
    "independent origins",
    "origins",
    "out of date",
)


def render(sheet: Sheet, settings: Settings) -> str:
    """Return the table; a cell of a report holds its value, on whose word, and the line."""
    return as_csv(_rows(sheet))


def _rows(sheet: Sheet) -> Iterator[Sequence[str]]:
    accounts = stated.accounts_of(sheet)
    reports = [account.report for account in accounts.values()]
    heads = (" ".join(p for p in (r.id, when(r), short_outlet(r)) if p) for r in reports)
    yield [*COLUMNS, *heads]
    for number, one in enumerate(sheet.lines, 1):
        yield [*_line(number, one, accounts), *(_cell(one, r.id, accounts) for r in reports)]


def _line(number: int, one: SheetLine, accounts: Accounts) -> Iterator[str]:
    yield str(number)
    yield str(one.kind)
    yield visible(one.subject)
    answer = one.statement and one.subject
    yield stated.joined(one.statement) if answer else stated.sentence(one.statement)
    yield str(one.basis)
    yield visible(one.latest.value) if one.latest else ""
    yield str(one.verdict)
    yield str(one.sureness)
    yield str(len(one.origins))
    yield visible("; ".join(one.origins))
    yield " ".join(one.stale)


def _cell(one: SheetLine, report: str, accounts: Accounts) -> str:
    """Return what one report says, each of its values once; "" where it is silent."""
    sayings = (s for v in one.voiced for s in v.sayings if s.where.report == report)
    return "; ".join(dict.fromkeys(_said(s, accounts) for s in sayings))


def _said(saying: Saying, accounts: Accounts) -> str:
    source = stated.said_by(saying, accounts) if saying.value else ""
    at = f"line {stated.lines_of(saying, accounts)}"
    behind = f"{source}, {at}" if source else at
    return f"{stated.value(saying, accounts)} [{behind}]"


RENDERER = Renderer(render=render)
