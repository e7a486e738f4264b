"""Measure what speaks for the sentences of a candidate pair telling the same thing.

To what their words have in common (`align/wordings.py`) comes what their reports show: better
partners there, the sentences beside them, and where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.pool import Pool
from reconcile.align.wordings import FLOOR, cosines, in_common

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.align.candidates import Pairs

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.int64]

NAMES = (
    "words",  # idf-weighted F1 of nearest words, 0 to 1
    "plain words",  # the same over the words that are no names
    "action",  # nearest pair of verbs
    "clauses",  # cosine of the nearest clauses, times the root of the idf overlap
    "behind",  # words, less the best that either sentence has in the other's report (<= 0)
    "ahead",  # words, less the weaker of the two bests
    "numbers",  # numbers in common, at most two
    "names",  # ln(1 + idf of the names in common)
    "neighbours",  # cosine of the sentences before, or of those after
    "top",  # relative place of the one further down, 0 at the top, -1 at the end
    "opening",  # 1 when both are among the first two sentences
    "copy",  # share of characters in common, word order aside (rapidfuzz token sort ratio)
    "other event",  # 1 when the claims of the two are never about one event
)
OPENING = 2


def features(pool: Pool, pairs: Pairs) -> Numbers:
    """Return the features of sorted pairs, shape (pairs, len(NAMES)), columns as in NAMES."""
    if not len(pairs):
        return np.zeros((0, len(NAMES)))
    i, j = pairs.T
    words, common, action, clauses, numbers, names, copy = in_common(pool, i, j)
    columns = (
        words,
        common,
        action,
        clauses,
        *_rivals(pool, i, j, words),
        numbers,
        names,
        _neighbours(pool, i, j),
        *_places(pool, i, j),
        copy,
        _apart(pool, i, j),
    )
    return np.stack(columns, axis=1)


def _rivals(pool: Pool, i: Indices, j: Indices, words: Numbers) -> tuple[Numbers, Numbers]:
    """Return how far a pair is behind the best of both sentences, and ahead of the weaker best."""
    report = pool.reports
    best = np.zeros((len(pool.profiles), int(report.max()) + 1))
    np.maximum.at(best, (i, report[j]), words)
    np.maximum.at(best, (j, report[i]), words)
    mine, theirs = best[i, report[j]], best[j, report[i]]
    return words - np.maximum(mine, theirs), words - np.minimum(mine, theirs)


def _neighbours(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the cosine of the sentences before or after, the nearer of the two, .3 at an end."""
    nearer: Numbers = np.maximum(
        *(
            np.where((s[i] == i) | (s[j] == j), FLOOR, cosines(pool, s[i], s[j]))
            for s in pool.following
        )
    )
    return nearer


def _places(pool: Pool, i: Indices, j: Indices) -> tuple[Numbers, Numbers]:
    """Return how far down the lower one stands, and whether both open their reports."""
    depth = np.array([p.depth for p in pool.profiles])
    opening = np.array([p.rank < OPENING for p in pool.profiles])
    return -np.maximum(depth[i], depth[j]), (opening[i] & opening[j]).astype(float)


def _apart(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return 1 where both sentences make claims and none of them is about the same event."""
    kinds = sorted({e for p in pool.profiles for e in p.events})
    told = np.array([sum(1 << kinds.index(e) for e in p.events) for p in pool.profiles])
    apart: Numbers = ((told[i] != 0) & (told[j] != 0) & (told[i] & told[j] == 0)).astype(float)
    return apart
