"""Read the head of a report as its outlet writes it: its usual name, the zone of its clocks."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from reconcile.model import Published, Report
from reconcile.settings import Settings


def housed(report: Report, settings: Settings) -> Report:
    """Return a report under the usual name of its outlet, its moment of publication in its zone.

    A moment that names a zone of its own keeps it.
    """
    outlet = settings.outlet(report.source)
    if outlet is None:
        return report
    published = report.published
    if published and outlet.zone:
        published = _in_zone(published, outlet.zone)
    return replace(report, source=outlet.name, published=published)


def _in_zone(published: Published, zone: str) -> Published:
    if published.at is None or published.at.tzinfo is not None:
        return published
    return replace(published, at=published.at.replace(tzinfo=ZoneInfo(zone)))
