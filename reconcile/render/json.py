"""Print a reconciliation as JSON for other programs: stable, versioned, every quote with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from reconcile import __version__
from reconcile.model import (
    Divergence,
    Evidence,
    Lineage,
    NotCompared,
    Place,
    Reconciliation,
    Report,
    Row,
    Severity,
    Span,
)
from reconcile.plugin import Renderer
from reconcile.render.page import record
from reconcile.render.page.tell import accounts_by_id
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    encoded = msgspec.json.encode(page(reconciliation, settings))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def page(reconciliation: Reconciliation, settings: Settings) -> record.Page:
    """Return the page as its types."""
    texts = _Texts(reconciliation)
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
        reports=[
            _report(account.report, reconciliation.lineage, settings.with_text)
            for account in reconciliation.accounts
        ],
        divergences=[_divergence(texts, d) for d in reconciliation.divergences],
        rows=[_row(texts, row) for row in reconciliation.rows],
        origins=[
            record.OriginRecord(whole_characters(o.name), list(o.reports), whole_characters(o.why))
            for o in reconciliation.lineage.origins
        ],
        passages=[
            record.PassageRecord(
                p.words,
                whole_characters(p.origin),
                [texts.sentence(id_, s) for id_, s in p.stretches],
            )
            for p in reconciliation.lineage.passages
        ],
        not_comparable=(
            [_not_compared(texts, n) for n in reconciliation.not_compared]
            if settings.not_comparable
            else msgspec.UNSET
        ),
    )


class _Texts:
    """The texts of the reports by id, from which every quote is cut."""

    def __init__(self, reconciliation: Reconciliation) -> None:
        self.accounts = accounts_by_id(reconciliation)

    def quote(self, report: str, span: Span) -> str:
        return whole_characters(span.of(self.accounts[report].report.text))

    def sentence(self, report: str, span: Span) -> record.SentenceRecord:
        return record.SentenceRecord(report, span.start, span.end, self.quote(report, span))

    def whole(self, where: Place) -> record.SentenceRecord:
        span = self.accounts[where.report].sentences[where.sentence].span
        return self.sentence(where.report, span)


def _report(report: Report, lineage: Lineage, with_text: bool) -> record.ReportRecord:
    published = report.published
    moment = (published.at or published.day).isoformat() if published else None
    return record.ReportRecord(
        id=report.id,
        file=whole_characters(report.file),
        source=whole_characters(report.source),
        published=moment,
        origin=whole_characters(_main_origin(report.id, lineage)),
        place=whole_characters(report.place),
        encoding=report.encoding,
        sha256=report.sha256,
        notices=[
            record.NoticeRecord(
                n.kind,
                n.number,
                n.span.start,
                n.span.end,
                whole_characters(n.span.of(report.text)),
            )
            for n in report.notices
        ],
        warnings=[whole_characters(warning) for warning in report.warnings],
        text=whole_characters(report.text) if with_text else msgspec.UNSET,
    )


def _main_origin(report: str, lineage: Lineage) -> str:
    """Return the origin of most of the report's sentences, else the first that names the report."""
    told = Counter(origin for where, origin in lineage.sentences if where.report == report)
    named: Iterable[str] = (o.name for o in lineage.origins if report in o.reports)
    return told.most_common(1)[0][0] if told else next(iter(named), "")


def _divergence(texts: _Texts, divergence: Divergence) -> record.DivergenceRecord:
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


def _not_compared(texts: _Texts, near: NotCompared) -> record.NotComparedRecord:
    return record.NotComparedRecord(
        kind=near.kind,
        subject=whole_characters(near.subject),
        reason=whole_characters(near.reason),
        grounds=[whole_characters(ground) for ground in near.grounds],
        evidence=[_evidence(texts, evidence) for evidence in near.evidence],
    )


def _evidence(texts: _Texts, evidence: Evidence) -> record.EvidenceRecord:
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


def _row(texts: _Texts, row: Row) -> record.RowRecord:
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


RENDERER = Renderer(render=render)
