"""Reports give different causes for the same happening, or different means of the same act.

What was used in an attack is compared by kind of means (a planted device, a suicide bomber, a car
bomb, gunfire, a strike from the air); what led to a happening by the words after "because of",
"caused by" and their like.

Agrees::

    herald: A car bomb killed nine people at a market in Arden on Monday.
    courier: Nine people were killed by a bomb in a parked car at a market in Arden on Monday.

Diverges::

    herald: A suicide bomber killed nine people at a market in Arden on Monday.
    courier: A bomb planted at a market in Arden killed nine people on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.proof.evidence import evidence, one_each, reports
from reconcile.model import Answer, Comparison, Finding, Relation
from reconcile.plugin import Check

# Means that exclude each other when one act was done by one of them.
APART = frozenset(
    {
        frozenset({"suicide", "planted"}),
        frozenset({"suicide", "car bomb"}),
        frozenset({"planted", "rocket"}),
        frozenset({"suicide", "rocket"}),
        frozenset({"airstrike", "planted"}),
        frozenset({"airstrike", "suicide"}),
        frozenset({"airstrike", "car bomb"}),
        frozenset({"knife", "gun"}),
        frozenset({"gas", "arson"}),
    }
)


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding where the means that two reports give exclude each other."""
    answers = [a for a in comparison.answers if a.slot == "means" and a.event == "main"]
    means: dict[str, set[str]] = {}
    for answer in answers:
        means.setdefault(answer.where.report, set()).add(answer.key)
    clashing = {
        r
        for r, mine in means.items()
        for other, theirs in means.items()
        if r != other and _exclude(mine, theirs)
    }
    if clashing:
        yield from _finding(comparison, [a for a in answers if a.where.report in clashing])


def _exclude(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether no means of one report is among the other's, and some two exclude each other."""
    return not mine & theirs and any(frozenset({x, y}) in APART for x in mine for y in theirs)


def _finding(comparison: Comparison, answers: list[Answer]) -> Iterator[Finding]:
    items = one_each(
        comparison, [evidence(comparison, a.where, a.value, a.key, a.span) for a in answers]
    )
    if len(reports(items)) > 1:
        yield Finding(
            kind="cause",
            relation=Relation.CONFLICT,
            subject="by what means",
            reason="Same act, different means: "
            + "; ".join(f"{e.where.report} has {e.value}" for e in items)
            + ".",
            evidence=items,
            slot="means",
            grounds=("same event", "same slot"),
            confidence=0.7,
        )


CHECK = Check(find=find)
