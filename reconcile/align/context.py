"""Say what other pairs tell of a pair: the second look at sentences that the first found alike.

Two sentences that are both like a sentence of a third report are like each other (the transitivity
that clustering of mentions rests on, Bagga and Baldwin 1998), and reports that walk together for a
while tell the same in the sentences between. Headlines support nothing: how they are read depends on
whether the outlet sets them in capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.pool import Pool
from reconcile.model import BlockKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.align.candidates import Pairs

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.int64]

NAMES = (
    "support",  # the lesser of the first scores of both with a sentence of a third report, at best
    "beside",  # the first score of the pair before, or of the pair after, the better of the two
)
FAINT = 0.1  # first scores below it support nothing
PARTNERS = 50  # of a sentence, the best ones; more of them add time and no support


@dataclass(frozen=True)
class Scores:
    """The first scores of sorted pairs, to be looked up; a pair that is no candidate has 0."""

    size: int  # sentences
    keys: Indices  # sorted
    scores: Numbers

    def places(self, a: Indices, b: Indices) -> tuple[Indices, NDArray[np.bool_]]:
        """Return where the pairs stand, and which of them are there."""
        wanted = np.minimum(a, b) * self.size + np.maximum(a, b)
        found = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return found, self.keys[found] == wanted

    def of(self, a: Indices, b: Indices) -> Numbers:
        """Return the scores of the pairs."""
        found, there = self.places(a, b)
        scores: Numbers = np.where(there, self.scores[found], 0.0)
        return scores


def context(pool: Pool, pairs: Pairs, first: Numbers) -> Numbers:
    """Return the features of sorted pairs by their first scores, shape (pairs, len(NAMES))."""
    if not len(pairs):
        return np.zeros((0, len(NAMES)))
    i, j = pairs.T
    size = len(pool.profiles)
    headline = np.array([p.sentence.block is BlockKind.HEADLINE for p in pool.profiles])
    voiced = np.where(headline[i] | headline[j], 0.0, first)
    known = Scores(size, i * size + j, voiced)
    return np.stack([support(known, i, j), _beside(pool, known, i, j)], axis=1)


def support(known: Scores, i: Indices, j: Indices) -> Numbers:
    """Return for each pair the best way over a third report: no two of the three share a report."""
    support = np.zeros(len(i))
    for partners, scores in _partners(known, i, j):
        a, b = np.triu_indices(len(partners), 1)
        found, there = known.places(partners[a], partners[b])
        np.maximum.at(support, found[there], np.minimum(scores[a], scores[b])[there])
    return support


def _partners(known: Scores, i: Indices, j: Indices) -> list[tuple[Indices, Numbers]]:
    """Return the best partners of each sentence that has several, with their scores.

    They are sorted by sentence: sorted pairs are looked up several times faster.
    """
    strong = known.scores >= FAINT
    own = np.concatenate([i[strong], j[strong]])
    other = np.concatenate([j[strong], i[strong]])
    scores = np.concatenate([known.scores[strong]] * 2)
    order = np.lexsort((other, -scores, own))
    starts = np.searchsorted(own[order], np.arange(known.size + 1))
    best = [order[a : min(b, a + PARTNERS)] for a, b in pairwise(starts)]
    cuts = [cut[np.argsort(other[cut])] for cut in best if len(cut) > 1]
    return [(other[cut], scores[cut]) for cut in cuts]


def _beside(pool: Pool, known: Scores, i: Indices, j: Indices) -> Numbers:
    """Return the better score of the two pairs of neighbours; none stands beyond a report's end."""
    found = [
        np.where((step[i] == i) | (step[j] == j), 0.0, known.of(step[i], step[j]))
        for step in pool.following
    ]
    better: Numbers = np.maximum(*found)
    return better
