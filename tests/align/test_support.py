"""Claims are more in doubt when a report has something else in the place of what they say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.align.support import Borne, read_claim, support

CASES = tomllib.loads(Path(__file__).with_name("support.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_a_changed_claim_is_more_in_doubt(case: dict[str, str]) -> None:
    better, worse = support([case["better"], case["worse"]], read_claim(case["report"]))
    assert better.doubt < worse.doubt


def test_a_doubtful_claim_says_what_is_unknown() -> None:
    report = read_claim("Mayor Ann Marlow opened the bridge in Elstow. She thanked the builders.")
    (judged,) = support(["Mayor Quentin Osgood opened the bridge in Elstow."], report)
    assert judged.verdict is not Borne.SUPPORTED
    assert any("Osgood" in ground for ground in judged.grounds)


def test_no_claims_give_no_answers() -> None:
    assert support([], read_claim("A bridge collapsed in Elstow.")) == []
