"""Measure what the words of two sentences have in common. The only door to rapidfuzz.

The main measure is BERTScore with inverse document frequencies (Zhang and others 2020): each
content word meets its nearest word of the other sentence, rare words weigh more, and both
directions are joined as F1. Frequencies are those of the incident, attribution is left out, and
numbers weigh little, so that a differing figure does not make two sentences less alike.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.pool import Pool

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.int64]

FLOOR = 0.3  # cosine of two words that have nothing to do with each other, about
BLOCK = 8192  # pairs of vectors multiplied at a time: the two copies of them take 25 MB


def in_common(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the measures of pairs of sentences, one row each, shape (7, pairs).

    They are words, plain words, action, clauses, numbers, names and copy of `align/features.py`.

    Reports that print one agency's text repeat its sentences: each two wordings are compared once.
    """
    return once(pool, i, j, lambda a, b: _measures(pool, a, b))


def once(
    pool: Pool, i: Indices, j: Indices, measure: Callable[[Indices, Indices], Numbers]
) -> Numbers:
    """Return what a measure gives for pairs of sentences, asked once for each two wordings.

    The measure takes two arrays of sentences, the first sorted and not above the second; its last
    axis is that of the pairs. It must look at words and vectors alone, and either way alike.
    """
    one, other = pool.wordings[i], pool.wordings[j]
    size = len(pool.profiles)
    keys, back = np.unique(
        np.minimum(one, other) * size + np.maximum(one, other), return_inverse=True
    )
    found: Numbers = measure(keys // size, keys % size)[..., back]
    return found


def _measures(pool: Pool, i: Indices, j: Indices) -> Numbers:
    words, common, action, clauses = _nearest(pool, i, j)
    pairs = list(zip(i.tolist(), j.tolist(), strict=True))
    return np.stack(
        [
            words,
            common,
            action,
            clauses * np.sqrt(_overlap(pool, pairs)),
            *_shared(pool, pairs),
            _copies(pool, i, j),
        ]
    )


def _nearest(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return words, plain words, action and the cosine of nearest clauses, one row each."""
    first = np.flatnonzero(np.diff(i, prepend=-1))
    cuts = pairwise([*first.tolist(), len(i)])
    return np.concatenate([_one_against(pool, int(i[a]), j[a:b]) for a, b in cuts], axis=1)


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
    clauses, starts = pool.meanings.clauses.where(others)
    cosines = pool.meanings.clauses.of(i) @ pool.meanings.clauses.rows[clauses].T
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
            np.clip(np.maximum.reduceat(cosines.max(axis=0), starts), 0, 1),
        ]
    )


def _f1(
    to_others: Numbers, own: Numbers, to_own: Numbers, weights: Numbers, begins: Indices
) -> Numbers:
    """Join how well the own words are met and how well the other's are, each weighted."""
    a = own @ to_others / (own.sum() + 0.1)
    b = np.add.reduceat(to_own * weights, begins) / (np.add.reduceat(weights, begins) + 0.1)
    joined: Numbers = 2 * a * b / (a + b + 1e-9)
    return joined


def _overlap(pool: Pool, pairs: list[tuple[int, int]]) -> Numbers:
    """Return the cosine of the idf-weighted sets of terms."""
    weights, terms = pool.idf, [p.terms for p in pool.profiles]
    sums = np.array([sum(weights[t] ** 2 for t in terms[i] & terms[j]) for i, j in pairs])
    i, j = np.array(pairs).T
    cosine: Numbers = sums / (pool.norms[i] * pool.norms[j])
    return cosine


def _shared(pool: Pool, pairs: list[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """Return the count of shared numbers and the weight of shared names."""
    known, weights = pool.profiles, pool.idf
    numbers = [min(2, len(known[i].numbers & known[j].numbers)) for i, j in pairs]
    names = [sum(weights[t] for t in known[i].names & known[j].names) for i, j in pairs]
    return np.array(numbers, dtype=float), np.log1p(np.array(names, dtype=float))


def _copies(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the token sort ratio of the folded words, 0 to 1."""
    from rapidfuzz import fuzz, process

    keys = [p.key for p in pool.profiles]
    ratios = process.cpdist(
        [keys[k] for k in i], [keys[k] for k in j], scorer=fuzz.token_sort_ratio
    )
    return np.asarray(ratios, dtype=float) / 100


def cosines(pool: Pool, i: Indices, j: Indices) -> Numbers:
    """Return the cosines of the vectors of pairs of sentences, block by block to save memory."""
    vectors = pool.meanings.sentences

    def measure(a: Indices, b: Indices) -> Numbers:
        blocks = [slice(k, k + BLOCK) for k in range(0, len(a), BLOCK)]
        found: Numbers = np.concatenate(
            [(vectors[a[x]] * vectors[b[x]]).sum(axis=1) for x in blocks]
        )
        return found

    return once(pool, i, j, measure)
