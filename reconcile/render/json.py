"""Print a reconciliation as JSON for other programs: stable, versioned, every quote with its place."""

from __future__ import annotations

from collections import Counter

import msgspec

from reconcile import __version__
from reconcile.model import (
    Divergence,
    Evidence,
    NotCompared,
    Reconciliation,
    Row,
    Severity,
)
from reconcile.plugin import Renderer
from reconcile.render.page import family, record
from reconcile.render.page.redact import shown
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    encoded = msgspec.json.encode(page(reconciliation, settings))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def page(reconciliation: Reconciliation, settings: Settings) -> record.Page:
    """Return the page as its types; with `redact`, "…" stands for words left out of a quote."""
    reconciliation = shown(reconciliation, settings)
    texts = family.Texts(reconciliation)
    severities = Counter(d.severity for d in reconciliation.divergences)
    return record.Page(
        schema="reconcile/1",
        version=__version__,
        comparable=reconciliation.comparable,
        why=reconciliation.why,
        apart=list(reconciliation.apart),
        remarks=[whole_characters(remark) for remark in reconciliation.remarks],
        summary=record.Summary(
            errors=severities[Severity.ERROR],
            warnings=severities[Severity.WARNING],
            notes=severities[Severity.NOTE],
        ),
        reports=family.reports(reconciliation, settings.with_text and not settings.redact),
        divergences=[_divergence(texts, d) for d in reconciliation.divergences],
        rows=[_row(texts, row) for row in reconciliation.rows],
        origins=family.origins(reconciliation.lineage),
        passages=family.passages(texts, reconciliation.lineage),
        kinships=family.kinships(reconciliation.lineage),
        derivations=family.derivations(reconciliation.lineage),
        not_comparable=(
            [_not_compared(texts, n) for n in reconciliation.not_compared]
            if settings.not_comparable
            else msgspec.UNSET
        ),
    )


def _divergence(texts: family.Texts, divergence: Divergence) -> record.DivergenceRecord:
    finding = divergence.finding
    return record.DivergenceRecord(
        kind=finding.kind,
        relation=finding.relation,
        severity=divergence.severity,
        confidence=min(max(round(finding.confidence, 3), 0.0), 1.0),
        subject=whole_characters(finding.subject),
        slot=whole_characters(finding.slot),
        reason=whole_characters(finding.reason),
        decided=whole_characters(finding.decided),
        grounds=[whole_characters(ground) for ground in finding.grounds],
        proof=[
            record.GroundRecord(g.aspect, g.standing, whole_characters(g.words))
            for g in finding.proof
        ],
        fingerprint=divergence.fingerprint,
        evidence=[_evidence(texts, evidence) for evidence in finding.evidence],
    )


def _not_compared(texts: family.Texts, near: NotCompared) -> record.NotComparedRecord:
    return record.NotComparedRecord(
        kind=near.kind,
        subject=whole_characters(near.subject),
        reason=whole_characters(near.reason),
        grounds=[whole_characters(ground) for ground in near.grounds],
        evidence=[_evidence(texts, evidence) for evidence in near.evidence],
    )


def _evidence(texts: family.Texts, evidence: Evidence) -> record.EvidenceRecord:
    report, span = evidence.where.report, evidence.span
    return record.EvidenceRecord(
        report=report,
        start=span.start,
        end=span.end,
        quote=texts.quote(report, span),
        value=whole_characters(evidence.value),
        key=whole_characters(evidence.key),
        marks=[record.MarkRecord(mark.start, mark.end) for mark in evidence.marks],
    )


def _row(texts: family.Texts, row: Row) -> record.RowRecord:
    places = dict.fromkeys(cell.where for cell in row.cells)
    return record.RowRecord(
        subject=whole_characters(row.subject),
        slot=whole_characters(row.slot),
        verdict=row.verdict,
        origins=[whole_characters(origin) for origin in row.origins],
        carried=[
            record.CarriedRecord(
                key=whole_characters(c.key),
                value=whole_characters(c.value),
                reports=list(c.reports),
                origins=[whole_characters(origin) for origin in c.origins],
            )
            for c in row.carried
        ],
        stale=list(row.stale),
        sentences=[texts.whole(where) for where in places],
        values=[
            record.ValueRecord(
                report=cell.where.report,
                start=cell.span.start,
                end=cell.span.end,
                quote=texts.quote(cell.where.report, cell.span),
                value=whole_characters(cell.value),
                key=whole_characters(cell.key),
            )
            for cell in row.cells
            if cell.value
        ],
    )


RENDERER = Renderer(render=render, suffix="json")
