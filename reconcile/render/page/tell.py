"""Say who tells what: rows told by several reports, sentences told by one, words that differ."""

from __future__ import annotations

from reconcile.model import (
    Account,
    Divergence,
    Place,
    Reconciliation,
    Row,
    Sentence,
    Severity,
    Span,
    Verdict,
)
from reconcile.render.page.labels import count, listed
from reconcile.render.page.words import visible

COVERAGE = "coverage"  # findings of this kind stand under "told by one report alone"


def accounts_by_id(reconciliation: Reconciliation) -> dict[str, Account]:
    """Return the accounts by the id of their report, in order."""
    return {account.report.id: account for account in reconciliation.accounts}


def cards(reconciliation: Reconciliation) -> tuple[Divergence, ...]:
    """Return the divergences a page shows one by one, worst first: all but those of coverage."""
    return tuple(d for d in reconciliation.divergences if d.finding.kind != COVERAGE)


def tellers(row: Row) -> tuple[str, ...]:
    """Return the ids of the reports that have a cell in a row, each once."""
    return tuple(dict.fromkeys(cell.where.report for cell in row.cells))


def fact_rows(reconciliation: Reconciliation) -> tuple[Row, ...]:
    """Return the rows that hold values for one slot, told by two reports or more."""
    return tuple(
        row
        for row in reconciliation.rows
        if any(cell.value for cell in row.cells) and len(tellers(row)) > 1
    )


def sentence_rows(reconciliation: Reconciliation) -> tuple[Row, ...]:
    """Return the rows of whole sentences that tell the same thing in two reports or more."""
    return tuple(
        row
        for row in reconciliation.rows
        if not any(cell.value for cell in row.cells) and len(tellers(row)) > 1
    )


def alone(reconciliation: Reconciliation) -> dict[str, tuple[Sentence, ...]]:
    """Return for each report the sentences of news that no other report tells, in text order."""
    shared = {
        cell.where for row in reconciliation.rows if len(tellers(row)) > 1 for cell in row.cells
    }
    return {
        report: tuple(
            s for s in account.sentences if s.news and Place(report, s.index) not in shared
        )
        for report, account in accounts_by_id(reconciliation).items()
    }


def told_by(reconciliation: Reconciliation) -> str:
    """Return "told by both 13 · by A alone 11 · by B alone 8", in sentences; "" for no sentence."""
    reports = accounts_by_id(reconciliation)
    rows = [row for row in reconciliation.rows if len(tellers(row)) > 1]
    whole = [row for row in rows if not any(cell.value for cell in row.cells)] or rows
    whom = "both" if len(reports) == 2 else "two or more"
    single = {report: len(found) for report, found in alone(reconciliation).items()}
    if len(reports) <= 5:
        ends = [f"by {report} alone {number}" for report, number in single.items()]
    else:
        ends = [f"by one alone {sum(single.values())}"]
    return " · ".join([f"told by {whom} {len(whole)}", *ends])


Flags = dict[Place, list[tuple[Span, Severity]]]


def flags(reconciliation: Reconciliation) -> Flags:
    """Return the words that divergences rest on, and how loud these are, by sentence."""
    found: Flags = {}
    for divergence in cards(reconciliation):
        for evidence in divergence.finding.evidence:
            for mark in evidence.marks or (evidence.span,):
                found.setdefault(evidence.where, []).append((mark, divergence.severity))
    return found


def loudest(flagged: Flags, row: Row) -> Severity | None:
    """Return the worst severity of the divergences that rest on a row's values, None for none."""
    found = (
        severity
        for cell in row.cells
        for mark, severity in flagged.get(cell.where, ())
        if mark.overlaps(cell.span)
    )
    return max(found, key=lambda severity: severity.rank, default=None)


def support(row: Row, flagged: bool = False) -> str:
    """Return who carries a row ("AP only", "2 origins"), after the verdict where that warns.

    Of a row already flagged by a finding the verdict would only repeat it, and is left out.
    """
    if row.stale:
        return f"{listed(row.stale)} out of date"
    if len(row.origins) > 1:
        carried = count(len(row.origins), "origin")
    elif row.origins:
        carried = f"{visible(row.origins[0])} only"
    else:
        carried = ""
    warned = {Verdict.UNCERTAIN, Verdict.UPDATED, Verdict.CONFLICTING}
    if row.verdict in warned and not (flagged and carried):
        return f"{row.verdict}, {carried}" if carried else str(row.verdict)
    return carried or str(row.verdict)


def values(row: Row, report: str) -> str:
    """Return what a report says in a row, each value once; "" where it is silent."""
    told: dict[str, str] = {}
    for cell in row.cells:
        if cell.where.report == report and cell.value:
            told.setdefault(cell.key or cell.value.casefold(), visible(cell.value))
    return "; ".join(told.values())
