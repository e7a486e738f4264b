"""Reports tell the same thing on the word of different sources, or on nobody's.

Sources are compared by who they are, so "Rahman, head of the Observatory" and "the Observatory"
agree. A statement with a source and one without differ for what the incident is about (deaths,
injuries, arrests, damage, counts), where the flat report names nobody for it anywhere.

Agrees::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze, according to the Arden fire service.

Diverges::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze on Monday, the interior ministry said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.align.slots import whole
from reconcile.checks.proof.credits import dropped_credits
from reconcile.checks.proof.evidence import (
    each_has,
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    who,
)
from reconcile.checks.proof.undecided import of_parallel
from reconcile.checks.proof.unsourced import lost
from reconcile.checks.proof.vouching import (
    Offices,
    credited,
    introductions,
    marked,
    no_common_source,
    offices_of,
    speaker_of,
    speaks,
    vouches,
)
from reconcile.model import (
    Answer,
    Comparison,
    Evidence,
    Finding,
    Parallel,
    QuantityKind,
    Relation,
    Seen,
    Told,
)
from reconcile.plugin import Check

SURE = 0.55  # score of a parallel from which it is one fact, and not only one topic
NEARLY = 0.75  # the same where the claims have no participant in common


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each fact that is told on the word of different sources."""
    offices = offices_of(comparison)
    groups = [(p, told) for p in comparison.parallels if _one_fact(p) for told in _by_value(p)]
    apart = [f for p, told in groups if (f := _apart(comparison, p, told, offices))]
    flatly = _rows((p, lost(comparison, told, offices)) for p, told in groups)
    dropped = [_dropped(comparison, p, told) for p, told in flatly]
    tolls = list(_tolls(comparison, offices))
    near = _undecided(comparison, groups, offices)
    seen = merged([*tolls, *_longest(apart), *near])
    flat = [f for f in merged(_longest(dropped)) if isinstance(f, Finding)]
    yield from _with_flat(seen, flat)
    yield from dropped_credits(comparison)


def _one_fact(parallel: Parallel) -> bool:
    """Tell whether claims are one act: they share a participant, or nearly all their words."""
    shared = any(g.startswith("same ") for g in parallel.grounds)
    return parallel.score >= (SURE if shared else NEARLY)


def _undecided(
    comparison: Comparison, groups: Sequence[tuple[Parallel, list[Told]]], offices: Offices
) -> Iterator[Seen]:
    """Yield the parallels whose sources differ in words and may yet be one."""
    why = "Sources are worded differently, but they may be one, or one speaks for the other."
    for parallel, told in groups:
        sourced = [t for t in told if vouches(comparison, t)]
        if not no_common_source(_speakers(sourced), offices):
            items = [credited(comparison, t) for t in sourced]
            near = of_parallel(comparison, "attribution", parallel, why, items)
            if near is not None:
                yield near


def _speakers(sourced: Sequence[Told]) -> dict[str, set[str]]:
    speakers: dict[str, set[str]] = {}
    for one in sourced:
        speakers.setdefault(one.report, set()).add(speaker_of(one))
    return speakers


def _with_flat(seen: Sequence[Seen], dropped: Sequence[Finding]) -> Iterator[Seen]:
    """Join the reports that name nobody to the finding of the sources they might have named."""
    left = list(dropped)
    for finding in seen:
        if not isinstance(finding, Finding):
            yield finding
            continue
        known = {e.where for e in finding.evidence}
        same = [f for f in left if any(e.key and e.where in known for e in f.evidence)]
        left = [f for f in left if f not in same]
        yield _joined(finding, [e for f in same for e in f.evidence if not e.key])
    yield from left


def _joined(finding: Finding, flat: Sequence[Evidence]) -> Finding:
    silent = [e for e in flat if e.where.report not in reports(finding.evidence)]
    if not silent:
        return finding
    told = f" {who(reports(silent), 'tells', 'tell')} it on no one's word."
    return replace(
        finding,
        reason=finding.reason + told,
        evidence=(*finding.evidence, *dict.fromkeys(silent)),
    )


def _longest(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: -len(f.evidence))


def _tolls(comparison: Comparison, offices: Offices) -> Iterator[Finding]:
    """Yield a finding for each toll that reports give alike, on the word of different sources."""
    groups: dict[tuple[str, str, str, float], list[Answer]] = {}
    for answer in whole(comparison.answers):
        if answer.slot.startswith("toll ") and answer.speaker and speaks(answer.speaker):
            key = (answer.slot, answer.event, answer.group, answer.low)
            groups.setdefault(key, []).append(answer)
    for (slot, event, group, _), answers in groups.items():
        if event == "main" and group != "part" and no_common_source(_answering(answers), offices):
            items = one_each(
                comparison,
                [
                    evidence(comparison, a.where, a.speaker, a.speaker, a.span, *a.said)
                    for a in answers
                ],
            )
            yield _differ(items, f"{slot.removeprefix('toll ')}: {answers[0].value}", slot)


def _answering(answers: Sequence[Answer]) -> dict[str, set[str]]:
    by_report: dict[str, set[str]] = {}
    for answer in answers:
        by_report.setdefault(answer.where.report, set()).add(answer.speaker)
    return by_report


def _differ(items: tuple[Evidence, ...], subject: str, slot: str) -> Finding:
    return Finding(
        kind="attribution",
        relation=Relation.CONFLICT,
        subject=f"whose word for {subject}",
        reason="The same figure is told on the word of different sources: " + each_has(items) + ".",
        evidence=items,
        slot=f"source of {slot}",
        grounds=("same event", "same slot", "same figure"),
    )


def _by_value(parallel: Parallel) -> list[list[Told]]:
    """Split a parallel by the numbers its claims give: another number is another fact."""
    groups: dict[tuple[float, ...], list[Told]] = {}
    for told in parallel.told:
        numbers = tuple(
            sorted({q.low for q in told.claim.quantities if q.kind is not QuantityKind.ORDINAL})
        )
        groups.setdefault(numbers, []).append(told)
    return list(groups.values())


def _apart(
    comparison: Comparison, parallel: Parallel, told: Sequence[Told], offices: Offices
) -> Finding | None:
    """Return a finding where two reports share no source for what they tell."""
    sourced = [t for t in told if vouches(comparison, t)]
    if not no_common_source(_speakers(sourced), offices):
        return None
    items = one_each(comparison, [credited(comparison, t) for t in sourced])
    if len(reports(items)) < 2:
        return None
    introduced = [e for e in introductions(comparison, sourced) if e not in items]
    return Finding(
        kind="attribution",
        relation=Relation.CONFLICT,
        subject=subject_of(comparison, parallel),
        reason="The same is told on the word of different sources: " + each_has(items) + ".",
        evidence=(*items, *dict.fromkeys(introduced)),
        slot="source",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _rows(found: Iterable[tuple[Parallel, list[Told]]]) -> list[tuple[Parallel, list[Told]]]:
    """Join tellings that share a claim told on somebody's word: one fact with all that tell it."""
    out: list[tuple[Parallel, list[Told]]] = []
    for parallel, told in found:
        sourced = {t for t in told if speaker_of(t)}
        if not sourced:
            continue
        k = next((k for k, (_, known) in enumerate(out) if sourced & set(known)), None)
        if k is None:
            out.append((parallel, told))
        else:
            out[k] = (out[k][0], list(dict.fromkeys((*out[k][1], *told))))
    return out


def _dropped(comparison: Comparison, parallel: Parallel, found: Sequence[Told]) -> Finding:
    """Return the finding that reports tell on their own what others tell on somebody's word."""
    sourced = [t for t in found if speaker_of(t)]
    named = one_each(comparison, [credited(comparison, t) for t in sourced])
    there = {e.where for e in named}
    named += tuple(
        evidence(comparison, place_of(t), credited(comparison, t).value, speaker_of(t))
        for t in sourced
        if place_of(t) not in there and credited(comparison, t).where != place_of(t)
    )
    flat = one_each(
        comparison,
        [
            evidence(comparison, place_of(t), "no source", "", *marked(t))
            for t in found
            if not speaker_of(t)
        ],
    )
    return Finding(
        kind="attribution",
        relation=Relation.REFINEMENT,
        subject=subject_of(comparison, parallel),
        reason=f"{each_has(named)}; {who(reports(flat), 'tells', 'tell')} it on no one's word.",
        evidence=(*named, *flat),
        slot="source lost",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


CHECK = Check(find=find)
