"""Hold the sentences of all reports of a comparison with their vectors and weights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import idf
from reconcile.align.profile import Profile
from reconcile.align.vectors import Meanings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.int64]

DIGITS = 0.3  # weight of a number beside that of a word


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
    def wordings(self) -> Indices:
        """The number of the first sentence of the same words as each: its own, or a copy's."""
        first: dict[object, int] = {}
        return np.array([first.setdefault(p.wording, k) for k, p in enumerate(self.profiles)])

    @cached_property
    def reports(self) -> Indices:
        """The number of the report of each sentence, in order of appearance."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(p.where.report, len(numbers)) for p in self.profiles])

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
