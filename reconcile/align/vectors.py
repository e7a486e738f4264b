"""Give each sentence of a comparison, each of its clauses and each of its words a vector.

The model runs once over whole sentences. A word's vector is the mean of the states of its pieces,
a clause's the mean over its words: both know the sentence around them and cost no further run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.profile import Profile
from reconcile.language.meaning import DIMENSIONS, Ahead, Reading, read

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.language.meaning import Vectors

FEWEST = 3  # words; a shorter clause has no vector of its own


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows that belong to sentences: those of sentence k are rows[starts[k]:starts[k + 1]]."""

    rows: Vectors
    starts: NDArray[np.int64]

    def of(self, k: int) -> Vectors:
        """Return the rows of one sentence."""
        rows: Vectors = self.rows[self.starts[k] : self.starts[k + 1]]
        return rows

    def where(self, sentences: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the row numbers of several sentences, and where each one's begin among them."""
        first = self.starts[sentences]
        sizes = self.starts[sentences + 1] - first
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        numbers = np.repeat(first - begins, sizes) + np.arange(int(sizes.sum()))
        return numbers, begins


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of a pool of sentences; all have length one."""

    sentences: Vectors  # shape (sentences, 384)
    words: Stack  # one row a content word, at least one a sentence
    clauses: Stack  # one row a clause, the first the whole sentence


def meanings(pool: Sequence[Profile], ahead: Ahead | None = None) -> Meanings:
    """Return the vectors of the sentences of a pool, their clauses and their content words."""
    whole = np.zeros((len(pool), DIMENSIONS), dtype=np.float32)
    words: list[Vectors] = [whole[:0]] * len(pool)
    clauses: list[Vectors] = [whole[:0]] * len(pool)
    known: dict[object, tuple[Vectors, Vectors]] = {}  # copies of a sentence share their parts
    for k, reading in read([p.text for p in pool], ahead):
        whole[k] = reading.whole
        wording = pool[k].wording
        if wording not in known:
            known[wording] = _parts(pool[k], reading)
        words[k], clauses[k] = known[wording]
    return Meanings(whole, _stack(words), _stack(clauses))


def _parts(profile: Profile, reading: Reading) -> tuple[Vectors, Vectors]:
    """Return the vectors of the content words and of the clauses of one sentence."""
    tokens = _token_vectors(profile, reading)
    words = [tokens.get(w.token, reading.whole) for w in profile.words] or [reading.whole]
    means = [
        np.mean([tokens[i] for i in clause if i in tokens], axis=0)
        for clause in profile.clauses
        if sum(i in tokens for i in clause) >= FEWEST
    ]
    return _scaled(words), _scaled([reading.whole, *means])


def _token_vectors(profile: Profile, reading: Reading) -> dict[int, Vectors]:
    """Return the mean state of the pieces of each token; tokens beyond the model's reach lack one."""
    found: dict[int, Vectors] = {}
    base, piece, count = profile.sentence.span.start, 0, len(reading.offsets)
    for token in profile.sentence.parse:
        start, end = token.span.start - base, token.span.end - base
        while piece < count and reading.offsets[piece][1] <= start:
            piece += 1
        last = piece
        while last < count and reading.offsets[last][0] < end and reading.offsets[last][1]:
            last += 1
        if last > piece:
            found[token.i] = reading.pieces[piece:last].mean(axis=0)
    return found


def _scaled(rows: Sequence[Vectors]) -> Vectors:
    """Return the rows as a matrix of unit vectors."""
    matrix = np.asarray(rows, dtype=np.float32)
    unit: Vectors = matrix / np.clip(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9, None)
    return unit


def _stack(parts: Sequence[Vectors]) -> Stack:
    starts = np.concatenate([[0], np.cumsum([len(p) for p in parts])]).astype(np.int64)
    rows = np.concatenate(parts) if parts else np.zeros((0, DIMENSIONS), dtype=np.float32)
    return Stack(rows, starts)
