"""Run the table of who was cut from whom, and hold what is true of every pair of reports."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from reconcile.lineage.independent import independent
from reconcile.lineage.origins import trace
from reconcile.model import Lineage, Origin
from tests.lineage.test_lineage import account, accounts

CASES = tomllib.loads((Path(__file__).parent / "graph.toml").read_text(encoding="utf-8"))["case"]
SYLLABLES = "ba ke lo mi nu ra se to vi wu dar fen gol hus".split()
DRAW = random.Random(4)
WORDS = ["".join(DRAW.choices(SYLLABLES, k=3)) for _ in range(400)]
SENTENCES = [
    "The "
    + " of the ".join(DRAW.choices(WORDS, k=6))
    + " and the "
    + " in the ".join(DRAW.choices(WORDS, k=6))
    + "."
    for _ in range(60)
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_graph(case: dict[str, list[str]]) -> None:
    lineage = trace(accounts(case["texts"]))
    found = {f"{d.report} from {d.source}" + ", unseen" * d.unseen for d in lineage.derivations}
    assert found == set(case["edges"])
    assert {f"{k.a} {k.b} {k.level}" for k in lineage.kinships} == set(case["pairs"])


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_passages_of_a_pair_stand_in_both(case: dict[str, list[str]]) -> None:
    lineage = trace(accounts(case["texts"]))
    for kin in lineage.kinships:
        for k in kin.passages:
            assert {kin.a, kin.b} <= {report for report, _ in lineage.passages[k].stretches}


def test_a_pair_is_known_though_each_was_matched_with_a_third() -> None:
    """Two hundred near copies: only some places of a run are looked up, yet every pair is right."""
    told = [
        account(" ".join(s for n, s in enumerate(SENTENCES[:20]) if n % 20 != k % 20), f"R{k}")
        for k in range(60)
    ]
    lineage = trace(told)
    assert len(lineage.kinships) == 60 * 59 // 2
    for kin in lineage.kinships:
        same = int(kin.a[1:]) % 20 == int(kin.b[1:]) % 20
        assert kin.share_a == pytest.approx(1 if same else 18 / 19, abs=0.03)


def test_halves_of_one_report_shared_with_two_others() -> None:
    halves = [" ".join(SENTENCES[:6]), " ".join(SENTENCES[6:12])]
    lineage = trace(
        [account(t, n) for t, n in zip([*halves, " ".join(halves)], "ABC", strict=True)]
    )
    shares = {(k.a, k.b): (k.share_a, k.share_b) for k in lineage.kinships}
    assert set(shares) == {("A", "C"), ("B", "C")}
    assert shares["A", "C"] == pytest.approx((1, 0.5), abs=0.03)
    assert {(d.report, d.source) for d in lineage.derivations} == {("A", "C"), ("B", "C")}


def test_what_may_be_an_agency_s_text_is_no_second_origin() -> None:
    lineage = Lineage(
        origins=(
            Origin("AP", ("A",), ""),
            Origin("own reporting of D", ("D",), ""),
            Origin("B, which credits AP", ("B",), "", ("AP",)),
            Origin("C, which credits AP and AFP", ("C",), "", ("AP", "AFP")),
        )
    )
    own = "own reporting of D"
    b, c = "B, which credits AP", "C, which credits AP and AFP"
    assert independent(["AP", b], lineage) == ("AP",)
    assert independent([b, c], lineage) == (b,)
    assert independent([b, own], lineage) == (b, own)
    assert independent(["AP", own], lineage) == ("AP", own)
