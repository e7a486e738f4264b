"""Follow figures that changed: who gave which value, in order of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from reconcile.lineage.naming import by_id
from reconcile.model import Course, Row, Saying
from reconcile.verdict.sayings import Ground, voiced


def courses(rows: Sequence[Row], known: Ground) -> tuple[Course, ...]:
    """Return the figures for which the reports give more than one value, in story order."""
    return tuple(_courses(rows, known))


def _courses(rows: Sequence[Row], known: Ground) -> Iterator[Course]:
    for row in rows:
        if not row.slot.startswith(("toll ", "magnitude")):
            continue
        sayings = [s for v in voiced(row, known) for s in v.sayings]
        if len({s.key for s in sayings}) > 1:
            steps = sorted(sayings, key=lambda s: _published(s, known))
            yield Course(row.subject, row.slot, tuple(steps))


def _published(saying: Saying, known: Ground) -> tuple[bool, str, bool, tuple[int, str], float]:
    """Order by day and moment, figures said to be old before the new one of the same report."""
    published = known.account(saying.where.report).report.published
    moment = "" if published is None else published.day.isoformat()
    if published is not None and published.at is not None:
        at = published.at
        moment = (at.astimezone(dt.UTC).replace(tzinfo=None) if at.tzinfo else at).isoformat()
    report = by_id(saying.where.report)
    return published is None, moment, not saying.earlier, report, saying.low
