"""Tell whether two figures are near enough to agree, as the desk has settled it."""

from __future__ import annotations

import math
from collections.abc import Collection

from reconcile.checks.proof.values import Meeting, numbers_meet, quantities_meet
from reconcile.facts.units import to_unit
from reconcile.model import Answer, Comparison, Desk, Quantity


def counts_meet(desk: Desk, a: Quantity, b: Quantity) -> Meeting | None:
    """Compare two quantities as `quantities_meet`; those within the desk's leeway are the same."""
    meeting = quantities_meet(a, b)
    if not desk.leeways or meeting is not Meeting.APART:
        return meeting
    other = (b.low, b.high) if a.unit == b.unit else to_unit(b, a.unit)
    near = other and _near(desk, (a.low, a.high), other, {a.unit, b.unit, a.counted, b.counted})
    return Meeting.SAME if near else meeting


def answers_meet(comparison: Comparison, a: Answer, b: Answer, *, known_so_far: bool) -> Meeting:
    """Compare two answers to one slot; those within the desk's leeway are the same.

    The leeway is that of the slot ("killed"), of who is counted, or of the unit.
    """
    one, other = (a.low, a.high, a.bound), (b.low, b.high, b.bound)
    meeting = numbers_meet(one, other, known_so_far=known_so_far)
    if not comparison.desk.leeways or meeting is not Meeting.APART:
        return meeting
    of = {*a.slot.split(), a.group, b.group}
    for answer in (a, b):
        quantities = comparison.sentence(answer.where).quantities
        of |= {w for q in quantities if q.span.overlaps(answer.span) for w in (q.unit, q.counted)}
    near = _near(comparison.desk, (a.low, a.high), (b.low, b.high), of)
    return Meeting.SAME if near else meeting


def _near(desk: Desk, a: tuple[float, float], b: tuple[float, float], of: Collection[str]) -> bool:
    """Tell whether the gap between two intervals is within the leeway of one of the words."""
    named = [x for x in desk.leeways if x.of and x.of in of]
    for leeway in named or [x for x in desk.leeways if not x.of]:
        gap = max(a[0], b[0]) - min(a[1], b[1])
        size = max((abs(x) for x in (*a, *b) if math.isfinite(x)), default=0.0)
        if gap <= max(leeway.absolute, leeway.relative * size) + 1e-9:
            return True
    return False
