"""Tell at a glance that a paragraph is running prose and nothing else, as nearly every one is.

Each pattern by which headers, captions, credits and notices are found needs one of the signs or words
below. A paragraph that has none of them is not searched; the others are, so that a word too many
here costs time and nothing else. `tests/text/test_bare.py` holds the patterns against it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from reconcile.text.agencies import FIRST_WORDS

Head: TypeAlias = tuple[re.Pattern[str], int]  # what is looked for, in so many first characters

_SHAPE = re.compile(r"[\"“‘'$£€]?\w")
_ITEM = re.compile(r"\d{1,2}[.)]\s")
_END = re.compile(r"[^.A-Z]\.[\"'”’]*\Z")
_SIGN = re.compile(
    r"[(/:©@|\[\]#*_<>\x09-\x0d\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_DASHES = re.compile(r"[—–]|-[\sA-Z\"“]")  # of datelines
_CAPITALS = re.compile(r"[A-Z]{4}")  # of slugs and of places in datelines
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACES = bytes(code if 97 <= code <= 122 else 32 for code in range(256))  # all but a to z
_LARGE = bytes(ord("A") if 65 <= code <= 90 else 32 for code in range(256))
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
_WORDS = frozenset(f"{_CREDITS} {_CAPTIONS} {_NOTICES}".encode().split())
_KILLED = frozenset({b"killed", b"killing"})
_WHO = frozenset({b"we", b"agency", b"press"})
_AGENCIES = frozenset(word.encode() for word in FIRST_WORDS)
_SHORT = 160  # characters below which a paragraph may be a byline
_FEWEST = 16  # words from which it is no headline


def is_bare(words: str, opening: bool) -> bool:
    """Tell that a paragraph, its white space squeezed, is prose alone; False when it must be searched.

    `opening` says that it stands near the head, where stamps and datelines may stand.
    """
    return are_bare([words], opening)


def are_bare(paragraphs: Sequence[str], opening: bool) -> bool:
    """Tell that each of some paragraphs is prose alone; as `is_bare`, with one look at all words."""
    whole = " ".join(paragraphs)
    if _SIGN.search(whole) or " - " in whole or "--" in whole or "  " in whole:
        return False
    tokens = _tokens(whole)
    if not (tokens.isdisjoint(_WORDS) and (tokens.isdisjoint(_KILLED) or tokens.isdisjoint(_WHO))):
        return False
    heads = tuple(_heads(whole)) if opening else ()
    return all(
        _shaped(words)
        and not any(head.search(words, 0, within) for head, within in heads)
        and not _signed(words, tokens)
        and words.find(words[:30], 30, 700) < 0  # a first sentence that is printed twice
        for words in paragraphs
    )


def _tokens(words: str) -> set[bytes]:
    """Return the words of a text in lower case; figures and letters beyond ASCII part them."""
    return set(words.lower().encode("utf-8", "surrogatepass").translate(_SPACES).split())


def _shaped(words: str) -> bool:
    """Tell that a paragraph begins and ends as prose does."""
    return bool(
        _SHAPE.match(words)
        and _END.search(words, max(0, len(words) - 8))
        and not _ITEM.match(words)
        and not words.startswith("In this")
    )


def _heads(whole: str) -> Iterator[Head]:
    """Yield how a dateline, a slug or a stamp in front of a paragraph is told, of those in a text."""
    if "20" in whole or "19" in whole:
        yield _YEAR, 420
    if "-" in whole or "—" in whole or "–" in whole:
        yield _DASHES, 120
    if b"AAAA" in whole.encode("utf-8", "surrogatepass").translate(_LARGE):
        yield _CAPITALS, 120


def _signed(words: str, tokens: set[bytes]) -> bool:
    """Tell that a paragraph may be a byline or a headline, or end in an agency's name.

    `tokens` are its own words and perhaps others.
    """
    short = len(words) < _SHORT
    if (
        not tokens.isdisjoint(_AGENCIES)
        and (short or _DASH.search(words, len(words) - 100))
        and not _tokens(words).isdisjoint(_AGENCIES)
    ):
        return True
    return short and (
        words[:5].lower().startswith(("by ", "from "))
        or (b"staff" in tokens and "staff" in words.lower())
        or words.count(" ") < _FEWEST
    )


def begins_like(words: str, headlines: Collection[str]) -> bool:
    """Tell whether a paragraph may say one of the headlines again: it has the same first words."""
    first = _first(words)
    return any(_first(headline) == first for headline in headlines)


def _first(words: str) -> list[str]:
    return _TOKEN.findall(words[:80].lower())[:3]
