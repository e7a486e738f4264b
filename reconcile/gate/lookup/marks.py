"""Take from a report the marks by which others of its incident are known: words, names, figures, day.

No model is asked: names are words that are never printed small, other words count by their stem.
What is kept is small (a few kilobytes), for thousands of reports are held at once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from reconcile.gate.lookup.everyday import EVERYDAY
from reconcile.text.dates import find_stamps

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[,.:]\d+)*")
_HEAD = 500  # characters in which a report without a date of its own is searched for one
LEAD = 80  # tokens; what opens a report is what it is about
STEM = 6  # letters of a word; "derailed", "derailment" and "derails" are one


class Sort(StrEnum):
    """What a mark is."""

    NAME = "n"
    WORD = "w"
    FIGURE = "f"
    EVERYDAY = "e"


@dataclass(frozen=True, slots=True)
class Mark:
    """One word of a report, folded, and how it is used there."""

    word: str
    sort: Sort
    times: int
    leads: bool  # it stands among the first words


@dataclass(frozen=True, slots=True)
class Marks:
    """What a report is known by."""

    marks: tuple[Mark, ...]
    day: int = 0  # of publication, as ordinal; 0 when it is not known


def marks_of(text: str, day: int = 0) -> Marks:
    """Return the marks of a text; without a day the first whole date of its head is taken."""
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    small: set[str] = set()
    capital: set[str] = set()
    for n, token in enumerate(_TOKEN.findall(text)):
        word = _folded(token)
        (capital if token[0].isupper() else small).add(word)
        counts[word] = counts.get(word, 0) + 1
        first.setdefault(word, n)
    marks: dict[tuple[str, Sort], Mark] = {}
    for word, times in counts.items():
        sort = _sort(word, word in capital and word not in small)
        stem = word[:STEM] if sort is Sort.WORD else word
        before = marks.get((stem, sort), Mark(stem, sort, 0, leads=False))
        leads = before.leads or first[word] < LEAD
        marks[stem, sort] = Mark(stem, sort, before.times + times, leads)
    return Marks(tuple(marks.values()), day or _day(text))


def _folded(token: str) -> str:
    word = token.lower().replace("’", "'")
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in apart if not unicodedata.combining(c))
    return word.removesuffix("'s").replace("'", "").replace(",", "")


def _sort(word: str, name: bool) -> Sort:
    if word[:1].isdigit():
        return Sort.FIGURE
    if word in EVERYDAY or len(word) < 2:
        return Sort.EVERYDAY
    return Sort.NAME if name else Sort.WORD


def _day(text: str) -> int:
    days = (stamp.day for stamp in find_stamps(text[:_HEAD]))
    return next((day.toordinal() for day in days if day), 0)
