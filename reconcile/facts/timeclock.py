"""Times of day: "8.40pm", "20:45 GMT Tuesday", "Friday night", "noon", "overnight"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facts.timeresolve import deictic, feast, month_day, weekday, whole
from reconcile.facts.timesense import Phrase, Reference, Sense, beside_told, modifier
from reconcile.facts.timevalues import shift

_PART_VALUES = {"DA": "MO", "DU": "EV"}
_FIGURES = re.compile(r"(\d{1,2}?)(?:[:.]?(\d\d))?(?:[:.](\d\d))?\s*-?(?:([ap]).*)?$")


def day_of(phrase: Phrase, ref: Reference) -> Sense | None:
    """Return the day that an expression of time names beside the hour; None where it names none."""
    readers = {
        "whole": whole,
        "month": month_day,
        "weekday": weekday,
        "deictic": deictic,
        "holiday": feast,
    }
    for kind, reader in readers.items():
        if phrase.has(kind):
            return reader(phrase, ref)
    return None


def _placed(phrase: Phrase, ref: Reference, hour: str, later: int = 0) -> Sense:
    """Put an hour on its day: the one named, else the one told just before, else publication's."""
    zones = [str(w.value or w.text.upper()) for w in phrase.words if w.kind == "zone"]
    name = next((z for z in zones if z), "")
    named = day_of(phrase, ref)
    if named is not None:
        value = _moved(named.value, later)
        return Sense(
            "TIME", f"{value}T{hour}", named.relative, zone=name, modifier=_modifier(phrase)
        )
    base = ref.before or ref.day
    moved = shift(base, later, "D") if base else None
    day = moved.isoformat() if moved else "XXXX-XX-XX"
    return Sense("TIME", f"{day}T{hour}", True, told=True, zone=name, modifier=_modifier(phrase))


def _modifier(phrase: Phrase) -> str:
    return "SMALL" if phrase.has("hours_of") else modifier(phrase)


def _moved(value: str, days: int) -> str:
    try:
        return (dt.date.fromisoformat(value) + dt.timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return value


def clock(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "8.40pm", "2:30 a.m. Tuesday", "0700 GMT", "five o'clock"; no hour of 25."""
    word = phrase.get("clock")
    hour, minute, second, half = 0, "00", "", ""
    if word is None:
        hour = phrase.number("day", "number")
    else:
        figures = word.text.replace(" ", "")
        if figures.isdigit() and len(figures) == 4:
            figures = f"{figures[:2]}:{figures[2:]}"
        m = _FIGURES.match(figures)
        if m is None:
            return None
        hour, minute, second, half = int(m[1]), m[2] or "00", m[3] or "", m[4] or ""
    part = phrase.code("part")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif part in ("AF", "EV", "NI", "DU") and hour < 12:
        hour += 12
    if hour > 24:
        return None
    return _placed(phrase, ref, f"{hour:02}:{minute}" + (f":{second}" if second else ""))


def noon(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "noon Saturday", "midnight"; midnight ends the day that it is named with.

    Only "after midnight on Friday" is the start of Friday.
    """
    hour = phrase.code("noon")
    named = day_of(phrase, ref) is not None
    if hour == "00:00" and named and ref.cue not in ("after", "past", "since"):
        return _placed(phrase, ref, "24:00")
    return _placed(phrase, ref, hour)


def part(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "Friday night", "this morning", "last night", "the evening", "early hours of Friday"."""
    code = phrase.code("part") or "MO"
    code = _PART_VALUES.get(code, code)
    step = phrase.get("last", "this", "next", "that")
    if phrase.has("weekday", "month", "deictic", "holiday", "whole"):
        return _placed(phrase, ref, code)
    if phrase.has("before", "after"):
        return _placed(phrase, ref, code, phrase.number("before", "after"))
    if step is None or step.kind == "that" or ref.day is None:
        return _placed(phrase, ref, code)
    if beside_told(phrase, step):
        return _placed(phrase, ref, code, int(step.value))
    day = shift(ref.day, int(step.value), "D")
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Sense("TIME", f"{value}T{code}", True, modifier=_modifier(phrase))


def tonight(phrase: Phrase, ref: Reference) -> Sense | None:
    """Read "tonight" and "overnight": the night after and the night before publication."""
    day = shift(ref.day, phrase.number("tonight"), "D") if ref.day else None
    return Sense("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}TNI", True)
