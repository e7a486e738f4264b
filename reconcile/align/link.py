"""Link the sentences of different reports that tell the same thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import candidates
from reconcile.align.likeness import likeness
from reconcile.align.pool import Pool
from reconcile.align.profile import Profile, every_profile
from reconcile.align.vectors import meanings
from reconcile.language.meaning import Ahead
from reconcile.model import Account, Alignment, Link, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reconcile.align.candidates import Pairs

    Numbers = NDArray[np.float64]

# Of the calibrated score. Missing a true pair costs as much as a false one, and then the threshold
# that serves best is half the F1 that is reached (Lipton, Elkan and Naryanaswamy 2014).
THRESHOLD = 0.34
# Between two cuts of one text: what both kept of it are copies, so the rest is seldom the same.
CUT_THRESHOLD = 0.5
CUT = 0.3  # share of copies among the sentences of the shorter report from which both are cuts
COPIED = 0.999  # score of a copy
DIGITS = 4  # of a score
TOGETHER = 0.8  # score of sentences that answer the same slot of the same event


def align(accounts: Sequence[Account], ahead: Ahead | None = None) -> Alignment:
    """Return the graph of sentence pairs whose words tell the same thing.

    Boilerplate is never linked, nor are two sentences of one report. The result does not depend on
    the order of the reports. `ahead` are the sentences as the model of meaning has begun to read them.
    """
    pool = Pool(profiles := every_profile(accounts), meanings(profiles, ahead))
    pairs = candidates(profiles, pool.meanings.sentences)
    if not len(pairs):
        return Alignment()
    scores = likeness(pool, pairs)
    likely = scores >= THRESHOLD
    pairs, scores = pairs[likely], np.round(scores[likely], DIGITS)
    likely = (scores >= CUT_THRESHOLD) | ~_in_cuts(pool, pairs, scores)
    return Alignment(tuple(_links(profiles, pairs[likely], scores[likely])))


def _links(profiles: Sequence[Profile], pairs: Pairs, scores: Numbers) -> list[Link]:
    """Return links of the pairs, in order of their places."""
    places = sorted((p.where for p in profiles), key=_place)
    rank = {place: n for n, place in enumerate(places)}
    ranks = np.array([rank[p.where] for p in profiles], dtype=np.int64)
    ends = np.sort(ranks[pairs], axis=1)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    found = zip(ends[order].tolist(), scores[order].tolist(), strict=True)
    return [Link(places[a], places[b], round(score, DIGITS)) for (a, b), score in found]


def _in_cuts(pool: Pool, pairs: Pairs, scores: Numbers) -> NDArray[np.bool_]:
    """Tell which pairs are of reports cut from one text: many of their sentences are copies."""
    lengths = np.bincount(pool.reports)
    one, other = np.sort(pool.reports[pairs], axis=1).T
    both = one * len(lengths) + other
    copies = np.bincount(both[scores >= COPIED], minlength=len(lengths) ** 2)
    cut: NDArray[np.bool_] = copies[both] >= np.maximum(
        CUT * np.minimum(lengths[one], lengths[other]), 1
    )
    return cut


def join(alignment: Alignment, together: Iterable[Collection[Place]]) -> Alignment:
    """Return the alignment with the sentences of each group linked across reports.

    A group holds places whose sentences answer the same slot of the same event (the toll, the main
    event): they tell the same thing whatever their words.
    """
    links = {(x.a, x.b): x for x in alignment.links}
    for places in together:
        for a, b in combinations(sorted(set(places), key=_place), 2):
            if (
                a.report != b.report
                and (old := links.get((a, b), Link(a, b, 0.0))).score < TOGETHER
            ):
                links[a, b] = old._replace(score=TOGETHER)
    return Alignment(tuple(sorted(links.values())))


def within(alignment: Alignment, reports: Collection[str]) -> Alignment:
    """Return the links between some of the reports."""
    if {x.a.report for x in alignment.links} | {x.b.report for x in alignment.links} <= set(
        reports
    ):
        return alignment
    return Alignment(
        tuple(x for x in alignment.links if x.a.report in reports and x.b.report in reports)
    )


def _place(place: Place) -> tuple[str, int]:
    return place.report, place.sentence
