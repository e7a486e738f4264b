"""A span is found again in its file by line and column, whatever the file's line ends are."""

from __future__ import annotations

import pytest

from reconcile.model import BlockKind, Locus, Report, Span
from reconcile.read.parts.assemble import Piece, assemble
from reconcile.read.text import read_text
from reconcile.text.positions import locate

LINES = ("Harbour fire", "", "PORTO (AP) — Nine people died", "on Monday. Two ships burnt.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_place_in_a_text_file_counts_lines_and_columns_from_one(end: str) -> None:
    report = read_text(end.join(LINES), "fire.txt")
    at = report.text.index("Nine people")
    whole = Span(at, report.text.index(" Two"))
    assert locate(report, whole) == Locus("fire.txt", "", 3, 14, 4, 11)


def test_the_place_in_a_literal_piece_is_exact_and_in_another_that_of_its_element() -> None:
    pieces = [
        Piece(BlockKind.HEADLINE, "Harbour fire", path="/headline"),
        Piece(BlockKind.PARAGRAPH, "Nine died.\nTwo were hurt.", line=7, column=5, literal=True),
    ]
    report = assemble(Report("fire.xml", "", part="item 2"), pieces)
    assert report.title == "Harbour fire"
    two = report.text.index("Two")
    assert locate(report, Span(two, two + 3)) == Locus("fire.xml", "item 2", 8, 1, 8, 4)
    assert locate(report, Span(0, 7)) == Locus("fire.xml", "item 2", path="/headline")
