"""Join the words of one number: "twenty-five", "two and a half", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.timewords import Word

_TENS = frozenset(range(20, 100, 10))
_CENTURIES = frozenset((18, 19, 20))
Joined = tuple[int, Word]


def joined_number(words: Sequence[Word]) -> Joined | None:
    """Return how many words at the end make one number, and the number; None for no number."""
    if len(words) < 2:
        return None
    before, last = words[-2], words[-1]
    if last.kind == "plus_half":
        hyphen = before.kind == "hyphen" and len(words) > 2
        first = words[-3] if hyphen else before
        counts = first.kind in ("number", "day")
        return (2 + hyphen, _number(first, last, float(first.value) + 0.5)) if counts else None
    if last.kind == "hundred" and before.kind in ("number", "an", "day"):
        return 2, _number(before, last, float(before.value) * float(last.value))
    if last.kind != "number" or not last.text[-1].isalpha():
        return None
    if before.kind == "hyphen" and len(words) > 2:
        return _spelt(words[-3], last, 3)
    return _spelt(before, last, 2)


def _spelt(first: Word, last: Word, count: int) -> Joined | None:
    """Join two number words; "nineteen ninety-six" arrives as "nineteen ninety" and "six"."""
    if first.kind not in ("number", "year") or not first.text[-1].isalpha() or "of" in first.text:
        return None
    head, tail = float(first.value), float(last.value)
    if tail < 10 and (head in _TENS or (first.kind == "year" and head % 10 == 0)):
        return count, _number(first, last, head + tail)
    if count == 2 and head in _CENTURIES and 10 <= tail < 100:
        spelt = f"{first.text} {last.text}"
        return count, Word(first.start, last.end, spelt, "year", int(head * 100 + tail))
    return None


def _number(first: Word, last: Word, value: float) -> Word:
    kind = "year" if first.kind == "year" else "number"
    return Word(first.start, last.end, f"{first.text} {last.text}", kind, value)
