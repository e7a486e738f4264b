"""Reports name different people or bodies in the same part of the same act.

A description for a name, a cut name and another spelling are no divergence.

Agrees::

    herald: The harbour master, Ellen Moss, closed the port of Arden on Monday.
    courier: Ms Moss closed the port of Arden on Monday.

Diverges::

    herald: Captain Peter Lund steered the ferry onto the rocks off Arden on Monday.
    courier: Captain Peter Hald steered the ferry onto the rocks off Arden on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations

from reconcile.checks.proof.doers import other_doers
from reconcile.checks.proof.evidence import evidence, merged, place_of, subject_of
from reconcile.checks.proof.silence import silent_parties
from reconcile.checks.proof.slots import differing_slots
from reconcile.checks.proof.undecided import of_parallel
from reconcile.facts.aliases import same_key
from reconcile.facts.claims import name_of
from reconcile.model import (
    Answer,
    Comparison,
    Evidence,
    Factuality,
    Finding,
    Name,
    NameKind,
    NotCompared,
    Parallel,
    Relation,
    Seen,
    Stance,
    Told,
)
from reconcile.plugin import Check

SURE = 0.75  # score of a parallel whose claims are one act, so that its parts can be compared
CORE = ("agent", "patient", "recipient")


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each part that reports give to different people."""
    posts = list(differing_slots(comparison, "participant", "post ", _same_person))
    found = [f for p in comparison.parallels for f in _findings(comparison, p)]
    found += other_doers(comparison)
    claimed = differing_slots(comparison, "participant", "claimed by", _same_group)
    yield from merged([*posts, *claimed, *sorted(found, key=lambda f: -len(f.evidence))])
    yield from silent_parties(comparison)


def _same_group(a: Answer, b: Answer) -> bool:
    """Tell whether one group claimed an attack in both; that nobody had yet is no other claim."""
    return "nobody" in {a.key, b.key} or same_key(a.key, b.key)


def _same_person(a: Answer, b: Answer) -> bool:
    return same_key(a.key, b.key, persons=True)


def _findings(comparison: Comparison, parallel: Parallel) -> Iterator[Seen]:
    subject = cache(partial(subject_of, comparison, parallel))
    for role in CORE:
        named = [(t, n) for t in parallel.told for n in _names(comparison, t, role)]
        for (a, x), (b, y) in combinations(named, 2):
            if a.report == b.report or not _two_people(x, y) or not _one_act(a, b):
                continue
            if _common(comparison, x) or _common(comparison, y):
                continue
            known = _known(comparison, b.report, x) or _known(comparison, a.report, y)
            if parallel.score >= SURE and not known:
                yield _finding(comparison, parallel, subject(), (a, x), (b, y))
            elif near := _not_compared(comparison, parallel, known, (a, x), (b, y)):
                yield near


def _names(comparison: Comparison, told: Told, role: str) -> Iterator[Name]:
    sentence = comparison.sentence(place_of(told))
    for participant in told.claim.participants:
        if participant.role == role and (name := name_of(sentence, participant)):
            yield name


def _one_act(a: Told, b: Told) -> bool:
    """Tell whether both did it, both did not, or both will: "will miss the game" is no "had not missed"."""
    one, two = a.claim.stance, b.claim.stance
    return one.future == two.future and _denies(one) == _denies(two)


def _denies(stance: Stance) -> bool:
    return stance.factuality in {Factuality.DENIED, Factuality.IMPROBABLE, Factuality.POSSIBLY_NOT}


def _two_people(x: Name, y: Name) -> bool:
    """Tell whether two names are of different people."""
    persons = x.kind is NameKind.PERSON and y.kind is NameKind.PERSON
    return persons and not same_key(x.key, y.key, persons=True)


def _common(comparison: Comparison, name: Name) -> bool:
    """Tell a word that only a headline prints with a capital: some report has it as a common noun."""
    if " " in name.text:
        return False
    noun = re.compile(rf"(?<![\w'’-]){re.escape(name.text.lower())}(?![\w'’-])")
    return any(noun.search(a.report.text) for a in comparison.accounts)


def _not_compared(
    comparison: Comparison, parallel: Parallel, known: bool, *sides: tuple[Told, Name]
) -> NotCompared | None:
    why = (
        "Other people are named, but one of the reports knows both: the acts may be two."
        if known
        else "Other people are named, but nothing else shows that the act is one."
    )
    items = _evidence(comparison, *sides)
    return of_parallel(comparison, "participant", parallel, why, items, asks="who")


def _evidence(comparison: Comparison, *sides: tuple[Told, Name]) -> tuple[Evidence, ...]:
    return tuple(evidence(comparison, place_of(t), n.text, n.key, n.span) for t, n in sides)


def _known(comparison: Comparison, report: str, name: Name) -> bool:
    return any(
        same_key(name.key, n.key, persons=True)
        for s in comparison.account(report).sentences
        for n in s.names
    )


def _finding(
    comparison: Comparison, parallel: Parallel, subject: str, *sides: tuple[Told, Name]
) -> Finding:
    items = _evidence(comparison, *sides)
    return Finding(
        kind="participant",
        relation=Relation.CONFLICT,
        subject=f"who: {subject}",
        reason="The same act, but "
        + " and ".join(f"{e.where.report} names {e.value}" for e in items)
        + ".",
        evidence=items,
        slot="who",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


CHECK = Check(find=find)
