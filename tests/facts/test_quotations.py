"""Run the table of quotations, and check that any text has quotations that slice back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.quotations import find_quotations
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Quotation, Sentence
from reconcile.text.paragraphs import find_paragraphs
from reconcile.text.sentences import sentence_spans

TABLE = Path(__file__).with_name("quotations.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(["\"", "“", "”", "'", "’", "‘", "''", " ", "\n\n", "\n", ". ", ", ",
                          "we ran", "said", "the crew's", "5", "No"])  # fmt: skip


def quotations(text: str) -> list[Quotation]:
    spans = [
        span
        for paragraph in find_paragraphs(text, 0)
        for span in sentence_spans(text, paragraph.span.start, paragraph.span.end)
    ]
    sentences = tuple(
        Sentence(k, span, BlockKind.PARAGRAPH, tree)
        for k, (span, tree) in enumerate(zip(spans, parse(text, spans), strict=True))
    )
    found = find_quotations(sentences, text)
    assert len(found) == len(sentences)
    for sentence, row in zip(sentences, found, strict=True):
        assert all(sentence.span.start <= q.span.start < sentence.span.end for q in row)
    return [q for row in found for q in row]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_of_quotations(case: dict[str, Any]) -> None:
    found = quotations(case["text"])
    whole = [q.span.of(case["text"]) for q in found if not q.fragment]
    fragments = [q.span.of(case["text"]) for q in found if q.fragment]
    assert (whole, fragments) == (case.get("whole", []), case.get("fragments", []))


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_has_quotations_in_order_that_hold_their_words(text: str) -> None:
    for quotation in quotations(text):
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.span.covers(quotation.words)
        assert quotation.words.start < quotation.words.end
