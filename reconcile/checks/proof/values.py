"""Say how two numbers or two times stand to each other."""

from __future__ import annotations

import datetime as dt
import math
from enum import StrEnum

from reconcile.facts.units import to_unit
from reconcile.model import Quantity, Time

NEAR = 0.1  # "about 50" reaches a tenth to either side
ROUNDED = 0.03  # a converted measure (16 feet for 5 metres) may be off by this much


class Meeting(StrEnum):
    """How two values of one slot meet."""

    SAME = "same"
    OVERLAP = "overlap"  # both can hold; one may be more precise
    APART = "apart"  # both cannot hold


def numbers_meet(
    a: tuple[float, float, str], b: tuple[float, float, str], *, known_so_far: bool = False
) -> Meeting:
    """Compare two (low, high, bound); with `known_so_far` "at least 15" is 15 (a toll)."""
    if known_so_far:
        a, b = _so_far(a), _so_far(b)
    if a[:2] == b[:2]:
        return Meeting.SAME
    (low, high), (other_low, other_high) = _reach(a), _reach(b)
    if low <= other_high and other_low <= high:
        return Meeting.OVERLAP
    return Meeting.APART


def _so_far(value: tuple[float, float, str]) -> tuple[float, float, str]:
    low, high, bound = value
    return (low, low, "exact") if math.isinf(high) and bound == "at least" else value


def _reach(value: tuple[float, float, str]) -> tuple[float, float]:
    """Widen an approximate value by a tenth."""
    low, high, bound = value
    slack = NEAR * abs(low) if bound == "about" and low == high else 0.0
    return low - slack, high + slack


def quantities_meet(a: Quantity, b: Quantity) -> Meeting | None:
    """Compare two quantities, in the unit of the first; None where units cannot be converted."""
    if a.unit == b.unit:
        return numbers_meet((a.low, a.high, a.bound), (b.low, b.high, b.bound))
    converted = to_unit(b, a.unit) if a.unit and b.unit else None
    if converted is None:
        return None
    low, high = converted
    if low <= a.high * (1 + ROUNDED) and a.low * (1 - ROUNDED) <= high:
        return Meeting.SAME
    return Meeting.APART


def times_meet(a: Time, b: Time) -> Meeting | None:
    """Compare two times as intervals; None where one cannot be placed."""
    if a.begin is None or a.end is None or b.begin is None or b.end is None:
        return None
    if (a.begin, a.end) == (b.begin, b.end):
        return Meeting.SAME
    if a.begin < b.end and b.begin < a.end:
        return Meeting.OVERLAP
    if a.zone != b.zone and abs(a.begin - b.begin) <= dt.timedelta(hours=14):
        return Meeting.OVERLAP  # two clocks: one of them may be another zone's
    return Meeting.APART
