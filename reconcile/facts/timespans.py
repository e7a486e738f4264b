"""How long and how often: "nine months", "every Monday"; and words like "now" and "recently"."""

from __future__ import annotations

from reconcile.facts.timesense import Phrase, Reference, Sense
from reconcile.facts.timevalues import duration


def unit_of(phrase: Phrase) -> str:
    """Return the code of the unit: D, W, M, Q, Y, TH …"""
    return phrase.code("unit", "units", "quarter", "quarters", "weekend", "weekends")


def count_of(phrase: Phrase) -> float | None:
    """Return how many units; None for "some", "several" and bare plurals."""
    word = phrase.get("number", "day", "half", "year")
    if word is not None:
        return float(word.value)
    if phrase.has("few", "units", "quarters", "weekends"):
        return None
    return 1.0


def length(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "nine months", "three-day", "half an hour", "weeks"."""
    unit = unit_of(phrase)
    if unit == "WE":
        return None
    count = count_of(phrase)
    if phrase.has("plus_half") and phrase.has("an"):
        count = 1.5
    return Sense("DURATION", duration(count, unit))


def every(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "every Monday", "each year", "every two weeks", "Tuesday nights", "twice a week"."""
    part = phrase.code("part", "parts")
    hours = f"T{part}" if part else ""
    if phrase.has("weekday", "weekdays"):
        return Sense("SET", f"XXXX-WXX-{phrase.code('weekday', 'weekdays')}{hours}")
    if hours:
        return Sense("SET", f"XXXX-XX-XX{hours}")
    if phrase.has("month"):
        return Sense("SET", f"XXXX-{phrase.number('month'):02}")
    if phrase.has("season", "seasons", "weekend", "weekends"):
        season = phrase.code("season", "seasons")
        return Sense("SET", f"XXXX-{season or 'WXX-WE'}")
    if phrase.has("repeat", "an", "per"):
        return Sense("SET", duration(1, phrase.code("unit")))
    return Sense("SET", duration(2 if phrase.has("other_") else count_of(phrase), unit_of(phrase)))


def often(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "daily", "weekly", "annually"."""
    return Sense("SET", phrase.code("often"))


def lasting(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "daylong", "weeklong"."""
    return Sense("DURATION", phrase.code("lasting"))


def vague(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "now", "recently", "the future"."""
    return Sense("DATE", phrase.code("vague", "future"))


def recent(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "recent", "recent weeks"; of recent years no number is meant."""
    unit = unit_of(phrase)
    if not unit or unit == "Y":
        return Sense("DATE", "PAST_REF")
    return Sense("DURATION", duration(None, unit))


_LONE = {"current": "PRESENT_REF", "later": "FUTURE_REF", "past": "PAST_REF"}
_LONE |= {"previously": "PAST_REF", "earlier": "PAST_REF", "once": "PAST_REF"}


def lone_word(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "previously", "already", "the past", where nothing else is said."""
    word = phrase.words[-1]
    value = str(word.value) if word.kind == "loose" else _LONE.get(word.text, "")
    return Sense("DATE", value) if value else None
