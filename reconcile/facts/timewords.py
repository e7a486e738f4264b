"""The words English news uses for time, each with its kind and its value."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or mark; `kind` is "other" where it says nothing about time."""

    start: int
    end: int
    text: str  # lower case
    kind: str
    value: int | float | str = ""


Entry = tuple[str, int | float | str]  # kind and value


def _listed(kind: str, words: str, value: int | float | str = "") -> dict[str, Entry]:
    return dict.fromkeys(words.split(), (kind, value))


def _counted(kind: str, words: str, first: int = 1) -> dict[str, Entry]:
    return {word: (kind, k) for k, word in enumerate(words.split(), first)}


WORDS: dict[str, Entry] = {
    **_counted("month", _MONTHS),
    **{word[:3]: ("month", k) for k, word in enumerate(_MONTHS.split(), 1)},
    "sept": ("month", 9),
    **_counted("weekday", _DAYS),
    **{word[:3]: ("weekday", k) for k, word in enumerate(_DAYS.split(), 1)},
    **{"tues": ("weekday", 2), "thur": ("weekday", 4), "thurs": ("weekday", 4)},
    **{f"{word}s": ("weekdays", k) for k, word in enumerate(_DAYS.split(), 1)},
    **_listed("season", "spring springtime", "SP"),
    **_listed("season", "summer summertime", "SU"),
    **_listed("season", "autumn fall", "FA"),
    **_listed("season", "winter wintertime", "WI"),
    **{f"{word}s": ("seasons", code) for word, code in (("summer", "SU"), ("winter", "WI"))},
    **_listed("part", "morning forenoon", "MO"),
    **_listed("part", "afternoon", "AF"),
    **_listed("part", "evening", "EV"),
    **_listed("part", "night nighttime", "NI"),
    **_listed("part", "dawn daybreak sunrise", "DA"),
    **_listed("part", "dusk sunset nightfall", "DU"),
    **_listed("part", "lunchtime", "MI"),
    **_listed("parts", "mornings", "MO"),
    **_listed("parts", "afternoons", "AF"),
    **_listed("parts", "evenings", "EV"),
    **_listed("parts", "nights", "NI"),
    **_listed("noon", "noon midday noontime", "12:00"),
    **_listed("noon", "midnight", "00:00"),
    **_listed("deictic", "yesterday", -1),
    **_listed("deictic", "today", 0),
    **_listed("deictic", "tomorrow", 1),
    **_listed("tonight", "tonight", 0),
    **_listed("tonight", "overnight", -1),
    **_listed("unit", "minute", "TM"),
    **_listed("unit", "hour", "TH"),
    **_listed("unit", "day", "D"),
    **_listed("unit", "week", "W"),
    **_listed("unit", "fortnight", "F"),
    **_listed("unit", "month", "M"),
    **_listed("unit", "year", "Y"),
    **_listed("unit", "decade", "E"),
    **_listed("unit", "century", "C"),
    **_listed("units", "seconds secs", "TS"),
    **_listed("units", "minutes mins", "TM"),
    **_listed("units", "hours hrs", "TH"),
    **_listed("units", "days", "D"),
    **_listed("units", "weeks", "W"),
    **_listed("units", "fortnights", "F"),
    **_listed("units", "months", "M"),
    **_listed("units", "years yrs", "Y"),
    **_listed("units", "decades", "E"),
    **_listed("units", "centuries", "C"),
    **_listed("quarter", "quarter", "Q"),
    **_listed("quarters", "quarters", "Q"),
    **_listed("weekend", "weekend", "WE"),
    **_listed("weekends", "weekends", "WE"),
    **_counted("number", _SMALL),
    **{word: ("number", 20 + 10 * k) for k, word in enumerate(_TENS.split())},
    **{"hundred": ("hundred", 100), "thousand": ("hundred", 1000)},
    **_counted("ordinal", _ORDINALS),
    **_listed("few", "few several many some dozens scores numerous countless multiple"),
    **_listed("half", "half", 0.5),
    "a": ("an", 1),
    "an": ("an", 1),
    "the": ("the", ""),
    **_listed("this", "this current", 0),
    **_listed("last", "last past previous preceding latest", -1),
    **_listed("next", "next coming following upcoming", 1),
    **_listed("that", "that same"),
    **_listed("these", "these those"),
    **_listed("ago", "ago", -1),
    **_listed("shift", "earlier previously", -1),
    **_listed("shift", "later", 1),
    **_listed("before", "before", -1),
    **_listed("after", "after", 1),
    **_listed("early", "early", "START"),
    **_listed("early", "late", "END"),
    **_listed("early", "mid", "MID"),
    **_listed("edge", "beginning start outset", "START"),
    **_listed("edge", "end close", "END"),
    **_listed("edge", "middle", "MID"),
    **_listed("every", "every each"),
    **_listed("fiscal", "fiscal financial"),
    **_listed("often", "hourly", "PT1H"),
    **_listed("often", "daily nightly", "P1D"),
    **_listed("often", "weekly", "P1W"),
    **_listed("often", "fortnightly", "P2W"),
    **_listed("often", "monthly", "P1M"),
    **_listed("often", "quarterly", "P1Q"),
    **_listed("often", "annually yearly annual", "P1Y"),
    **_listed("long", "long"),
    **_listed("lasting", "daylong", "P1D"),
    **_listed("lasting", "weeklong", "P1W"),
    **_listed("lasting", "monthlong", "P1M"),
    **_listed("lasting", "yearlong", "P1Y"),
    **_listed(
        "more", "more additional extra full whole straight consecutive successive trading working"
    ),
    **_listed("repeat", "once twice times"),
    **_listed("per", "per"),
    **_listed("period", "period"),
    **_listed("comparable", "comparable corresponding"),
    **_listed("vague", "now currently nowadays presently", "PRESENT_REF"),
    **_listed("vague", "recently lately", "PAST_REF"),
    **_listed("recent", "recent", "PAST_REF"),
    **_listed("loose", "soon someday eventually", "FUTURE_REF"),
    **_listed("loose", "already yet", "PRESENT_REF"),
    **_listed("loose", "formerly", "PAST_REF"),
    **_listed("future", "future", "FUTURE_REF"),
    **_listed("decade", "twenties", "2"),
    **_listed("decade", "thirties", "3"),
    **_listed("decade", "forties", "4"),
    **_listed("decade", "fifties", "5"),
    **_listed("decade", "sixties", "6"),
    **_listed("decade", "seventies", "7"),
    **_listed("decade", "eighties", "8"),
    **_listed("decade", "nineties", "9"),
    **_listed("of", "of"),
    **_listed("and", "and or to"),
    **_listed("on", "on in at"),
    **_listed("old", "old"),
    **_listed("zone", "gmt utc bst cet cest eet ist pkt msk est edt cst cdt mst mdt pst pdt et pt"),
    **_listed("other_", "other"),
    **_listed("time", "time"),
}

MARKS: dict[str, str] = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "'s": "own"}

# Days with a name: month and day, or a rule that `timevalues.holiday` knows.
HOLIDAYS: dict[str, str] = {
    "new year's day": "01-01",
    "new year's eve": "12-31",
    "epiphany": "01-06",
    "valentine's day": "02-14",
    "st. patrick's day": "03-17",
    "may day": "05-01",
    "bastille day": "07-14",
    "independence day": "07-04",
    "fourth of july": "07-04",
    "halloween": "10-31",
    "all saints' day": "11-01",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "remembrance day": "11-11",
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "christmas": "12-25",
    "boxing day": "12-26",
    "martin luther king day": "1:1:3",  # month, weekday, which one
    "presidents' day": "2:1:3",
    "memorial day": "5:1:-1",
    "labor day": "9:1:1",
    "columbus day": "10:1:2",
    "election day": "11:1:1+1",
    "thanksgiving day": "11:4:4",
    "thanksgiving": "11:4:4",
    "black friday": "11:4:4+1",
    "mother's day": "5:7:2",
    "father's day": "6:7:3",
    "shrove tuesday": "easter-47",
    "ash wednesday": "easter-46",
    "palm sunday": "easter-7",
    "maundy thursday": "easter-3",
    "good friday": "easter-2",
    "easter sunday": "easter+0",
    "easter monday": "easter+1",
    "easter": "easter+0",
    "whit monday": "easter+50",
    "pentecost": "easter+49",
    "9/11": "2001-09-11",
}

# Several words that act as one.
PHRASES: dict[str, Entry] = {
    **{name: ("holiday", rule) for name, rule in HOLIDAYS.items()},
    "local time": ("zone", "local"),
    "coordinated universal time": ("zone", "UTC"),
    "greenwich mean time": ("zone", "GMT"),
    **{
        f"{name}{kind} time": ("zone", f"{name[0].upper()}{kind[1:2].upper()}T")
        for name in ("eastern", "central", "mountain", "pacific")
        for kind in ("", " standard", " daylight")
    },
    "as soon as possible": ("loose", "FUTURE_REF"),
    "right now": ("vague", "PRESENT_REF"),
    "at present": ("vague", "PRESENT_REF"),
    "at the moment": ("vague", "PRESENT_REF"),
    "these days": ("vague", "PRESENT_REF"),
    "a couple of": ("number", 2),
    "the couple of": ("number", 2),
    "couple of": ("number", 2),
    "half a dozen": ("number", 6),
    "half an": ("half", 0.5),
    "half a": ("half", 0.5),
    "and a half": ("plus_half", 0.5),
    "o'clock": ("oclock", ""),
    "and-a-half": ("plus_half", 0.5),
    **{
        f"{month} 11 {kind}attacks": ("holiday", "2001-09-11")
        for month in ("september", "sept.", "sept")
        for kind in ("", "terror ", "terrorist ")
    },
    "early morning hours of": ("hours_of", "0"),
    "predawn hours of": ("hours_of", "0"),
    "early hours of": ("hours_of", "0"),
    "small hours of": ("hours_of", "0"),
    "day before yesterday": ("deictic", -2),
    "day after tomorrow": ("deictic", 2),
}

PHRASE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(p) for p in sorted(PHRASES, key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)
