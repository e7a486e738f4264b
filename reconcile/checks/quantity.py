"""Reports give different numbers for the same thing.

Numbers are compared as intervals, so "twelve" and "12" agree, "dozens" and "36" differ in
precision only, and "at least 15" in a toll is the count known so far: it agrees with 15.

Agrees::

    herald: A bomb killed twelve people in Arden on Monday.
    courier: A bomb killed 12 people in Arden on Monday.

Diverges::

    herald: A bomb killed 12 people in Arden on Monday.
    courier: A bomb killed 14 people in Arden on Monday, officials said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.slots import subject, whole
from reconcile.checks.proof.counts import Group, differing_counts
from reconcile.checks.proof.evidence import each_has, evidence, merged, one_each
from reconcile.checks.proof.leeway import answers_meet
from reconcile.checks.proof.things import NEARLY_THE_SAME
from reconcile.checks.proof.undecided import first_apart, undecided
from reconcile.checks.proof.values import Meeting
from reconcile.events.frames import lead
from reconcile.events.revisions import is_earlier
from reconcile.model import Answer, Comparison, Evidence, Finding, NotCompared, Relation, Seen
from reconcile.plugin import Check

NUMERIC = ("toll ", "magnitude")
FIGURES = (
    "age ",
    "term ",
    "sum ",
    "crowd",
)  # told once a report: where a report gives two, of two things
NOT_ONE = {
    "total": "a sum over many events",
    "other": "another event",
    "similar": "a similar event",
}


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each slot whose numbers differ, then for other counts of one thing."""
    tolls = list(_slots(comparison))
    yield from tolls
    found = [f for f in tolls if isinstance(f, Finding)]
    taken = {(e.where, mark) for f in found for e in f.evidence for mark in e.marks}
    others = (
        seen
        for group in differing_counts(comparison)
        if not {(c.where, c.quantity.span) for c in group.counts} & taken
        if (seen := _other(comparison, group))
    )
    yield from merged(others)


def _slots(comparison: Comparison) -> Iterator[Seen]:
    groups: dict[tuple[str, str, str], list[Answer]] = {}
    for answer in whole(comparison.answers):
        if answer.slot.startswith((*NUMERIC, *FIGURES)):
            groups.setdefault((answer.slot, answer.event, answer.group), []).append(answer)
    for (slot, event, group), answers in groups.items():
        if group == "part":
            continue
        compare = _elsewhere if event in NOT_ONE else _slot
        if seen := compare(comparison, slot, event, group, answers):
            yield seen


def _slot(
    comparison: Comparison, slot: str, event: str, group: str, answers: Sequence[Answer]
) -> Seen | None:
    current = _current(answers)
    told = _told(current)
    if slot.startswith(FIGURES) and any(len(values) > 1 for values in told.values()):
        why = "A report gives more than one such figure, and nothing shows which of them is meant."
        return _not_compared(comparison, slot, event, group, current, why)
    meetings = [
        _meet(comparison, a, b)
        for a, b in combinations(current, 2)
        if a.where.report != b.where.report
        and not told[a.where.report] & told[b.where.report]
        and not (_part_of(comparison, a, b) or _part_of(comparison, b, a))
        and (not slot.startswith("term ") or _one_sentence_passed(comparison, a, b))
    ]
    if not meetings or all(m is Meeting.SAME for m in meetings):
        why = "The figures differ, but a report has both, or one of them is a part of the other."
        return _not_compared(comparison, slot, event, group, current, why)
    items = one_each(comparison, [_evidence(comparison, a) for a in current])
    return Finding(
        kind="quantity",
        relation=Relation.CONFLICT if Meeting.APART in meetings else Relation.REFINEMENT,
        subject=subject(slot, event, group),
        reason=_reason(items),
        evidence=items,
        slot=f"{slot} {group} {event}",
        grounds=("same slot", "same event"),
    )


def _elsewhere(
    comparison: Comparison, slot: str, event: str, group: str, answers: Sequence[Answer]
) -> NotCompared | None:
    """Record figures of events that are not known to be one: similar ones, or sums over many."""
    why = f"The figures are of {NOT_ONE[event]}, and nothing shows that it is the same in both."
    return _not_compared(comparison, slot, "main", group, _current(answers), why)


def _not_compared(
    comparison: Comparison, slot: str, event: str, group: str, answers: Sequence[Answer], why: str
) -> NotCompared | None:
    apart = first_apart(
        answers, lambda a: a.where.report, lambda a, b: _meet(comparison, a, b) is Meeting.APART
    )
    items = [_evidence(comparison, a) for a in apart]
    return undecided(
        comparison, "quantity", subject(slot, event, group), why, items, ("same slot",)
    )


def _meet(comparison: Comparison, a: Answer, b: Answer) -> Meeting:
    """Compare two answers to one slot; a toll is the count known so far."""
    return answers_meet(comparison, a, b, known_so_far=a.slot.startswith("toll "))


def _one_sentence_passed(comparison: Comparison, a: Answer, b: Answer) -> bool:
    """Tell whether two prison terms are one: both told at the top, or in sentences that are nearly the same.

    Further down a court story tells of other people's sentences as well.
    """
    tops = [{s.index for s in lead(comparison.account(x.where.report))} for x in (a, b)]
    if a.where.sentence in tops[0] and b.where.sentence in tops[1]:
        return True
    return comparison.score(a.where, b.where) >= NEARLY_THE_SAME


def _told(answers: Sequence[Answer]) -> dict[str, set[tuple[float, float]]]:
    """Return the figures of each report: two reports that share one differ in nothing but detail.

    "20 dead, says the army, and 16, says the ministry" does not contradict a report of 20.
    """
    told: dict[str, set[tuple[float, float]]] = {}
    for answer in answers:
        told.setdefault(answer.where.report, set()).add((answer.low, answer.high))
    return told


def _part_of(comparison: Comparison, part: Answer, total: Answer) -> bool:
    """Tell whether the sentence of a total also gives the other figure: "12, four of them children"."""
    sentence = comparison.sentence(total.where)
    text = comparison.account(total.where.report).report.text
    return part.high < total.low and any(
        (q.low, q.high) == (part.low, part.high)
        and q.span != total.span
        and not is_earlier(sentence, q.span, text)
        for q in sentence.quantities
    )


def _current(answers: Sequence[Answer]) -> list[Answer]:
    """Leave out figures given as earlier ones, and vague words where a report has a figure."""
    exact = {a.where.report for a in answers if a.bound != "vague" and not a.earlier}
    return [
        a for a in answers if not a.earlier and not (a.bound == "vague" and a.where.report in exact)
    ]


def _evidence(comparison: Comparison, answer: Answer) -> Evidence:
    said = f" ({answer.speaker})" if answer.speaker else ""
    return evidence(comparison, answer.where, f"{answer.value}{said}", answer.key, answer.span)


def _reason(items: Sequence[Evidence]) -> str:
    told = each_has(items)
    return f"Same event and same count: {told}."


def _other(comparison: Comparison, group: Group) -> Seen | None:
    items = one_each(
        comparison,
        [evidence(comparison, c.where, c.words, c.key, c.quantity.span) for c in group.counts],
    )
    if group.against:
        why = f"The figures differ, but {group.against}."
        return undecided(comparison, "quantity", group.subject, why, items, group.grounds)
    apart = group.meeting is Meeting.APART
    return Finding(
        kind="quantity",
        relation=Relation.CONFLICT if apart else Relation.REFINEMENT,
        subject=group.subject,
        reason=_reason(items),
        evidence=items,
        slot=group.subject,
        grounds=group.grounds,
        confidence=0.8,
    )


CHECK = Check(find=find)
