"""Run the table of times, and check intervals, spans and that no text breaks the search."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.times import anchor_times, find_times, resolve_expression
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Parse, Published, Sentence, Span, Time
from reconcile.text.sentences import sentence_spans

TABLE = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))
WEDNESDAY = Published(dt.date(2016, 7, 6), dt.datetime(2016, 7, 6, 14, 30))
WORDS = (
    "Monday Tues. May may march 5 31 2016 1990s '80s the a last next this early late of and to night "
    "morning week weeks year years ago later before after every quarter third second 8.40pm 20:45 "
    "GMT 0700 noon midnight yesterday overnight Easter - , . ( ) 's fiscal few half an three hundred "
    "99999999999999999999 0 00:00 31.12.9999 9999-12-31 nineteen ninety six century decades weekend"
).split()


def found(text: str, published: Published | None = WEDNESDAY) -> list[Time]:
    """Return the times of a text, sentence by sentence, as a report's are found."""
    spans = sentence_spans(text, 0, len(text))
    trees = parse(text, spans)
    rows = [
        find_times(Sentence(k, span, BlockKind.PARAGRAPH, tree), text, published)
        for k, (span, tree) in enumerate(zip(spans, trees, strict=True))
    ]
    return [t for row in anchor_times(rows, text, published) for t in row]


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_the_table_of_times(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [f"{t.span.of(text)} = {t.value}" for t in found(text)] == case["times"]


@pytest.mark.parametrize("case", TABLE["expression"], ids=lambda case: case["name"])
def test_the_table_of_bare_expressions(case: dict[str, Any]) -> None:
    day = case.get("published")
    published = Published(dt.date.fromisoformat(day)) if day else None
    values = {words: resolve_expression(words, published).value for words in case["values"]}
    assert values == case["values"]


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("Tuesday", "2016-07-05T00:00", "2016-07-06T00:00"),
        ("last week", "2016-06-27T00:00", "2016-07-04T00:00"),
        ("Friday night", "2016-07-01T18:00", "2016-07-02T06:00"),
        ("the early hours of Tuesday", "2016-07-05T00:00", "2016-07-05T06:00"),
        ("late May", "2016-05-16T12:00", "2016-06-01T00:00"),
        ("2:30 a.m.", "2016-07-06T02:30", "2016-07-06T02:31"),
        ("the 1990s", "1990-01-01T00:00", "2000-01-01T00:00"),
        ("last winter", "2015-12-01T00:00", "2016-03-01T00:00"),
        ("last weekend", "2016-07-02T00:00", "2016-07-04T00:00"),
        ("two hours ago", "2016-07-06T12:30", "2016-07-06T12:31"),
    ],
)
def test_intervals_are_half_open(words: str, begin: str, end: str) -> None:
    time = resolve_expression(words, WEDNESDAY)
    bounds = dt.datetime.fromisoformat(begin), dt.datetime.fromisoformat(end)
    assert (time.begin, time.end) == bounds


@pytest.mark.parametrize("words", ["three days", "every Monday", "recently", "31 February 2016"])
def test_what_cannot_be_placed_has_no_interval(words: str) -> None:
    time = resolve_expression(words, WEDNESDAY)
    assert time.begin is None
    assert time.end is None


def test_tense_turns_a_weekday() -> None:
    assert resolve_expression("Monday", WEDNESDAY).value == "2016-07-04"
    assert resolve_expression("Monday", WEDNESDAY, tense="future").value == "2016-07-11"


def test_the_zone_is_kept() -> None:
    assert resolve_expression("0700 GMT Tuesday", WEDNESDAY).zone == "GMT"
    assert resolve_expression("7 p.m. local time", WEDNESDAY).zone == "local"


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=8).map("".join),
    ),
    st.one_of(st.none(), (st.dates() | st.sampled_from([dt.date.min, dt.date.max])).map(Published)),
)
def test_no_text_breaks_the_search(text: str, published: Published | None) -> None:
    sentence = Sentence(0, Span(0, len(text)), BlockKind.PARAGRAPH, Parse())
    times = find_times(sentence, text, published)
    resolve_expression(text, published, tense="future")
    end = 0
    for time in times:
        assert end <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text) == time.span.of(text).strip()
        assert (time.begin is None) == (time.end is None)
        assert time.begin is None or time.end is None or time.begin < time.end
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert time.value
        end = time.span.end
