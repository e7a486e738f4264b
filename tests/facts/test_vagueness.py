"""Run the table of vague words, and check that their spans slice back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.vagueness import find_vague
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Sentence, Span

TABLE = Path(__file__).with_name("vagueness.toml")
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def vague(text: str) -> list[str]:
    """Return the vague words of a sentence."""
    span = Span(0, len(text))
    sentence = Sentence(0, span, BlockKind.PARAGRAPH, parse(text, [span])[0])
    return [found.of(text) for found in find_vague(sentence, text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_of_vague_words(case: dict[str, Any]) -> None:
    assert vague(case["text"]) == case["vague"]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_vague_words_are_words_of_the_text(text: str) -> None:
    assert all(word and word in text for word in vague(text))
