"""Hold what makes one sentence more of a paraphrase than another, by a table of sentences."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from reconcile.align.paraphrase import AGAINST, NAMES, paraphrase, weights
from reconcile.align.pool import Pool
from reconcile.align.profile import profiles
from reconcile.align.support import read_claim
from reconcile.align.vectors import meanings

CASES = tomllib.loads(Path(__file__).with_name("paraphrase.toml").read_text("utf-8"))["case"]
TEXTS = sorted({case[side] for case in CASES for side in ("of", "one", "other")})


@lru_cache(maxsize=1)
def pool() -> Pool:
    """Return the sentences of all cases, each a report of its own."""
    claims = [read_claim(text) for text in TEXTS]
    known = [
        profile
        for k, claim in enumerate(claims)
        for profile in profiles(replace(claim, report=replace(claim.report, id=str(k))))
    ]
    assert [p.text for p in known] == TEXTS
    return Pool(known, meanings(known))


def degree(a: str, b: str) -> float:
    return float(paraphrase(pool(), [(TEXTS.index(a), TEXTS.index(b))])[0])


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_the_one_is_more_of_a_paraphrase_than_the_other(case: dict[str, str]) -> None:
    assert degree(case["of"], case["one"]) > degree(case["of"], case["other"])


def test_the_order_of_a_pair_is_of_no_account() -> None:
    for case in CASES:
        forth, back = degree(case["of"], case["other"]), degree(case["other"], case["of"])
        assert forth == pytest.approx(back)


def test_a_copy_is_high_and_another_subject_low() -> None:
    ferry = "The ferry sank off Tarvik with 60 people aboard."
    assert degree(ferry, ferry) > 0.7
    assert degree(ferry, "Parliament passed the budget after a long debate.") < 0.25


def test_what_two_sentences_share_never_counts_against_them() -> None:
    for name, slope in zip(NAMES, weights().slopes, strict=True):
        assert slope <= 0 if name in AGAINST else slope >= 0


def test_nothing_asked_is_nothing_answered() -> None:
    assert len(paraphrase(pool(), [])) == 0
