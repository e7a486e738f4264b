"""Run the table of verdicts: what a row establishes, by origin and by value."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.updates.cases import run

CASES = tomllib.loads((Path(__file__).parent / "verdicts.toml").read_text("utf-8"))["case"]
KEYS = {"name", "published", "slot", "verdict", "origins", "carried", "stale"}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_verdict(case: dict) -> None:
    result = run({k: v for k, v in case.items() if k not in KEYS}, case.get("published", {}))
    row = next(row for row in result.rows if row.slot == case["slot"])
    assert row.verdict == case["verdict"]
    assert list(row.origins) == case["origins"]
    assert [f"{c.value}: {' '.join(c.reports)}" for c in row.carried] == case["carried"]
    assert list(row.stale) == case.get("stale", [])
