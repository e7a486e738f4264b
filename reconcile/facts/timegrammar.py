"""The forms of time expressions, written over kinds of words, and how a sentence is searched for them.

A sentence becomes a string of one letter a word, so that each form is a short regular expression
over kinds; the longest form that starts first wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reconcile.facts import timeclock, timeresolve, timespans
from reconcile.facts.timeresolve import Phrase, Reference, Sense
from reconcile.facts.timetokens import Word
from reconcile.facts.timewords import MARKS, PHRASES, WORDS

Resolver = Callable[[Phrase, Reference], Sense | None]

_KINDS = sorted(
    {kind for kind, _ in (*WORDS.values(), *PHRASES.values())}
    | set(MARKS.values())
    | {"whole", "clock", "decade", "ordinal", "number", "year", "day", "unit"}
)
LETTER = {kind: chr(0x100 + k) for k, kind in enumerate(_KINDS)}
_OTHER = "_"
# Kinds that can begin nothing by themselves.
_IDLE = frozenset(
    "an the of and on comma dot hyphen own half few number hundred day this that these last next "
    "ordinal edge old time other_ zone early before after shift".split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its pattern over kinds, and what it means."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


def _form(name: str, pattern: str, resolve: Resolver) -> Form:
    for macro, kinds in _MACROS.items():
        pattern = re.sub(rf"\b{macro}\b", lambda _, k=kinds: k, pattern)  # type: ignore[misc]
    letters = re.sub(r"[a-z_]+", lambda m: LETTER[m[0]], pattern)
    return Form(name, re.compile(re.sub(r"\s+", "", letters)), resolve)


# Names of parts of patterns; each may use those below it.
_MACROS = {
    "DATE": "(?: (?:weekday dot? comma? (?:on? the)? )? (?:MONTHDAY|DAYMONTH) (?:comma? year | of? LASTYEAR)?"
    " | whole | WEEKDAY | deictic | holiday (?:comma? year)? )",
    "WEEKDAY": "(?: (?:the)? (?:last|this|next|that)? weekday dot? )",
    "MONTHDAY": "(?: month dot? (?:the)? (?:day|ordinal) )",
    "DAYMONTH": "(?: (?:the)? (?:day|ordinal) of? month dot? )",
    "LASTYEAR": "(?: (?:last|this|next) unit )",
    "EDGE": "(?: (?:the)? edge of )",
    "MOD": "(?: (?:the)? early hyphen? )",
    "STEP": "(?: (?:the|this)? (?:last|this|next) )",
    "COUNT": "(?: (?:number|day|half|few|hundred) )",
    "UNIT": "(?: (?:unit|units|quarters) )",
    "CLOCK": "(?: clock (?:comma? zone)? | (?:number|day) oclock zone? )",
}

FORMS: tuple[Form, ...] = (
    _form(
        "clock",
        "CLOCK (?:comma? (?:on)? DATE (?:part)? )? | DATE part? (?:comma? on)? CLOCK"
        " | CLOCK on the part | CLOCK (?:on)? (?:this|that|last) part",
        timeclock.clock,
    ),
    _form("noon", "noon (?:zone)? (?:(?:on|of)? DATE)? | DATE (?:on)? noon", timeclock.noon),
    _form(
        "part of a day",
        "DATE early? hyphen? part | MOD? part (?:of|on)? DATE | (?:the)? part of DATE"
        " | (?:the)? hours_of (?: the? (?:last|this|next)? part | DATE part?)"
        " | MOD? STEP part | (?:that) part | MOD? (?:the) part | (?:early hyphen?) part",
        timeclock.part,
    ),
    _form("tonight", "tonight", timeclock.tonight),
    _form(
        "day",
        "(?:weekday dot? comma? (?:on? the)? )? (?:MONTHDAY|DAYMONTH) (?:comma? year | of? LASTYEAR)?",
        timeresolve.month_day,
    ),
    _form("whole", "(?:weekday dot? comma?)? whole", timeresolve.whole),
    _form(
        "month",
        "(?:EDGE|MOD)? (?:STEP)? month (?:dot? comma? of? (?:the)? (?:year|LASTYEAR))?",
        timeresolve.month,
    ),
    _form("weekday", "(?:early)? WEEKDAY", timeresolve.weekday),
    _form("deictic", "(?:early|EDGE|the)? deictic", timeresolve.deictic),
    _form("holiday", "(?:STEP)? holiday (?:comma? year | of? LASTYEAR)?", timeresolve.feast),
    _form("year", "(?:EDGE|MOD)? (?:the)? (?:fiscal (?:hyphen? unit)?)? year", timeresolve.year),
    _form("decade", "(?:EDGE|MOD)? (?:the)? (?:early hyphen?)? decade", timeresolve.decade),
    _form(
        "century",
        "(?:EDGE|MOD)? (?:the)? (?:early hyphen?)? ordinal hyphen? unit",
        timeresolve.century,
    ),
    _form(
        "quarter",
        "(?:the)? fiscal? hyphen? (?:ordinal|last) hyphen? fiscal? (?:quarter|half)"
        " of? (?:the)? (?:fiscal? hyphen? year | LASTYEAR) | (?:the)? year fiscal? hyphen? ordinal hyphen? quarter"
        " | (?:the)? fiscal? hyphen? ordinal hyphen? fiscal? quarter",
        timeresolve.quarter,
    ),
    _form(
        "season",
        "(?:EDGE|MOD)? (?:STEP | the)? season (?:of? (?:the)? (?:year|LASTYEAR))?",
        timeresolve.season,
    ),
    _form("weekend", "(?:EDGE|MOD)? (?:STEP|the) weekend", timespans.weekends),
    _form("stepped", "(?:EDGE|MOD|early)? (?:STEP) (?:fiscal)? (?:unit)", timespans.stepped),
    _form("completed", "(?:EDGE)? (?:STEP|the) (?:fiscal)? quarter", timespans.completed),
    _form(
        "that day",
        "(?:EDGE|MOD|early|shift)? (?:on)? that (?:that)? (?:unit|weekend)"
        " | (?:shift|early)? the that (?:unit|weekend)",
        timeresolve.that_day,
    ),
    _form(
        "neighbour",
        "(?:the)? unit (?:before|after) (?!the|an) | the (?:last|next) (?:unit)",
        timespans.neighbour,
    ),
    _form(
        "ago",
        "(?:COUNT|an) COUNT? plus_half? hyphen? (?:UNIT|quarter) hyphen? ago | (?:units) ago",
        timespans.ago,
    ),
    _form("later", "(?:COUNT|an) COUNT? plus_half? UNIT (?:shift|before)", timespans.later),
    _form(
        "length",
        "(?:(?:the)? (?:ordinal|last|next|this last))? (?:(?:COUNT|year) few? hyphen? | few of | an (?:few hyphen?)?)"
        " (?:unit|units|quarters) plus_half? (?! hyphen old )"
        " | the (?:last|next) (?:COUNT) (?:UNIT)"
        " | units",
        timespans.length,
    ),
    _form(
        "every",
        "every (?:COUNT|other_|ordinal)? (?:UNIT|weekday|part|weekend|month|season)"
        " | weekdays | weekday parts | COUNT? unit an (?!unit)",
        timespans.every,
    ),
    _form("often", "often", timespans.often),
    _form("vague", "vague | recent (?:units)? | (?:the)? future", timespans.vague),
    _form(
        "definite",
        "EDGE the (?:fiscal)? (?:unit|quarter) | unit own? hyphen? edge"
        " | (?:early hyphen?) (?:on the)? unit",
        timespans.definite,
    ),
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a form matches, as a range of words."""

    form: Form
    first: int
    last: int


def find_matches(words: Sequence[Word]) -> list[Match]:
    """Return the forms found, longest first at each place, none overlapping, in text order."""
    if all(w.kind == "other" or w.kind in _IDLE for w in words):
        return []
    letters = "".join(LETTER.get(w.kind, _OTHER) for w in words)
    found = [
        Match(form, m.start(), m.end())
        for form in FORMS
        for m in form.pattern.finditer(letters)
        if m.end() > m.start()
    ]
    found.sort(key=lambda m: (m.first, -m.last))
    kept: list[Match] = []
    for match in found:
        if not kept or match.first >= kept[-1].last:
            kept.append(match)
    return kept
