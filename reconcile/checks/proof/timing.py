"""Say in words how the reports of different values stand in time, and why that settles nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from reconcile.checks.proof.clock import Lateness, in_order, lateness
from reconcile.checks.proof.evidence import who
from reconcile.checks.proof.sides import Side
from reconcile.model import Report

MONTHS = "January February March April May June July August September October November December"


def later(sides: Sequence[Side]) -> str:
    """Say how the last value's reports follow the others, "" where they do not: "B is a day later"."""
    if not in_order([side.reports for side in sides]):
        return ""
    last, before = sides[-1], [r for side in sides[:-1] for r in side.reports]
    if len(last.reports) == len(before) == 1:
        late = lateness(before[0], last.reports[0])
        return f"{last.reports[0].id} is {late.words}" if late else ""
    return f"{who(last.ids)} came out after {who(r.id for r in before)}"


def fixed(sides: Sequence[Side]) -> str:
    """Say why a difference stays a conflict although one report may be the later one."""
    if _undated(sides) or not any(late.sign for late in _latenesses(sides)):
        return unsettled(sides)
    return "it was fixed when it happened, and no report says that it corrects another"


def unsettled(sides: Sequence[Side]) -> str:
    """Say why no report supersedes another: no dates, the same time, or a figure that falls."""
    undated = _undated(sides)
    if undated:
        return f"{who(undated, 'has', 'have')} no date: nothing shows which came later"
    if not any(late.sign for late in _latenesses(sides)):
        return f"{_at_once(sides)}: neither supersedes the other"
    return _falls(sides) or "the values do not follow the order in which the reports came out"


def _falls(sides: Sequence[Side]) -> str:
    """Say that the later of two reports has the lower figure, "" where that is not what happened."""
    if len(sides) != 2 or any(s.number is None or len(s.reports) != 1 for s in sides):
        return ""
    low, high = sorted(sides, key=lambda s: s.number or 0.0)
    late = lateness(high.reports[0], low.reports[0])
    if late is None or late.sign <= 0:
        return ""
    who_says = low.reports[0].id
    return f"{who_says} is {late.words} with the lower figure, and does not say that it was revised"


def _undated(sides: Sequence[Side]) -> set[str]:
    return {r.id for side in sides for r in side.reports if r.published is None}


def _latenesses(sides: Sequence[Side]) -> list[Lateness]:
    """Return how the reports of different values stand to each other in time."""
    pairs = (p for s, t in combinations(sides, 2) for p in product(s.reports, t.reports))
    return [late for a, b in pairs if (late := lateness(a, b))]


def _at_once(sides: Sequence[Side]) -> str:
    reports: dict[str, Report] = {r.id: r for side in sides for r in side.reports}
    days = {r.published.day for r in reports.values() if r.published}
    whom = "both" if len(reports) == 2 else "all of them"
    if len(days) > 1:
        return f"{whom} came out at about the same time"
    day = next(iter(days))
    return f"{whom} came out on {day.day} {MONTHS.split()[day.month - 1]}"
