"""Say how alike two sentences are as wholes, negation aside: the evidence where no word joins them.

Whether one sentence denies what another tells shows in what the shorter one says: a good likeness
of the whole is worth little when one of its words is told nowhere in the other. Words are compared
by their vectors in context, after Zhang et al. 2020, "BERTScore".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.facts.contradiction import NEGATIVE, has_content
from reconcile.language.meaning import Reading, read
from reconcile.model import Sentence

if TYPE_CHECKING:
    from reconcile.language.meaning import Vectors


@dataclass(frozen=True, slots=True)
class Whole:
    """A sentence without its negative words: its vector, and those of its content words."""

    vector: Vectors  # shape (dimensions,), length one
    words: Vectors  # shape (content words, dimensions), rows of length one


def wholes(sentences: Sequence[Sentence]) -> list[Whole]:
    """Return sentences as wholes, in their order. Raises PartError without the model."""
    kept = [[t for t in s.parse if t.text.lower() not in NEGATIVE] for s in sentences]
    readings = dict(read([" ".join(t.text for t in tokens) for tokens in kept]))
    made = []
    for k, tokens in enumerate(kept):
        places, at = [], 0
        for token in tokens:
            if has_content(token):
                places.append((at, at + len(token.text)))
            at += len(token.text) + 1
        made.append(Whole(readings[k].whole, _words(readings[k], places)))
    return made


def _words(reading: Reading, places: Sequence[tuple[int, int]]) -> Vectors:
    """Return a row for each place that the model has read: the mean of its pieces, of length one."""
    import numpy as np

    rows = []
    for start, end in places:
        inside = [k for k, (a, b) in enumerate(reading.offsets) if a < end and start < b and a < b]
        if inside:
            mean = reading.pieces[inside].mean(axis=0)
            rows.append(mean / max(float(np.linalg.norm(mean)), 1e-9))
    return np.array(rows, np.float32).reshape(len(rows), len(reading.whole))


def wholes_alike(a: Whole, b: Whole) -> float:
    """Return the mean of three likenesses, at most 1; order makes no difference.

    The cosine of the wholes; how near, on average, the words of the shorter one come to some word
    of the other; and how near the farthest of them comes.
    """
    whole = float(a.vector @ b.vector)
    if not len(a.words) or not len(b.words):
        return whole
    near = a.words @ b.words.T
    rows = [near.max(axis=1)] if len(a.words) <= len(b.words) else []
    if len(b.words) <= len(a.words):
        rows.append(near.max(axis=0))
    told = sum(float(row.mean()) + float(row.min()) for row in rows) / len(rows)
    return (whole + told) / 3
