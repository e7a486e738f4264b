"""Run the tables of numbers and quantities, and check that spans slice back and intervals hold."""

from __future__ import annotations

import math
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.numbers import find_numbers, parse_number
from reconcile.facts.quantities import find_quantities, to_unit
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Quantity, QuantityKind, Sentence, Span

TABLE = tomllib.loads(Path(__file__).with_name("quantities.toml").read_text(encoding="utf-8"))
SHOWN = {QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.RATIO, QuantityKind.BARE}
WORDS = (
    "at least,about,more than,some,nearly,up to,between,from,to,and,or,of the,of them,others,killed,"
    "wounded,people,(,),$,£,%,m,km,per cent,a year,-year-old,half a dozen,dozens,several,twenty,five,"
    "10,20,3.2bn,1,013,2019,5-10,1 in 5,two-thirds,no one,was hurt,toll rose,by,Smith,May,.,-,–,’,½"
).split(",")


def found(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence."""
    span = Span(0, len(text))
    sentence = Sentence(0, span, BlockKind.PARAGRAPH, parse(text, [span])[0])
    return find_quantities(sentence, text)


def told(q: Quantity) -> str:
    """Write a quantity as the table does: "at least 31 person", "10 to 20 gunman", "36 year (age)"."""
    number = f"{q.value:.12g}"
    if q.bound in ("between", "vague"):
        number = f"{q.low:.12g} to {q.high:.12g}"
    bound = "" if q.bound in ("exact", "between") else q.bound
    kind = f"({q.kind.value})" if q.kind in SHOWN else ""
    again = "again" if q.restated else ""
    parts = (again, bound, number, q.unit or q.counted, q.change, kind)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_the_table_of_quantities(case: dict[str, Any]) -> None:
    assert [told(q) for q in found(case["text"])] == case["finds"]


@pytest.mark.parametrize("row", TABLE["number"], ids=lambda row: row["words"])
def test_the_table_of_numbers(row: dict[str, Any]) -> None:
    number = parse_number(row["words"])
    assert number is not None
    assert (number.low, number.high) == (pytest.approx(row["low"]), pytest.approx(row["high"]))


@pytest.mark.parametrize("words", TABLE["no_numbers"])
def test_words_that_are_no_number(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    "row", TABLE["conversion"], ids=lambda row: f"{row['text']} in {row['to']}"
)
def test_the_table_of_conversions(row: dict[str, Any]) -> None:
    (quantity,) = found(f"It was {row['text']}.")
    turned = to_unit(quantity, row["to"])
    expected = row.get("is")
    assert turned == (None if expected is None else pytest.approx(tuple(expected), rel=1e-3))


def test_what_is_counted_is_marked_with_its_adjectives() -> None:
    text = "They lost eight new fishing boats."
    (boats,) = found(text)
    assert boats.counted_span is not None
    assert boats.counted_span.of(text) == "new fishing boats"


def test_spans_count_from_the_start_of_the_report() -> None:
    text = "Nothing here.\nAt least 31 people were killed."
    span = Span(14, len(text))
    sentence = Sentence(1, span, BlockKind.PARAGRAPH, parse(text, [span])[0])
    (toll,) = find_quantities(sentence, text)
    assert toll.span.of(text) == "At least 31"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_every_quantity_lies_in_the_text_and_low_is_not_above_high(words: list[str]) -> None:
    text = " ".join(words)
    for q in found(text):
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.span.of(text).strip()
        assert q.low <= q.high
        assert math.isfinite(q.value)
        assert q.counted_span is None or q.counted_span.of(text).strip()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_numbers_of_any_text_are_in_order_and_apart(text: str) -> None:
    numbers = list(find_numbers(text))
    assert all(a.end <= b.start for a, b in pairwise(numbers))
    assert all(n.low <= n.high for n in numbers)


@pytest.mark.parametrize("text", ["9" * 5000, "killed " + "7 " * 1000, "$" * 500, "1-2" * 800])
def test_senseless_text_is_read_without_a_crash(text: str) -> None:
    assert all(math.isfinite(q.value) for q in found(text))
