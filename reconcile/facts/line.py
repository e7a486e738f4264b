"""Hold a sentence as characters and as tokens at once, so that rules may look at either."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reconcile.model import Sentence, Span, Token
from reconcile.settings.nouns import MeaningOfM
from reconcile.text.fold import plain


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's folded text and its tokens; places in `text` count from the sentence's start."""

    text: str
    offset: int
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]  # of the tokens, in `text`
    m: MeaningOfM | None = None  # what the outlet means by the letter in "5m", if that is known

    def span(self, start: int, end: int) -> Span:
        """Return the span in the report of a place in this text."""
        return Span(self.offset + start, self.offset + end)

    def token_at(self, place: int) -> int:
        """Return the index of the token that covers a place, or the last one before it; -1 if none."""
        return bisect_right(self.starts, place) - 1

    def token_from(self, place: int) -> int:
        """Return the index of the first token that starts at a place or later."""
        return bisect_left(self.starts, place)

    def end_of(self, index: int) -> int:
        """Return where a token ends in `text`."""
        return self.tokens[index].span.end - self.offset


def line_of(sentence: Sentence, text: str, m: MeaningOfM | None = None) -> Line:
    """Return the line of a sentence of a report's text."""
    start, tokens = sentence.span.start, sentence.parse.tokens
    starts = tuple(t.span.start - start for t in tokens)
    return Line(plain(sentence.span.of(text)), start, tokens, starts, m)
