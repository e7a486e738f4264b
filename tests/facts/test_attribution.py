"""Run the tables of attributions and of sources, and check that any text has spans that slice."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.attribution import find_attributions, name_speakers, outermost
from reconcile.facts.names import find_names
from reconcile.facts.quotations import find_quotations
from reconcile.facts.sources import Source, same_source
from reconcile.language.parse import parse
from reconcile.model import Attribution, BlockKind, Sentence, Span
from reconcile.text.paragraphs import find_paragraphs
from reconcile.text.sentences import sentence_spans

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "attribution.toml").read_text(encoding="utf-8"))["case"]
SOURCES = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))["case"]
WORDS = st.sampled_from(
    "said police , according to \" ' : the claim that citing AFP reports . He it was believed "
    "who told quoted as saying statement Lund spokesman for army \n\n adding seems".split(" ")
)
KEYS = st.lists(
    st.sampled_from("police source official kurdish ( ) army statement tv lund karl".split())
).map(" ".join)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of any text with attributions, as the pipeline finds them."""
    spans = [
        span
        for paragraph in find_paragraphs(text, 0)
        for span in sentence_spans(text, paragraph.span.start, paragraph.span.end)
    ]
    cut = [
        Sentence(k, span, BlockKind.PARAGRAPH, tree)
        for k, (span, tree) in enumerate(zip(spans, parse(text, spans), strict=True))
    ]
    named = tuple(replace(s, names=find_names(s, text)) for s in cut)
    rows = zip(named, find_quotations(named, text), strict=True)
    quoted = tuple(replace(s, quotations=q) for s, q in rows)
    said = zip(quoted, find_attributions(quoted, text), strict=True)
    return tuple(replace(s, attributions=a) for s, a in said)


def attributions(text: str) -> list[Attribution]:
    return [a for sentence in sentences(text) for a in sentence.attributions]


def told(attribution: Attribution, text: str) -> str:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(text) for span in spans)

    return " | ".join(map(words, (attribution.source, attribution.cue, attribution.content)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_of_attributions(case: dict[str, Any]) -> None:
    found = attributions(case["text"])
    assert [told(a, case["text"]) for a in found] == case.get("said", [])
    if "speakers" in case:
        assert [a.speaker for a in found] == case["speakers"]


@pytest.mark.parametrize("case", SOURCES, ids=lambda case: case["name"])
def test_the_table_of_sources(case: dict[str, str]) -> None:
    assert same_source(case["a"], case["b"]) == case["is"]
    assert same_source(case["b"], case["a"]) == case["is"]


def test_a_quotation_gets_the_speaker_it_is_attributed_to() -> None:
    text = '"The bridge is closed," said Eva Holm. The plan is "a mistake".'
    speakers = [q.speaker for s in name_speakers(sentences(text)) for q in s.quotations]
    assert [speaker and speaker.of(text) for speaker in speakers] == ["Eva Holm", None]


def test_what_is_told_inside_other_words_is_not_outermost() -> None:
    text = "Eva Holm said that the guard had told police that the gate was open."
    found = attributions(text)
    assert [told(a, text).split(" | ")[0] for a in found] == ["Eva Holm", "the guard"]
    assert outermost(found) == (found[0],)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_has_attributions_whose_spans_slice_back(text: str) -> None:
    for sentence in sentences(text):
        for attribution in sentence.attributions:
            assert attribution.cue
            assert attribution.content
            assert all(sentence.span.covers(span) for span in attribution.content)
            for span in (*attribution.source, *attribution.cue, *attribution.content):
                assert 0 <= span.start < span.end <= len(text)


@given(KEYS, KEYS)
def test_sources_compare_alike_in_either_order(a: str, b: str) -> None:
    assert same_source(a, b) == same_source(b, a) in {"same", "compatible", "different"}
    assert same_source(a, a) == "same"
    assert isinstance(Source.parse(a).key, str)
