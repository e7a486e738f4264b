"""Run the table of updates and conflicts: what supersedes what, and the reason that is given."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.model import Relation
from tests.updates.cases import run

CASES = tomllib.loads((Path(__file__).parent / "succession.toml").read_text("utf-8"))["case"]
KEYS = {"name", "published", "relation", "because"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_succession(case: dict) -> None:
    result = run({k: v for k, v in case.items() if k not in KEYS}, case["published"])
    found = [
        (d.finding.relation, d.finding.decided)
        for d in result.divergences
        if d.finding.relation in {Relation.CONFLICT, Relation.UPDATE}
    ]
    assert found == [(case["relation"], case["because"])]


def test_the_page_says_that_dates_are_missing() -> None:
    text = "A gas explosion killed {} people in Elstow on Monday, the fire brigade said."
    names = [f"paper{k}" for k in range(9)]
    result = run({n: text.format(7 + k % 3) for k, n in enumerate(names)}, dict.fromkeys(names, ""))
    assert result.remarks == ("No report is dated: nothing can be called an update.",)
    assert Relation.UPDATE not in {d.finding.relation for d in result.divergences}


def test_the_page_says_which_dates_are_missing() -> None:
    text = "A gas explosion killed nine people in Elstow on Monday, the fire brigade said."
    result = run({"herald": text, "courier": text}, {"courier": ""})
    assert result.remarks == ("B has no date: nothing shows whether it is an update.",)
