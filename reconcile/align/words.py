"""Find the words in which two stretches of text differ. The only door to diff-match-patch.

Whole words are compared, not characters: each distinct word becomes one character for the diff
(the "line mode" trick of Neil Fraser's library), so that a difference never cuts a word. House
style is no difference: typographic quotation marks, US and U.S., hyphens inside words, capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reconcile.model import Span
from reconcile.text.fold import plain

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

LONGEST = 600  # words compared; what follows in a longer stretch counts as one more word
SECONDS = 0.0  # no clock: the same words always give the same difference
_TOKEN = re.compile(r"\w+(?:[.,:/'’&-]\w+)*|[%$£€¥+]")
_FIRST = 0x100  # code points of the alphabet that stands for words; the surrogates are left out
_GAP = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that both stretches tell, or only one of them (the other has no span)."""

    a: Span | None
    b: Span | None


def runs(text_a: str, span_a: Span, text_b: str, span_b: Span) -> Iterator[Run]:
    """Yield the words of two stretches from left to right: of both, of a alone, of b alone."""
    a, b = _tokens(text_a, span_a), _tokens(text_b, span_b)
    i = j = 0
    for op, length in _diff([w for w, _ in a], [w for w, _ in b]):
        in_a = Span(a[i][1].start, a[i + length - 1][1].end) if op <= 0 else None
        in_b = Span(b[j][1].start, b[j + length - 1][1].end) if op >= 0 else None
        yield Run(in_a, in_b)
        i += length if in_a else 0
        j += length if in_b else 0


def differing_words(
    text_a: str, span_a: Span, text_b: str, span_b: Span
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of the words told in one stretch only, of text_a and of text_b.

    Neighbouring words are joined into one span. Both tuples are empty when the stretches differ in
    house style alone.
    """
    found = [run for run in runs(text_a, span_a, text_b, span_b) if not (run.a and run.b)]
    return tuple(r.a for r in found if r.a), tuple(r.b for r in found if r.b)


def word_diff(text_a: str, span_a: Span, text_b: str, span_b: Span) -> list[tuple[str, str]]:
    """Return the two stretches as one list of ("both" | "only a" | "only b", words as printed).

    Words of both are shown as text_a prints them, with the punctuation between them.
    """
    shown: list[tuple[str, str]] = []
    for run in runs(text_a, span_a, text_b, span_b):
        if run.a:
            shown.append(("both" if run.b else "only a", run.a.of(text_a)))
        elif run.b:
            shown.append(("only b", run.b.of(text_b)))
    return shown


def _tokens(text: str, span: Span) -> list[tuple[str, Span]]:
    """Return the words of a stretch as (key, span); a huge rest is one last word."""
    found: list[tuple[str, Span]] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        if len(found) == LONGEST:
            rest = text[match.start() : span.end]
            return [*found, (rest, Span(match.start(), span.end))]
        found.append((_key(match.group()), Span(*match.span())))
    return found


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Fold a word: case, quotation marks, dots of initials, hyphens, commas of thousands."""
    if word[0].isdigit():
        return word.replace(",", "").casefold()
    letters = plain(word).replace(".", "").replace("-", "")
    # the one abbreviation of news that is another word in small letters
    return "usa" if letters == "US" else letters.casefold()


def _diff(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return (-1 only a, 0 both, 1 only b; number of words) from left to right."""
    alphabet: dict[str, str] = {}
    coded_a, coded_b = ("".join(_letter(alphabet, w) for w in words) for words in (a, b))
    engine = _engine()
    diffs = engine.diff_main(coded_a, coded_b, False)
    engine.diff_cleanupMerge(diffs)
    return [(op, len(run)) for op, run in diffs if run]


def _letter(alphabet: dict[str, str], word: str) -> str:
    """Return the one character that stands for a word."""
    if word not in alphabet:
        point = _FIRST + len(alphabet)
        alphabet[word] = chr(point if point < _GAP.start else point + len(_GAP))
    return alphabet[word]


@lru_cache(maxsize=1)
def _engine() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = SECONDS
    return engine
