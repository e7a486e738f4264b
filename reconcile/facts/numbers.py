"""Find the numbers of a text, ranges joined: "13,000", "half a dozen", "10-20", "between 10 and 20".

A number here is still bare: what it measures or counts is found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.facts.numerals import Number, numerals

__all__ = ["Number", "find_numbers", "parse_number"]

_TO = re.compile(r"(?:-|–|—| - | – | — | to | or )", re.I)
_IN = re.compile(r"[ -](?:in(?: every)?|out of(?: every)?)[ -]", re.I)
_FROM = re.compile(r"\bfrom (?:about )?\Z", re.I)
_BY = re.compile(r"\bby \Z", re.I)
_BETWEEN = re.compile(r"\bbetween(?: \w+)? \Z", re.I)
_SPELL = re.compile(r" (?:years?|days?|months?|weeks?|hours?|minutes?)\b", re.I)


def parse_number(words: str) -> Number | None:
    """Return the number that the words are, from first to last, or None: "half a dozen" is 6."""
    words = words.strip()
    found = list(find_numbers(words))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0] if whole else None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers between two places of a text, in text order; places count from its start."""
    singles = list(numerals(text, start, len(text) if end is None else end))
    k = 0
    while k < len(singles):
        joined = _joined(singles[k], singles[k + 1], text) if k + 1 < len(singles) else None
        yield joined or singles[k]
        k += 2 if joined else 1


def _joined(a: Number, b: Number, text: str) -> Number | None:
    """Join two numbers into a range or a ratio; None where they are two."""
    gap = text[a.end : b.start]
    if len(gap) > 14 or "vague" in (a.bound, b.bound):
        return None
    if _IN.fullmatch(gap):
        return _ratio(a, b, text)
    between = _BETWEEN.search(text, max(0, a.start - 20), a.start)
    if gap.lower() == " and " and between:
        return _spread(a, b, between.start())
    if _TO.fullmatch(gap) and not _apart(a, b, text, gap.strip().lower()):
        return _spread(a, b, a.start)
    return None


def _ratio(a: Number, b: Number, text: str) -> Number | None:
    """Read "1 in 5"; not "two in 24 hours"."""
    if not (1 <= a.value < min(b.value, 10)) or b.scaled or _SPELL.match(text, b.end):
        return None
    value = a.value / b.value
    return replace(a, end=b.end, value=value, low=value, high=value, ratio=True)


def _apart(a: Number, b: Number, text: str, word: str) -> bool:
    """Tell whether two numbers with "to" or "or" between them are a change or a choice."""
    if word == "or":
        return not a.value < b.value <= 2 * a.value + 2
    if word != "to":
        return False
    # "from 20 to 32" is a change; "rose by 3 to 31" tells a step and a sum
    stepped = _BY.search(text, max(0, a.start - 4), a.start) and b.value > 3 * a.value
    return bool(_FROM.search(text, max(0, a.start - 12), a.start) or stepped)


def _spread(a: Number, b: Number, start: int) -> Number | None:
    """Make the closed interval from a to b; "5 to 10 million" lends its scale to the 5."""
    low = a.value
    if b.scaled and not a.scaled and a.value < b.value and a.value < 1000:
        low = a.value * (b.value / b.unit_value) if b.unit_value else a.value
    if low >= b.value or a.ratio != b.ratio:
        return None
    spelled = a.spelled and b.spelled
    return Number(start, b.end, low, low, b.value, "between", a.ratio, spelled, b.scaled)
