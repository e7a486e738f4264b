"""Hold that nothing is called an update where no report has a date, and that the page says so."""

from __future__ import annotations

import pytest

from reconcile.model import Reconciliation, Relation
from reconcile.pipeline import reconcile
from reconcile.plugin import Renderer, load
from reconcile.read.text import read_text
from reconcile.settings import Settings

TOLD = (
    "A ferry with {aboard} people aboard ran aground off Sorvik in thick fog.\n"
    "{hurt} people were injured, the coast guard said.\n"
    "The captain {saw} the light of the harbour, his mate said.\n"
    "The company {denied} that the radar had failed.\n"
)


@pytest.fixture(scope="module")
def nine() -> Reconciliation:
    """Nine reports of one incident, none of them dated, that differ in figures and certainty."""
    texts = [
        TOLD.format(
            aboard=(80, 80, 95)[k % 3],
            hurt=("Twelve", "Fourteen", "Twelve")[k % 3],
            saw=("missed", "may have missed", "missed")[k % 3],
            denied=("denied", "denied", "said")[k % 3],
        )
        for k in range(9)
    ]
    return reconcile([read_text(text, file=f"{k}.txt") for k, text in enumerate(texts)])


def test_differing_reports_without_dates_conflict_and_update_nothing(nine: Reconciliation) -> None:
    """The figures differ, and no clock says which is the newer one."""
    relations = {d.finding.relation for d in nine.divergences}
    assert Relation.CONFLICT in relations
    assert Relation.UPDATE not in relations
    assert not any(row.stale for row in nine.rows)


@pytest.mark.parametrize("page", ["terminal", "html", "markdown"])
def test_the_page_says_that_dates_are_missing(nine: Reconciliation, page: str) -> None:
    """A reader learns why nothing is called an update."""
    renderer = load("reconcile.render", page, "RENDERER", Renderer)
    assert "No report is dated" in renderer.render(nine, Settings(width=100))
