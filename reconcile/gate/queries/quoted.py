"""Cut the words that matter out of a sentence: those that differ and a few around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Evidence, Span
from reconcile.render.page.words import joined, visible

AROUND = 5  # words on either side of those that differ
WHOLE = 18  # words of a sentence that is quoted whole
_WORD = re.compile(r"\S+")
_OUTER = " \t\n\r,;:.“”\"'‘"
_ENDS = '“”"'


def focus(text: str, item: Evidence) -> Span:
    """Return the words to point at: those that differ, the sentence where none are marked."""
    marks = joined(text, item.marks) or [item.span]
    whole = Span(marks[0].start, marks[-1].end)
    return whole if whole.end - whole.start <= 60 else marks[0]


def said(text: str, item: Evidence) -> str:
    """Return the words that differ, on one line, parts that stand apart joined by dots."""
    marks = joined(text, item.marks) or [item.span]
    return visible(" … ".join(m.of(text) for m in marks)).strip()


def passage(text: str, item: Evidence, within: Span | None = None) -> str:
    """Return the words that differ inside those around them, between quotation marks."""
    span = within or item.span
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    marks = [m for m in item.marks if m.overlaps(span)] or [span]
    if len(words) <= WHOLE:
        return _between(text, [span])
    kept = _runs(words, marks)
    head = "… " if kept and kept[0].start > words[0].start else ""
    tail = " …" if kept and kept[-1].end < words[-1].end else ""
    return _between(text, kept, head, tail)


def quotation(text: str, item: Evidence) -> str:
    """Return the quoted words that differ, with those around them inside the quotation."""
    at = text.find(item.value, item.span.start, item.span.end)
    return passage(text, item, Span(at, at + len(item.value)) if at >= 0 and item.value else None)


def _runs(words: Sequence[Span], marks: Sequence[Span]) -> list[Span]:
    """Return the stretches of words within a few of the marks."""
    near = [k for k, w in enumerate(words) if any(w.overlaps(m) for m in marks)]
    wanted = sorted({j for k in near for j in range(k - AROUND, k + AROUND + 1)})
    found: list[list[int]] = []
    for k in (k for k in wanted if 0 <= k < len(words)):
        if found and k == found[-1][-1] + 1:
            found[-1].append(k)
        else:
            found.append([k])
    return [Span(words[r[0]].start, words[r[-1]].end) for r in found]


def _between(text: str, spans: Sequence[Span], head: str = "", tail: str = "") -> str:
    words = visible(" … ".join(s.of(text) for s in spans)).strip(_OUTER)
    words = re.sub(f"[{_ENDS}]", "'", words)
    return f"“{head}{words}{tail}”"
