"""Run the table of questions to the WordNet door, and check that it never raises."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import PartError
from reconcile.language import lexicon

CASES = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_answers(case: dict[str, Any]) -> None:
    answer = getattr(lexicon, case["ask"])(*case["words"])
    if "is" in case:
        assert answer is case["is"]
    if isinstance(answer, float):
        assert case.get("at_least", 0.0) <= answer <= case.get("at_most", 1.0)
    if isinstance(answer, frozenset):
        assert set(case.get("gives", [])) <= answer
        assert not set(case.get("never", [])) & answer


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["n", "v", "a", "x", ""]))
def test_any_string_has_an_answer(a: str, b: str, pos: str) -> None:
    lexicon.antonyms(a, pos)
    lexicon.synonyms(a, pos)
    lexicon.derived(a, pos)
    lexicon.topics(a, pos)
    lexicon.hypernyms(a, pos)
    assert lexicon.same_kind(a, b) == lexicon.same_kind(b, a)
    assert lexicon.is_a(a, b) in (True, False)


def test_an_altered_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.load.cache_clear()
    monkeypatch.setattr(lexicon, "TABLE_SHA256", "0" * 64)
    with pytest.raises(PartError, match="not the tested file"):
        lexicon.load()
    lexicon.load.cache_clear()
