"""Know the words for numbers, and cut a text into the pieces that numbers are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_CODED = (
    r"(?<![^\W\d_])|(?<=\b[A-Z]{3})|(?<=\bRM)|(?<=\bPS)|(?<=\bRs)"
    r"|(?<=\$US)|(?<=\$NZ)|(?<=\$HK)|(?<=\$A)|(?<=\$C)"
)
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
class Atom:
    """A piece of a number: figures, a number word, a scale, a part of a whole."""

    start: int
    end: int
    kind: str  # digits, small, tens, scale, crowd, vague, part
    value: float
    word: str = ""


def atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """Yield the pieces of numbers between two places of a text, in order."""
    for match in _ATOM.finditer(text, start, end):
        word = (match["word"] or match["fraction"] or "").lower()
        kind, value = _of_word(word) if word else _of_figures(match.groupdict())
        yield Atom(match.start(), match.end(), kind, value, word)


def _of_figures(got: dict[str, str | None]) -> tuple[str, float]:
    if got["digits"] and len(got["digits"]) > 24:
        return "other", 0.0  # a serial number, if anything
    if got["digits"]:
        return "digits", float(got["digits"].replace(",", ""))
    if got["part"]:
        return "ratio", GLYPHS[got["part"]]
    if got["mixed"]:
        share = GLYPHS[got["glyph"]] if got["glyph"] else _over(got["top"], got["bottom"])
        return "digits", int(got["mixed"]) + share
    value = _over(got["over"], got["under"])
    # only what a measure is printed in: 9/11 and 24/7 are names
    printed = value < 1 and int(got["under"] or 1) in (2, 3, 4, 5, 8, 10, 16, 32)
    return ("ratio", value) if printed else ("other", 0.0)


def _over(top: str | None, bottom: str | None) -> float:
    return int(top or 0) / max(1, int(bottom or 1))


def _of_word(word: str) -> tuple[str, float]:
    for kind, table in (("small", SMALL), ("tens", TENS), ("scale", SCALES)):
        if word in table:
            return kind, float(table[word])
    if word in CROWDS or word in VAGUE:
        return ("crowd" if word in CROWDS else "vague"), 0.0
    return "part", 1 / PARTS["half" if word == "halves" else word.removesuffix("s")]
