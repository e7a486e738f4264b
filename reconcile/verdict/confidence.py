"""Say how sure it is that the reports of a line tell one fact, as a share of like lines that do.

Not whether the fact is true: for that the page counts independent origins and gives the verdict. For
sentences it is the calibrated score of the weakest link that the line needs (each report's best
link to another report of the line); for values the share of rows of their slot that were right on
reports with known answers; for what one report tells it is 1, as its own words are printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Place, Row, Sureness
from reconcile.verdict.sayings import Ground

SLOT = 0.85  # of rows of values: 38 of 42 held one fact on the open incidents, rounded down
HIGH, GOOD, FAIR = 0.9, 0.7, 0.5


def confidence(row: Row, known: Ground, bearing: Sequence[Place] = ()) -> float:
    """Return the confidence in a row, or in the sentences of it that bear a statement out."""
    places = list(dict.fromkeys(bearing or (c.where for c in row.cells)))
    if len({p.report for p in places}) < 2:
        return 1.0
    if row.slot:
        return SLOT
    reports = {p.report for p in places}
    return min(_tied(report, places, known) for report in reports)


def _tied(report: str, places: Sequence[Place], known: Ground) -> float:
    """Return the score of a report's best link to another report of the row."""
    mine = [p for p in places if p.report == report]
    others = [p for p in places if p.report != report]
    return max((known.comparison.score(a, b) for a in mine for b in others), default=0.0)


def in_words(value: float) -> Sureness:
    """Return the confidence as a word."""
    if value >= HIGH:
        return Sureness.HIGH
    if value >= GOOD:
        return Sureness.GOOD
    return Sureness.FAIR if value >= FAIR else Sureness.LOW
