"""docs/tricky-cases.md has thirty rows, and its column *today* is what the program does."""

from __future__ import annotations

import re

import pytest

from docs.tricky import PAGE, today

ROWS = [
    tuple(line.split(" | "))
    for line in re.findall(r"^\| (\d+ \| .+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
]


def test_there_are_thirty_rows_or_more() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, max(30, len(ROWS)) + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1][:50]}")
def test_today_is_what_the_program_does(row: tuple[str, ...]) -> None:
    _, herald, courier, _, said = row
    assert today(herald, courier) == said, "make docs brings the page up to date"
