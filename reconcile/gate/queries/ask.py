"""Make the queries to one submission out of what its comparison with the reports on file found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.gate.queries.dispute import Dispute, dispute
from reconcile.gate.queries.phrases import message
from reconcile.gate.queries.quoted import focus
from reconcile.model import (
    Comparison,
    Divergence,
    Elsewhere,
    Evidence,
    Query,
    Reconciliation,
)
from reconcile.pipeline import fingerprint
from reconcile.render.page.words import visible
from reconcile.settings import Settings
from reconcile.text.positions import locate
from reconcile.verdict.sayings import plain_key

WHOLE = ("quotation", "polarity", "certainty")  # kinds that ask about a whole sentence
NOT_ASKED = frozenset({"coverage"})  # what others tell besides, or do not, asks a writer nothing


def queries(
    comparison: Comparison, result: Reconciliation, you: str, settings: Settings
) -> tuple[Query, ...]:
    """Return what to ask the writer of the report with an id, in order of its text, each once."""
    asked = (
        (d, found)
        for d in result.divergences
        if d.finding.kind not in NOT_ASKED
        if (found := dispute(comparison, d.finding, you))
    )
    made = [_query(comparison, d, found, settings) for d, found in asked]
    return tuple(sorted(_once(made), key=_order))


def _query(comparison: Comparison, found: Divergence, asked: Dispute, settings: Settings) -> Query:
    items = tuple(i for other in asked.others for i in other.items)
    finding = replace(
        found.finding,
        relation=asked.relation,
        evidence=(*asked.mine, *items),
        decided=next((o.decided for o in asked.others if o.relation is asked.relation), ""),
    )
    report = comparison.account(asked.mine[0].where.report).report
    span = focus(report.text, asked.mine[0])
    return Query(
        divergence=Divergence(
            finding,
            settings.severity(finding.kind, finding.relation, finding.minor),
            _fingerprint(asked),
        ),
        message=message(comparison, asked),
        words=visible(span.of(report.text)).strip(),
        at=locate(report, span),
        others=tuple(_elsewhere(comparison, i) for i in items or asked.mine[1:]),
    )


def _fingerprint(asked: Dispute) -> str:
    """Return the fingerprint of the gravest part: values that merely came later change nothing.

    Of a figure that is given as "at least 25" and as 25, both are one value.
    """
    grave = [o for o in asked.others if o.relation is asked.relation]
    items = (*_alike(asked.mine), *(i for o in grave for i in _alike(o.items)))
    return fingerprint(replace(asked.finding, relation=asked.relation, evidence=items))


def _alike(items: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence of one value with one key."""
    one = min(plain_key(i.key) for i in items)
    return tuple(replace(i, key=one) for i in items)


def _elsewhere(comparison: Comparison, item: Evidence) -> Elsewhere:
    report = comparison.account(item.where.report).report
    span = focus(report.text, item)
    return Elsewhere(report, visible(span.of(report.text)).strip(), locate(report, span))


def _once(made: Iterable[Query]) -> list[Query]:
    """Leave out what asks about the same words again, or about a sentence that is asked about as a whole."""
    found: dict[object, Query] = {}
    for query in sorted(made, key=_weight):
        finding = query.divergence.finding
        mine = finding.evidence[0].where
        others = frozenset(e.where for e in finding.evidence if e.where.report != mine.report)
        found.setdefault(
            ("whole", mine, others) if finding.kind in WHOLE else (query.at, others), query
        )
    first: dict[object, Query] = {}
    for query in found.values():
        reports = frozenset(o.report.id for o in query.others)
        first.setdefault((query.divergence.finding.kind, query.at, reports), query)
    return list(first.values())


def _weight(query: Query) -> tuple[int, int, int]:
    """Put first what says most about the same words."""
    kind = query.divergence.finding.kind
    return (
        -query.divergence.severity.rank,
        WHOLE.index(kind) if kind in WHOLE else 0,
        -len(query.others),
    )


def _order(query: Query) -> tuple[int, int, int, str, str]:
    at = query.at
    return (at.page, at.line, at.column, query.divergence.finding.kind, query.message)
