"""Write days as TIMEX3 values and read TIMEX3 values as half-open intervals."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, northern hemisphere
_PARTS = {  # hours from the start of the day
    "MO": (5, 12),
    "AF": (12, 18),
    "EV": (17, 23),
    "NI": (18, 30),
    "DT": (6, 18),
    "MI": (11, 14),
}
_FIXED = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}

Interval = tuple[dt.datetime, dt.datetime]


def shift(day: dt.date, count: float, unit: str) -> dt.date | None:
    """Return the day so many units later (earlier when negative); None outside the calendar."""
    try:
        if unit in _FIXED:
            return day + dt.timedelta(days=round(count * _FIXED[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None


def at_grain(day: dt.date, unit: str) -> str:
    """Write the day, week, month, quarter, year, decade or century that holds a day."""
    if unit in ("W", "F"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "WE":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}-WE"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    iso = day.isoformat()
    return iso[: {"D": 10, "M": 7, "Y": 4, "E": 3, "C": 2}[unit]]


def duration(count: float | None, unit: str) -> str:
    """Write a duration: 5 and "TH" give PT5H, None (some) and "D" give PXD."""
    if unit == "F":
        unit, count = "W", None if count is None else count * 2
    if count is not None and unit in ("E", "C"):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    clock = "T" if unit.startswith("T") else ""
    letter = unit[-1]
    if count is None:
        return f"P{clock}X{letter}"
    whole = int(count)
    rest = count - whole
    if rest == 0.5 and letter in "YHD":
        half = {"Y": "6M", "H": "30M", "D": "T12H"}[letter]
        first = f"{whole}{letter}" if whole else ""
        return f"P{clock}{first}{half}"
    return f"P{clock}{whole if not rest else count}{letter}"


@lru_cache(maxsize=256)
def easter(year: int) -> dt.date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    ell = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(rule: str, year: int) -> dt.date | None:
    """Return the day of a rule: "12-25", "11:4:4" (the fourth Thursday of November), "easter-2"."""
    try:
        if rule.startswith("easter"):
            return easter(year) + dt.timedelta(days=int(rule[6:]))
        if ":" not in rule:
            return dt.date.fromisoformat(rule if len(rule) > 5 else f"{year:04}-{rule}")
        core, _, extra = rule.partition("+")
        month, weekday, which = map(int, core.split(":"))
        days = [
            d
            for d in range(1, calendar.monthrange(year, month)[1] + 1)
            if dt.date(year, month, d).isoweekday() == weekday
        ]
        found = dt.date(year, month, days[which - 1 if which > 0 else which])
        return found + dt.timedelta(days=int(extra or 0))
    except (OverflowError, ValueError):
        return None


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PIECE = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI|\d\d)$")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?$")


def interval(value: str, modifier: str = "") -> Interval | None:
    """Return the half-open interval of a TIMEX3 value; None where it has none (P3D, PAST_REF).

    `modifier` is START, MID or END for "early", "mid" and "late", and narrows to that part; SMALL
    is the hours after midnight.
    """
    try:
        whole = _interval(value)
    except (OverflowError, ValueError):
        return None
    return _narrowed(whole, modifier) if whole and modifier else whole


def _interval(value: str) -> Interval | None:
    if m := _DAY.match(value):
        day = dt.datetime(int(m[1]), int(m[2]), int(m[3]))
        return _in_day(day, m[4]) if m[4] else (day, day + dt.timedelta(days=1))
    if m := _WEEK.match(value):
        monday = dt.datetime.fromisocalendar(int(m[1]), int(m[2]), 1)
        first = monday + dt.timedelta(days=5) if m[3] else monday
        return first, monday + dt.timedelta(days=7)
    if m := _PIECE.match(value):
        return _in_year(int(m[1]), m[2])
    if value.isdigit() and len(value) in (2, 3, 4):
        span = 10 ** (4 - len(value))
        first_year = int(value) * span
        return dt.datetime(first_year, 1, 1), dt.datetime(first_year + span, 1, 1)
    return None


def _in_day(day: dt.datetime, part: str) -> Interval | None:
    if part in _PARTS:
        first, last = _PARTS[part]
        return day + dt.timedelta(hours=first), day + dt.timedelta(hours=last)
    m = _CLOCK.match(part)
    if m is None:
        return None
    hours, minutes, seconds = (int(g or 0) for g in m.groups())
    begin = day + dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    length = dt.timedelta(seconds=1) if m[3] else dt.timedelta(minutes=1 if m[2] else 60)
    return begin, begin + length


def _in_year(year: int, piece: str) -> Interval | None:
    if piece[0] == "Q":
        first, months = 3 * int(piece[1]) - 2, 3
    elif piece[0] == "H":
        first, months = 6 * int(piece[1]) - 5, 6
    elif piece in _SEASONS:
        first, months = _SEASONS[piece], 3
    else:
        first, months = int(piece), 1
    begin = dt.date(year, first, 1)
    end = shift(begin, months, "M")
    return None if end is None else (dt.datetime(*_ymd(begin)), dt.datetime(*_ymd(end)))


def _ymd(day: dt.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _narrowed(whole: Interval, modifier: str) -> Interval:
    """Return the first or second half, or the middle half, of an interval."""
    begin, end = whole
    length = end - begin
    if modifier == "SMALL":
        midnight = dt.datetime(*_ymd(begin.date()))
        return midnight, midnight + dt.timedelta(hours=6)
    if modifier == "START":
        return begin, begin + length / 2
    if modifier == "END":
        return begin + length / 2, end
    return begin + length / 4, end - length / 4
