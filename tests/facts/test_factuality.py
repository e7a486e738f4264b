"""Run the table of stances, and check that any text has an answer whose cues slice back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.factuality import find_stances
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Parse, Sentence, Span, Stance

TABLE = Path(__file__).with_name("factuality.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
WORDS = st.sampled_from(
    "if not no the attack may police deny denied said that whether killed nor neither ? be , "
    "unclear to of suspected without never believe could".split()
)


@pytest.fixture(scope="module")
def parses() -> dict[str, Parse]:
    text = "\n".join(case["text"] for case in CASES)
    spans, at = [], 0
    for case in CASES:
        spans.append(Span(at, at + len(case["text"])))
        at += len(case["text"]) + 1
    return dict(zip([case["name"] for case in CASES], parse(text, spans), strict=True))


def stances(tree: Parse, text: str) -> dict[str, Stance]:
    """Return the stance by word; the first of several equal words."""
    sentence = Sentence(0, Span(0, len(text)), BlockKind.PARAGRAPH, tree)
    return {tree[s.token].text: s for s in reversed(find_stances(sentence, text))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_of_stances(case: dict[str, Any], parses: dict[str, Parse]) -> None:
    whole = "\n".join(c["text"] for c in CASES)
    found = stances(parses[case["name"]], case["text"])
    assert {word: found[word].factuality.value for word in case["says"]} == case["says"]
    for word, cues in case.get("cues", {}).items():
        assert [span.of(whole) for span in found[word].cues] == cues
    for word in case.get("future", []):
        assert found[word].future
    assert not set(case.get("silent", [])) & set(found)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_has_stances_whose_cues_slice_back(text: str) -> None:
    (tree,) = parse(text, [Span(0, len(text))])
    for stance in find_stances(Sentence(0, Span(0, len(text)), BlockKind.PARAGRAPH, tree), text):
        assert 0 <= stance.token < len(tree)
        words = {token.span: token.text for token in tree}
        assert all(len(cue.of(text)) == len(words[cue]) for cue in stance.cues)
