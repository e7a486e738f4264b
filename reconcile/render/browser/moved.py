"""Find the sentences that a report tells elsewhere than the report it shares most with."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reconcile.model import Place, Row


def moved(rows: Sequence[Row], order: Sequence[str]) -> dict[Place, Place]:
    """Return each moved sentence and the place of its partner, for rows of sentences.

    A report is read against the report before it in `order` that it shares most rows with. The
    longest run of partners in the same order has stayed; what is not in it was moved, never
    deleted and put in again. Time near-linear in the cells, times the reports of a row.
    """
    told = [_first_places(row) for row in rows]
    shared = _shared(told, order)
    found: dict[Place, Place] = {}
    for report in order:
        if not shared[report]:
            continue
        near = min(shared[report], key=lambda r: (-shared[report][r], order.index(r)))
        pairs = {row[report]: row[near] for row in reversed(told) if report in row and near in row}
        ordered = sorted(pairs.items(), key=lambda pair: pair[0].sentence)
        stayed = longest_rising([partner.sentence for _, partner in ordered])
        found |= {own: at for k, (own, at) in enumerate(ordered) if k not in stayed}
    return found


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the indices of a longest run of numbers that never falls (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    below: list[int] = []
    for k, number in enumerate(numbers):
        pile = bisect_right(ends, number)
        below.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(number)
            tops.append(k)
        else:
            ends[pile], tops[pile] = number, k
    found = set()
    k = tops[-1] if tops else -1
    while k >= 0:
        found.add(k)
        k = below[k]
    return found


def _first_places(row: Row) -> dict[str, Place]:
    """Return the first sentence of each report in a row."""
    found: dict[str, Place] = {}
    for where in (cell.where for cell in row.cells):
        known = found.setdefault(where.report, where)
        if where.sentence < known.sentence:
            found[where.report] = where
    return found


def _shared(told: Sequence[dict[str, Place]], order: Sequence[str]) -> dict[str, Counter[str]]:
    """Count for each report the rows it shares with each report before it."""
    rank = {report: k for k, report in enumerate(order)}
    shared: dict[str, Counter[str]] = {report: Counter() for report in order}
    for row in told:
        reports = sorted(row, key=lambda report: rank[report])
        for k, report in enumerate(reports):
            shared[report].update(reports[:k])
    return shared
