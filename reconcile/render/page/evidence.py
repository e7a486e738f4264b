"""Order and group the words that a divergence rests on: one quotation for all that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.model import Account, Evidence, Finding, Relation
from reconcile.render.page.words import visible

MANY = 6  # above so many quotations, all that give the same value are named beside one of them
NAMES = {
    Relation.CONFLICT: "a conflict",
    Relation.UPDATE: "an update",
    Relation.REFINEMENT: "a refinement",
    Relation.VARIANT: "a variant",
}


def in_order(finding: Finding, reports: dict[str, Account]) -> Sequence[Evidence]:
    """Return the evidence; of an update, the earlier report's first."""
    if finding.relation != Relation.UPDATE:
        return finding.evidence
    days = {id_: account.report.published for id_, account in reports.items()}
    if not all(days[e.where.report] for e in finding.evidence):
        return finding.evidence
    return sorted(finding.evidence, key=lambda e: d.day if (d := days[e.where.report]) else 0)


def grouped(
    evidence: Sequence[Evidence], reports: dict[str, Account]
) -> Iterator[tuple[Evidence, list[Evidence]]]:
    """Yield one quotation a value, with the others that give the same value.

    Up to MANY quotations, only those count as the same whose marked words are the same too.
    """
    groups: dict[tuple[str, ...], list[Evidence]] = {}
    for one in evidence:
        text = reports[one.where.report].report.text
        words = () if len(evidence) > MANY else tuple(m.of(text).casefold() for m in one.marks)
        groups.setdefault((one.key, *words), []).append(one)
    for first, *others in groups.values():
        yield first, others


def decided(finding: Finding) -> str:
    """Return why it is a conflict or an update: "an update because B is a day later"; "" for none."""
    if not finding.decided:
        return ""
    return f"{NAMES[finding.relation]} because {visible(finding.decided)}"
