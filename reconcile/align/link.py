"""Link the sentences of different reports that tell the same thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reconcile.align.candidates import candidates
from reconcile.align.likeness import likeness
from reconcile.align.profile import Profile, every_profile
from reconcile.language.meaning import embed
from reconcile.model import Account, Alignment, Link, Place

THRESHOLD = 0.5  # of the calibrated score: more likely the same thing than not


def align(accounts: Sequence[Account], together: Collection[Collection[Place]] = ()) -> Alignment:
    """Return the graph of sentence pairs that tell the same thing.

    `together` holds groups of places whose sentences answer the same slot of the same event (the
    toll, the main event): they are linked across reports whatever their words. The result does
    not depend on the order of the reports.
    """
    pool = every_profile(accounts)
    vectors = embed([p.core for p in pool])
    pairs = candidates(pool, vectors)
    scores = likeness(pool, vectors, pairs)
    links = [
        _link(pool[i], pool[j], float(score))
        for (i, j), score in zip(pairs, scores, strict=True)
        if score >= THRESHOLD
    ]
    return Alignment(tuple(sorted(links, key=_order)))


def _link(a: Profile, b: Profile, score: float) -> Link:
    first, second = sorted((a.where, b.where), key=lambda p: (p.report, p.sentence))
    return Link(first, second, round(score, 4))


def _order(link: Link) -> tuple[str, int, str, int]:
    return link.a.report, link.a.sentence, link.b.report, link.b.sentence
