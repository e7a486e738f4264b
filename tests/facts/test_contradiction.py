"""Run the table of contradictions and of opposite words."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.contradiction import contradiction
from reconcile.facts.factuality import find_stances
from reconcile.facts.opposites import opposed
from reconcile.facts.wholes import wholes, wholes_alike
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Sentence, Span

TABLE = tomllib.loads(Path(__file__).with_name("contradiction.toml").read_text(encoding="utf-8"))


def understood(text: str) -> Sentence:
    span = Span(0, len(text))
    sentence = Sentence(0, span, BlockKind.PARAGRAPH, parse(text, [span])[0])
    return replace(sentence, stances=find_stances(sentence, text))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_the_table_of_contradictions(case: dict[str, Any]) -> None:
    a, b = understood(case["a"]), understood(case["b"])
    assert (contradiction(a, b) >= 0.5) == (case["wanted"] == "yes")
    assert contradiction(a, b) == contradiction(b, a)


@pytest.mark.parametrize("case", TABLE["whole"], ids=lambda case: case["name"])
def test_the_table_of_whole_sentences(case: dict[str, Any]) -> None:
    a, b = understood(case["a"]), understood(case["b"])
    one, other = wholes([a, b])
    alike = wholes_alike(one, other)
    assert alike == pytest.approx(wholes_alike(other, one))
    assert (contradiction(a, b, alike) >= 0.5) == (case["wanted"] == "yes")


@pytest.mark.parametrize("wanted", ["opposites", "alike"])
def test_the_table_of_opposites(wanted: str) -> None:
    for entry in TABLE[wanted]:
        for a, b in entry["pairs"]:
            assert opposed(a, b, entry["pos"]) == (wanted == "opposites"), (a, b)


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from("nva"))
def test_opposition_is_symmetric_and_never_of_a_word_with_itself(a: str, b: str, pos: str) -> None:
    assert opposed(a, b, pos) == opposed(b, a, pos)
    assert not opposed(a, a, pos)
