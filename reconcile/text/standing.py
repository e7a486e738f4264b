"""Say what stands against publishing a report now: an embargo, or its publisher's word.

What is embargoed, withheld or canceled is compared like any other report, and marked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import BlockKind, Notice, NoticeKind, Report, Span, Status

_HEAD = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)


def now() -> dt.datetime:
    """Return what time it is, in UTC: the one place that asks the clock for it."""
    return dt.datetime.now(dt.UTC)


def barred(report: Report, at: dt.datetime | None = None) -> str:
    """Return why a report must not be published at a moment (now): "embargoed until …"; "" if it may."""
    if report.status is Status.CANCELED:
        return "canceled by its publisher and must not be used"
    if report.status is Status.WITHHELD:
        return "withheld by its publisher for now"
    ends = report.embargo
    if ends is None:
        return ""
    if ends.tzinfo is None:
        ends = ends.replace(tzinfo=dt.UTC)
    return f"embargoed until {ends:%Y-%m-%d %H:%M %Z}" if (at or now()) < ends else ""


def standing(reports: Sequence[Report], at: dt.datetime | None = None) -> tuple[str, ...]:
    """Return one sentence for each report that must not be published at a moment (now)."""
    told = ((report, barred(report, at)) for report in reports)
    return tuple(f"{report.id} is {why}." for report, why in told if why)


def killed(report: Report) -> Report:
    """Return a canceled report with the notice that withdraws its text, where no words say so.

    The notice stands at the headline: the words that name what is withdrawn.
    """
    kills = any(n.kind is NoticeKind.KILL for n in report.notices)
    if report.status is not Status.CANCELED or kills:
        return report
    head = next((b.span for b in report.blocks if b.kind in _HEAD), Span(0, len(report.text)))
    notices = sorted((*report.notices, Notice(NoticeKind.KILL, head)), key=lambda n: n.span)
    return replace(report, notices=tuple(notices))
