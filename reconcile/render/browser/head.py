"""The head of the page: what was compared, how much diverges, and what to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Account, Reconciliation, Severity
from reconcile.render.browser.cards import Card
from reconcile.render.browser.names import report_id
from reconcile.render.page.labels import (
    behind,
    count,
    file_name,
    outlet,
    period,
    places,
    set_aside,
    when,
)
from reconcile.render.page.tell import COVERAGE, told_by
from reconcile.render.page.words import visible

FIRST = 5  # divergences named at the head


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report of the list."""

    letter: str
    id: str
    day: str
    outlet: str
    length: str
    file: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The words of the head."""

    title: str
    summary: str
    counts: tuple[tuple[str, int, str], ...]  # severity, number, "8 errors"
    coverage: str
    told: str
    verdict: str  # the line that stands where nothing diverges or nothing could be compared
    remarks: tuple[str, ...]
    first: tuple[Card, ...]
    reports: tuple[ReportLine, ...]


def head(page: Reconciliation, cards: Sequence[Card]) -> Head:
    """Return the head; `cards` are the page's own, worst first."""
    reports = [account.report for account in page.accounts]
    where = " · ".join(part for part in (places(reports), period(reports)) if part)
    many = count(len(reports), "report")
    below = sum(d.finding.kind == COVERAGE for d in page.divergences)
    loud = [card for card in cards if card.severity != Severity.NOTE]
    return Head(
        title=where or f"{many} compared",
        summary=" · ".join(
            part
            for part in (
                many + (" of one incident" if page.comparable and not page.apart else ""),
                behind(page),
                visible(page.why) if page.comparable else "",
            )
            if part
        ),
        counts=tuple(_counts(page)) if page.comparable else (),
        coverage=f"{below} of coverage, listed below" if below else "",
        told=told_by(page) if page.comparable else "",
        verdict=_verdict(page, cards),
        remarks=tuple(visible(remark) for remark in page.remarks),
        first=tuple((loud or list(cards))[:FIRST]),
        reports=tuple(_line(page, account) for account in page.accounts),
    )


def _counts(page: Reconciliation) -> list[tuple[str, int, str]]:
    found = []
    for severity in reversed(Severity):
        number = sum(d.severity == severity for d in page.divergences)
        found.append((str(severity), number, count(number, severity)))
    return found


def _verdict(page: Reconciliation, cards: Sequence[Card]) -> str:
    if not page.comparable:
        return f"Nothing could be compared: {visible(page.why)}"
    return "" if cards else f"Nothing diverges: {visible(page.why)}"


def _line(page: Reconciliation, account: Account) -> ReportLine:
    report = account.report
    remarks = [set_aside(report), *report.warnings]
    if page.comparable and report.id in page.apart:
        remarks.append("does not belong with the others")
    if report.encoding.replace("_", "-").lower() not in {"utf-8", "utf8", "ascii"}:
        remarks.append(f"read as {report.encoding}")
    return ReportLine(
        letter=visible(report.id),
        id=report_id(report.id),
        day=when(report),
        outlet=outlet(report),
        length=count(sum(sentence.news for sentence in account.sentences), "sentence"),
        file=file_name(report),
        remarks=tuple(visible(remark) for remark in remarks if remark),
    )
