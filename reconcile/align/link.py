"""Link the sentences of different reports that tell the same thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from reconcile.align.candidates import Pair, candidates
from reconcile.align.features import Pool
from reconcile.align.likeness import likeness
from reconcile.align.profile import Profile, every_profile
from reconcile.align.vectors import meanings
from reconcile.model import Account, Alignment, Link, Place

# Of the calibrated score. Missing a true pair costs as much as a false one, and then the threshold
# that serves best is half the F1 that is reached (Lipton, Elkan and Naryanaswamy 2014).
THRESHOLD = 0.34
TOGETHER = 0.8  # score of sentences that answer the same slot of the same event


def align(accounts: Sequence[Account], together: Collection[Collection[Place]] = ()) -> Alignment:
    """Return the graph of sentence pairs that tell the same thing.

    `together` holds groups of places whose sentences answer the same slot of the same event (the
    toll, the main event): they are linked across reports whatever their words. Boilerplate is never
    linked, nor are two sentences of one report. The result does not depend on the order of the
    reports.
    """
    pool = Pool(profiles := every_profile(accounts), meanings(profiles))
    pairs = candidates(profiles, pool.meanings.sentences)
    scores = dict(zip(pairs, likeness(pool, pairs).tolist(), strict=True))
    for pair in _same_slot(profiles, together):
        scores[pair] = max(scores.get(pair, 0.0), TOGETHER)
    links = [
        _link(profiles[i], profiles[j], score)
        for (i, j), score in scores.items()
        if score >= THRESHOLD
    ]
    return Alignment(tuple(sorted(links, key=_order)))


def _same_slot(
    profiles: Sequence[Profile], together: Collection[Collection[Place]]
) -> Iterator[Pair]:
    """Yield the pairs of sentences of different reports that stand in one group."""
    known = {p.where: k for k, p in enumerate(profiles)}
    for places in together:
        for i, j in combinations(sorted(known[p] for p in set(places) if p in known), 2):
            if profiles[i].where.report != profiles[j].where.report:
                yield i, j


def _link(a: Profile, b: Profile, score: float) -> Link:
    first, second = sorted((a.where, b.where), key=lambda p: (p.report, p.sentence))
    return Link(first, second, round(score, 4))


def _order(link: Link) -> tuple[str, int, str, int]:
    return link.a.report, link.a.sentence, link.b.report, link.b.sentence
