"""Compare what reports answer to one slot of the incident, when one answer is all that can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from reconcile.align.slots import subject
from reconcile.checks.proof.evidence import each_has, evidence, one_each, reports
from reconcile.checks.proof.undecided import first_apart, undecided
from reconcile.model import Answer, Comparison, Finding, Relation, Seen

Same = Callable[[Answer, Answer], bool]


def differing_slots(comparison: Comparison, kind: str, prefix: str, same: Same) -> Iterator[Seen]:
    """Yield a finding for each slot whose name begins with the prefix, on which two reports differ.

    Two reports differ when no answer of one is the same as any answer of the other; answers that
    differ beside others that agree are yielded as not compared.
    """
    slots: dict[str, list[Answer]] = {}
    for answer in comparison.answers:
        if answer.slot.startswith(prefix) and answer.event == "main":
            slots.setdefault(answer.slot, []).append(answer)
    for slot, answers in slots.items():
        by_report: dict[str, list[Answer]] = {}
        for answer in answers:
            by_report.setdefault(answer.where.report, []).append(answer)
        pairs = combinations(by_report.values(), 2)
        if any(not any(same(a, b) for a in mine for b in yours) for mine, yours in pairs):
            yield from _finding(comparison, kind, slot, answers)
        elif near := undecided(
            comparison,
            kind,
            subject(slot, "main"),
            "Answers to one question differ, but each report has one that agrees with the others.",
            [
                evidence(comparison, a.where, a.value, a.key, a.span)
                for a in first_apart(answers, _report, lambda a, b: not same(a, b))
            ],
            ("same event", "same slot"),
        ):
            yield near


def _report(answer: Answer) -> str:
    return answer.where.report


def _finding(
    comparison: Comparison, kind: str, slot: str, answers: list[Answer]
) -> Iterator[Finding]:
    items = one_each(
        comparison, [evidence(comparison, a.where, a.value, a.key, a.span) for a in answers]
    )
    if len(reports(items)) > 1:
        yield Finding(
            kind=kind,
            relation=Relation.CONFLICT,
            subject=subject(slot, "main"),
            reason=each_has(items) + ".",
            evidence=items,
            slot=slot,
            grounds=("same event", "same slot"),
        )
