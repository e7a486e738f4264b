"""Run the table of timelines."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.model import Moment
from reconcile.pipeline import timeline
from tests.updates.cases import report

CASES = tomllib.loads((Path(__file__).parent / "timeline.toml").read_text("utf-8"))["case"]
KEYS = {"name", "moments", "unplaced", "course", "published"}


def shown(moment: Moment) -> str:
    reports = " ".join(dict.fromkeys(m.where.report for m in moment.mentions))
    assert moment.begin is not None
    assert moment.end is not None
    return f"{moment.begin.isoformat()} to {moment.end.isoformat()} ({reports})"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_timeline(case: dict) -> None:
    published = case.get("published", {})
    found = timeline(
        [
            report(outlet, text, published.get(outlet, "2024-03-06"))
            for outlet, text in case.items()
            if outlet not in KEYS
        ]
    )
    assert [shown(m) for m in found.moments] == case["moments"]
    assert len(found.unplaced) == case.get("unplaced", 0)
    steps = [f"{s.where.report} {s.value}" for c in found.courses for s in c.steps]
    assert steps == case["course"]
