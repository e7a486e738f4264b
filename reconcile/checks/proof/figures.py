"""Say which numbers of two linked sentences are of one thing: an equal one first, else the only one.

What is decided rests on what stands around the numbers and not on the reports, so that it holds
for all sentences of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.checks.proof.leeway import counts_meet
from reconcile.checks.proof.things import Around, one_thing
from reconcile.checks.proof.values import Meeting
from reconcile.model import Desk, Place, QuantityKind


@dataclass(frozen=True, slots=True)
class Figures:
    """The quantities of a sentence that are compared."""

    where: Place
    told: tuple[Around, ...]
    names: frozenset[str]  # keys of the names of the sentence
    kind: int  # the same for sentences whose quantities and names are the same


@dataclass(frozen=True, slots=True)
class Met:
    """Two quantities of one thing, as places in the figures of their sentences."""

    mine: int
    yours: int
    meeting: Meeting
    grounds: tuple[str, ...]
    counts: bool  # both are counts
    against: str = ""  # why nothing proves that they are of one thing


def met(desk: Desk, left: Figures, right: Figures, link: float) -> list[Met]:
    """Return the quantities of one thing in two linked sentences; no counts where all of them differ.

    "25 points and 16 rebounds" and "22 points and nine rebounds" are of two games, not a conflict.
    """
    found = list(_met(desk, left, right, link))
    counts = [m for m in found if m.counts]
    all_apart = len(counts) > 1 and all(m.meeting is Meeting.APART for m in counts)
    return [m for m in found if not m.counts] if all_apart else found


def _met(desk: Desk, left: Figures, right: Figures, link: float) -> Iterator[Met]:
    named = left.names & right.names
    pairs = [
        [one_thing(q, r, named, link) for r in right.told]  # of each on the left
        for q in left.told
    ]
    for k, q in enumerate(left.told):
        rivals = [m for m, one in enumerate(pairs[k]) if one]
        if not rivals:
            continue
        same = [m for m in rivals if _equal(desk, q, right.told[m])]
        owners = [n for n, row in enumerate(pairs) if any(row[m] for m in rivals)]
        chosen = same[:1] or (rivals if len(rivals) == len(owners) == 1 else [])
        if not chosen:
            yield _open(desk, left, k, right, rivals, len(owners))
        for m in chosen:
            r = right.told[m]
            meeting = counts_meet(desk, q.quantity, r.quantity)
            if meeting is not None and not (q.quoted and r.quoted):
                yield Met(k, m, meeting, _grounds(q, r), _counts(q))


def _equal(desk: Desk, q: Around, r: Around) -> bool:
    return counts_meet(desk, q.quantity, r.quantity) is Meeting.SAME


def _open(desk: Desk, left: Figures, k: int, right: Figures, rivals: list[int], ours: int) -> Met:
    """Return the first of several numbers that may be of one thing, as not proved."""
    q, r = left.told[k], right.told[rivals[0]]
    meeting = counts_meet(desk, q.quantity, r.quantity) or Meeting.OVERLAP
    against = f"{ours} figures and {len(rivals)} may be of it, and nothing shows which of them go together"
    return Met(k, rivals[0], meeting, _grounds(q, r), _counts(q), against)


def _grounds(q: Around, r: Around) -> tuple[str, ...]:
    return tuple(f"both near “{w}”" for w in sorted(q.near & r.near)[:4])


def _counts(q: Around) -> bool:
    return q.quantity.kind is QuantityKind.COUNT
