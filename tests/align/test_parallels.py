"""Run the table of claims that meet in two reports, or must not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from reconcile.facts.understand import understand
from reconcile.pipeline import compare
from reconcile.read.text import read_text

TABLE = Path(__file__).parent / "parallels.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def meeting(*texts: str) -> set[tuple[str, str]]:
    """Return the pairs of predicates of two reports that stand in one parallel."""
    accounts = [
        understand(replace(read_text(text, file=name), id=name))
        for name, text in zip("AB", texts, strict=True)
    ]
    return {
        (a.claim.predicate, b.claim.predicate)
        for parallel in compare(accounts).parallels
        for a, b in combinations(parallel.told, 2)
        if a.report != b.report
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_parallels(case: dict) -> None:
    found = meeting(case["a"], case["b"])
    assert {tuple(pair) for pair in case["together"]} <= found
    assert not {tuple(pair) for pair in case.get("apart", ())} & found
