"""Read single numerals, in digits and in words: "13,000", "twenty-five", "half a dozen", "dozens".

Each piece of a text, with those that follow it, makes one number. Vague words stand for the interval
that a reader takes them for: "dozens" is 24 to 99, "several" 3 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.facts.numberwords import CROWDS, SCALES, TENS, VAGUE, Atom, atoms


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `low` and `high` differ for ranges and vague words."""

    start: int
    end: int
    value: float
    low: float
    high: float
    bound: str = "exact"  # exact, between, vague
    ratio: bool = False  # a part of a whole: "two-thirds", "1 in 5"
    spelled: bool = False  # in letters, wholly or partly: "five", not "5" nor "5 million"
    scaled: bool = False  # a scale word was said: "5 million"
    unit_value: float = 0.0  # before the scale: 33 of "33 billion"


def numerals(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the single numbers between two places of a text, ranges not yet joined."""
    pieces = list(atoms(text, start, end))
    k = 0
    while k < len(pieces):
        found, used = _READERS[pieces[k].kind](pieces, k, text, start)
        if found:
            yield found
        k += max(1, used)


_AN = re.compile(r"\b(a|an|the|an? (?:mere|record|good|full|whole)) $", re.I)
_AND_HALF = re.compile(
    r"[ -]and[ -]an?[ -](half|quarter)\b(?: (million|billion|trillion|dozen))?", re.I
)
_Found = tuple[Number | None, int]  # the number, and how many pieces it took


def _plain(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    """Read a cardinal, with a part behind it: "two-thirds", "two and a half million"."""
    value, used, scaled = _cardinal(pieces, k, text)
    first, end = pieces[k].start, pieces[k + used - 1].end
    if k + used < len(pieces) and (share := _over(pieces[k + used], value, text, first, end)):
        return share, used + 1
    more = _AND_HALF.match(text, end)
    if more:
        value += 0.5 if more[1].lower() == "half" else 0.25
        value *= SCALES[more[2].lower()] if more[2] else 1
        used += sum(a.start < more.end() for a in pieces[k + used :])
        return _make(first, more.end(), value, spelled=True), used
    spelled = pieces[k].kind != "digits"
    return _make(first, end, value, spelled, scaled, pieces[k].value), used


def _scale(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    """Read "a hundred and five", "a million"; a scale without its article is no number."""
    value, used, _ = _cardinal(pieces, k, text)
    before = _AN.search(text, max(start, pieces[k].start - 10), pieces[k].start)
    if not before:
        return None, 1
    first = before.start() if before[1].lower().startswith("a") else pieces[k].start
    end = pieces[k + used - 1].end
    return _make(first, end, value, True, True, pieces[k].value), used


def _fraction(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    share = text.startswith(" of ", pieces[k].end)
    return replace(_make(pieces[k].start, pieces[k].end, pieces[k].value), ratio=share), 1


def _nothing(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    return None, 1


def _cardinal(pieces: list[Atom], k: int, text: str) -> tuple[float, int, bool]:
    """Add up the words of one cardinal: value, pieces taken, whether a scale was among them."""
    total, current, used, scaled = 0.0, 0.0, 0, False
    ceiling = float("inf")
    while k + used < len(pieces):
        atom = pieces[k + used]
        if used and not _adjoins(pieces[k + used - 1], atom, text):
            break
        if atom.kind == "digits" and not used:
            current = atom.value
        elif atom.kind in ("small", "tens") and _fits(current, atom, used, pieces[k]):
            current += atom.value
        elif atom.kind == "scale" and atom.value <= 100 and (not used or current < 100):
            current = (current or 1) * atom.value
            scaled = True
        elif atom.kind == "scale" and atom.value < ceiling and (not used or current):
            total, current = total + (current or 1) * atom.value, 0.0
            ceiling, scaled = atom.value, True
        else:
            break
        used += 1
    return total + current, used, scaled


def _fits(current: float, atom: Atom, used: int, first: Atom) -> bool:
    if not used:
        return True
    if first.kind == "digits":
        return False
    if atom.kind == "small" and atom.value < 10 and current % 100 in TENS.values():
        return True
    return current % 100 == 0


def _adjoins(before: Atom, after: Atom, text: str) -> bool:
    gap = text[before.end : after.start].lower()
    if gap in (" ", "-", "\n") or (not gap and after.kind == "scale"):
        return True
    return gap == " and " and before.kind == "scale" and after.kind in ("small", "tens")


def _over(part: Atom, top: float, text: str, start: int, end: int) -> Number | None:
    """Read "two-thirds", "three quarters", where the count before the part is small."""
    gap = text[end : part.start]
    if part.kind != "part" or gap not in ("-", " ") or not 1 <= top <= 9:
        return None
    if (top > 1) != part.word.endswith("s") or part.word == "half":
        return None
    return replace(_make(start, part.end, top * part.value), ratio=True, spelled=True)


def _crowd(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    """Read "dozens", "hundreds of thousands"; "tens" only with a scale behind it."""
    atom, after = pieces[k], _next(pieces, k, text, (" of ",))
    value, low, high = CROWDS[atom.word]
    if after and after.kind == "crowd":
        # "tens of thousands": 10,000 to 99,999 however the first word would read alone
        low = value * CROWDS[after.word][0]
        return Number(atom.start, after.end, low, low, 10 * low - 1, "vague", spelled=True), 2
    if atom.word == "tens":
        return None, 1
    return Number(atom.start, atom.end, value, low, high, "vague", spelled=True), 1


def _vague(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    """Read "several", "several hundred", "a few", "a handful", "a couple of dozen"."""
    atom, first, end, times, used = pieces[k], pieces[k].start, pieces[k].end, 1.0, 1
    if atom.word != "several":
        # "few people" says nothing about how many, "the couple" are man and wife
        before = _AN.search(text, max(start, first - 10), first)
        if not before or before[1].lower() == "the":
            return None, 1
        first = before.start()
    after = _next(pieces, k, text, (" ", " of "))
    if after and after.kind == "scale":
        times, end, used = after.value, after.end, 2
    low, high = (times * bound for bound in VAGUE[atom.word])
    return Number(first, end, low, low, high, "vague", spelled=True), used


def _next(pieces: list[Atom], k: int, text: str, gaps: tuple[str, ...]) -> Atom | None:
    """Return the atom after k when only one of the gaps stands between them."""
    after = pieces[k + 1] if k + 1 < len(pieces) else None
    return after if after and text[pieces[k].end : after.start].lower() in gaps else None


_OF_WHOLE = re.compile(r"[ -](?:of|the|an?|its|their|his|her|all)\b", re.I)
_NOT_SHARE = re.compile(
    r"\b(?:first|second|third|fourth|last|latter|other|better|final|this|next|each|in|at) $", re.I
)


def _part(pieces: list[Atom], k: int, text: str, start: int) -> _Found:
    """Read "half a dozen", "half of", "a third of", "a quarter million"; not "the third quarter"."""
    atom = pieces[k]
    article = re.search(r"\b(?:an?|one)[ -]$", text[max(start, atom.start - 5) : atom.start], re.I)
    first = atom.start - (len(article[0]) if article else 0)
    after = _next(pieces, k, text, (" a ", " ", "-", "-a-", " of a "))
    if after and after.kind == "scale" and atom.word in ("half", "quarter"):
        return _make(first, after.end, atom.value * after.value, True), 2
    ranked = _NOT_SHARE.search(text, max(start, atom.start - 12), atom.start)
    share = _OF_WHOLE.match(text, atom.end) and not ranked and not atom.word.endswith("s")
    if atom.word != "half":
        # "by a third" is a share; "a third" alone may be one more
        by = text[max(start, first - 3) : first].lower() == "by "
        share = article and ((share and text.startswith(" of", atom.end)) or (by and not ranked))
    return (replace(_make(first, atom.end, atom.value, True), ratio=True) if share else None), 1


def _make(
    start: int,
    end: int,
    value: float,
    spelled: bool = False,
    scaled: bool = False,
    unit_value: float = 0.0,
) -> Number:
    return Number(
        start,
        end,
        value,
        value,
        value,
        spelled=spelled,
        scaled=scaled,
        unit_value=unit_value or value,
    )


_READERS = {
    "digits": _plain,
    "small": _plain,
    "tens": _plain,
    "scale": _scale,
    "crowd": _crowd,
    "vague": _vague,
    "part": _part,
    "ratio": _fraction,
    "other": _nothing,
}
