"""Each query is one sentence that a sub-editor would send: who says what, counted by origin."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile.gate.queries.ask import queries
from reconcile.model import Published, Report, Severity
from reconcile.pipeline import examined
from reconcile.read.text import read_text
from reconcile.settings import Settings

CASES = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))["case"]
DAY = date(2024, 3, 5)


def report(name: str, given: str | dict[str, Any]) -> Report:
    told = {"text": given} if isinstance(given, str) else given
    outlet = told.get("outlet", "" if name == "you" else name)
    return read_text(told["text"], name, outlet, Published(told.get("date", DAY), None, "option"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_asked(case: dict[str, Any]) -> None:
    reports = [report("you", case["you"])]
    reports += [report(n, r) for n, r in case.items() if n not in {"name", "asks", "you"}]
    comparison, result = examined(reports, Settings(), None)
    found = queries(comparison, result, "A", Settings())
    loud = [q for q in found if q.divergence.severity is not Severity.NOTE]
    assert [q.message for q in loud] == case["asks"]
    for query in found:
        assert query.words in " ".join(reports[0].text.split())
        assert query.at.file == "you"
        assert all(other.report.id != "A" for other in query.others) or len(reports) == 1
