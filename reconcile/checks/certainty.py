"""One report states what another hedges, expects or does not know.

Certainty is read on the FactBank scale: certain, probable, possible, unknown, each affirmed or
denied. A later report that states what an earlier one did not know is an update.

Agrees::

    herald: The driver was arrested on Monday in Arden, police said.
    courier: Police arrested the driver in Arden on Monday.

Diverges::

    herald: The driver of the lorry was allegedly drunk when it hit the crowd in Arden.
    courier: The driver of the lorry was drunk when it hit the crowd in Arden.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.proof.evidence import (
    evidence,
    in_time,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    words,
)
from reconcile.model import Comparison, Evidence, Factuality, Finding, Parallel, Relation, Told
from reconcile.plugin import Check

FLAT = frozenset({Factuality.CERTAIN, Factuality.DENIED})
# Modals of the future and of duty, and words that open a condition or a question.
NO_DOUBT = frozenset(
    "would will 'd 'll shall should must can cannot if unless when whether why how what who where "
    "not n't no never had has have to on in until before".split()
)


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each fact that is flat in one report and hedged in another."""
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    yield from merged(sorted(found, key=lambda f: -len(f.evidence)))


def _finding(comparison: Comparison, parallel: Parallel) -> Finding | None:
    flat = [t for t in parallel.told if _flat(t)]
    hedged = [t for t in parallel.told if _hedged(comparison, t)]
    sure = {t.report for t in flat} - {t.report for t in hedged}
    unsure = {t.report for t in hedged}
    if not sure or not unsure:
        return None
    items = one_each(
        comparison,
        [_evidence(comparison, t) for t in (*hedged, *flat) if t.report in sure | unsure],
    )
    if len(reports(items)) < 2:
        return None
    later = in_time(comparison, [unsure, sure])
    return Finding(
        kind="certainty",
        relation=Relation.UPDATE if later else Relation.REFINEMENT,
        subject=subject_of(comparison, parallel),
        reason=f"{_names(unsure)} does not state it as a fact; {_names(sure)}"
        + (", a later report, does." if later else " does."),
        evidence=items,
        slot="certainty",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _flat(told: Told) -> bool:
    return told.claim.stance.factuality in FLAT and not told.claim.stance.future


def _hedged(comparison: Comparison, told: Told) -> bool:
    """Tell whether words of doubt stand at a claim; a wish, a plan or a duty is none.

    What is expected is told as not yet done; "would" alone is the future seen from the past.
    """
    stance = told.claim.stance
    if stance.factuality in FLAT or (stance.future and stance.factuality is Factuality.UNKNOWN):
        return False
    cues = {words(comparison, told, c).lower() for c in stance.cues}
    return bool(cues - NO_DOUBT)


def _names(ids: set[str]) -> str:
    return " and ".join(sorted(ids))


def _evidence(comparison: Comparison, told: Told) -> Evidence:
    stance = told.claim.stance
    cues = [words(comparison, told, c) for c in stance.cues]
    value = ", ".join(cues) if cues else ("stated" if _flat(told) else "expected")
    predicate = comparison.sentence(place_of(told)).parse[told.claim.token].span
    return evidence(comparison, place_of(told), value, stance.factuality, *stance.cues, predicate)


CHECK = Check(find=find)
