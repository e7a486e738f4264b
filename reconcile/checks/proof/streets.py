"""Find streets that two reports name almost alike, so that one of the names must be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import each_has, evidence
from reconcile.events.streets import Street, misread_street, same_street, streets
from reconcile.model import Account, Comparison, Finding, Place, Relation

Named = tuple[Place, Street]


def misread_streets(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each street that reports name in two ways, of which no report has both."""
    named = {a.report.id: list(_named(a)) for a in comparison.accounts}
    told = [n for found in named.values() for n in found]
    done: set[frozenset[str]] = set()
    for (p, a), (q, b) in combinations(told, 2):
        names = frozenset({f"{a.name} {a.kind}", f"{b.name} {b.kind}"})
        apart = p.report != q.report and misread_street(a, b) and names not in done
        if apart and not any(_has(found, a) and _has(found, b) for found in named.values()):
            done.add(names)
            yield _finding(comparison, _firsts(named, a, b))


def _named(account: Account) -> Iterator[Named]:
    for sentence in account.sentences:
        if sentence.news:
            span = sentence.span
            for street in streets(account.report.text, span.start, span.end):
                yield Place(account.report.id, sentence.index), street


def _has(found: list[Named], street: Street) -> bool:
    return any(same_street(street, other) for _, other in found)


def _firsts(named: dict[str, list[Named]], *wanted: Street) -> list[Named]:
    """Return where each report first names one of the streets."""
    firsts = (
        next((n for n in found if any(same_street(n[1], w) for w in wanted)), None)
        for found in named.values()
    )
    return [n for n in firsts if n is not None]


def _finding(comparison: Comparison, firsts: list[Named]) -> Finding:
    items = tuple(
        evidence(
            comparison,
            where,
            street.span.of(comparison.account(where.report).report.text),
            f"{street.name} {street.kind}",
            street.span,
        )
        for where, street in firsts
    )
    return Finding(
        kind="place",
        relation=Relation.CONFLICT,
        subject="name of the street",
        reason="Nearly one name, but two streets: " + each_has(items) + ".",
        evidence=items,
        slot="street",
        grounds=("nearly the same name", "no report has both"),
        confidence=0.8,
    )
