"""Say how two numbers or two times stand to each other."""

from __future__ import annotations

import datetime as dt
import math
import re
from enum import StrEnum

from reconcile.facts.units import to_unit
from reconcile.model import Quantity, Time

NEAR = 0.1  # "about 50" reaches a tenth to either side
ROUNDED = 0.03  # a converted measure (16 feet for 5 metres) may be off by this much


OVER = 1.5  # a writer who has 300 does not say "more than 200"
ROUND_FROM = 1000  # smaller numbers are counted, larger ones are also rounded
_CLOCK = re.compile(r"T(\d\d):(\d\d)")


class Meeting(StrEnum):
    """How two values of one slot meet."""

    SAME = "same"
    OVERLAP = "overlap"  # both can hold; one may be more precise
    APART = "apart"  # both cannot hold


def numbers_meet(
    a: tuple[float, float, str], b: tuple[float, float, str], *, known_so_far: bool = False
) -> Meeting:
    """Compare two (low, high, bound); with `known_so_far` (a toll) "at least 15" is 15.

    A vague word ("several", "scores") never excludes a figure.
    """
    if known_so_far:
        a, b = _so_far(a), _so_far(b)
    if a[:2] == b[:2]:
        return Meeting.SAME
    (low, high), (other_low, other_high) = _reach(a), _reach(b)
    if "vague" in {a[2], b[2]} or (low <= other_high and other_low <= high):
        return Meeting.OVERLAP
    return Meeting.APART


def _so_far(value: tuple[float, float, str]) -> tuple[float, float, str]:
    """Return what a count with a lower bound alone tells of the count: "more than 200" is no 400."""
    low, high, bound = value
    if not math.isinf(high):
        return value
    if bound == "more than":
        return low, OVER * low, bound
    return (low, low, "exact") if bound == "at least" else value


def _reach(value: tuple[float, float, str]) -> tuple[float, float]:
    """Widen an approximate value by a tenth."""
    low, high, bound = value
    slack = NEAR * abs(low) if bound == "about" and low == high else 0.0
    return low - slack, high + slack


def quantities_meet(a: Quantity, b: Quantity) -> Meeting | None:
    """Compare two quantities, in the unit of the first; None where units cannot be converted."""
    if a.unit == b.unit and _rounded(a, b):
        return Meeting.OVERLAP
    if a.unit == b.unit:
        return numbers_meet((a.low, a.high, a.bound), (b.low, b.high, b.bound))
    converted = to_unit(b, a.unit) if a.unit and b.unit else None
    if converted is None:
        return None
    low, high = converted
    if low <= a.high * (1 + ROUNDED) and a.low * (1 - ROUNDED) <= high:
        return Meeting.SAME
    return Meeting.APART


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Tell whether the rounder of two numbers is what the other is rounded to: 43,000 of 43,350."""
    x, y = sorted((a, b), key=lambda q: _digits(q.low))
    if x.low == y.low or x.low != x.high or y.low != y.high or x.low < ROUND_FROM:
        return False
    figures = _digits(x.low)
    return figures < _digits(y.low) and float(f"{y.low:.{figures - 1}e}") == x.low


def _digits(value: float) -> int:
    """Return how many significant figures a number is printed with."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0")) or 1


def times_meet(a: Time, b: Time, leeway: int = 0) -> Meeting | None:
    """Compare two times; None where they have nothing that can be compared.

    Placed times are compared as intervals. Where a date is not known the parts that both tell are
    compared: the clock, the weekday, the month ("XXXX-WXX-5T20:45" with "XXXX-XX-XXT20:40").
    Clocks that are at most `leeway` minutes apart are the same.
    """
    clocks = _clock(a.value), _clock(b.value)
    if leeway and None not in clocks and _minutes_apart(a, b) <= leeway:
        return Meeting.SAME
    if None not in clocks and (clocks[0] == clocks[1] or _one_day(a, b)):
        return _clocks_meet(a, b)
    if a.begin is None or a.end is None or b.begin is None or b.end is None:
        return _parts_meet(a.value, b.value)
    if (a.begin, a.end) == (b.begin, b.end):
        return Meeting.SAME
    if a.begin < b.end and b.begin < a.end:
        return Meeting.OVERLAP
    # two clocks: one of them may be another zone's
    zones = a.zone != b.zone and abs(a.begin - b.begin) <= dt.timedelta(hours=14)
    return Meeting.OVERLAP if zones else Meeting.APART


def _clock(value: str) -> int | None:
    """Return the minutes after midnight that a TIMEX3 value names."""
    match = _CLOCK.search(value)
    return 60 * int(match[1]) + int(match[2]) if match else None


def _minutes_apart(a: Time, b: Time) -> float:
    """Return how far two clock times are apart: over midnight where their days are known."""
    if a.zone != b.zone:
        return math.inf
    if a.begin and b.begin:
        return abs((a.begin - b.begin).total_seconds()) / 60
    apart = abs((_clock(a.value) or 0) - (_clock(b.value) or 0))
    return apart if _one_day(a, b) else math.inf


def _one_day(a: Time, b: Time) -> bool:
    """Tell whether the days of two times may be one."""
    if a.begin and b.begin:
        return abs(a.begin.date() - b.begin.date()) < dt.timedelta(days=1)
    return _parts_meet(a.value, b.value) is not Meeting.APART


def _clocks_meet(a: Time, b: Time) -> Meeting:
    """Compare clock times of one day; whole hours between zones say nothing."""
    apart = abs((_clock(a.value) or 0) - (_clock(b.value) or 0))
    if not apart:
        return Meeting.SAME
    return Meeting.OVERLAP if a.zone != b.zone and apart % 30 == 0 else Meeting.APART


def _parts_meet(a: str, b: str) -> Meeting | None:
    """Compare the parts of two dates that both tell: week by weekday, month, day."""
    mine, yours = a.split("T", maxsplit=1)[0], b.split("T", maxsplit=1)[0]
    if ("W" in mine) != ("W" in yours):
        return None
    pairs = [
        (x, y) for x, y in zip(mine.split("-"), yours.split("-"), strict=False) if "X" not in x + y
    ]
    if not pairs:
        return None
    return Meeting.SAME if all(x == y for x, y in pairs) else Meeting.APART
