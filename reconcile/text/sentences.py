"""Cut running text into sentences. The only door to nupunkt."""

from __future__ import annotations

from reconcile.model import Span


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the sentences of text[start:end], without surrounding white space."""
    from nupunkt import sent_spans

    spans = []
    for a, b in sent_spans(text[start:end]):
        words = text[start + a : start + b]
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if right > left:
            spans.append(Span(start + a + left, start + a + right))
    return spans
