"""Find the words between quotation marks, straight or curly, double or single, nested or left open.

Marks are paired inside a paragraph. A quotation that runs on over a paragraph break is left open at
the end of the first paragraph and opened again at the head of the next (the convention of news
style); each paragraph then gives a quotation of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reconcile.model import Quotation, Sentence, Span
from reconcile.text.fold import plain
from reconcile.text.paragraphs import find_paragraphs

_DOUBLE = re.compile(r"\"|''")  # after folding; a pair of single marks is a double one
# A single mark opens after a space or bracket and before a letter, but not in '90s, 'em, 'til.
_SINGLE_OPENS = re.compile(
    r"(?:(?<=[\s(\[\"—–])|^)'(?!em\b|til\b|tis\b|twas\b|cause\b|n'|\d0s)(?=\w)"
)
_SINGLE_CLOSES = re.compile(r"(?<=[^\s'(])'(?![\w'])")
_LONGEST = 2_000  # characters that single marks may hold
_ENDED = re.compile(r"[.!?,…—–-]['\"\s]*\Z")


def find_quotations(
    sentences: tuple[Sentence, ...], text: str
) -> tuple[tuple[Quotation, ...], ...]:
    """Return the quotations of each sentence; one that spans several belongs to the first.

    A quotation is a `fragment` when it is no whole statement: a title, a scare quote, a few words
    of a speaker worked into the reporter's sentence. Speakers are left open here, see
    `reconcile.facts.attribution.name_speakers`.
    """
    found: list[list[Quotation]] = [[] for _ in sentences]
    if not sentences:
        return ()
    starts = [s.span.start for s in sentences]
    for span, words in _marked(text, sentences):
        k = bisect_right(starts, span.start) - 1
        if k >= 0 and span.start < sentences[k].span.end and words.of(text).strip():
            found[k].append(_judged(Quotation(span, words), sentences[k], text))
    return tuple(map(tuple, found))


def _marked(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield (with marks, without marks) for each quotation, in order of paragraphs."""
    folded = plain(text)
    ends = [s.span.end for s in sentences]
    paragraphs = [(p.span.start, p.span.end) for p in find_paragraphs(text, 0)]
    for k, (start, end) in enumerate(paragraphs):
        after = paragraphs[k + 1][0] if k + 1 < len(paragraphs) else end
        runs_on = bool(_DOUBLE.match(folded, after)) if after != end else False
        pairs = list(_double_pairs(folded, start, end, runs_on, ends))
        yield from pairs
        yield from _single_pairs(folded, start, end, [outer for outer, _ in pairs])


def _double_pairs(
    folded: str, start: int, end: int, runs_on: bool, ends: list[int]
) -> Iterator[tuple[Span, Span]]:
    """Pair the double marks of one paragraph; one left open ends with it or with its sentence."""
    open_at: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(folded, start, end):
        if open_at is None:
            if _may_open(folded, mark, start, end):
                open_at = mark
        elif _closes(folded, mark, end):
            yield _pair(open_at.start(), open_at.end(), mark.start(), mark.end())
            open_at = None
    if open_at is not None:
        last = end if runs_on else _next(ends, open_at.end(), end)
        stop = len(folded[: min(last, end)].rstrip())
        if stop > open_at.end():
            yield _pair(open_at.start(), open_at.end(), stop, stop)


def _next(ends: list[int], at: int, default: int) -> int:
    """Return the first of some ascending places behind a place."""
    k = bisect_right(ends, at)
    return ends[k] if k < len(ends) else default


def _pair(a: int, b: int, c: int, d: int) -> tuple[Span, Span]:
    return Span(a, d), Span(b, c)


def _may_open(folded: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Tell an opening mark from inches ("6 feet 2\"") and from a stray one at the very end."""
    inches = mark.start() > start and folded[mark.start() - 1].isdigit()
    return not inches and mark.end() < end


def _closes(folded: str, mark: re.Match[str], end: int) -> bool:
    """Tell a closing mark from one that can only open: a space before it and none after it.

    Text that was cut into words and joined again may have that space before a closing mark (`at
    stake, "she said`): there the mark closes where the marks that follow pair up without it.
    """
    before = folded[mark.start() - 1].isspace()
    if not before or mark.end() >= end or not folded[mark.end()].isalnum():
        return True
    ended = folded[max(0, mark.start() - 3) : mark.start()].rstrip()[-1:] in {",", ".", "?", "!"}
    return ended and len(_DOUBLE.findall(folded, mark.end(), end)) % 2 == 0


def _single_pairs(
    folded: str, start: int, end: int, taken: list[Span]
) -> Iterator[tuple[Span, Span]]:
    """Pair single marks that are no apostrophes, outside double quotations."""
    at = start
    while opening := _SINGLE_OPENS.search(folded, at, end):
        at = opening.end()
        if _within(taken, opening.start()):
            continue
        closing = _closing_single(folded, opening.end(), end)
        if closing is not None and not _within(taken, closing):
            yield _pair(opening.start(), opening.end(), closing, closing + 1)
            at = closing + 1


def _within(spans: list[Span], place: int) -> bool:
    """Tell whether a place lies inside one of some ascending spans."""
    k = bisect_right(spans, place, key=lambda span: span.start) - 1
    return k >= 0 and spans[k].start < place < spans[k].end


def _closing_single(folded: str, at: int, end: int) -> int | None:
    """Return the mark that closes: the first, unless it looks like a possessive plural's."""
    candidates = [m.start() for m in _SINGLE_CLOSES.finditer(folded, at, min(end, at + _LONGEST))]
    for k, place in enumerate(candidates):
        possessive = folded[place - 1] == "s" and folded[place + 1 : place + 3].strip().islower()
        if not possessive or k + 1 == len(candidates):
            return place
    return None


def _judged(quotation: Quotation, sentence: Sentence, text: str) -> Quotation:
    """Mark a quotation as a fragment unless it holds a clause or stands as a sentence."""
    words = quotation.words.of(text)
    if quotation.span.end > sentence.span.end + 1:
        return quotation
    stands = words[:1].isupper() and _ENDED.search(words) is not None
    inside = sentence.parse.within(quotation.words)
    held = {t.i for t in inside}
    clause = any(t.dep in ("nsubj", "nsubjpass", "expl") and t.head in held for t in inside)
    return replace(quotation, fragment=not (clause or (stands and not _title(words))))


def _title(words: str) -> bool:
    """Tell a title, every longer word of it with a capital, from a statement."""
    longer = [w for w in re.findall(r"[^\W\d_]+", words) if len(w) > 3]
    return len(longer) > 1 and all(w[0].isupper() for w in longer)
