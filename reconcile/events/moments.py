"""Read when the incident happened as a window of time, and tell whether two windows can meet.

"Early on Tuesday" holds 5 a.m., "shortly before 8 a.m." the half hour before it, "ten past eight" is
in the morning or in the evening. A window is written as a key, so that it can stand in an answer.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.model import Claim, Parse, Sentence, Span, Time, Token

DAY = 24 * 60  # minutes
SOON = 30  # minutes that "shortly before" reaches
ROUND = 15  # minutes that "about" reaches from a full or half hour
NEARLY = 4  # minutes that "about" reaches from any other
# Hours of the parts of a day as news uses them, wide enough for either neighbour.
_PARTS = {
    "MO": (0, 12 * 60),
    "AF": (11 * 60 + 30, 19 * 60),
    "EV": (16 * 60 + 30, DAY),
    "NI": (17 * 60, DAY + 7 * 60),
    "MI": (10 * 60 + 30, 15 * 60),
    "DT": (5 * 60, 20 * 60),
}
_EDGES = {"early": (0, 11 * 60), "late": (15 * 60, DAY + 60)}
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_PART = re.compile(r"T([A-Z]{2})$")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NAMES_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yester|to)day|tonight|tomorrow|"
    r"\b(?:last|this) (?:night|evening|morning|afternoon)|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"[ap]\.?\s?m\b|noon|midnight|midday|morning|afternoon|evening|night|\d\d\d\d|GMT|UTC",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<soon>(?:shortly|just|moments|minutes|a little|soon|right) (?P<side>before|after|past))\s+$|"
    r"\b(?P<about>about|around|approximately|roughly|some time around|nearly|almost|circa)\s+$|"
    r"\b(?P<edge>early|late)(?: on| in)?(?: the)?\s+$|"
    r"\b(?P<open>since|until|till|from|by|before|after|for)\s+(?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes from the start of a day, and the day: a date or a weekday, where it is known."""

    low: int
    high: int
    date: int | None  # ordinal
    weekday: int | None  # 1 to 7
    zone: str
    either_half: bool  # a.m. or p.m. was not said


def moment(claim: Claim, time: Time, sentence: Sentence, text: str) -> tuple[Span, str] | None:
    """Return the words and the key of the window that a time of a claim gives; None for a limit."""
    if time.type not in {"DATE", "TIME"} or not hangs_on(sentence.parse, claim, time):
        return None
    start = sentence.span.start
    cue = _BEFORE.search(text, start, time.span.start)
    if cue and cue["open"]:
        return None
    mark, begin = _mark(cue)
    span = Span(cue.start() if begin and cue else time.span.start, time.span.end)
    words = time.span.of(text)
    first = words.lower().split()[0]
    mark = mark or (first if first in _EDGES else "")
    # a day told beside another zone's hour is that zone's: "3:17 a.m. (2217 GMT on Tuesday)"
    one_zone = len({t.zone for t in claim.times if t.type == "TIME"}) < 2
    told = any(_NAMES_DAY.search(t.span.of(text)) for t in (claim.times if one_zone else (time,)))
    value = time.value if told else _DATE.sub("XXXX-XX-XX", time.value)
    half = "" if not _CLOCK.search(value) or _HALF.search(words) else "?"
    zone = "" if time.zone == "local" else time.zone
    key = "|".join((mark, value, half, zone))
    return (span, key) if _tells(window(key)) else None


def _mark(cue: re.Match[str] | None) -> tuple[str, bool]:
    """Return the sign of the cue before a time, and whether the cue belongs to its words."""
    if cue is None:
        return "", False
    if cue["soon"]:
        return ("<" if cue["side"].lower() == "before" else ">"), True
    return ("~", False) if cue["about"] else (cue["edge"].lower(), True)


def _tells(window: Window) -> bool:
    return window.date is not None or window.weekday is not None or window.high - window.low < DAY


@lru_cache(maxsize=4096)
def window(key: str) -> Window:
    """Return the window that a key stands for."""
    mark, value, half, zone = key.split("|")
    date, weekday = _DATE.match(value), _WEEKDAY.match(value)
    day = dt.date(*map(int, date.groups())).toordinal() if date else None
    low, high = _minutes(value, mark)
    return Window(low, high, day, int(weekday[1]) if weekday else None, zone, bool(half))


def _minutes(value: str, mark: str) -> tuple[int, int]:
    clock, part = _CLOCK.search(value), _PART.search(value)
    if clock is None:
        whole = _EDGES.get(mark, (0, DAY))
        return _PARTS.get(part[1], (0, DAY)) if part else whole
    at = 60 * int(clock[1]) + int(clock[2])
    if mark in {"<", ">"}:
        return (at - SOON, at) if mark == "<" else (at, at + SOON)
    slack = (ROUND if at % 30 == 0 else NEARLY) if mark == "~" else 0
    return at - slack, at + slack


def meet(a: str, b: str, leeway: int = 0) -> bool | None:
    """Tell whether two windows, by their keys, can hold one moment; None where they say nothing.

    Clocks of two zones stand whole or half hours apart: only their minutes can be compared. Clocks
    that are at most `leeway` minutes apart can be one moment.
    """
    one, two = window(a), window(b)
    if leeway and fineness(a) == fineness(b) == CLOCK:
        one = replace(one, low=one.low - leeway, high=one.high + leeway)
    if one.zone != two.zone:
        known = fineness(a) == fineness(b) == CLOCK
        return None if not known or _minutes_agree(one, two) else False
    days = _days_between(one, two)
    if days is not None:
        return _overlap(one, two, days * DAY)
    if any(w.high - w.low >= DAY for w in (one, two)):
        return None
    return any(_overlap(one, two, shift * DAY) for shift in (-1, 0, 1))


CLOCK = 3


def fineness(key: str) -> int:
    """Return 1 for a day, 2 for a part of one, 3 for an hour by the clock."""
    if _CLOCK.search(key):
        return CLOCK
    w = window(key)
    return 2 if w.high - w.low < DAY else 1


def _minutes_agree(a: Window, b: Window) -> bool:
    """Tell whether two clocks can show one moment in zones half hours apart."""
    return any(a.low <= b.high + k * 30 and b.low + k * 30 <= a.high for k in range(-48, 49))


def _days_between(a: Window, b: Window) -> int | None:
    """Return how many days b lies after a; None where a day is not known."""
    if a.date is not None and b.date is not None:
        return b.date - a.date
    one, two = _weekday(a), _weekday(b)
    if one is None or two is None:
        return None
    return (two - one + 3) % 7 - 3


def _weekday(w: Window) -> int | None:
    if w.weekday is None and w.date is not None:
        return dt.date.fromordinal(w.date).isoweekday()
    return w.weekday


def _overlap(a: Window, b: Window, later: int) -> bool:
    """Tell whether two windows overlap when b's day begins so many minutes after a's."""
    halves = (0, 12 * 60, -12 * 60) if a.either_half or b.either_half else (0,)
    return any(a.low <= b.high + later + half and b.low + later + half <= a.high for half in halves)


def hangs_on(tree: Parse, claim: Claim, time: Time) -> bool:
    """Tell whether a time is when the act itself was: it hangs on the predicate.

    "Sentenced for the March 11 incident" does not say when he was sentenced.
    """
    inside = {t.i for t in tree.within(time.span)}
    heads = [t for t in tree.within(time.span) if t.head not in inside or t.head == t.i]
    return any(_reaches(tree, t, claim.token) for t in heads)


def _reaches(tree: Parse, token: Token, predicate: int) -> bool:
    """Tell whether a token is the predicate's own, directly or through prepositions and hours."""
    for step in (token, *tree.ancestors(token)):
        if predicate in (step.head, step.i):
            return True
        if step.dep not in _STEPS:
            return False
        if tree.head(step).pos in {"NOUN", "PROPN"} and not _timely(tree.head(step)):
            return False
    return False


_STEPS = frozenset("pobj prep npadvmod nummod pcomp advmod appos nmod".split())


def _timely(token: Token) -> bool:
    return token.entity in {"DATE", "TIME"} or token.lemma in {"gmt", "utc", "p.m.", "a.m."}
