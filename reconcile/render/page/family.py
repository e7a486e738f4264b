"""Make the records of reports, origins and shared copy that several JSON pages hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from reconcile.model import Lineage, Place, Reconciliation, Report, Span
from reconcile.render.page import record
from reconcile.render.page.tell import accounts_by_id
from reconcile.render.page.words import whole_characters


class Texts:
    """The texts of the reports by id, from which every quote is cut."""

    def __init__(self, reconciliation: Reconciliation) -> None:
        self.accounts = accounts_by_id(reconciliation)

    def quote(self, report: str, span: Span) -> str:
        """Return the words of a span."""
        return whole_characters(span.of(self.accounts[report].report.text))

    def sentence(self, report: str, span: Span) -> record.SentenceRecord:
        """Return a span with its words."""
        return record.SentenceRecord(report, span.start, span.end, self.quote(report, span))

    def whole(self, where: Place) -> record.SentenceRecord:
        """Return the sentence at a place."""
        span = self.accounts[where.report].sentences[where.sentence].span
        return self.sentence(where.report, span)


def reports(reconciliation: Reconciliation, with_text: bool) -> list[record.ReportRecord]:
    """Return the reports as read, in order."""
    lineage = reconciliation.lineage
    return [_report(account.report, lineage, with_text) for account in reconciliation.accounts]


def origins(lineage: Lineage) -> list[record.OriginRecord]:
    """Return the origins, those that most reports carry first."""
    return [
        record.OriginRecord(
            whole_characters(o.name), list(o.reports), whole_characters(o.why), list(o.perhaps)
        )
        for o in lineage.origins
    ]


def passages(texts: Texts, lineage: Lineage) -> list[record.PassageRecord]:
    """Return the shared passages with their words in each report."""
    return [
        record.PassageRecord(
            p.words, whole_characters(p.origin), [texts.sentence(id_, s) for id_, s in p.stretches]
        )
        for p in lineage.passages
    ]


def kinships(lineage: Lineage) -> list[record.KinshipRecord]:
    """Return the pairs of reports that share copy."""
    return [
        record.KinshipRecord(
            k.a, k.b, round(k.share_a, 3), round(k.share_b, 3), k.level, list(k.passages)
        )
        for k in lineage.kinships
    ]


def derivations(lineage: Lineage) -> list[record.DerivationRecord]:
    """Return the edges of the graph of origins."""
    return [
        record.DerivationRecord(
            d.report,
            whole_characters(d.source),
            d.unseen,
            round(d.share, 3),
            list(d.passages),
            whole_characters(d.why),
        )
        for d in lineage.derivations
    ]


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
        format=report.format,
        part=whole_characters(report.part),
        byline=whole_characters(report.byline),
        credit=whole_characters(report.credit),
        urgency=report.urgency,
        item=whole_characters(report.item),
        version=report.version,
        status=report.status,
        embargo=report.embargo.isoformat() if report.embargo else None,
        text=whole_characters(report.text) if with_text else msgspec.UNSET,
    )


def _main_origin(report: str, lineage: Lineage) -> str:
    """Return the origin of most of the report's sentences, else the first that names the report."""
    told = Counter(origin for where, origin in lineage.sentences if where.report == report)
    named: Iterable[str] = (o.name for o in lineage.origins if report in o.reports)
    return told.most_common(1)[0][0] if told else next(iter(named), "")
