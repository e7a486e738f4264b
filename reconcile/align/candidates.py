"""Choose the pairs of sentences worth a closer look, generously and without work on words.

Two sentences of different reports are candidates when their vectors are near or when they share
terms that are rare in the incident. Cost: one matrix product of vectors and one pass over the
postings of rare terms, each with a cap a sentence, so that the number of pairs grows with the
number of sentences and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.profile import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.language.meaning import Vectors

NEAR = 0.3  # cosine; true pairs below it are rare
CLOSEST = 8  # partners kept for a sentence in one other report, by cosine
MOST = 240  # partners kept for a sentence in all other reports together
RARE = 6  # a term in more sentences than this brings no candidates by itself

Pair = tuple[int, int]


def idf(profiles: Sequence[Profile]) -> dict[str, float]:
    """Return the weight of each term inside the incident: ln((1 + n) / (0.5 + sentences with it)).

    Spärck Jones (1972), over the sentences of these reports alone: what every sentence of the
    story names says nothing about which of them tell the same.
    """
    count = Counter(term for p in profiles for term in p.terms)
    size = len(profiles)
    return {term: math.log((1 + size) / (0.5 + n)) for term, n in count.items()}


def candidates(profiles: Sequence[Profile], vectors: Vectors) -> list[Pair]:
    """Return index pairs (i < j) of sentences of different reports, sorted."""
    if not profiles:
        return []
    size = len(profiles)
    rare = [i * size + j for i, j in _by_rare_terms(profiles)]
    keys = np.unique(np.concatenate([np.array(rare, dtype=np.int64), *_near(profiles, vectors)]))
    return list(zip((keys // size).tolist(), (keys % size).tolist(), strict=True))


def _near(profiles: Sequence[Profile], vectors: Vectors) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs whose cosine is at least NEAR, the closest few a sentence and report.

    A pair (i, j) is the number i * sentences + j.
    """
    reports = _reports(profiles)
    for i, rows in _blocks(reports):
        cosines = vectors[rows] @ vectors.T
        for row, k in zip(cosines, rows, strict=True):
            partners = _closest(row, reports, i)
            yield np.minimum(partners, k) * len(profiles) + np.maximum(partners, k)


def _reports(profiles: Sequence[Profile]) -> NDArray[np.int64]:
    """Number the reports of the sentences in order of appearance."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(p.where.report, len(numbers)) for p in profiles], dtype=int)


def _blocks(reports: NDArray[np.int64]) -> list[tuple[int, list[int]]]:
    """Return each report's number and the indices of its sentences."""
    return [(int(r), np.flatnonzero(reports == r).tolist()) for r in np.unique(reports)]


def _closest(row: NDArray[np.float32], reports: NDArray[np.int64], own: int) -> NDArray[np.int64]:
    """Return the partners of one sentence: at most CLOSEST a report and MOST in all."""
    near = np.flatnonzero((row >= NEAR) & (reports != own))
    near = near[np.argsort(-row[near], kind="stable")]
    return near[_turns(reports[near]) < CLOSEST][:MOST]


def _turns(reports: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each entry how many before it are of the same report."""
    order = np.argsort(reports, kind="stable")
    ranked = reports[order]
    turns = np.empty_like(reports)
    turns[order] = np.arange(len(reports)) - np.searchsorted(ranked, ranked)
    return turns


def _by_rare_terms(profiles: Sequence[Profile]) -> set[Pair]:
    """Return the pairs that share at least two terms which few sentences have."""
    postings: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for term in profile.terms:
            postings[term].append(i)
    shared: Counter[Pair] = Counter()
    for places in postings.values():
        if 2 <= len(places) <= RARE:
            shared.update(
                (i, j)
                for i, j in combinations(places, 2)
                if profiles[i].where.report != profiles[j].where.report
            )
    return {pair for pair, count in shared.items() if count >= 2}
