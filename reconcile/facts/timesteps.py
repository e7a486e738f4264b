"""Dates reached by counting: "last week", "three years ago", "the next day", "the week of March 6"."""

from __future__ import annotations

import datetime as dt

from reconcile.facts.timeclock import day_of
from reconcile.facts.timesense import Phrase, Reference, Sense, beside_told, modifier
from reconcile.facts.timespans import count_of, length, unit_of
from reconcile.facts.timevalues import at_grain, duration, interval, shift


def weekends(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the weekend", "last weekend", "this weekend"."""
    if ref.day is None:
        return Sense("DATE", "XXXX-WXX-WE", relative=True)
    step = phrase.get("last", "this", "next")
    back = 0 if ref.day.isoweekday() >= 6 else 1
    if step is not None and step.kind == "last":
        weeks = -1 if back == 0 and ref.day.isoweekday() == 6 else -back
    elif step is not None and step.kind == "next":
        weeks = 1 if ref.day.isoweekday() >= 4 else 0
    elif ref.tense == "future" or (step is not None and ref.tense != "past"):
        weeks = 0
    else:
        weeks = -back
    day = shift(ref.day, weeks, "W")
    return Sense("DATE", at_grain(day, "WE") if day else "XXXX-WXX-WE", relative=True)


def stepped(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "last week", "this year", "early next month", "the past year"."""
    unit = unit_of(phrase)
    step = phrase.get("last", "this", "next")
    if unit.startswith("T") or step is None:
        return None
    if unit == "E" and step.text in ("last", "past", "next", "coming"):
        return Sense("DURATION", "P10Y")
    if beside_told(phrase, step):
        return _told(phrase, ref, int(step.value), unit)
    if ref.day is None:
        blank = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
        return Sense("DATE", blank.get(unit, "XXXX"), relative=True, modifier=modifier(phrase))
    day = shift(ref.day, int(step.value), unit)
    value = at_grain(day, unit) if day else "XXXX"
    return Sense("DATE", value, relative=True, modifier=modifier(phrase))


def neighbour(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the next day", "the previous month", "the day before": beside the day told before."""
    step = phrase.get("last", "next", "before", "after", "shift")
    return _told(phrase, ref, int(step.value) if step else 0, unit_of(phrase))


def _told(phrase: Phrase, ref: Reference, count: float, unit: str) -> Sense | None:
    base = (ref.before if unit == "D" else ref.around or ref.before) or ref.day
    if unit.startswith("T"):
        return None
    day = shift(base, count, unit) if base else None
    value = at_grain(day, unit) if day else "XXXX-XX-XX"
    return Sense("DATE", value, relative=True, told=True, modifier=modifier(phrase))


def week_of(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the week of March 6"."""
    day = _named_day(phrase, ref)
    unit = unit_of(phrase)
    return Sense("DATE", at_grain(day, unit), True) if day and unit in ("W", "WE") else None


def beside(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the day after Christmas", "the week before Easter"."""
    day, unit = _named_day(phrase, ref), unit_of(phrase)
    if day is None or unit.startswith("T"):
        return None
    found = shift(day, phrase.number("before", "after"), unit)
    return Sense("DATE", at_grain(found, unit), relative=True) if found else None


def _named_day(phrase: Phrase, ref: Reference) -> dt.date | None:
    named = day_of(phrase, ref)
    bounds = interval(named.value) if named else None
    return bounds[0].date() if bounds else None


def ago(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "three years ago", "a week ago", "several months ago", "two hours ago"."""
    unit, count = unit_of(phrase), count_of(phrase)
    if count is None:
        return Sense("DATE", "PAST_REF", relative=True)
    return _counted(ref.day, ref.at, -count, unit, told=False)


def later(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "two days later", "a year earlier", "hours later": from the day told before."""
    unit, count = unit_of(phrase), count_of(phrase)
    step = phrase.get("shift", "before", "after")
    if count is None or step is None:
        return Sense("DURATION", duration(None, unit))
    if unit.startswith("T"):
        return Sense("DURATION", duration(count, unit))
    base = ref.before if unit == "D" else ref.around or ref.before
    return _counted(base or ref.day, None, count * int(step.value), unit, told=True)


def _counted(
    day: dt.date | None, at: dt.datetime | None, count: float, unit: str, *, told: bool
) -> Sense | None:
    if unit.startswith("T"):
        if at is None:
            return Sense("DATE", at_grain(day, "D") if day else "PAST_REF", relative=True)
        size = {"TS": 1, "TM": 60, "TH": 3600}[unit]
        try:
            moment = at.replace(tzinfo=None) + dt.timedelta(seconds=count * size)
        except OverflowError:
            return None
        return Sense("TIME", moment.strftime("%Y-%m-%dT%H:%M"), relative=True)
    if day is None:
        return Sense("DATE", "XXXX-XX-XX", relative=True, told=told)
    if count != int(count):
        count, unit = count * 12, "M" if unit == "Y" else unit
    found = shift(day, count, unit)
    grain = "Y" if unit == "E" else unit  # "a decade ago" names a year, not ten
    return Sense("DATE", at_grain(found, grain), relative=True, told=told) if found else None


def lone_unit(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the year", "the quarter", where nothing else is said; "day" alone is a duration."""
    if phrase.has("quarter", "period"):
        return completed(phrase, ref)
    return definite(phrase, ref) if phrase.has("the") else length(phrase, ref)


def year_before(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the year-earlier period", "year-ago": a unit before the period of the report."""
    unit = unit_of(phrase)
    short = phrase.has("period", "quarter")
    if ref.day is None or unit.startswith("T"):
        return None
    day = shift(ref.day, -1, phrase.code("unit"))
    day = shift(day, -1, "Q") if day and short else day
    return Sense("DATE", at_grain(day, "Q" if short else unit), relative=True) if day else None


def completed(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the latest quarter", "the quarter": the last one that has ended."""
    if ref.day is None:
        return Sense("DATE", "XXXX-QX", relative=True)
    step = phrase.get("this", "next")
    day = shift(ref.day, int(step.value) if step else -1, "Q")
    return Sense("DATE", at_grain(day, "Q") if day else "XXXX-QX", relative=True)


def definite(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the end of the year", "year-end", "the week": the one of publication."""
    unit = unit_of(phrase)
    if unit.startswith("T"):
        return None
    value = at_grain(ref.day, unit) if ref.day else "XXXX"
    return Sense("DATE", value, relative=True, modifier=modifier(phrase))
