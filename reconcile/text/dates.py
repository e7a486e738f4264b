"""Read the dates that head a report: "Tue 05 Jul 2016", "July 5, 2016 14:05 GMT", "15.04.2017".

Only whole dates with a year. Dates inside the story are read by `facts/`, which knows the context.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from reconcile.model import Published, Span
from reconcile.settings.nouns import DateOrder

_MONTHS = "january february march april may june july august september october november december"
_NUMBER = {name[:3]: k for k, name in enumerate(_MONTHS.split(), 1)}
MONTH_NAME = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+"
_ZONE = r"(?:GMT|UTC|Z|[ECMP][SD]?T|BST|CET|CEST|[+-]\d\d:?\d\d)"
# a clock without a colon ("1459") is one only after "at", lest "July 5 2016 1130 people" lose its people
_CLOCK = (
    r"(?:(?:T|,?\s+(?:at\s+|@\s*)?|\s*[-|]\s*)(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)"
    r"|\s+at\s+(?P<h0>[01]\d|2[0-3])(?P<min0>[0-5]\d))"
    r"(?::[0-5]\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?(?![a-z]))?"
    rf"\s*(?P<zone>{_ZONE}(?!\w))?(?!\d)"
)

STAMP = re.compile(
    rf"\b(?:{_WEEKDAY})?(?:"
    r"(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d\d?)[-/](?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?\s+(?P<n2>{MONTH_NAME}),?\s+(?P<y2>(?:19|20)\d\d)\b"
    rf"|(?P<n3>{MONTH_NAME})\s+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y3>(?:19|20)\d\d)\b"
    r"|(?P<d4>\d\d?)(?P<sep>[-./])(?P<m4>\d\d?)(?P=sep)(?P<y4>(?:19|20)\d\d)\b"
    rf")(?:{_CLOCK})?",
    re.IGNORECASE,
)

_HOURS = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_HOURS |= {"GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "ET": -5, "PT": -8}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A whole date in a text; `day` is None where the figures are no day of the calendar."""

    span: Span
    day: dt.date | None
    at: dt.datetime | None  # aware when a time zone is printed, else naive local time


_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    "|".join(_NUMBER) + r"|[-./]\Z", re.IGNORECASE
)  # what stands before a year that is no bare one


def may_hold_stamp(text: str, start: int, end: int) -> bool:
    """Tell quickly that text[start:end] holds no whole date; True only says that it may."""
    if text.find("20", start, end) < 0 and text.find("19", start, end) < 0:
        return False
    return any(
        text[m.end() : m.end() + 1] in _AFTER_YEAR
        or _DATED.search(text, max(start, m.start() - 30), m.start())
        for m in _YEAR.finditer(text, start, end)
    )


_AFTER_YEAR = {"-", "/"}


def find_stamps(text: str, start: int = 0, end: int | None = None) -> list[Stamp]:
    """Return the whole dates in text[start:end], in order."""
    return [_stamp(m) for m in STAMP.finditer(text, start, len(text) if end is None else end)]


def read_date(words: str, origin: str, order: DateOrder | None = None) -> Published | None:
    """Return the moment that words such as "2020-01-01" or "5 July 2016 14:05 GMT" name.

    None where the words hold no date, or one that is in no calendar. 03/04/2020 is a date only where
    the order of day and month is known.
    """
    m = STAMP.search(words)
    stamp = _stamp(m, order) if m else None
    return Published(stamp.day, stamp.at, origin) if stamp and stamp.day else None


def _stamp(m: re.Match[str], order: DateOrder | None = None) -> Stamp:
    day = _day(m, order)
    clock = m["h"] or m["h0"]
    return Stamp(Span(m.start(), m.end()), day, _moment(day, m) if day and clock else None)


def _day(m: re.Match[str], order: DateOrder | None) -> dt.date | None:
    """Return the day; 03/04/2015 is no day, because it is two in two countries."""
    if m["y1"]:
        year, month, day = int(m["y1"]), int(m["m1"]), int(m["d1"])
    elif m["y2"] or m["y3"]:
        k = "2" if m["y2"] else "3"
        year, month, day = int(m["y" + k]), _NUMBER[m["n" + k][:3].lower()], int(m["d" + k])
    else:
        year, month, day = int(m["y4"]), int(m["m4"]), int(m["d4"])
        either = month <= 12 and day <= 12
        if m["sep"] == "/" and either and month != day and order is None:
            return None
        if month > 12 or (either and order == "month-first"):  # 12/31/2019
            month, day = day, month
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _moment(day: dt.date, m: re.Match[str]) -> dt.datetime:
    hour, minute = int(m["h"] or m["h0"]), int(m["min"] or m["min0"])
    if m["half"]:
        hour = hour % 12 + (12 if m["half"][0].lower() == "p" else 0)
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone(m["zone"]))


def _zone(name: str | None) -> dt.timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        if minutes >= 24 * 60:  # in no time zone
            return None
        return dt.timezone(dt.timedelta(minutes=-minutes if name[0] == "-" else minutes))
    hours = _HOURS.get(name.upper())
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))
