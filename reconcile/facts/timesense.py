"""What expressions of time are read against, what they mean, and how their words are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.facts.timewords import Word
from reconcile.settings.nouns import DateOrder

TOLD = frozenset(("previous", "preceding", "following"))


@dataclass(frozen=True, slots=True)
class Reference:
    """What an expression is read against."""

    day: dt.date | None = None  # of publication
    at: dt.datetime | None = None
    tense: str = ""  # "past", "future", "" when nothing shows it
    cue: str = ""  # the word before the expression
    before: dt.date | None = None  # the day told just before, for "the next day"
    order: DateOrder | None = None  # of a date in figures: 03/04/2020
    around: dt.date | None = None  # the first day of the date told just before, for "that year"


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


def beside_told(phrase: Phrase, step: Word) -> bool:
    """Tell whether the story, not the report, is stepped from: "the next day", "the previous week".

    "Next week" and "last week" step from the day of the report.
    """
    return step.text in TOLD or (step.text == "next" and phrase.has("the"))


def modifier(phrase: Phrase) -> str:
    """Return START, MID or END for "early May", "mid-May", "the end of May"."""
    return phrase.code("early", "edge")
