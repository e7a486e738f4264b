"""Say how alike the two sentences of a candidate pair are. The only door to rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import Pair, idf
from reconcile.align.profile import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.language.meaning import Vectors


def likeness(
    profiles: Sequence[Profile], vectors: Vectors, pairs: Sequence[Pair]
) -> NDArray[np.float64]:
    """Return the chance that each pair tells the same thing, between 0 and 1."""
    weights = idf(profiles)
    scores = np.zeros(len(pairs))
    for k, (i, j) in enumerate(pairs):
        cosine = float(vectors[i] @ vectors[j])
        shared = sum(weights[t] for t in profiles[i].terms & profiles[j].terms)
        small = min(sum(weights[t] for t in profiles[n].terms) for n in (i, j))
        z = 8 * cosine + 3 * shared / max(small, 1e-9) - 5.8
        scores[k] = 1 / (1 + np.exp(-z))
    return scores
