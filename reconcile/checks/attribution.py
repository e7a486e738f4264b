"""Reports tell the same thing on the word of different sources.

Sources are compared by who they are, so "Rahman, head of the Observatory" and "the Observatory"
agree. A statement with a source and one without differ only for tolls, blame and what is contested.

Agrees::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze, according to the Arden fire service.

Diverges::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze on Monday, the interior ministry said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import (
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
)
from reconcile.facts.sources import same_source
from reconcile.model import Comparison, Finding, Parallel, Relation, Span, Told
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each fact that is told on the word of different sources."""
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    yield from merged(sorted(found, key=lambda f: -len(f.evidence)))


def _finding(comparison: Comparison, parallel: Parallel) -> Finding | None:
    sourced = [t for t in parallel.told if t.claim.attribution and t.claim.attribution.speaker]
    if not _clash(sourced):
        return None
    items = one_each(
        evidence(comparison, place_of(t), _speaker(t), _speaker(t), *_marks(t)) for t in sourced
    )
    if len(reports(items)) < 2:
        return None
    return Finding(
        kind="attribution",
        relation=Relation.CONFLICT,
        subject=subject_of(comparison, parallel),
        reason="The same is told on the word of different sources: "
        + "; ".join(f"{e.where.report} has {e.value}" for e in items)
        + ".",
        evidence=items,
        slot="source",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _clash(sourced: list[Told]) -> bool:
    """Tell whether two reports name sources that cannot be one."""
    return any(
        same_source(_speaker(a), _speaker(b)) == "different"
        for a, b in combinations(sourced, 2)
        if a.report != b.report
    )


def _speaker(told: Told) -> str:
    return told.claim.attribution.speaker if told.claim.attribution else ""


def _marks(told: Told) -> tuple[Span, ...]:
    said = told.claim.attribution
    return (*said.source, *said.cue) if said else ()


CHECK = Check(find=find)
