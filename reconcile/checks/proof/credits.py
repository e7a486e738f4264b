"""Find a witness whose employer one report names and another leaves out.

"An Associated Press reporter saw flames" and "A reporter saw flames" rest on one pair of eyes: the
credit was dropped, and nobody's word was put for another's.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.checks.proof.evidence import evidence, merged, reports, who
from reconcile.model import (
    Claim,
    Comparison,
    Evidence,
    Finding,
    Participant,
    Place,
    Relation,
    Row,
    Seen,
)

EYES = frozenset("reporter correspondent journalist photographer cameraman".split())


def dropped_credits(comparison: Comparison) -> Iterator[Seen]:
    """Yield a minor finding where reports name and do not name the employer of one witness."""
    claims: dict[Place, list[Claim]] = {}
    for account in comparison.accounts:
        for claim in account.claims:
            claims.setdefault(Place(account.report.id, claim.sentence), []).append(claim)
    found = [
        finding
        for row in comparison.rows
        if not row.slot
        for act, items in _by_act(comparison, claims, row).items()
        if (finding := _finding(act[1], items))
    ]
    yield from merged(sorted(found, key=lambda f: -len(f.evidence)))


def _by_act(
    comparison: Comparison, claims: dict[Place, list[Claim]], row: Row
) -> dict[tuple[str, str], list[Evidence]]:
    """Group what a row says of its witnesses by (what they do, what they are)."""
    acts: dict[tuple[str, str], list[Evidence]] = {}
    for where in (cell.where for cell in row.cells):
        for claim in claims.get(where, ()):
            for p in claim.participants:
                if p.role == "agent" and p.lemma in EYES:
                    item = _witness(comparison, where, p)
                    acts.setdefault((claim.predicate, p.lemma), []).append(item)
    return acts


def _finding(role: str, items: list[Evidence]) -> Finding | None:
    """Return a finding where one employer is named, and some report names none."""
    named = {e.key: e for e in items if e.key}
    plain = reports(e for e in items if not e.key) - reports(named.values())
    if len(named) != 1 or not plain:
        return None
    (name,) = named.values()
    return Finding(
        kind="attribution",
        relation=Relation.REFINEMENT,
        subject=f"whose {role}",
        reason=f"{name.where.report} writes “{name.value}”; "
        f"{who(plain, 'does', 'do')} not say whose {role} it was.",
        evidence=tuple(e for e in items if e.key or e.where.report in plain),
        slot=f"credit {role}",
        grounds=("same act", "same row"),
        minor=True,
    )


def _witness(comparison: Comparison, where: Place, participant: Participant) -> Evidence:
    names = [n for n in comparison.sentence(where).names if participant.span.covers(n.span)]
    value = comparison.account(where.report).words(participant.span)
    key = names[0].key if names else ""
    return evidence(comparison, where, " ".join(value.split()), key, participant.span)
