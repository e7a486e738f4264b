"""Name who says something else: outlets and agencies, counted by independent origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.gate.queries.dispute import reports
from reconcile.lineage.naming import own_name
from reconcile.model import Comparison, Evidence, Report
from reconcile.render.page.labels import count, day, file_name, listed
from reconcile.render.page.words import visible
from reconcile.verdict.settle import counted

FEW = 4  # names that are listed; of more, the first three and how many others


@dataclass(frozen=True, slots=True)
class Voice:
    """Those who give one value, as a subject: "AP and Reuters, 2 origins,"."""

    words: str
    many: bool


def voice(comparison: Comparison, items: Sequence[Evidence], you: str, newer: int = 0) -> Voice:
    """Return who gives a value that is put to the report with an id.

    With `newer` they are named as reports that came out later (1) or earlier (-1).
    """
    told = reports(comparison, items)
    alike = Counter(name(a.report) for a in comparison.accounts if a.report.id != you)
    order = {1: "later", -1: "earlier", 0: ""}[newer]
    if len(told) == 1:
        return Voice(_one(comparison, told[0], items, order, alike[name(told[0])] == 1), many=False)
    return Voice(f"{_names(told, order)}{_counted(behind(comparison, items), told)}", many=True)


def behind(comparison: Comparison, items: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the independent origins of some evidence."""
    known = dict(comparison.lineage.sentences)
    own = {a.report.id: own_name(a) for a in comparison.accounts}
    return counted({i.where for i in items}, known, own, comparison.lineage)


def name(report: Report) -> str:
    """Return what an editor calls a report: its outlet, else the one agency it credits, else its file."""
    if report.source:
        source = visible(report.source)
        return source.title() if source.isupper() and " " in source else source
    if len(report.agencies) == 1:
        return visible(report.agencies[0])
    return file_name(report)


def _one(
    comparison: Comparison, report: Report, items: Sequence[Evidence], order: str, alone: bool
) -> str:
    """Return "AP", "the Herald (AP copy)", "the later AP report (3 Mar, ap-2.txt)"."""
    called, by_file = name(report), not report.source and len(report.agencies) != 1
    told = []
    agency = next((o for o in behind(comparison, items) if o in report.agencies), "")
    if agency and visible(agency).casefold() != called.casefold():
        told.append(f"{visible(agency)} copy")
    if not alone and not by_file:
        told.append(_apart(report))
    behind_it = f" ({', '.join(told)})" if told else ""
    if order and by_file:
        return f"the {order} report {called}{behind_it}"
    if order:
        return f"the {order} {called.removeprefix('The ')} report{behind_it}"
    return f"{called}{behind_it}"


def _apart(report: Report) -> str:
    """Return what tells two reports of one outlet apart."""
    when = f"{day(report.published.day)}, " if report.published else ""
    return f"{when}{file_name(report)}"


def _names(told: Sequence[Report], order: str) -> str:
    """Return "AP and Reuters", "2 later AP reports", "later reports of AP, AFP, dpa and 5 others"."""
    tally = Counter(name(r) for r in told)
    if len(tally) == 1:
        return f"{len(told)} {f'{order} ' if order else ''}{name(told[0])} reports"
    parts = [n if k == 1 else f"{n} ({count(k, 'report')})" for n, k in tally.items()]
    if len(parts) > FEW:
        rest = sum(list(tally.values())[FEW - 1 :])
        parts = [*parts[: FEW - 1], count(rest, "other report")]
    return f"{order} reports of {listed(parts)}" if order else listed(parts)


def _counted(origins: Sequence[str], told: Sequence[Report]) -> str:
    """Return ", 2 origins," or ", 1 origin (AP),"; "" where nothing traces the words."""
    if not origins:
        return ""
    agencies = {a for r in told for a in r.agencies}
    names = {name(r) for r in told}
    named = origins[0] if len(origins) == 1 and origins[0] in agencies - names else ""
    return f", {count(len(origins), 'origin')}" + (f" ({visible(named)})" if named else "") + ","
