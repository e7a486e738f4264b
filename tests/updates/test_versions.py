"""Run the table of versions of one item, and see what is marked as not to be published."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Reconciliation, Relation, Report, Status
from reconcile.pipeline import origins, reconcile
from reconcile.text import standing
from reconcile.text.versions import families
from tests.updates.cases import report

CASES = tomllib.loads((Path(__file__).parent / "versions.toml").read_text("utf-8"))["case"]
OURS = {"name", "relations", "origins", "remarks"}
STORY = "A gas explosion killed 11 people in Elstow on Monday, the fire brigade said."
NOON = dt.datetime(2024, 3, 6, 12, 0, tzinfo=dt.UTC)


def made(outlet: str, told: dict[str, Any]) -> Report:
    """Return the report of an outlet with what its format says of it."""
    read = report(outlet, told["text"], told.get("published", "2024-03-06"))
    return standing.killed(
        replace(
            read,
            source=told.get("source", ""),
            item=told.get("item", ""),
            version=told.get("version", 0),
            status=Status(told.get("status", "usable")),
        )
    )


def loud(result: Reconciliation) -> list[str]:
    return [
        f"{d.finding.relation}: {d.finding.decided}"
        for d in result.divergences
        if d.finding.relation in {Relation.CONFLICT, Relation.UPDATE}
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_versions(case: dict[str, Any]) -> None:
    result = reconcile([made(o, told) for o, told in case.items() if o not in OURS])
    assert result.comparable
    if "relations" in case:
        assert loud(result) == case["relations"]
    if "origins" in case:
        assert len(result.lineage.origins) == case["origins"]
        assert max(len(row.origins) for row in result.rows) <= case["origins"]
    assert list(result.remarks) == case.get("remarks", [])


def test_the_versions_of_an_item_are_in_order_and_cut_from_the_first() -> None:
    reports = [
        made("a", {"text": f"{STORY} It was the third blast.", "item": "urn:1", "version": 3}),
        made("b", {"text": STORY, "item": "urn:1", "version": 1}),
        made("c", {"text": STORY, "item": "urn:2", "version": 2}),
    ]
    assert [[r.version for r in group] for group in families(reports)] == [[1, 3]]
    (edge,) = [d for d in origins(reports[:2]).lineage.derivations if not d.unseen]
    assert (edge.report, edge.source) == ("A", "B")
    assert "a later version of the same item" in edge.why


def test_an_embargo_is_marked_until_it_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made("a", {"text": STORY})
    second = replace(made("b", {"text": STORY}), embargo=NOON)
    monkeypatch.setattr(standing, "now", lambda: NOON - dt.timedelta(minutes=1))
    told = "B is embargoed until 2024-03-06 12:00 UTC."
    assert reconcile([first, second]).remarks == (told,)
    assert origins([first, second]).remarks == (told,)
    monkeypatch.setattr(standing, "now", lambda: NOON)
    assert reconcile([first, second]).remarks == ()


def test_what_is_withheld_is_marked() -> None:
    withheld = made("a", {"text": STORY, "status": "withheld"})
    assert standing.barred(withheld) == "withheld by its publisher for now"
    assert standing.barred(made("a", {"text": STORY})) == ""
