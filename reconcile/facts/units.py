"""Read the unit printed after a number, and convert between units. The only door to pint."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reconcile.facts.unitwords import MARKS, WORDS, Unit
from reconcile.model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

# what a rate may be per, beside any unit: "$98 a share", "15 a head"
_PER = (
    "share person head capita piece night game match household unit student employee vehicle "
    "passenger user customer tree case day"
).split()

_RUN = re.compile(r"([ -]?)([^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,3})")
_MARK = re.compile(r"([ -]?)([^\s,;:()\[\]\"“”–—-]+(?:-lbs?|-ft)?)")
_RATE = re.compile(
    r"(?P<by>[ -](?:per|an?|each|every)[ -]|/)(?P<word>(?:(?:square|cubic) )?[A-Za-z]+[2²3³]?)(?!\w)"
    r"(?! (?:ago|earlier|later|before|after))"
)
# symbols of one letter touch the number, but for these; "a" and "l" with a space are words
_LOOSE = {"C", "F", "W", "V", "m", "$", "€", "£", "°", "%", "″", "′", "º"}
_NEVER_LOOSE = {"in.", "in", "pc", "mb", "db", "rad"}


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the unit printed right after a number that ends at a place, and where it ends."""
    return _word_after(text, at) or _mark_after(text, at)


def _word_after(text: str, at: int) -> tuple[Unit, int] | None:
    match = _RUN.match(text, at)
    if not match:
        return None
    ends = [m.end() for m in re.finditer(r"[^\W\d_]+\.?", match[2])]
    for end in reversed(ends):
        key = match[2][:end].lower().replace("-", " ")
        unit = WORDS.get(key) or WORDS.get(key.rstrip("."))
        if unit:
            kept = end if key in WORDS else end - 1
            return unit, match.start(2) + kept
    return None


def _mark_after(text: str, at: int) -> tuple[Unit, int] | None:
    match = _MARK.match(text, at)
    if not match:
        return None
    whole = match[2]
    for mark in (whole, whole.rstrip(".'’?!"), whole.split("/")[0], whole[:1]):
        if mark in MARKS and (mark == whole or not whole[len(mark)].isalnum()):
            loose = bool(match[1])
            per = whole[len(mark) :].startswith("/")
            if (
                loose
                and not per
                and ((len(mark) == 1 and mark not in _LOOSE) or mark in _NEVER_LOOSE)
            ):
                return None
            return MARKS[mark], match.start(2) + len(mark)
    return None


def rate_after(text: str, at: int) -> tuple[str, int] | None:
    """Return what a rate is per ("hour", "share") and where that ends, when one is printed here."""
    match = _RATE.match(text, at)
    if not match:
        return None
    word, by = match["word"], match["by"].strip(" -")
    unit = WORDS.get(word.lower()) or MARKS.get(word) or (MARKS.get(word.lower()) if by else None)
    if word == "annum":
        return "year", match.end()
    if word == "h" and by == "/":
        return "hour", match.end()
    if by in ("a", "an", "each", "every"):
        # "a" is an article as often; only time, goods by measure and the words above are rates
        if not (unit and unit.dimension in ("time", "mass", "volume")) and word.lower() not in _PER:
            return None
    elif by == "/" and not unit and word.lower() not in _PER:
        return None
    return unit.name if unit else word.lower(), match.end()


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Any]:
    import pint

    return pint.UnitRegistry(cache_folder=None)


# names that pint spells differently
_PINT = {
    "metric ton": "metric_ton",
    "pound-mass": "pound",
    "long ton": "long_ton",
    "imperial gallon": "imperial_gallon",
    "nautical mile": "nautical_mile",
    "celsius": "degC",
    "fahrenheit": "degF",
    "percentage": "percent",
    "foot pound-force": "foot * pound_force",
    "mile per gallon": "mile / gallon",
    "light-year": "light_year",
    "acre-foot": "acre_foot",
    "parts-per-million": "ppm",
    "barrel": "oil_bbl",
    "degree": "",
}


def _expression(name: str) -> str:
    whole, _, per = name.partition(" per ")
    if name in _PINT or not per:
        word = _PINT.get(name, name)
        for power, sign in (("square ", "**2"), ("cubic ", "**3")):
            if word.startswith(power):
                return word.removeprefix(power) + sign
        return word.replace(" hour", " * hour")
    return f"({_expression(whole)}) / ({_expression(per)})"


def to_unit(q: Quantity, unit: str) -> tuple[float, float] | None:
    """Return the interval of a quantity in another unit, by its canonical name.

    None when the dimensions differ or one of the units is not physical: money is never converted.
    """
    if q.unit == unit:
        return q.low, q.high
    if not q.unit or not unit:
        return None
    factor = _line(q.unit, unit)
    if factor is None:
        return None
    slope, offset = factor
    return tuple(end if math.isinf(end) else slope * end + offset for end in (q.low, q.high))  # type: ignore[return-value]


@lru_cache(maxsize=512)
def _line(a: str, b: str) -> tuple[float, float] | None:
    """Return slope and offset that turn values of unit a into values of unit b."""
    import pint

    registry = _registry()
    try:
        zero, one = (
            float(registry.Quantity(x, _expression(a)).to(_expression(b)).magnitude)
            for x in (0.0, 1.0)
        )
    except (pint.PintError, AttributeError, TypeError, ValueError, ZeroDivisionError):
        return None
    return one - zero, zero
