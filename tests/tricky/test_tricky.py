"""Keep the column *today* of docs/tricky-cases.md true: run each row and compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.checks.cases import run

PAGE = Path(__file__).parents[2] / "docs" / "tricky-cases.md"
LEAD = "A bus and a truck collided near Arden on Monday."
BLAST = "A blast near Arden killed three people on Monday."
MONTHS = {"May": "05"}
DAY = "2024-05-06"  # a Monday: the day of a report whose row gives no other
_DAY = re.compile(r"\((\d+) (May)(?:; lead: a blast near Arden)?\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    number: str
    herald: str
    courier: str
    wanted: str
    today: str

    @property
    def lead(self) -> str:
        return BLAST if "lead: a blast" in self.herald else LEAD


def rows() -> list[Row]:
    table = re.findall(r"^\| (\d+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [Row(number, *cells.split(" | ")) for number, cells in table]


def day(told: str) -> str:
    given = _DAY.search(told)
    return f"2024-{MONTHS[given[2]]}-{int(given[1]):02}" if given else DAY


def today(row: Row) -> str:
    """Return what the program finds, each finding as "kind relation, severity", or "silent"."""
    told = {"herald": row.herald, "courier": row.courier}
    result = run(
        {name: f"{row.lead} {_DAY.sub('', words).strip()}" for name, words in told.items()},
        {name: day(words) for name, words in told.items()},
    )
    found = [f"{d.finding.kind} {d.finding.relation}, {d.severity}" for d in result.divergences]
    return "; ".join(dict.fromkeys(found)) or "silent"


def test_there_are_thirty_rows_at_least() -> None:
    assert [int(row.number) for row in rows()] == list(range(1, max(31, len(rows()) + 1)))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.number}: {row.herald[:50]}")
def test_today_is_what_the_program_does(row: Row) -> None:
    assert today(row) == row.today
