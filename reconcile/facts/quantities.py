"""Find the quantities of a sentence and bind each to what it counts or measures."""

from __future__ import annotations

from reconcile.model import Quantity, Sentence


def find_quantities(sentence: Sentence, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in text order; spans are offsets into the text."""
    return ()
