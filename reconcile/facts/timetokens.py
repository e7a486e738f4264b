"""Cut a sentence into words of time, each with its kind, so that grammar can be written over kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.facts.timenumbers import joined_number
from reconcile.facts.timespoken import spoken_hours
from reconcile.facts.timewords import MARKS, PHRASE, PHRASES, WORDS, Word
from reconcile.text.fold import plain

_ZONES = r"\s?\(?(?:GMT|UTC|BST|CET|IST|EST|EDT|PST|PDT|MSK|PKT|hours|hrs|local\b)"
_TOKEN = re.compile(
    r"(?P<money>[$€£¥]\s?\d[\d.,]*)"
    r"|(?P<whole>(?<![\d.,/-])(?:(?:1[5-9]|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?"
    r"|\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:1[89]|20)\d\d)(?![\d/-]))"
    r"|(?P<clock>(?<![\d.,:])(?:(?:2[0-3]|[01]?\d)(?:[:.][0-5]\d){0,2}[ -]?(?:[ap]\.\s?m\b\.?|[ap]m\b)"
    r"|(?:1[0-2]|\d)[0-5]\d ?(?:[ap]\.m\.|[ap]m\b)"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:.]*\d)"
    rf"|(?:[01]\d|2[0-3])[:.]?[0-5]\d(?={_ZONES})"
    rf"|(?:[01]?\d|2[0-3])\.[0-5]\d(?={_ZONES})))"
    r"|(?P<decade>(?<![\d.,])(?:(?:1[5-9]|20)|')?\d0'?s\b)"
    r"|(?P<ordinal>(?<![\d.,])\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+ 1/2\b)"
    r"|(?P<short>(?<![\w'\x22])'\d\d(?![\ds]))"
    r"|(?P<integer>\d+)"
    r"|(?P<own>'s\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
# Words that are time only when written with a capital, and abbreviations of everyday words.
_CAPITAL = frozenset(
    "may march august mon tue wed thu fri sat sun jan feb mar apr jun jul aug".split()
)
_SHORT_DAYS = frozenset("mon tue wed thu fri sat sun".split())
_SHORT_MONTHS = frozenset("mar jan jun dec nov".split())


def read_words(text: str, tags: Mapping[int, str] | None = None) -> list[Word]:
    """Return the words of a text with their kinds.

    `tags` gives the Penn tag of the word at an offset; without it capitals alone decide whether
    "May" is a month.
    """
    folded = plain(text)
    phrases = {m.start(): m for m in PHRASE.finditer(folded)}
    hours = {word.start: word for word in spoken_hours(folded)}
    words: list[Word] = []
    at = 0
    while m := _TOKEN.search(folded, at):
        phrase, spoken = phrases.get(m.start()), hours.get(m.start())
        words.append(spoken or (_of_phrase(phrase) if phrase else _classified(m, tags or {})))
        at = words[-1].end
    return _owners(_merged(words), tags or {})


def _of_phrase(m: re.Match[str]) -> Word:
    kind, value = PHRASES[m[0].lower()]
    return Word(m.start(), m.end(), m[0].lower(), kind, value)


def _classified(m: re.Match[str], tags: Mapping[int, str]) -> Word:
    group, text = str(m.lastgroup), m[0].lower()
    kind, value = "other", ""
    entry: tuple[str, int | float | str] = (kind, value)
    if group == "word":
        entry = _word(m[0], tags.get(m.start(), ""))
    elif group in ("whole", "sep"):
        entry = ("whole", text)
    elif group in ("clock", "decade"):
        entry = (group, text)
    elif group == "ordinal":
        entry = ("ordinal", int(re.sub(r"\D", "", text)))
    elif group == "number":
        entry = ("number", _float(text))
    elif group == "short":
        entry = ("year", _full_year(int(text[1:])))
    elif group == "integer":
        entry = _integer(text)
    elif group in ("own", "mark"):
        entry = (MARKS.get(text, "other"), "")
    return Word(m.start(), m.end(), text, *entry)


def _word(text: str, tag: str) -> tuple[str, int | float | str]:
    lower = text.lower()
    entry = WORDS.get(lower, ("other", ""))
    if entry[0] in ("month", "weekday") and not text[0].isupper():
        return entry if lower not in _CAPITAL and len(lower) > 4 else ("other", "")
    if lower in ("may", "march") and tag.startswith(("MD", "VB")):
        return ("other", "")
    if lower in ("fall", "spring") and tag.startswith("VB"):
        return ("other", "")
    return entry


def _integer(text: str) -> tuple[str, int | float | str]:
    if len(text) > 12:
        return ("other", "")
    value = int(text)
    if len(text) == 4 and 1500 <= value <= 2100:
        return ("year", value)
    return ("day" if 1 <= value <= 31 and len(text) <= 2 else "number", value)


def _float(text: str) -> float:
    if text.endswith(" 1/2"):
        return int(text[:-4][:12]) + 0.5
    return float(text.replace(",", "")[:15])


def _full_year(short: int) -> int:
    return 2000 + short if short < 30 else 1900 + short


def _merged(words: list[Word]) -> list[Word]:
    """Join numbers of several words; settle words with two readings."""
    found: list[Word] = []
    for word in words:
        found.append(_settled(word, found))
        while (joined := joined_number(found)) is not None:
            count, whole = joined
            del found[-count:]
            found.append(whole)
    return [_in_company(found, k) for k in range(len(found))]


def _settled(word: Word, before: list[Word]) -> Word:
    """Read "second" as a unit after a figure ("one second"), "hours" as no unit after an hour."""
    if word.text in ("hours", "hrs") and before and before[-1].kind == "clock":
        return Word(word.start, word.end, "", "zone")
    if word.text == "second" and before:
        last = before[-2] if before[-1].kind == "hyphen" and len(before) > 1 else before[-1]
        if last.kind in ("number", "day"):
            return Word(word.start, word.end, word.text, "unit", "TS")
    return word


def _in_company(words: list[Word], k: int) -> Word:
    """Drop short names of days and months that stand alone: "the Sun said", "Jan Smith"."""
    word = words[k]
    if word.text == "march" and _protest(words, k):
        return Word(word.start, word.end, word.text, "other")
    if word.kind not in ("weekday", "month") or word.text not in _SHORT_DAYS | _SHORT_MONTHS:
        return word
    near = {w.kind for w in words[max(0, k - 2) : k] + words[k + 1 : k + 3]}
    if near & {"day", "year", "month", "clock", "ordinal", "dot", "weekday"}:
        return word
    return Word(word.start, word.end, word.text, "other")


def _owners(words: list[Word], tags: Mapping[int, str]) -> list[Word]:
    """Read "Saturdays blast", of which a scraper dropped the apostrophe, as "Saturday's blast"."""
    return [
        Word(w.start, w.end, w.text, "weekday", w.value)
        if w.kind == "weekdays"
        and k + 1 < len(words)
        and tags.get(words[k + 1].start, "").startswith(("NN", "JJ"))
        and (k == 0 or words[k - 1].kind not in ("on", "every"))
        else w
        for k, w in enumerate(words)
    ]


def _protest(words: list[Word], k: int) -> bool:
    """Tell whether a "March" with a capital is a walk: "the annual March for Life"."""
    before = words[k - 1].text if k else ""
    after = words[k + 1].text if k + 1 < len(words) else ""
    onward = [w.kind for w in words[k + 1 : k + 4]]
    of_other = onward[:2] == ["of", "other"] or onward == ["of", "the", "other"]
    return before in ("annual", "a", "million") or after == "for" or of_other
