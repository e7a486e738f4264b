"""Measure what two sentences of a candidate pair have in common. The only door to rapidfuzz.

The main measure is BERTScore with inverse document frequencies (Zhang and others 2020): each
content word meets its nearest word of the other sentence, rare words weigh more, and both
directions are joined as F1. Frequencies are those of the incident, attribution is left out, and
numbers weigh little, so that a differing figure does not make two sentences less alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import Pair, idf
from reconcile.align.profile import Profile
from reconcile.align.vectors import Meanings

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
FLOOR = 0.3  # cosine of two words that have nothing to do with each other, about
DIGITS = 0.3  # weight of a number beside that of a word
OPENING = 2


@dataclass(frozen=True)
class Pool:
    """The sentences of all reports with their vectors and weights."""

    profiles: Sequence[Profile]
    meanings: Meanings

    @cached_property
    def idf(self) -> dict[str, float]:
        """The weight of each term inside the incident."""
        return idf(self.profiles)

    @cached_property
    def weights(self) -> Numbers:
        """The weight of each row of `meanings.words`."""
        rows = [
            [self.idf[w.term] * (DIGITS if w.term[0].isdigit() else 1.0) for w in p.words] or [0.01]
            for p in self.profiles
        ]
        return np.concatenate([np.array(r) for r in rows])

    @cached_property
    def verbs(self) -> NDArray[np.bool_]:
        """Which rows of `meanings.words` are predicates."""
        return np.concatenate([[w.verb for w in p.words] or [False] for p in self.profiles])

    @cached_property
    def names(self) -> NDArray[np.bool_]:
        """Which rows of `meanings.words` belong to names."""
        return np.concatenate([[w.name for w in p.words] or [False] for p in self.profiles])

    @cached_property
    def norms(self) -> Numbers:
        """The length of each sentence's vector of idf weights."""
        return np.array(
            [math.sqrt(sum(self.idf[t] ** 2 for t in p.terms)) or 1.0 for p in self.profiles]
        )

    @cached_property
    def following(self) -> tuple[Indices, Indices]:
        """The sentence before and the one after each, itself at the ends of a report."""
        place = {(p.where.report, p.rank): k for k, p in enumerate(self.profiles)}
        before, after = (
            [place.get((p.where.report, p.rank + s), k) for k, p in enumerate(self.profiles)]
            for s in (-1, 1)
        )
        return np.array(before), np.array(after)


def features(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the features of sorted pairs, shape (pairs, len(NAMES)), columns as in NAMES."""
    if not pairs:
        return np.zeros((0, len(NAMES)))
    i, j = np.array(pairs).T
    words, common, action, clauses = _words(pool, pairs)
    behind, ahead = _rivals(pool, i, j, words)
    columns = (
        words,
        common,
        action,
        clauses * np.sqrt(_overlap(pool, pairs)),
        behind,
        ahead,
        *_shared(pool, pairs),
        _neighbours(pool, i, j),
        *_places(pool, i, j),
        _copies(pool, i, j),
        _apart(pool, pairs),
    )
    return np.stack(columns, axis=1)


def _words(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return words, plain words, action and the cosine of nearest clauses, one row each."""
    parts = [
        _one_against(pool, i, np.array([j for _, j in group]))
        for i, group in groupby(pairs, key=lambda pair: pair[0])
    ]
    return np.concatenate(parts, axis=1)


def _one_against(pool: Pool, i: int, others: Indices) -> Numbers:
    """Compare one sentence with several, all their words in one product of matrices."""
    stack = pool.meanings.words
    own = slice(int(stack.starts[i]), int(stack.starts[i + 1]))
    rows, begins = stack.where(others)
    near = np.clip((stack.rows[own] @ stack.rows[rows].T - FLOOR) / (1 - FLOOR), 0, 1)
    to_others = np.maximum.reduceat(near, begins, axis=1)  # own words x others
    to_own = near.max(axis=0)  # words of others
    own_weights, weights = pool.weights[own], pool.weights[rows]
    verbs = np.where(pool.verbs[rows], near[pool.verbs[own]].max(axis=0, initial=0), 0)
    cosines = pool.meanings.clauses.of(i) @ pool.meanings.clauses.rows[_clauses(pool, others)[0]].T
    return np.stack(
        [
            _f1(to_others, own_weights, to_own, weights, begins),
            _f1(
                to_others,
                own_weights * ~pool.names[own],
                to_own,
                weights * ~pool.names[rows],
                begins,
            ),
            np.maximum.reduceat(verbs, begins),
            np.clip(np.maximum.reduceat(cosines.max(axis=0), _clauses(pool, others)[1]), 0, 1),
        ]
    )


def _clauses(pool: Pool, others: Indices) -> tuple[Indices, Indices]:
    return pool.meanings.clauses.where(others)


def _f1(
    to_others: Numbers, own: Numbers, to_own: Numbers, weights: Numbers, begins: Indices
) -> Numbers:
    """Join how well the own words are met and how well the other's are, each weighted."""
    a = own @ to_others / (own.sum() + 0.1)
    b = np.add.reduceat(to_own * weights, begins) / (np.add.reduceat(weights, begins) + 0.1)
    joined: Numbers = 2 * a * b / (a + b + 1e-9)
    return joined


def _rivals(pool: Pool, i: Indices, j: Indices, words: Numbers) -> tuple[Numbers, Numbers]:
    """Return how far a pair is behind the best of both sentences, and ahead of the weaker best."""
    reports: dict[str, int] = {}
    report = np.array([reports.setdefault(p.where.report, len(reports)) for p in pool.profiles])
    best = np.zeros((len(pool.profiles), len(reports)))
    np.maximum.at(best, (i, report[j]), words)
    np.maximum.at(best, (j, report[i]), words)
    mine, theirs = best[i, report[j]], best[j, report[i]]
    return words - np.maximum(mine, theirs), words - np.minimum(mine, theirs)


def _overlap(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the cosine of the idf-weighted sets of terms."""
    weights, terms = pool.idf, [p.terms for p in pool.profiles]
    sums = np.array([sum(weights[t] ** 2 for t in terms[i] & terms[j]) for i, j in pairs])
    i, j = np.array(pairs).T
    cosine: Numbers = sums / (pool.norms[i] * pool.norms[j])
    return cosine


def _shared(pool: Pool, pairs: Sequence[Pair]) -> tuple[Numbers, Numbers]:
    """Return the count of shared numbers and the weight of shared names."""
    known, weights = pool.profiles, pool.idf
    numbers = [min(2, len(known[i].numbers & known[j].numbers)) for i, j in pairs]
    names = [sum(weights[t] for t in known[i].names & known[j].names) for i, j in pairs]
    return np.array(numbers, dtype=float), np.log1p(np.array(names, dtype=float))


def _neighbours(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the cosine of the sentences before or after, the nearer of the two, .3 at an end."""
    vectors, found = pool.meanings.sentences, []
    for step in pool.following:
        cosine = (vectors[step[i]] * vectors[step[j]]).sum(axis=1)
        found.append(np.where((step[i] == i) | (step[j] == j), FLOOR, cosine))
    nearer: Numbers = np.maximum(*found)
    return nearer


def _places(pool: Pool, i: Indices, j: Indices) -> tuple[Numbers, Numbers]:
    """Return how far down the lower one stands, and whether both open their reports."""
    depth = np.array([p.depth for p in pool.profiles])
    opening = np.array([p.rank < OPENING for p in pool.profiles])
    return -np.maximum(depth[i], depth[j]), (opening[i] & opening[j]).astype(float)


def _copies(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the token sort ratio of the folded words, 0 to 1."""
    from rapidfuzz import fuzz, process

    keys = [p.key for p in pool.profiles]
    ratios = process.cpdist(
        [keys[k] for k in i], [keys[k] for k in j], scorer=fuzz.token_sort_ratio
    )
    return np.asarray(ratios, dtype=float) / 100


def _apart(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return 1 where both sentences make claims and none of them is about the same event."""
    events = [p.events for p in pool.profiles]
    return np.array(
        [float(bool(events[i] and events[j]) and not events[i] & events[j]) for i, j in pairs]
    )
