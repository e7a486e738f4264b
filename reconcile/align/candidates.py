"""Choose the pairs of sentences worth a closer look, generously and without work on words.

Two sentences of different reports are candidates when their vectors are near or when they share
terms that are rare in the incident. Cost: one matrix product of vectors and one pass over the
postings of rare terms, each with a cap a sentence, so that the number of pairs grows with the
number of sentences and not with its square. Copies of a sentence are ranked once.
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

    Pairs = NDArray[np.int64]  # shape (pairs, 2)

NEAR = 0.3  # cosine; true pairs below it are rare
CLOSEST = 8  # partners kept for a sentence in one other report, by cosine
MOST = 240  # partners kept for a sentence in all other reports together
BLOCK = 256  # texts whose cosines with all others are held at a time
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


def candidates(profiles: Sequence[Profile], vectors: Vectors) -> Pairs:
    """Return index pairs (i < j) of sentences of different reports, sorted, shape (pairs, 2)."""
    size = len(profiles)
    rare = [i * size + j for i, j in _by_rare_terms(profiles)]
    keys = np.sort(np.concatenate([np.array(rare, dtype=np.int64), *_near(profiles, vectors)]))
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return np.stack([keys // size, keys % size], axis=1) if size else keys.reshape(0, 2)


def _near(profiles: Sequence[Profile], vectors: Vectors) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs whose cosine is at least NEAR, the closest few a sentence and report.

    A pair (i, j) is the number i * sentences + j.
    """
    reports, copies = _reports(profiles), _copies(profiles)
    text = np.empty(len(profiles), dtype=np.int64)  # the number of the text of each sentence
    for n, places in enumerate(copies):
        text[places] = n
    distinct = vectors[[places[0] for places in copies]]
    for start in range(0, len(copies), BLOCK):
        cosines = distinct[start : start + BLOCK] @ distinct.T
        for row, places in zip(cosines, copies[start : start + BLOCK], strict=True):
            ranked = _closest(row[text], reports)
            home = reports[ranked]
            for k in places:
                partners = ranked[home != reports[k]][:MOST]
                yield np.minimum(partners, k) * len(profiles) + np.maximum(partners, k)


def _reports(profiles: Sequence[Profile]) -> NDArray[np.int64]:
    """Number the reports of the sentences in order of appearance."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(p.where.report, len(numbers)) for p in profiles], dtype=int)


def _copies(profiles: Sequence[Profile]) -> list[list[int]]:
    """Return the indices of the sentences of each text, in order of appearance."""
    found: dict[str, list[int]] = {}
    for k, profile in enumerate(profiles):
        found.setdefault(profile.text, []).append(k)
    return list(found.values())


def _closest(row: NDArray[np.float32], reports: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the sentences that are near one text, the nearest first, at most CLOSEST a report."""
    near = np.flatnonzero(row >= NEAR)
    near = near[np.argsort(-row[near], kind="stable")]
    return near[_turns(reports[near]) < CLOSEST]


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
