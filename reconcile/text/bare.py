"""Tell at a glance that a paragraph is running prose and nothing else, as nearly every one is.

Each pattern by which headers, captions, credits and notices are found needs one of the signs or words
below. A paragraph that has none of them is not searched; the others are, so that a word too many
here costs time and nothing else. `tests/text/test_bare.py` holds the patterns against it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from reconcile.text.agencies import FIRST_WORDS

_SHAPE = re.compile(r"[\"“‘'$£€]?\w")
_ITEM = re.compile(r"\d{1,2}[.)]\s")
_END = re.compile(r"[^.A-Z]\.[\"'”’]*\Z")
_SIGN = re.compile(
    r"[(/:©@|\[\]#*_<>\x09-\x0d\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_DASHES = re.compile(r"[—–]|-[\sA-Z\"“]")  # of datelines
_CAPITALS = re.compile(r"[A-Z]{4}")  # of slugs and of places in datelines
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[a-z]+")
_MARKS = "“”’‘—–"
_SPACES = {code: " " for code in range(128) if not chr(code).islower()}
_TOKEN = re.compile(r"\w+")
_DASH = re.compile(r"[-–—]")
_CREDITS = (
    "input inputs reporting files material additional writing editing contributed agencies copyright "
    "reserved twitter facebook instagram telegram whatsapp www follow read see watch related click sign "
    "subscribe app share standards comment comments advertisement topic newspaper website magazine "
    "broadcaster publication news network tag tags"
)
_CAPTIONS = "file pictured seen shown reuters afp ap epa getty sputnik"
_NOTICES = (
    "version versions edition correct corrected corrects correction update updated updates amended "
    "clarified clarification retract retracted retracting retraction withdraw withdrawn withdrawing "
    "withdraws withdrawal misstated incorrectly wrongly erroneously misidentified mistakenly error kill "
    "disregard delete use advisory eds editor editors note lead ld writethru write refile recast recasts "
    "wrapup"
)
_WORDS = frozenset(f"{_CREDITS} {_CAPTIONS} {_NOTICES}".split())
_KILLED = frozenset({"killed", "killing"})
_WHO = frozenset({"we", "agency", "press"})
_SHORT = 160  # characters below which a paragraph may be a byline
_FEWEST = 16  # words from which it is no headline


def is_bare(words: str, opening: bool) -> bool:
    """Tell that a paragraph, its white space squeezed, is prose alone; False when it must be searched.

    `opening` says that it stands near the head, where stamps and datelines may stand.
    """
    if not _shaped(words) or (opening and _heads(words)):
        return False
    tokens = _tokens(words.lower())
    return (
        tokens.isdisjoint(_WORDS)
        and (tokens.isdisjoint(_KILLED) or tokens.isdisjoint(_WHO))
        and not _signed(words, tokens)
        and words.find(words[:30], 30, 700) < 0  # a first sentence that is printed twice
    )


def _tokens(low: str) -> set[str]:
    """Return the words of a lower-case text; figures and letters beyond ASCII part them."""
    if not low.isascii():
        for mark in _MARKS:  # nearly all that is not ASCII in English news
            low = low.replace(mark, " ")
    return set(low.translate(_SPACES).split() if low.isascii() else _WORD.findall(low))


def _shaped(words: str) -> bool:
    """Tell that a paragraph begins and ends as prose does, with no sign of anything else inside."""
    return bool(
        _SHAPE.match(words)
        and _END.search(words, max(0, len(words) - 8))
        and not _SIGN.search(words)
        and " - " not in words
        and "--" not in words
        and "  " not in words
        and not _ITEM.match(words)
        and not words.startswith("In this")
    )


def _heads(words: str) -> bool:
    """Tell that a dateline, a slug or a stamp may stand in front."""
    head = words[:420]
    dated = ("20" in head or "19" in head) and _YEAR.search(head)
    front = words[:120]
    dashed = (not front.isascii() or "-" in front) and _DASHES.search(front)
    return bool(dated or dashed or _CAPITALS.search(front))


def _signed(words: str, tokens: set[str]) -> bool:
    """Tell that a paragraph may be a byline or a headline, or end in an agency's name."""
    short = len(words) < _SHORT
    if (short or _DASH.search(words, len(words) - 100)) and not tokens.isdisjoint(FIRST_WORDS):
        return True
    begins = words[:5].lower().startswith(("by ", "from "))
    return short and (begins or "staff" in tokens or words.count(" ") < _FEWEST)


def begins_like(words: str, headlines: Collection[str]) -> bool:
    """Tell whether a paragraph may say one of the headlines again: it has the same first words."""
    first = _first(words)
    return any(_first(headline) == first for headline in headlines)


def _first(words: str) -> list[str]:
    return _TOKEN.findall(words[:80].lower())[:3]
