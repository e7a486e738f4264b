"""Read the numbers of a text, in digits and in words: "13,000", "twenty-five", "half a dozen", "10-20".

A number here is still bare: what it measures or counts is found elsewhere. Vague words stand for the
interval that a reader takes them for: "dozens" is 24 to 99, "several" 3 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
# what the plural alone says: "hundreds" is 200 to 999, "scores" 40 to 99
CROWDS = {
    "dozens": (12.0, 24.0, 99.0),
    "scores": (20.0, 40.0, 99.0),
    "tens": (10.0, 20.0, 99.0),
    "hundreds": (1e2, 200.0, 999.0),
    "thousands": (1e3, 2e3, 9_999.0),
    "millions": (1e6, 2e6, 9_999_999.0),
    "billions": (1e9, 2e9, 9_999_999_999.0),
    "trillions": (1e12, 2e12, 9_999_999_999_999.0),
}
VAGUE = {"several": (3.0, 9.0), "few": (2.0, 9.0), "handful": (3.0, 6.0), "couple": (2.0, 2.0)}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
PARTS |= {"ninth": 9, "tenth": 10}
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?|\.\d+"
# letters may touch digits only as the code of a currency: "AUD1.5m", "RM79"; "S22" is a name
_CODED = r"(?<![^\W\d_])|(?<=\b[A-Z]{3})|(?<=\bRM)|(?<=\bPS)|(?<=\bRs)|(?<=\$US)|(?<=\$NZ)|(?<=\$HK)|(?<=\$A)|(?<=\$C)"
_GLYPH = "[" + "".join(GLYPHS) + "]"
_WORD = "|".join(sorted([*SMALL, *TENS, *SCALES, *CROWDS, *VAGUE], key=len, reverse=True))
_PART = "|".join(f"{part}s?" for part in PARTS if part not in ("half",)) + "|half|halves"
_ATOM = re.compile(
    rf"""(?<![\w@#])(?:
        (?P<mixed>\d+)[ ]?(?:(?P<glyph>{_GLYPH})|(?<=\s)(?P<top>\d)/(?P<bottom>\d{{1,2}})(?![\d/]))
      | (?P<over>\d{{1,2}})/(?P<under>\d{{1,2}})(?![\d/])
      | (?P<part>{_GLYPH})
    )|(?P<digits>(?<![\d.,/:_@#])(?:{_CODED})(?:{_DIGITS})(?!\d|[.,:]\d))
     |(?<![^\W\d_])(?P<word>{_WORD})(?![^\W_])
     |\b(?P<fraction>{_PART})\b""",
    re.X | re.I,
)


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


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    kind: str  # digits, small, tens, scale, crowd, vague, part
    value: float
    word: str = ""


def parse_number(words: str) -> Number | None:
    """Return the number that the words are, from first to last, or None: "half a dozen" is 6."""
    found = list(find_numbers(words.strip()))
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words.strip())):
        return found[0]
    return None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers between two places of a text, ranges joined, in text order."""
    atoms = [_atom(m) for m in _ATOM.finditer(text, start, len(text) if end is None else end)]
    singles = list(_singles(atoms, text, start))
    k = 0
    while k < len(singles):
        joined = _range(singles[k], singles[k + 1], text) if k + 1 < len(singles) else None
        yield joined or singles[k]
        k += 2 if joined else 1


def _atom(match: re.Match[str]) -> _Atom:
    at, got = (match.start(), match.end()), match.groupdict()
    if got["digits"]:
        return _Atom(*at, "digits", float(got["digits"].replace(",", "")))
    if got["mixed"]:
        share = GLYPHS[got["glyph"]] if got["glyph"] else int(got["top"]) / int(got["bottom"])
        return _Atom(*at, "digits", int(got["mixed"]) + share)
    if got["part"]:
        return _Atom(*at, "ratio", GLYPHS[got["part"]])
    if got["over"]:
        top, bottom = int(got["over"]), int(got["under"])
        # only what a measure is printed in: 9/11 and 24/7 are names
        if top < bottom and bottom in (2, 3, 4, 5, 8, 10, 16, 32):
            return _Atom(*at, "ratio", top / bottom)
        return _Atom(*at, "other", 0.0)
    word = (got["word"] or got["fraction"]).lower()
    for kind, table in (("small", SMALL), ("tens", TENS), ("scale", SCALES)):
        if word in table:
            return _Atom(*at, kind, float(table[word]), word)
    if word in CROWDS or word in VAGUE:
        return _Atom(*at, "crowd" if word in CROWDS else "vague", 0.0, word)
    singular = "half" if word == "halves" else word.removesuffix("s")
    return _Atom(*at, "part", 1 / PARTS[singular], word)


def _singles(atoms: list[_Atom], text: str, start: int) -> Iterator[Number]:
    k = 0
    while k < len(atoms):
        found, used = _read(atoms, k, text, start)
        if found:
            yield found
        k += max(1, used)


_AN = re.compile(r"\b(a|an|the|an? (?:mere|record|good|full|whole)) $", re.I)


def _read(atoms: list[_Atom], k: int, text: str, start: int) -> tuple[Number | None, int]:
    """Read one number from the atom at k on; return it and how many atoms it took."""
    atom = atoms[k]
    if atom.kind in ("crowd", "vague"):
        return _vague(atoms, k, text, start)
    if atom.kind == "part":
        return _share(atoms, k, text, start)
    if atom.kind == "ratio":
        return _make(atom.start, atom.end, atom.value), 1
    if atom.kind == "other":
        return None, 1
    value, used, last = _cardinal(atoms, k, text)
    first, end = atom.start, atoms[k + used - 1].end
    if atom.kind == "scale":
        before = _AN.search(text, max(start, first - 10), first)
        if not before:
            return None, 1
        first = before.start() if before[1].lower().startswith("a") else first
    elif k + used < len(atoms) and (share := _over(atoms[k + used], value, text, first, end)):
        return share, used + 1
    half = re.compile(
        r"[ -]and[ -]an?[ -](half|quarter)\b(?: (million|billion|trillion|dozen))?", re.I
    )
    if atom.word != "one" or half.match(text, end):
        more = half.match(text, end)
        if more:
            value += 0.5 if more[1].lower() == "half" else 0.25
            value *= SCALES[more[2].lower()] if more[2] else 1
            took = sum(a.start < more.end() for a in atoms[k + used :])
            return _make(first, more.end(), value, spelled=True), used + took
    spelled = atom.kind != "digits"
    number = _make(first, end, value, spelled=spelled, scaled=last, unit_value=atom.value)
    return number, used


def _cardinal(atoms: list[_Atom], k: int, text: str) -> tuple[float, int, bool]:
    """Add up the words of one cardinal: value, atoms taken, whether a scale was among them."""
    total, current, used, scaled = 0.0, 0.0, 0, False
    ceiling = float("inf")
    while k + used < len(atoms):
        atom = atoms[k + used]
        if used and not _adjoins(atoms[k + used - 1], atom, text):
            break
        if atom.kind == "digits" and not used:
            current = atom.value
        elif atom.kind in ("small", "tens") and _fits(current, atom, used, atoms[k]):
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


def _fits(current: float, atom: _Atom, used: int, first: _Atom) -> bool:
    if not used:
        return True
    if first.kind == "digits":
        return False
    if atom.kind == "small" and atom.value < 10 and current % 100 in TENS.values():
        return True
    return current % 100 == 0


def _adjoins(before: _Atom, after: _Atom, text: str) -> bool:
    gap = text[before.end : after.start].lower()
    if gap in (" ", "-", "\n") or (not gap and after.kind == "scale"):
        return True
    return gap == " and " and before.kind == "scale" and after.kind in ("small", "tens")


def _over(part: _Atom, top: float, text: str, start: int, end: int) -> Number | None:
    """Read "two-thirds", "three quarters", where the count before the part is small."""
    gap = text[end : part.start]
    if part.kind != "part" or gap not in ("-", " ") or not 1 <= top <= 9:
        return None
    if (top > 1) != part.word.endswith("s") or part.word == "half":
        return None
    return replace(_make(start, part.end, top * part.value), ratio=True, spelled=True)


def _vague(atoms: list[_Atom], k: int, text: str, start: int) -> tuple[Number | None, int]:
    """Read "dozens", "several hundred", "tens of thousands", "a few", "a handful of"."""
    atom, first, used = atoms[k], atoms[k].start, 1
    before = _AN.search(text, max(start, first - 10), first)
    if atom.word in ("handful", "couple", "few"):
        # "few people" says nothing about how many, "the couple" are man and wife
        if not before or before[1].lower() == "the":
            return None, 1
        first = before.start()
    if atom.kind == "crowd":
        value, low, high = CROWDS[atom.word]
    else:
        low, high = VAGUE[atom.word]
        value = low
    after = atoms[k + 1] if k + 1 < len(atoms) else None
    gap = text[atom.end : after.start].lower() if after else ""
    end = atom.end
    if after and after.kind == "scale" and gap in (" ", " of "):
        value, low, high = value * after.value, low * after.value, high * after.value
        used, end = 2, after.end
    elif after and after.kind == "crowd" and gap == " of ":
        scale = CROWDS[after.word][0]
        # "tens of thousands": 10,000 to 99,999 however the first word would read alone
        value, low, high = value * scale, value * scale, (value * 10) * scale - 1
        used, end = 2, after.end
    elif atom.word == "tens":
        return None, 1
    return Number(first, end, value, low, high, "vague", spelled=True), used


_OF_WHOLE = re.compile(
    r"[ -](?:of\b|the\b|an?\b|its\b|their\b|his\b|her\b|all\b|million|billion)", re.I
)
_NOT_SHARE = re.compile(
    r"\b(?:first|second|third|fourth|last|latter|other|better|final|this|next|each|in|at) $", re.I
)


def _share(atoms: list[_Atom], k: int, text: str, start: int) -> tuple[Number | None, int]:
    """Read "half a dozen", "half of", "a third of", "a quarter million"; not "the third quarter"."""
    atom = atoms[k]
    after = atoms[k + 1] if k + 1 < len(atoms) else None
    gap = text[atom.end : after.start].lower() if after else ""
    before = re.search(r"\b(?:an?|one)[ -]$", text[max(start, atom.start - 5) : atom.start], re.I)
    if after and after.kind == "scale" and gap in (" a ", " ", "-", "-a-", " of a "):
        if atom.word in ("half", "quarter"):
            first = atom.start - (len(before[0]) if before else 0)
            return _make(first, after.end, atom.value * after.value, spelled=True), 2
    if atom.word.endswith("s") or not _OF_WHOLE.match(text, atom.end):
        return None, 1
    if _NOT_SHARE.search(text, max(start, atom.start - 12), atom.start):
        return None, 1
    first = atom.start - (len(before[0]) if before else 0)
    if atom.word != "half" and (not before or not text.startswith(" of", atom.end)):
        return None, 1
    return replace(_make(first, atom.end, atom.value, spelled=True), ratio=True), 1


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


_TO = re.compile(r"\s?(?:-|–|—|to|or)\s?", re.I)
_IN = re.compile(r"[ -](?:in(?: every)?|out of(?: every)?)[ -]", re.I)
_FROM = re.compile(r"\bfrom (?:about )?\Z", re.I)
_BY = re.compile(r"\bby \Z", re.I)
_BETWEEN = re.compile(r"\bbetween(?: \w+)? $", re.I)


def _range(a: Number, b: Number, text: str) -> Number | None:
    """Join "10-20", "10 to 20", "between 10 and 20" and "1 in 5"; None where two numbers stand."""
    gap = text[a.end : b.start]
    if len(gap) > 14 or a.bound == "vague" or b.bound == "vague":
        return None
    if _IN.fullmatch(gap) and 1 <= a.value < b.value and a.value < 10 and not b.scaled:
        if re.match(r" (?:years?|days?|months?|weeks?|hours?|minutes?)\b", text[b.end : b.end + 9]):
            return None
        share = _make(a.start, b.end, a.value / b.value, spelled=a.spelled)
        return replace(share, ratio=True)
    between = _BETWEEN.search(text, max(0, a.start - 20), a.start)
    if gap.lower() == " and " and between:
        return _spread(a, b, between.start())
    if not _TO.fullmatch(gap):
        return None
    word = gap.strip().lower()
    if word in ("to", "or") and gap.strip() == gap:
        return None
    if word == "or" and not (a.value < b.value <= 2 * a.value + 2):
        return None
    if word == "to" and _FROM.search(text, max(0, a.start - 12), a.start):
        return None
    if word == "to" and _BY.search(text, max(0, a.start - 4), a.start) and b.value > 3 * a.value:
        return None  # "rose by 3 to 31" tells a step and a sum
    return _spread(a, b, a.start)


def _spread(a: Number, b: Number, start: int) -> Number | None:
    """Make the closed interval from a to b; "5 to 10 million" lends its scale to the 5."""
    low = a.value
    if b.scaled and not a.scaled and a.value < b.value and a.value < 1000:
        low = a.value * (b.value / b.unit_value) if b.unit_value else a.value
    if low >= b.value or a.ratio != b.ratio:
        return None
    spelled = a.spelled and b.spelled
    return Number(start, b.end, low, low, b.value, "between", a.ratio, spelled, b.scaled)
