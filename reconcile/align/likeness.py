"""Say how likely it is that the two sentences of a candidate pair tell the same thing.

A logistic function of the features with the weights of `likeness.toml`, which
`benchmarks/fit_likeness.py` fits and calibrates: of the pairs with 0.8, four of five are true.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import Pair
from reconcile.align.features import NAMES, Pool, features
from reconcile.align.profile import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

VETOED = 0.05  # score of a pair in which different persons did the same
COPY = 0.9  # likeness of the letters that no veto can outweigh


@lru_cache(maxsize=1)
def weights() -> tuple[Numbers, float]:
    """Return the weights in the order of the features, and the constant."""
    table = tomllib.loads(files("reconcile.align").joinpath("likeness.toml").read_text("utf-8"))
    return np.array([table["weights"][name] for name in NAMES]), float(table["constant"])


def likeness(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the chance that each pair tells the same thing, between 0 and 1; pairs sorted."""
    table = features(pool, pairs)
    slopes, constant = weights()
    scores: Numbers = 1 / (1 + np.exp(-(table @ slopes + constant)))
    copies = table[:, NAMES.index("copy")] >= COPY
    for k, (i, j) in enumerate(pairs):
        if not copies[k] and other_person(pool.profiles[i], pool.profiles[j]):
            scores[k] = min(scores[k], VETOED)
    return scores


def other_person(a: Profile, b: Profile) -> bool:
    """Tell whether two different named persons are the subject of the same predicate."""
    if not a.doers or not b.doers:
        return False
    persons = {name for _, name in a.doers} & {name for _, name in b.doers}
    done = dict(a.doers)
    return not persons and any(p in done and done[p] != name for p, name in b.doers)
