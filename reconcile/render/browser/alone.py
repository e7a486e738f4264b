"""What one report tells alone, sentence by sentence, with the divergence that says so."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Divergence, Place, Reconciliation
from reconcile.render.browser.names import divergence_id
from reconcile.render.browser.quoted import Link, link
from reconcile.render.page.labels import outlet
from reconcile.render.page.tell import COVERAGE, accounts_by_id, alone
from reconcile.render.page.words import visible


@dataclass(frozen=True, slots=True)
class Single:
    """A sentence that one report tells alone; id and severity where a divergence says so."""

    words: str
    where: Link
    id: str = ""
    severity: str = ""
    relation: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Alone:
    """What a report tells alone."""

    report: str
    outlet: str
    sentences: tuple[Single, ...]


def told_alone(page: Reconciliation) -> tuple[Alone, ...]:
    """Return for each report what no other tells, in text order; none for one with nothing."""
    reports = accounts_by_id(page)
    known = {
        evidence.where: divergence
        for divergence in reversed(page.divergences)
        if divergence.finding.kind == COVERAGE
        for evidence in divergence.finding.evidence
    }
    single = alone(page)
    named: set[str] = set()
    found = []
    for id_, account in reports.items():
        places = dict.fromkeys(Place(id_, s.index) for s in single[id_])
        places |= dict.fromkeys(p for p in known if p.report == id_)
        sentences = []
        for where in sorted(places, key=lambda p: p.sentence):
            span = account.sentences[where.sentence].span
            sentences.append(
                _single(
                    visible(span.of(account.report.text)),
                    link(account, where, span),
                    known.get(where),
                    named,
                )
            )
        if sentences:
            found.append(Alone(visible(id_), outlet(account.report), tuple(sentences)))
    return tuple(found)


def _single(words: str, where: Link, divergence: Divergence | None, named: set[str]) -> Single:
    """Return a sentence; a fragment names one place alone, the first."""
    if divergence is None or divergence.fingerprint in named:
        return Single(words, where)
    named.add(divergence.fingerprint)
    return Single(
        words,
        where,
        divergence_id(divergence),
        divergence.severity,
        divergence.finding.relation,
        divergence.fingerprint,
    )
