"""Find captions: the words under a picture, with their mark, their photographer, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.model import Block, BlockKind, Span
from reconcile.text.agencies import PATTERN

_PHOTO_CREDIT = (
    rf"\((?:{PATTERN}|[A-Z]\w+|(?i:file|pool|handout))?\s*(?i:photos?|file photo|pictures?|images?|handout|via|credit|/)[^()]{{0,80}}\)"
    rf"|\((?i:photo|image|picture|credit|source|courtesy)[^()]{{1,80}}\)"
    rf"|\([^()]{{1,50}}/\s*(?:{PATTERN}|(?i:getty(?: images)?|file|pool|handout|epa|shutterstock))[^()]{{0,30}}\)"
    rf"|(?:REUTERS|AFP|EPA|AP)\s?/\s?[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){{0,2}}"
)
_IMAGE = r"(?P<image>!\[[^\[\]]*\]\([^()]*\))"  # ![words](file), as Markdown shows a picture
_PHOTO = re.compile(rf"{_IMAGE}|{_PHOTO_CREDIT}")
_CAPTION_START = re.compile(
    r"[*_]{0,3}(?:(?i:image|photo|picture|video)\s+(?i:source|credit|courtesy|by)\s*:|(?i:image|photo|picture|caption|credit)\s*:|"
    r"FILE\s*(?:PHOTO)?\s*[-–—:]+\s|(?i:pictured|seen here|shown here)\s*(?:above|left|right|here)?\s*[:,]|In this (?i:file |undated |still |image|photo|frame|picture))"
)
_DEPICTS = re.compile(
    r"\b(?:(?:are|is|was|were) (?:seen|pictured|shown|photographed)|pictured|stands? (?:in front|outside|near|guard)|"
    r"(?:walks?|gathers?|poses?|inspects?|looks?|attends?|holds?|waves?) .{0,60}\b(?:19|20)\d\d\b|file photo|in this)",
    re.IGNORECASE,
)

# one of these stands in every caption with a mark, in every photo credit, in every teaser
_CUES = ("(", "/", ":", "FILE", "ictured", "een here", "hown here", "In this")
_AGENCIES = ("REUTERS", "AFP", "AP", "EPA", "GETTY", "SPUTNIK")
_SENTENCE_START = re.compile(r"[.!?][\"”]?\s+(?=[A-Z\"“])")
_TEASER = re.compile(
    r"(?:(?<=[.!?\"”]\s)|(?<![\s\S]))(?:REUTERS|AFP|AP|EPA|GETTY|SPUTNIK)\s(?:(?:[A-Z0-9][\w'’-]*|to|in|of|on|the|a|an|for|from|near|"
    r"and|at|by|with|over|after|as|al-\w+)\s){6,40}(?=[A-Z][\w'’-]*\s[a-z])"
)


@lru_cache(maxsize=2)
def _cues_of(text: str) -> tuple[str, ...]:
    """Return the cues of captions that stand in a text; asked for each of its paragraphs."""
    return tuple(cue for cue in _CUES if cue in text)


@lru_cache(maxsize=2)
def _agencies_of(text: str) -> tuple[str, ...]:
    return tuple(name for name in _AGENCIES if name in text)


def find_captions(text: str, span: Span) -> Iterator[Block]:
    """Yield the captions inside a span: from their mark, or the words before a photo credit.

    A caption that opens with its mark ("Image source:") runs to the photo credit, or else to the
    end of the paragraph.
    """
    at = span.start
    cues = _cues_of(text)
    words = span.of(text) if cues else ""
    if not any(cue in words for cue in cues):
        return
    for credit in _PHOTO.finditer(text, span.start, span.end):
        if credit["image"]:
            yield Block(BlockKind.CAPTION, Span(credit.start(), credit.end()))
            at = credit.end()
            continue
        mark = _CAPTION_START.search(text, at, credit.start())
        start = mark.start() if mark else _opening(text, at, credit.start(), span.start)
        yield Block(BlockKind.CAPTION, Span(start, credit.end()))
        at = credit.end()
    mark = _CAPTION_START.match(text, at + _gap(text, at, span.end), span.end)
    if mark:
        yield Block(BlockKind.CAPTION, Span(mark.start(), span.end))


def _gap(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return len(words) - len(words.lstrip())


def _opening(text: str, start: int, credit: int, paragraph: int) -> int:
    """Return where a caption without a mark begins, going back from its credit.

    The whole paragraph when that is short; in run-on text only the sentences that say what a
    picture shows, and the bare credit when none does.
    """
    first = start + _gap(text, start, credit)
    sentences = [
        first,
        *(m.end() for m in _SENTENCE_START.finditer(text, first, credit)),
    ]
    if start == paragraph and len(sentences) <= 4 and credit - first < 600:
        return first
    for begin in reversed(sentences[-3:]):
        if _DEPICTS.search(text, begin, credit):
            return begin
    return credit


def depicts(words: str) -> bool:
    """Tell whether a paragraph says what a picture shows: "are seen outside", "poses"."""
    return _DEPICTS.search(words) is not None


def find_teasers(text: str, span: Span) -> Iterator[Block]:
    """Yield a photo's agency with the headline of another story: "REUTERS Ferry Sinks Off Town"."""
    if not any(text.find(name, span.start, span.end) >= 0 for name in _agencies_of(text)):
        return
    for m in _TEASER.finditer(text, span.start, span.end):
        run = m[0].rstrip()
        if sum(w[0].isupper() for w in run.split()) * 4 >= len(run.split()) * 3:
            yield Block(BlockKind.CAPTION, Span(m.start(), m.start() + len(run)))
