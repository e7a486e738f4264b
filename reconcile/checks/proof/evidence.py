"""Make evidence of claims: the sentence of a report, its value, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.checks.proof.clock import in_order
from reconcile.model import (
    BlockKind,
    Comparison,
    Evidence,
    Finding,
    NotCompared,
    Parallel,
    Place,
    Seen,
    Span,
    Told,
)

TELLING = 4  # words of a clause that say what it is about


def evidence(comparison: Comparison, where: Place, value: str, key: str, *marks: Span) -> Evidence:
    """Return the sentence at a place as evidence, with the differing words marked."""
    span = comparison.sentence(where).span
    inside = tuple(sorted(m for m in set(marks) if span.covers(m)))
    return Evidence(where=where, span=span, value=value, key=key, marks=inside)


def place_of(told: Told) -> Place:
    """Return where a claim stands."""
    return Place(told.report, told.claim.sentence)


def words(comparison: Comparison, told: Told, span: Span | None = None) -> str:
    """Return the words of a claim, or at a span of its report, on one line."""
    text = comparison.account(told.report).report.text
    return " ".join((span or told.claim.span).of(text).split())


def subject_of(comparison: Comparison, parallel: Parallel) -> str:
    """Say what a parallel is about: the shortest of the clauses that are long enough to tell it."""
    clauses = [words(comparison, t).strip(" ,;:") for t in parallel.told]
    return min(clauses, key=lambda w: (len(w.split()) < TELLING, len(w), w))


def in_time(comparison: Comparison, groups: Sequence[Iterable[str]]) -> bool:
    """Tell whether every report of one group came out before every report of the next."""
    return in_order([[comparison.account(r).report for r in group] for group in groups])


def one_each(comparison: Comparison, items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Keep one sentence for each value of a report: the first of its text, else its headline."""
    kept: dict[tuple[str, str], Evidence] = {}
    for item in items:
        value = (item.where.report, item.key)
        if value not in kept or (
            _headline(comparison, kept[value]) and not _headline(comparison, item)
        ):
            kept[value] = item
    return tuple(kept.values())


def _headline(comparison: Comparison, item: Evidence) -> bool:
    return comparison.sentence(item.where).block is BlockKind.HEADLINE


def each_has(items: Iterable[Evidence]) -> str:
    """Say what each report has: "A has 12; B has 14 (police)"."""
    return "; ".join(f"{e.where.report} has {e.value}" for e in items)


def reports(items: Iterable[Evidence]) -> set[str]:
    """Return the ids of the reports that evidence comes from."""
    return {e.where.report for e in items}


def merged(seen: Iterable[Seen]) -> list[Seen]:
    """Join findings of one kind that rest on the same sentences: one finding a divergence.

    What was not compared follows them as it is.
    """
    out: list[Finding] = []
    aside: list[Seen] = []
    resting: dict[Place, set[int]] = {}  # which of them rest on a sentence
    for finding in seen:
        if isinstance(finding, NotCompared):
            aside.append(finding)
            continue
        mine = {e.where for e in finding.evidence}
        near = sorted({k for where in mine for k in resting.get(where, ())})
        twin = next((k for k in near if _same_words(out[k], mine)), None)
        if twin is None:
            out.append(finding)
        elif len(finding.evidence) > len(out[twin].evidence):
            for where in {e.where for e in out[twin].evidence}:
                resting[where].discard(twin)
            out[twin] = finding
        else:
            continue
        for where in mine:
            resting.setdefault(where, set()).add(len(out) - 1 if twin is None else twin)
    return [*out, *aside]


def _same_words(a: Finding, yours: set[Place]) -> bool:
    """Tell whether one finding's sentences are the other's, or all but one of them."""
    mine = {e.where for e in a.evidence}
    shared = mine & yours
    return len({w.report for w in shared}) >= 2 and len(shared) >= min(len(mine), len(yours)) - 1


def who(ids: Iterable[str], one: str = "", many: str = "") -> str:
    """Name reports in order, with the form of the verb that goes with their number.

    "A does", "A and B do", "A, B and C do".
    """
    names = sorted(set(ids), key=lambda r: (len(r), r))
    told = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    verb = many if len(names) > 1 else one
    return f"{told} {verb}" if verb else told
