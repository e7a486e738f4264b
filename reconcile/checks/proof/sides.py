"""Group the evidence of a finding by value: the sides of a difference, and who stands on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key

from reconcile.checks.proof.clock import lateness
from reconcile.model import Comparison, Evidence, Finding, Report


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values of a finding, and the reports that give it."""

    key: str
    value: str  # without the source in brackets behind it
    reports: tuple[Report, ...]
    items: tuple[Evidence, ...]
    number: float | None = None  # of a quantity, the lower end of a range

    @property
    def ids(self) -> set[str]:
        """Return the ids of the reports."""
        return {r.id for r in self.reports}


def sides_of(comparison: Comparison, finding: Finding) -> list[Side]:
    """Return the sides of a finding in order of evidence; equal figures are one side."""
    numbers = {item: _number(comparison, finding, item) for item in finding.evidence}
    groups: dict[str | float, list[Evidence]] = {}
    for item, number in numbers.items():
        groups.setdefault(item.key if number is None else number, []).append(item)
    return [_side(comparison, items, numbers[items[0]]) for items in groups.values()]


def _side(comparison: Comparison, items: Sequence[Evidence], number: float | None) -> Side:
    reports = {i.where.report: comparison.account(i.where.report).report for i in items}
    value = re.sub(r"\s+\([^()]*\)\Z", "", items[0].value)
    return Side(items[0].key, value, tuple(reports.values()), tuple(items), number)


def _number(comparison: Comparison, finding: Finding, item: Evidence) -> float | None:
    """Return the figure that evidence rests on, None where it is no figure."""
    if finding.kind != "quantity":
        return None
    for answer in comparison.answers_of(item.where.report):
        if answer.where == item.where and answer.span in item.marks:
            return answer.low
    quantities = comparison.sentence(item.where).quantities
    return next((q.low for q in quantities if q.span in item.marks), None)


def in_course(sides: Sequence[Side]) -> list[Side]:
    """Put values in the order in which they can only follow each other.

    Counts by size, a denial before what it denied came true, all else by the clock.
    """
    if all(side.number is not None for side in sides):
        return sorted(sides, key=lambda s: s.number or 0.0)
    if {side.key for side in sides} == {"yes", "no"}:
        return sorted(sides, key=lambda s: s.key)
    return sorted(sides, key=cmp_to_key(_first))


def _first(a: Side, b: Side) -> int:
    """Put the side before the other whose first report came out before the other's."""
    late = lateness(a.reports[0], b.reports[0])
    return -late.sign if late else 0
