"""Tell at a glance that a paragraph is running prose and nothing else, as nearly every one is.

Each pattern by which headers, captions, credits and notices are found needs one of the signs or words
below. A paragraph that has none of them is not searched; the others are, so that a word too many
here costs time and nothing else. `tests/text/test_bare.py` holds the patterns against it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from typing import TypeAlias

from reconcile.text.agencies import FIRST_WORDS

Head: TypeAlias = tuple[re.Pattern[str], int]  # what is looked for, in so many first characters

_SHAPE = re.compile(r"(?!\d{1,2}[.)]\s|In this)[\"“‘'$£€]?\w")  # no item of a list, no caption
_END = re.compile(r"[^.A-Z]\.[\"'”’]*\Z")
_SIGN = re.compile(
    r"[(/:©@|\[\]#*_<>\x09-\x0d\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u212a]"
)
_DASHES = re.compile(r"[—–]|-[\sA-Z\"“]")  # of datelines
_CAPITALS = re.compile(r"[A-Z]{4}")  # of slugs and of places in datelines
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACES = bytes(  # letters in lower case, all else a space
    ord(low) if (low := chr(code).lower()).islower() else ord(" ") for code in range(128)
) + bytes([ord(" ")] * 128)
_PLAIN_SIGNS = b"(/:@|[]#*_<>\t\n\v\f\r\x1c\x1d\x1e\x1f"
_SIGNED = bytes(ord("(") if code in _PLAIN_SIGNS else _SPACES[code] for code in range(256))
_WIDE = re.compile(rb"\xe2(?:\x80[^\x93\x94\x98\x99\x9c\x9d]|[^\x80])")  # no quote, no dash
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
_CUES = _WORDS | _KILLED | _WHO | _AGENCIES | {b"staff"}
_SHORT = 160  # characters below which a paragraph may be a byline
_FEWEST = 16  # words from which it is no headline
_BEGINNING = 6  # words by which a headline is known again


def is_bare(words: str, opening: bool) -> bool:
    """Tell that a paragraph, its white space squeezed, is prose alone; False when it must be searched.

    `opening` says that it stands near the head, where stamps and datelines may stand.
    """
    return are_bare([words], opening)


def are_bare(paragraphs: Sequence[str], opening: bool) -> bool:
    """Tell that each of some paragraphs is prose alone; as `is_bare`, with one look at all words."""
    whole = " ".join(paragraphs)
    data = whole.encode("utf-8", "surrogatepass")
    marked = data.translate(_SIGNED)
    if b"(" in marked or (len(data) > len(whole) and _wide_sign(whole, data)) or b"  " in data:
        return False
    if b"-" in data and (b" - " in data or b"--" in data):
        return False
    cues = _CUES.intersection(marked.split())
    if not cues.isdisjoint(_WORDS) or not (cues.isdisjoint(_KILLED) or cues.isdisjoint(_WHO)):
        return False
    heads = tuple(_heads(data)) if opening else ()
    return all(
        _SHAPE.match(words)
        and _END.search(words, max(0, len(words) - 8))
        and not (heads and any(head.search(words, 0, within) for head, within in heads))
        and not _signed(words, cues)
        and words.find(words[:30], 30, 700) < 0  # a first sentence that is printed twice
        for words in paragraphs
    )


def _wide_sign(whole: str, data: bytes) -> bool:
    """Tell whether a text, in UTF-8 in `data`, has a sign beyond ASCII; most have quotes only."""
    other = b"\xc2" in data or b"\xe1" in data or b"\xe3" in data or _WIDE.search(data)
    return bool(other and _SIGN.search(whole))


def _heads(data: bytes) -> Iterator[Head]:
    """Yield how a dateline, a slug or a stamp in front of a paragraph is told, of those in a text."""
    if b"20" in data or b"19" in data:
        yield _YEAR, 420
    if b"-" in data or b"\xe2\x80\x93" in data or b"\xe2\x80\x94" in data:
        yield _DASHES, 120
    if b"AAAA" in data.translate(_LARGE):
        yield _CAPITALS, 120


def _tokens(words: str) -> set[bytes]:
    """Return the words of a text in lower case; figures and letters beyond ASCII part them."""
    return set(words.encode("utf-8", "surrogatepass").translate(_SPACES).split())


def _signed(words: str, cues: Set[bytes]) -> bool:
    """Tell that a paragraph may be a byline or a headline, or end in an agency's name.

    `cues` are those of all the text.
    """
    short = len(words) < _SHORT
    if not cues:
        return short and _few(words)
    if (
        not cues.isdisjoint(_AGENCIES)
        and (short or _DASH.search(words, len(words) - 100))
        and not _tokens(words).isdisjoint(_AGENCIES)
    ):
        return True
    return short and (_few(words) or (b"staff" in cues and "staff" in words.lower()))


def _few(words: str) -> bool:
    """Tell that a short paragraph is no longer than a headline, or begins as bylines do."""
    return words.count(" ") < _FEWEST or words[:5].lower().startswith(("by ", "from "))


def begins_like(words: str, headlines: Collection[str]) -> bool:
    """Tell whether a paragraph may say one of the headlines again: it has the same first words.

    Six are enough, for a headline that is cut off at a date has no fewer.
    """
    mine = words.lower()
    return any(_alike(mine, headline.lower()) for headline in headlines)


def _alike(words: str, headline: str) -> bool:
    first, other = _TOKEN.search(words), _TOKEN.search(headline)
    if first and other and first[0] != other[0]:
        return False
    wanted = _TOKEN.findall(headline)[:_BEGINNING]
    begins = _TOKEN.findall(words[: 2 * len(headline) + 80])[: len(wanted)]
    return len(wanted) > 2 and begins == wanted
