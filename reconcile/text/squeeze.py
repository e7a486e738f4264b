"""Read a text as if every run of white space were one space, and know where each word stood.

So a pattern need not care how lines are broken, and no position is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reconcile.model import Span

_RUN = re.compile(r"\s\s+")
_BLANK = re.compile(r"[^\S ]")  # white space that is no space yet


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A squeezed text, and the places where characters of the original were left out."""

    text: str
    inside: tuple[int, ...]  # places in the squeezed text after which something is left out
    outside: tuple[int, ...]  # the same places in the original
    missing: tuple[int, ...]  # characters left out up to and with each place; starts with 0

    def inward(self, span: Span) -> Span:
        """Return the span of the squeezed text for one of the original that ends in words."""
        return Span(self._in(span.start), self._in(span.end))

    def outward(self, span: Span) -> Span:
        """Return the span of the original for one of the squeezed text that ends in words."""
        first = self.missing[bisect_right(self.inside, span.start)]
        last = self.missing[bisect_left(self.inside, span.end)]
        return Span(span.start + first, span.end + last)

    def _in(self, place: int) -> int:
        return place - self.missing[bisect_left(self.outside, place)]


def squeeze(text: str) -> Squeezed:
    """Squeeze a text; takes time in proportion to its length."""
    inside, outside, missing = [], [], [0]
    for m in _RUN.finditer(text):
        inside.append(m.start() + 1 - missing[-1])
        outside.append(m.start() + 1)
        missing.append(missing[-1] + m.end() - m.start() - 1)
    flat = _BLANK.sub(" ", _RUN.sub(" ", text) if inside else text)
    return Squeezed(flat, tuple(inside), tuple(outside), tuple(missing))
