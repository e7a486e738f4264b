"""Read hours that are told in words: "ten past eight", "half past nine", "a quarter to six"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.facts.timewords import Word

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?![\d:.]\d)(?! ?(?:percent|%))\b"
_SPOKEN = re.compile(
    rf"\b(?:a )?(?P<few>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|\d\d?)"
    r"(?P<minutes> minutes?)? (?P<side>past|after|before|to) "
    rf"{_HOUR}(?: ?o'clock)?",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|around|about|by|until|since|after|before) (?:a )?$", re.IGNORECASE)


def spoken_hours(text: str) -> Iterator[Word]:
    """Yield each hour told in words as one clock word: "ten past eight" as "8:10".

    "Ten to eight" may be a range, and "ten after eight" a score: they need "at" or "minutes".
    """
    for match in _SPOKEN.finditer(text):
        minutes = _minutes(match["few"].lower())
        if minutes is not None and (match["side"].lower() == "past" or _certain(text, match)):
            told = match["hour"].lower()
            hour = _HOURS.index(told) + 1 if told in _HOURS else int(told)
            after = match["side"].lower() in {"past", "after"}
            clock = 60 * hour + (minutes if after else -minutes)
            figures = f"{clock // 60 or 12}:{clock % 60:02}"
            yield Word(match.start(), match.end(), figures, "clock")


def _minutes(words: str) -> int | None:
    """Return the minutes beside the hour; None for figures that are none."""
    if words.isdigit():
        return int(words) if int(words) < 60 else None
    return _MINUTES[words]


def _certain(text: str, match: re.Match[str]) -> bool:
    """Tell whether "to", "after" or "before" stands between minutes and an hour."""
    if match["minutes"] or match["few"].lower() == "quarter":
        return True
    return match["side"].lower() == "to" and bool(_AT.search(text, 0, match.start()))
