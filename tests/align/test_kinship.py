"""Hold what tells the reports of two similar incidents apart, and that the chance says so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reconcile.align.kinship import kinship, same_event
from reconcile.align.pool import Pool
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.events.frames import place_events
from reconcile.facts.understand import understand
from reconcile.read.text import read_text

TOLD = {
    "A": "A fire destroyed a flour mill in Ostrava on Monday.\n\nThe owner, Jan Novotny, was in Prague.",
    "B": "A fire destroyed the Ostrava flour mill of Jan Novotny.\n\nThe owner was away in Prague.",
    "C": "The flour mill of Jan Novotny in Ostrava burned down.\n\nNovotny was in Prague that day.",
    "D": "A fire destroyed a paint warehouse in Lugano in June.\n\nThe lake was closed to swimmers.",
    "E": "A fire destroyed the Lugano paint warehouse.\n\nSwimmers were told to keep out of the lake.",
    "F": "The paint warehouse in Lugano burned down.\n\nThe town closed its lake to swimmers.",
}


def test_reports_that_are_alike_to_the_same_reports_are_kin() -> None:
    """Two and two: within a group .9, across .5."""
    nearest = np.array(
        [[0, 0.9, 0.5, 0.5], [0.9, 0, 0.5, 0.5], [0.5, 0.5, 0, 0.9], [0.5, 0.5, 0.9, 0]]
    )
    kin = kinship(nearest)
    assert kin[0, 1] > 0.9
    assert kin[2, 3] > 0.9
    assert kin[0, 2] < -0.9
    assert np.allclose(kin, kin.T)


def test_two_reports_alone_have_no_kinship() -> None:
    assert np.allclose(kinship(np.array([[0.0, 0.7], [0.7, 0.0]])), 0)


def test_the_same_words_of_another_incident_are_less_likely_the_same_event() -> None:
    """The openings of A and B and of A and D tell of a fire; A and B have more in common elsewhere."""
    reports = [replace(read_text(text, file=name), id=name) for name, text in TOLD.items()]
    profiles = every_profile(place_events([understand(report) for report in reports]))
    at = {(p.where.report, p.rank): k for k, p in enumerate(profiles)}

    def pair(one: str, other: str) -> tuple[int, int]:
        a, b = sorted((at[one, 0], at[other, 0]))
        return a, b

    asked = {"same": pair("A", "B"), "other": pair("A", "D")}
    scores = same_event(Pool(profiles, meanings(profiles)), sorted(asked.values()))
    chance = dict(zip(sorted(asked.values()), scores, strict=True))
    assert chance[asked["same"]] > chance[asked["other"]]


def test_nothing_asked_is_nothing_answered() -> None:
    profiles = every_profile([understand(replace(read_text(TOLD["A"], file="A"), id="A"))])
    assert len(same_event(Pool(profiles, meanings(profiles)), [])) == 0
