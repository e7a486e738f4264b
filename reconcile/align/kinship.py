"""Say how likely it is that two sentences tell a common event, where reports are of several incidents.

Two bombings told by the same agencies have sentences that are alike word for word. What tells them
apart are the reports: those of one incident are alike to the same other reports, so the rows of the
matrix of their likeness go up and down together. That and the likeness of the two sentences are the
two features of a logistic function with the weights of `same_event.toml`, which
`benchmarks/fit_same_event.py` fits on ECB+ and calibrates.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import Pair, candidates
from reconcile.align.likeness import Weights, likeness
from reconcile.align.pool import Pool

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

NAMES = (
    "likeness",  # log odds of the likeness of the two sentences
    "kinship",  # of their reports, -1 to 1
)
NEVER = 1e-6  # likeness whose log odds are the least
STEEP = 3.0  # a correlation of a third is nearly as good a sign as one of two thirds


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights in the order of the features."""
    table = tomllib.loads(files("reconcile.align").joinpath("same_event.toml").read_text("utf-8"))
    return Weights(np.array([table[name] for name in NAMES]), float(table["constant"]))


def same_event(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the chance that the sentences of each sorted pair tell at least one event in common.

    The pool holds the whole reports, of one incident or of several like it. With fewer than three
    reports kinship is 0, and the chance rests on the sentences alone.
    """
    return weights().chance(features(pool, pairs))


def features(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the features of sorted pairs, shape (pairs, len(NAMES)), columns as in NAMES."""
    if not pairs:
        return np.zeros((0, len(NAMES)))
    known = sorted({*pairs, *_candidates(pool)})
    scores = likeness(pool, np.array(known, dtype=np.int64))
    asked = set(pairs)
    odds = np.clip(scores[[pair in asked for pair in known]], NEVER, 1 - NEVER)
    numbers: dict[str, int] = {}
    report = np.array([numbers.setdefault(p.where.report, len(numbers)) for p in pool.profiles])
    i, j = report[np.array(pairs)].T
    kin = kinship(_nearest(report, known, scores))
    return np.stack([np.log(odds / (1 - odds)), kin[i, j]], axis=1)


def _candidates(pool: Pool) -> Iterator[Pair]:
    """Yield the pairs that are worth a look, whatever was asked for."""
    found = candidates(pool.profiles, pool.meanings.sentences)
    yield from zip(found[:, 0].tolist(), found[:, 1].tolist(), strict=True)


def _nearest(report: NDArray[np.int64], pairs: Sequence[Pair], scores: Numbers) -> Numbers:
    """Return the best likeness between the sentences of each two reports."""
    size = int(report.max()) + 1
    best = np.zeros((size, size))
    i, j = report[np.array(pairs)].T
    np.maximum.at(best, (i, j), scores)
    return np.maximum(best, best.T)


def kinship(nearest: Numbers) -> Numbers:
    """Return how surely reports are of one incident, -1 to 1, shape (reports, reports).

    `nearest` is the symmetric matrix of the best likeness between two reports; its diagonal is
    not read. The measure is the correlation of rows, made steep around 0.
    """
    rows = nearest.copy()
    np.fill_diagonal(rows, 0.0)
    np.fill_diagonal(rows, rows.max(axis=1))
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    kin: Numbers = np.tanh(STEEP * (rows @ rows.T))
    return kin
