"""What dates mean that name a year, month, day or season: words and a reference day in, a value out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from reconcile.facts.timesense import TOLD, Phrase, Reference, Sense, modifier
from reconcile.facts.timevalues import at_grain, holiday, interval, shift


def year_of(phrase: Phrase, ref: Reference) -> int | None:
    """Return the year an expression names: "1998", "last year"; None where it names none."""
    if phrase.has("year"):
        return phrase.number("year")
    steps = phrase.get("last", "this", "next")
    unit = phrase.code("unit")
    if unit == "Y" and steps is not None and ref.day:
        return ref.day.year + int(steps.value)
    return None


def whole(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "2019-12-31", "31.12.2019", "12/31/2019"; figures that are no day are no date."""
    text = phrase.code("whole")
    if text[4] == "-" and text[7] == "-":
        return Sense("TIME" if len(text) > 10 else "DATE", text.upper().replace(" ", "T"))
    first, second, year = (int(p) for p in text.replace("/", "-").replace(".", "-").split("-"))
    usual = "month-first" if "/" in text else "day-first"
    month_first = second > 12 or (first <= 12 and (ref.order or usual) == "month-first")
    month, day = (first, second) if month_first else (second, first)
    return Sense("DATE", f"{year:04}-{month:02}-{day:02}") if month <= 12 and day <= 31 else None


def month_day(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "Dec. 31, 2019", "5 July", "Friday Oct. 13"."""
    month, day = phrase.number("month"), phrase.number("day", "ordinal")
    if not 1 <= day <= 31:
        return None
    year = year_of(phrase, ref)
    if year is not None:
        return Sense("DATE", f"{year:04}-{month:02}-{day:02}")
    found = nearest(ref, lambda y: _date(y, month, day), phrase.number("weekday"))
    if found is None:
        return Sense("DATE", f"XXXX-{month:02}-{day:02}", relative=True)
    return Sense("DATE", found.isoformat(), relative=True)


def day_again(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read the second day of "April 24 and 25": in the month told just before."""
    base, day = ref.before, phrase.number("day")
    found = _date(base.year, base.month, day) if base and day > base.day else None
    return Sense("DATE", found.isoformat(), relative=True) if found else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest(
    ref: Reference, make: Callable[[int], dt.date | None], weekday: int = 0
) -> dt.date | None:
    """Return the day nearest to publication among three years.

    A weekday that is named with the day decides first, then tense, unless the day on the other
    side is much nearer: a report of January knows "Feb. 10" as the next one.
    """
    if ref.day is None:
        return None
    here = ref.day
    days = [d for y in (here.year - 1, here.year, here.year + 1) if (d := make(y))]
    days = [d for d in days if d.isoweekday() == weekday] or days
    distances = [(d - here).days for d in days]
    best = preferred(distances, ref.tense, 30)
    return days[distances.index(best)] if best is not None else None


def preferred(distances: Sequence[int], tense: str, slack: int) -> int | None:
    """Return the distance nearest to zero, on the side of the tense unless three times as far."""
    best = min(distances, key=abs, default=None)
    side = -1 if tense == "past" else 1 if tense == "future" else 0
    if best is None or side == 0:
        return best
    wanted = min((d for d in distances if d * side >= 0), key=abs, default=best)
    return wanted if abs(wanted) <= 3 * abs(best) + slack else best


def month(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "March 2011", "late May", "last June", "June last year", "March"."""
    number = phrase.number("month")
    year = year_of(phrase, ref)
    mod = modifier(phrase)
    if year is not None:
        return Sense("DATE", f"{year:04}-{number:02}", modifier=mod)
    if ref.day is None:
        return Sense("DATE", f"XXXX-{number:02}", relative=True, modifier=mod)
    return Sense(
        "DATE", f"{_month_year(phrase, ref, number):04}-{number:02}", relative=True, modifier=mod
    )


def piece_of_month(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the first week of May", "the last day of June 2015": the month, narrowed."""
    start = next(k for k, w in enumerate(phrase.words) if w.kind == "month")
    found = month(Phrase(phrase.words[start:]), ref)
    part = "END" if phrase.has("last") else "START" if phrase.number("ordinal") < 3 else "MID"
    return None if found is None else replace(found, modifier=part)


def _month_year(phrase: Phrase, ref: Reference, number: int) -> int:
    assert ref.day is not None
    year, here = ref.day.year, ref.day.month
    if phrase.has("last"):
        return year if number < here else year - 1
    if phrase.has("next"):
        return year if number > here else year + 1
    if phrase.has("this"):
        return year
    distances = [number - here + 12 * k for k in (-1, 0, 1)]
    best = preferred(distances, ref.tense, 1)
    return year + (distances.index(best) - 1 if best is not None else 0)


def year(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "1998", "early 1990", "fiscal 1989"."""
    return Sense("DATE", f"{phrase.number('year'):04}", modifier=modifier(phrase))


def decade(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the 1990s", "the late '70s", "the nineties"."""
    digits = phrase.code("decade").strip("'s").replace("'", "").removesuffix("0")
    value = digits if len(digits) == 3 else f"{'20' if digits < '2' else '19'}{digits}"
    return Sense("DATE", value, modifier=modifier(phrase))


def century(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the 20th century"."""
    number = phrase.number("ordinal")
    if phrase.code("unit") != "C" or not 1 <= number <= 30:
        return None
    return Sense("DATE", f"{number - 1:02}", modifier=modifier(phrase))


def quarter(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the third quarter", "the first half of 2016"."""
    half = phrase.has("half")
    ordinal = phrase.get("ordinal", "last")
    number = (2 if half else 4) if ordinal is None or ordinal.kind == "last" else int(ordinal.value)
    if not 1 <= number <= (2 if half else 4):
        return None
    year = year_of(phrase, ref)
    letter = "H" if half else "Q"
    if year is not None:
        return Sense("DATE", f"{year:04}-{letter}{number}")
    if ref.day is None:
        return Sense("DATE", f"XXXX-{letter}{number}", relative=True)
    if phrase.has("fiscal"):
        return Sense("DATE", f"{ref.day.year:04}-{letter}{number}", relative=True)
    span = 6 if half else 3
    found = nearest(ref, lambda y: _date(y, span * number - 1, 15))
    return Sense("DATE", f"{found.year if found else 0:04}-{letter}{number}", relative=True)


def season(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "last fall", "the summer of 2016", "this winter"."""
    code = phrase.code("season")
    year = year_of(phrase, ref)
    mod = modifier(phrase)
    if year is not None:
        return Sense("DATE", f"{year:04}-{code}", modifier=mod)
    if ref.day is None:
        return Sense("DATE", f"XXXX-{code}", relative=True, modifier=mod)
    year = _season_year(phrase, ref, code)
    return Sense("DATE", f"{year:04}-{code}", relative=True, modifier=mod)


def _season_year(phrase: Phrase, ref: Reference, code: str) -> int:
    """Return the year in which the season begins: "last winter" is one that has ended."""
    assert ref.day is not None
    years = [ref.day.year + k for k in (-2, -1, 0, 1)]
    bounds = {y: b for y in years if (b := interval(f"{y:04}-{code}"))}
    here = dt.datetime(ref.day.year, ref.day.month, ref.day.day)
    if phrase.has("last"):
        return max((y for y, (_, end) in bounds.items() if end <= here), default=ref.day.year)
    if phrase.has("next"):
        return min((y for y, (begin, _) in bounds.items() if begin > here), default=ref.day.year)
    distances = {y: (begin - here).days + 45 for y, (begin, _) in bounds.items()}
    best = preferred(list(distances.values()), ref.tense, 30)
    return next((y for y, d in distances.items() if d == best), ref.day.year)


def feast(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "Christmas Day", "last Easter", "Thanksgiving 1999"."""
    rule = phrase.code("holiday")
    year = year_of(phrase, ref)
    if year is not None:
        day = holiday(rule, year)
    elif phrase.has("last") and ref.day:
        day = nearest(Reference(ref.day, tense="past"), lambda y: holiday(rule, y))
    elif phrase.has("next") and ref.day:
        day = nearest(Reference(ref.day, tense="future"), lambda y: holiday(rule, y))
    elif ref.day is None:
        day = holiday(rule, 1) if len(rule) == 10 else None
    else:
        day = nearest(ref, lambda y: holiday(rule, y))
    return Sense("DATE", day.isoformat() if day else "XXXX-XX-XX", relative=year is None)


def weekday(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "Tuesday" by wire convention: the last one, publication day included, unless told."""
    number = phrase.number("weekday")
    if ref.day is None:
        return Sense("DATE", f"XXXX-WXX-{number}", relative=True, modifier=modifier(phrase))
    step = phrase.get("last", "this", "next", "that")
    if step is not None and (step.text in TOLD or step.kind == "that"):
        return _weekday_told(phrase, ref, number, step.text)
    if step is not None and _of_week(phrase):  # "Tuesday of last week"
        monday = shift(ref.day, 7 * phrase.number("last", "this", "next"), "D") or ref.day
        day = shift(monday, number - monday.isoweekday(), "D")
        return Sense("DATE", day.isoformat() if day else "XXXX-XX-XX", relative=True)
    back = (ref.day.isoweekday() - number) % 7
    ahead = -back % 7
    if step is not None and step.kind == "last":
        days = -(back or 7)
    elif step is not None and step.kind == "next":
        days = ahead or 7
    elif step is not None or ref.tense == "future":
        days = ahead
    else:
        days = -back
    day = shift(ref.day, days, "D")
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Sense("DATE", value, relative=True, modifier=modifier(phrase))


def _weekday_told(phrase: Phrase, ref: Reference, number: int, step: str) -> Sense:
    """Read "the following Monday", "that Friday": beside the day told just before."""
    base = ref.before or ref.day or dt.date.min
    back = (base.isoweekday() - number) % 7
    days = -back if step not in TOLD else -(back or 7)
    day = shift(base, days + 7 if step == "following" else days, "D")
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Sense("DATE", value, relative=True, told=True)


def _of_week(phrase: Phrase) -> bool:
    """Tell whether a week is named after the weekday: not in "the day before last Tuesday"."""
    kinds = [w.kind for w in phrase.words]
    return "unit" in kinds[kinds.index("weekday") :]


def deictic(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "yesterday", "today", "the day after tomorrow"."""
    day = shift(ref.day, phrase.number("deictic"), "D") if ref.day else None
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Sense("DATE", value, relative=True, modifier=modifier(phrase))


def that_day(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "that day", "later that year", "the same month": of the day told just before."""
    unit = phrase.code("unit", "quarter", "weekend")
    day = (ref.before if unit == "D" else ref.around or ref.before) or ref.day
    if unit.startswith("T"):
        return None
    value = at_grain(day, unit) if day else "XXXX"
    return Sense("DATE", value, relative=True, told=True, modifier=modifier(phrase))
