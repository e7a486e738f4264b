"""What one report tells alone: sentences no other has, and words that it adds to a shared one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Account, Divergence, Place, Reconciliation
from reconcile.render.browser.names import divergence_id
from reconcile.render.browser.quoted import Link, link
from reconcile.render.page.labels import outlet
from reconcile.render.page.tell import COVERAGE, accounts_by_id, alone
from reconcile.render.page.words import Piece, pieces, visible


@dataclass(frozen=True, slots=True)
class Single:
    """What one report tells alone, and the divergence that says so, where one does."""

    pieces: tuple[Piece, ...]
    where: Link
    reason: str = ""  # for words inside a sentence that others tell too
    id: str = ""
    severity: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Alone:
    """What a report tells alone, in text order."""

    report: str
    outlet: str
    told: tuple[Single, ...]


def told_alone(page: Reconciliation) -> tuple[Alone, ...]:
    """Return for each report what no other tells; none for a report with nothing of its own."""
    reports, silent = accounts_by_id(page), alone(page)
    known: dict[Place, list[Divergence]] = {}
    for divergence in page.divergences:
        if divergence.finding.kind == COVERAGE and divergence.finding.evidence:
            known.setdefault(divergence.finding.evidence[0].where, []).append(divergence)
    found = []
    for id_, account in reports.items():
        places = {Place(id_, s.index) for s in silent[id_]} | {p for p in known if p.report == id_}
        told = [
            single
            for where in sorted(places, key=lambda p: p.sentence)
            for single in _singles(account, where, known.get(where, []))
        ]
        if told:
            found.append(Alone(visible(id_), outlet(account.report), tuple(told)))
    return tuple(found)


def _singles(account: Account, where: Place, known: list[Divergence]) -> Iterator[Single]:
    """Yield what is told alone at a place: each divergence, or the sentence where there is none."""
    sentence = account.sentences[where.sentence].span
    text, at = account.report.text, link(account, where, sentence)
    if not known:
        yield Single(pieces(text, sentence), at)
    for divergence in known:
        finding = divergence.finding
        evidence, *others = finding.evidence
        marks = evidence.marks or ((evidence.span,) if evidence.span != sentence else ())
        yield Single(
            pieces=pieces(text, sentence, marks),
            where=at,
            reason=visible(finding.reason) if others else "",
            id=divergence_id(divergence),
            severity=divergence.severity,
            relation=finding.relation,
        )
