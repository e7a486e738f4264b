"""Say how likely it is that the two sentences of a candidate pair tell the same thing.

Two looks, each a logistic function with weights of `likeness.toml`: the first at the two sentences,
the second also at what the first found of other pairs (`align/context.py`). The weights are fitted
and calibrated by `benchmarks/fit_likeness.py`: of the pairs with 0.8, four of five are true.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align import context
from reconcile.align.features import NAMES, features
from reconcile.align.pool import Pool
from reconcile.align.profile import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.align.candidates import Pairs

    Numbers = NDArray[np.float64]

VETOED = 0.05  # score of a pair in which different persons did the same
COPY = 0.9  # likeness of the letters that no veto can outweigh


@dataclass(frozen=True)
class Weights:
    """A logistic function: one slope a feature, and a constant."""

    slopes: Numbers
    constant: float

    def chance(self, table: Numbers) -> Numbers:
        """Return the chance of each row of features, between 0 and 1."""
        chance: Numbers = 1 / (1 + np.exp(-(table @ self.slopes + self.constant)))
        return chance


@lru_cache(maxsize=1)
def weights() -> tuple[Weights, Weights]:
    """Return the weights of the first look and of the second, in the order of the features."""
    table = tomllib.loads(files("reconcile.align").joinpath("likeness.toml").read_text("utf-8"))
    return _look(table["first"], NAMES), _look(table["second"], (*NAMES, *context.NAMES))


def _look(table: Mapping[str, float], names: Sequence[str]) -> Weights:
    return Weights(np.array([table[name] for name in names]), float(table["constant"]))


def likeness(pool: Pool, pairs: Pairs) -> Numbers:
    """Return the chance that each pair tells the same thing, between 0 and 1; pairs sorted."""
    table = features(pool, pairs)
    scores = look_twice(pool, pairs, table, weights())
    copies = table[:, NAMES.index("copy")] >= COPY
    does = np.array([bool(p.doers) for p in pool.profiles], dtype=bool)
    i, j = pairs.T
    for k in np.flatnonzero(does[i] & does[j] & ~copies):
        if other_person(pool.profiles[i[k]], pool.profiles[j[k]]):
            scores[k] = min(scores[k], VETOED)
    return scores


def look_twice(pool: Pool, pairs: Pairs, table: Numbers, looks: tuple[Weights, Weights]) -> Numbers:
    """Return the chance of sorted pairs by their features and by what other pairs tell of them."""
    first, second = looks
    seen = context.context(pool, pairs, first.chance(table))
    return second.chance(np.concatenate([table, seen], axis=1))


def other_person(a: Profile, b: Profile) -> bool:
    """Tell whether two different named persons are the subject of the same predicate."""
    if not a.doers or not b.doers:
        return False
    persons = {name for _, name in a.doers} & {name for _, name in b.doers}
    done = dict(a.doers)
    return not persons and any(p in done and done[p] != name for p, name in b.doers)
