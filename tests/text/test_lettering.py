"""Reports are named in order; a day is said with its year only where the year is no matter of course."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.model import Published, Report
from reconcile.render.page.labels import when
from reconcile.text.lettering import letter, lettered


def test_after_z_comes_aa() -> None:
    assert [letter(k) for k in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (("2019-12-31", "2020-01-01"), ["31 Dec", "1 Jan"]),
        (("2010-09-10", "2012-09-10"), ["10 Sep 2010", "10 Sep 2012"]),
        (("2010-09-10", ""), ["10 Sep", ""]),
    ],
)
def test_days_of_far_years_are_told_apart(days: tuple[str, ...], shown: list[str]) -> None:
    reports = [
        Report("a", "", published=Published(dt.date.fromisoformat(d)) if d else None) for d in days
    ]
    assert [when(r) for r in lettered(reports)] == shown
