"""What each form of expression means: kinds of words and a reference day in, a TIMEX3 value out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.facts.timetokens import Word
from reconcile.facts.timevalues import at_grain, holiday, shift


@dataclass(frozen=True, slots=True)
class Reference:
    """What an expression is read against."""

    day: dt.date | None = None  # of publication
    at: dt.datetime | None = None
    tense: str = ""  # "past", "future", "" when nothing shows it
    before: dt.date | None = None  # the day told just before, for "the next day"


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means."""

    type: str
    value: str
    relative: bool = False  # needs the publication date
    told: bool = False  # needs the day told just before
    modifier: str = ""  # START, MID, END: "early", "mid", "late"
    zone: str = ""


class Phrase:
    """The words of one expression, asked for by kind."""

    __slots__ = ("words",)

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def get(self, *kinds: str) -> Word | None:
        """Return the first word of one of the kinds."""
        return next((w for w in self.words if w.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        """Tell whether a word of one of the kinds is there."""
        return any(w.kind in kinds for w in self.words)

    def number(self, *kinds: str) -> int:
        """Return the value of the first word of one of the kinds as a whole number."""
        word = self.get(*kinds)
        return int(float(word.value)) if word is not None else 0

    def code(self, *kinds: str) -> str:
        """Return the value of the first word of one of the kinds as text, "" when there is none."""
        word = self.get(*kinds)
        return str(word.value) if word is not None else ""


def modifier(phrase: Phrase) -> str:
    """Return START, MID or END for "early May", "mid-May", "the end of May"."""
    return phrase.code("early", "edge")


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
    month_first = second > 12 or ("/" in text and first <= 12)
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
    found = nearest(ref, lambda y: _date(y, month, day))
    if found is None:
        return Sense("DATE", f"XXXX-{month:02}-{day:02}", relative=True)
    return Sense("DATE", found.isoformat(), relative=True)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest(ref: Reference, make) -> dt.date | None:  # type: ignore[no-untyped-def]
    """Return the day nearest to publication among three years; tense decides first."""
    if ref.day is None:
        return None
    here = ref.day
    days = [d for y in (here.year - 1, here.year, here.year + 1) if (d := make(y))]
    if ref.tense == "past":
        days = [d for d in days if d <= here] or days
    elif ref.tense == "future":
        days = [d for d in days if d >= here] or days
    return min(days, key=lambda d: abs((d - here).days), default=None)


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


def _month_year(phrase: Phrase, ref: Reference, number: int) -> int:
    assert ref.day is not None
    year, here = ref.day.year, ref.day.month
    if phrase.has("last"):
        return year if number < here else year - 1
    if phrase.has("next"):
        return year if number > here else year + 1
    if phrase.has("this"):
        return year
    months = [(y, 12 * (y - year) + number - here) for y in (year - 1, year, year + 1)]
    if ref.tense == "past":
        months = [m for m in months if m[1] <= 0]
    elif ref.tense == "future":
        months = [m for m in months if m[1] >= 0]
    return min(months, key=lambda m: abs(m[1]))[0]


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
    if phrase.code("unit") != "C":
        return None
    return Sense("DATE", f"{phrase.number('ordinal') - 1:02}", modifier=modifier(phrase))


def quarter(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "the third quarter", "the first half of 2016"."""
    half = phrase.has("half")
    ordinal = phrase.get("ordinal", "last")
    number = (2 if half else 4) if ordinal is None or ordinal.kind == "last" else int(ordinal.value)
    if number > (2 if half else 4):
        return None
    year = year_of(phrase, ref)
    letter = "H" if half else "Q"
    if year is not None:
        return Sense("DATE", f"{year:04}-{letter}{number}")
    if ref.day is None:
        return Sense("DATE", f"XXXX-{letter}{number}", relative=True)
    span = 6 if half else 3
    found = nearest(ref, lambda y: dt.date(y, span * number - 1, 15))
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
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
    here = ref.day.month
    year = ref.day.year
    last_told = any(w.kind == "last" and w.text != "latest" for w in phrase.words)
    if (last_told and here < middle + 2) or (ref.tense == "past" and here < middle - 1):
        year -= 1
    elif phrase.has("next") and here >= middle - 1:
        year += 1
    if code == "WI" and here < 6 and last_told:
        year = ref.day.year - 1
    return Sense("DATE", f"{year:04}-{code}", relative=True, modifier=mod)


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
    back = (ref.day.isoweekday() - number) % 7
    ahead = -back % 7
    step = phrase.get("last", "this", "next")
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


def deictic(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "yesterday", "today", "the day after tomorrow"."""
    day = shift(ref.day, phrase.number("deictic"), "D") if ref.day else None
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Sense("DATE", value, relative=True, modifier=modifier(phrase))


def that_day(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "that day", "later that year", "the same month": of the day told just before."""
    unit = phrase.code("unit", "quarter", "weekend")
    day = ref.before or ref.day
    if unit.startswith("T"):
        return None
    value = at_grain(day, unit) if day else "XXXX"
    return Sense("DATE", value, relative=True, told=True, modifier=modifier(phrase))
