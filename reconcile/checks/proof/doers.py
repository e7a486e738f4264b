"""Tell when two descriptions of who did an act cannot be of the same people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import evidence, place_of, subject_of, words
from reconcile.model import Comparison, Finding, Parallel, Participant, Relation, Told

SURE = 0.7  # score of a parallel whose claims are one act
# Sorts of people; those of one sort may be the same people in other words.
_SORTS = (
    "police policeman policewoman officer detective deputy trooper sheriff investigator patrolman agent",
    "firefighter fireman",
    "landlord landlady owner",
    "neighbor neighbour",
    "doctor medic paramedic nurse",
    "rebel militant insurgent",
    "soldier troop army",
    "son daughter child",
    "wife husband",
    "mother father parent",
    "brother sister",
    "student pupil",
    "teacher",
    "passer-by passerby jogger hiker",
    "driver",
    "pilot",
    "looter",
    "diver",
    "coastguard",
    "fisherman",
    "farmer",
    "cleaner janitor caretaker",
)
_SORT = {word: k for k, words_ in enumerate(_SORTS) for word in words_.split()}
# Acts that many can do at once, or that say little: their doers add up.
_SHARED = frozenset(
    "say tell be have do go come make take get give see know think feel help work try join gather attend "
    "meet live leave arrive search respond rush come kill die injure wound hurt".split()
)


def other_doers(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding where one act, done to one thing, is done by people of two sorts."""
    for parallel in comparison.parallels:
        if parallel.score >= SURE and any(g.startswith("same patient") for g in parallel.grounds):
            yield from _findings(comparison, parallel)


def _findings(comparison: Comparison, parallel: Parallel) -> Iterator[Finding]:
    told = [(t, d) for t in parallel.told if (d := _doers(t))]
    for (a, mine), (b, yours) in combinations(told, 2):
        sorts = {_SORT[p.lemma] for p in mine}, {_SORT[p.lemma] for p in yours}
        if a.report != b.report and not sorts[0] & sorts[1]:
            yield _finding(comparison, parallel, (a, mine[0]), (b, yours[0]))
            return


def _doers(told: Told) -> list[Participant]:
    """Return who does an act, where every doer is of a known sort."""
    agents = [p for p in told.claim.participants if p.role == "agent"]
    known = bool(agents) and all(p.lemma in _SORT for p in agents)
    return agents if known and told.claim.predicate not in _SHARED else []


def _finding(
    comparison: Comparison, parallel: Parallel, *sides: tuple[Told, Participant]
) -> Finding:
    items = tuple(
        evidence(comparison, place_of(t), words(comparison, t, p.span), p.lemma, p.span)
        for t, p in sides
    )
    return Finding(
        kind="participant",
        relation=Relation.CONFLICT,
        subject=f"who: {subject_of(comparison, parallel)}",
        reason="The same act, but "
        + " and ".join(f"{e.where.report} has {e.value}" for e in items)
        + ".",
        evidence=items,
        slot="who",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )
