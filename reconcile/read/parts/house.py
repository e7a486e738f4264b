"""Read the head of a report as its outlet writes it: its name, its dates, its zone, its agencies."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from reconcile.model import Published, Report, Span, Wire
from reconcile.settings import Settings
from reconcile.settings.nouns import Agency, DateOrder
from reconcile.text.agencies import once
from reconcile.text.masthead import read_masthead
from reconcile.text.wires import credited, cut_anew, named


def housed(report: Report, settings: Settings) -> Report:
    """Return a report under the usual name of its outlet, dated as the outlet writes its dates.

    A moment of publication without a time zone is one of the outlet's zone.
    """
    report = _wired(report, settings.agencies) if settings.agencies else report
    outlet = settings.outlet(report.source)
    if outlet is None:
        return report
    if outlet.dates and report.published is None:
        report = _dated(report, outlet.dates)
    published = report.published
    if published and outlet.zone:
        published = _in_zone(published, outlet.zone)
    return replace(report, source=outlet.name, published=published)


def _wired(report: Report, agencies: tuple[Agency, ...]) -> Report:
    """Return a report in which the agencies that a desk has added are known as such."""
    wires = named(report.text, agencies)
    blocks, place = cut_anew(report.text, report.blocks, wires) if wires else (report.blocks, "")
    own = [w.agency for w in named(report.source, agencies) if w.span.end == len(report.source)]
    mine = [Wire(name, Span(0, 0)) for name in own[:1]]
    return replace(
        report,
        source=own[0] if own else report.source,
        place=report.place or place,
        agencies=once([*own, *report.agencies, *credited(blocks, wires)]),
        blocks=blocks,
        wires=(*mine, *wires),
    )


def _dated(report: Report, order: DateOrder) -> Report:
    """Read the date of the head again, now that the order of day and month is known."""
    head = read_masthead(report.text, report.blocks, order)
    unread = read_masthead(report.text, report.blocks).warnings
    kept = tuple(w for w in report.warnings if w not in unread)
    return replace(report, published=head.published, warnings=(*kept, *head.warnings))


def _in_zone(published: Published, zone: str) -> Published:
    if published.at is None or published.at.tzinfo is not None:
        return published
    return replace(published, at=published.at.replace(tzinfo=ZoneInfo(zone)))
