"""The forms of time expressions, written over kinds of words, each with what it means.

A pattern names kinds of `timewords` in small letters and parts of patterns in capitals; `?`, `|`
and brackets are those of regular expressions. Of forms of one length the first wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reconcile.facts import timeclock, timeresolve, timespans, timesteps
from reconcile.facts.timesense import Phrase, Reference, Sense
from reconcile.facts.timewords import MARKS, PHRASES, WORDS

Resolver = Callable[[Phrase, Reference], Sense | None]

_KINDS = sorted(
    {kind for kind, _ in (*WORDS.values(), *PHRASES.values())}
    | set(MARKS.values())
    | {"whole", "clock", "decade", "ordinal", "number", "year", "day", "unit"}
)
LETTER = {kind: chr(0x100 + k) for k, kind in enumerate(_KINDS)}
OTHER = "#"  # the letter of words that say nothing about time
# Kinds that make no time by themselves.
IDLE = frozenset(
    "an the of and on comma dot hyphen own half few number hundred day this that these last next "
    "ordinal edge old time other_ zone early before after shift more long loose per repeat period "
    "comparable every fiscal".split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its pattern over kinds, and what it means."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


# Names of parts of patterns; each may use those below it.
_PARTS = {
    "PAUSE": "(?= comma|dot|and|$ )",
    "OTHERWORD": OTHER,
    "DATE": "(?: FULLDAY | whole | WEEKDAY | deictic | holiday (?:comma? year)? )",
    "FULLDAY": "(?: NAMED? (?:MONTHDAY|DAYMONTH) (?:comma? year | of? LASTYEAR)? )",
    "NAMED": "(?: weekday dot? comma? (?:on? the)? )",
    "WEEKDAY": "(?: (?:STEP|that)? weekday dot? )",
    "MONTHDAY": "(?: month dot? the? (?:day|ordinal) )",
    "DAYMONTH": "(?: the? (?:day|ordinal) of? month dot? )",
    "LASTYEAR": "(?: (?:last|this|next) unit )",
    "MOD": "(?: early hyphen? )",
    "FRAME": "(?: the? edge of | early hyphen? )",
    "STEP": "(?: (?:the|this)? (?:last|this|next) )",
    "COUNT": "(?: (?:number|day|half|few|hundred) )",
    "UNIT": "(?: (?:unit|units|quarters) )",
    "CLOCK": "(?: clock (?:comma? zone+)? | (?:number|day) oclock zone? )",
}


def _form(name: str, resolve: Resolver, *patterns: str) -> Form:
    pattern = " | ".join(patterns)
    for part, kinds in _PARTS.items():
        pattern = re.sub(rf"\b{part}\b", kinds, pattern)
    letters = re.sub(r"[a-z_]+", lambda m: LETTER[m[0]], pattern)
    return Form(name, re.compile(re.sub(r"\s+", "", letters)), resolve)


FORMS: tuple[Form, ...] = (
    _form(
        "clock",
        timeclock.clock,
        "(?:CLOCK|number|day) on the part (?: (?:of|on)? DATE )?",
        "CLOCK (?: comma? on? DATE part? )?",
        "DATE part? (?: comma? on )? CLOCK",
        "DATE comma CLOCK",
        "CLOCK on? (?:this|that|last) part",
    ),
    _form("noon", timeclock.noon, "noon zone? (?: (?:on|of)? DATE )?", "DATE on? noon"),
    _form(
        "part of a day",
        timeclock.part,
        "early? DATE early? hyphen? part",
        "early? hyphen? part (?:of|on)? DATE",
        "the part of DATE",
        "the part (?:before|after) PAUSE",
        "the? hours_of (?: the? (?:last|this|next)? part | DATE part? )",
        "MOD? (?: STEP | that | the | early hyphen? ) part",
    ),
    _form("tonight", timeclock.tonight, "tonight"),
    _form("day", timeresolve.month_day, "(?:last|this|next)? FULLDAY"),
    _form(
        "day again",
        timeresolve.day_again,
        "(?<= month day and) day (?!UNIT|hyphen)",
        "(?<= month dot day and) day (?!UNIT|hyphen)",
        "(?<= month day hyphen) day (?!UNIT|hyphen)",
        "(?<= month dot day hyphen) day (?!UNIT|hyphen)",
    ),
    _form("whole", timeresolve.whole, "(?: weekday dot? comma? )? whole"),
    _form(
        "month",
        timeresolve.month,
        "FRAME? STEP? month (?: dot? comma? of? the? (?:year|LASTYEAR) )?",
    ),
    _form(
        "piece of a month",
        timeresolve.piece_of_month,
        "the? (?:ordinal|last) (?:unit|weekend|weekday) of month (?: dot? comma? year )?",
    ),
    _form("weekday", timeresolve.weekday, "early? WEEKDAY", "WEEKDAY of (?:last|this|next) unit"),
    _form("deictic", timeresolve.deictic, "early? deictic", "the deictic"),
    _form("holiday", timeresolve.feast, "STEP? holiday (?: comma? year | of? LASTYEAR )?"),
    _form(
        "year", timeresolve.year, "FRAME? (?: the? fiscal (?: hyphen? unit )? | the unit )? year"
    ),
    _form("decade", timeresolve.decade, "(?: the? edge of )? the? MOD? decade"),
    _form("century", timeresolve.century, "(?: the? edge of )? the? MOD? ordinal hyphen? unit"),
    _form(
        "quarter",
        timeresolve.quarter,
        "the? fiscal? hyphen? (?:ordinal|last) hyphen? fiscal? (?:quarter|half) (?: of | own )?"
        " the? (?: fiscal? hyphen? year | LASTYEAR )",
        "the? (?: year | LASTYEAR ) own? fiscal? hyphen? ordinal hyphen? quarter",
        "the? fiscal? hyphen? ordinal hyphen? fiscal? quarter",
    ),
    _form(
        "season",
        timeresolve.season,
        "FRAME? (?: STEP | the )? season (?: of? the? (?:year|LASTYEAR) )? (?! of the? OTHERWORD )",
    ),
    _form("week of a day", timesteps.week_of, "the (?:unit|weekend) of DATE", "holiday unit"),
    _form("day beside a date", timesteps.beside, "the? unit (?:before|after) DATE"),
    _form("weekend", timesteps.weekends, "FRAME? (?: STEP | the ) weekend"),
    _form("stepped", timesteps.stepped, "(?: the? edge of | early )? STEP fiscal? unit"),
    _form("completed", timesteps.completed, "(?: the? edge of )? (?: STEP | the ) fiscal? quarter"),
    _form(
        "a year before",
        timesteps.year_before,
        "the? comparable? unit hyphen (?:shift|ago) (?:period|quarter)",
        "the comparable? unit hyphen? (?:shift|ago) (?:period|quarter)?",
    ),
    _form(
        "that day",
        timeresolve.that_day,
        "(?: early | shift )? (?: the that | that that? ) (?:unit|weekend)",
    ),
    _form(
        "neighbour",
        timesteps.neighbour,
        "the unit (?:before|after) PAUSE",
        "the (?:last|next) unit",
    ),
    _form(
        "ago",
        timesteps.ago,
        "(?:COUNT|an) COUNT? plus_half? more? hyphen? (?:UNIT|quarter) hyphen? ago",
        "units ago",
    ),
    _form(
        "later",
        timesteps.later,
        "(?:COUNT|an) COUNT? plus_half? more? UNIT (?: shift | before PAUSE )",
    ),
    _form(
        "length",
        timespans.length,
        "(?: (?:the|this)? (?:ordinal|last|next) )? (?:number|day|half|year|few|hundred) few? (?: and COUNT )?"
        " hyphen? more? UNIT plus_half? (?: hyphen long )? (?! hyphen? old)",
        "(?: few of | an few hyphen? more? ) (?:unit|units)",
        "an more? unit plus_half? (?!hyphen)",
        "the? (?:last|next) units",
        "units (?: hyphen long )? (?!old)",
        "unit hyphen long",
    ),
    _form("lasting", timespans.lasting, "lasting"),
    _form(
        "every",
        timespans.every,
        "every (?:COUNT|other_|ordinal)? (?:UNIT|weekday|part|weekend|month|season)",
        "weekdays",
        "weekday parts",
        "COUNT units (?:an|per) unit",
        "(?: COUNT? repeat ) (?:an|every|per) unit",
    ),
    _form("often", timespans.often, "often"),
    _form("vague", timespans.vague, "vague", "the? future"),
    _form("recent", timespans.recent, "recent units?"),
    _form(
        "definite",
        timesteps.definite,
        "the? edge of the fiscal? (?:unit|quarter)",
        "unit own? hyphen? edge",
    ),
)

# Times only when nothing stands around them, as in a field or a list.
BARE_FORMS: tuple[Form, ...] = (
    _form("word", timespans.lone_word, "loose | shift | this | the? last | repeat"),
    _form(
        "unit", timesteps.lone_unit, "the? more? fiscal? (?:unit|quarter)", "(?:the last) period"
    ),
    _form("a year before", timesteps.year_before, "unit hyphen (?:shift|ago)"),
    _form("age", timespans.length, "COUNT hyphen? UNIT hyphen? old"),
)
