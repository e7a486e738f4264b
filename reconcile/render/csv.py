"""Write the divergences as rows for a spreadsheet: a line each, worst first."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Account, Divergence, Evidence, Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.page.evidence import in_order
from reconcile.render.page.gist import gist
from reconcile.render.page.labels import file_name, line, short_outlet, when
from reconcile.render.page.redact import shown
from reconcile.render.page.table import as_csv
from reconcile.render.page.tell import accounts_by_id
from reconcile.render.page.words import visible
from reconcile.settings import Settings

COLUMNS = (
    "severity",
    "kind",
    "relation",
    "subject",
    "values",
    "reports",
    "words",
    "places",
    "reason",
    "decided",
    "confidence",
    "fingerprint",
)


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the table; without divergences it has the line of column names alone."""
    page = shown(reconciliation, settings)
    reports = accounts_by_id(page)
    return as_csv([COLUMNS, *(tuple(_row(d, reports)) for d in page.divergences)])


def _row(divergence: Divergence, reports: dict[str, Account]) -> Iterator[str]:
    """Yield the cells in order of COLUMNS."""
    finding = divergence.finding
    told = in_order(finding, reports)
    yield str(divergence.severity)
    yield finding.kind
    yield str(finding.relation)
    yield visible(finding.subject)
    yield gist(told)
    yield ", ".join(dict.fromkeys(e.where.report for e in told))
    yield " / ".join(_words(e, reports[e.where.report]) for e in told)
    yield "; ".join(_place(e, reports[e.where.report]) for e in told)
    yield visible(finding.reason)
    yield visible(finding.decided)
    yield f"{finding.confidence:.2f}"
    yield divergence.fingerprint


def _words(evidence: Evidence, account: Account) -> str:
    """Return "B, 5 Mar, Courier: Nine passengers were taken …"."""
    report = account.report
    who = ", ".join(part for part in (report.id, when(report), short_outlet(report)) if part)
    sentence = account.sentences[evidence.where.sentence].span
    whole = sentence if sentence.covers(evidence.span) else evidence.span
    return f"{who}: {visible(whole.of(report.text)).strip()}"


def _place(evidence: Evidence, account: Account) -> str:
    report = account.report
    return f"{file_name(report)}:{line(report, evidence.span.start)}"


RENDERER = Renderer(render=render, suffix="csv")
