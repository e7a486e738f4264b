"""Say which of two reports came out later, and by how much: moments with their zones, days, versions.

A moment with a time zone is compared as such. Moments without one are of one clock only where they
come from the same outlet or were given by hand (front matter, sidecar, option); two printed clocks
may be as many hours apart as the world has. Where no moment is known, the days decide.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from reconcile.model import NoticeKind, Published, Report
from reconcile.text.versions import newer

AT_ONCE = dt.timedelta(minutes=30)  # outlets that publish so near each other knew the same
ZONES = dt.timedelta(hours=12)  # two clocks without a zone may be so far apart
GIVEN = frozenset({"front matter", "sidecar", "option"})
VERSIONS = frozenset({NoticeKind.UPDATE, NoticeKind.WRITETHRU})


@dataclass(frozen=True, slots=True)
class Lateness:
    """How a second report stands to a first in time: 1 later, -1 earlier, 0 neither."""

    sign: int
    words: str  # "a day later", "on 12 March too", "UPDATE 3 of the same story"


def lateness(first: Report, second: Report) -> Lateness | None:
    """Return how much later the second report came out; None where one of them has no date.

    Versions of one item go by their numbers, whatever their dates.
    """
    if sign := newer(first, second):
        number = max(first.version, second.version)
        return Lateness(sign, f"version {number} of the same item")
    mine, yours = first.published, second.published
    if mine is None or yours is None:
        return None
    apart, certain = _apart(mine, yours, same=_one_outlet(first, second))
    if abs(apart) >= certain:
        return Lateness(1 if apart > dt.timedelta() else -1, _how_long(abs(apart)))
    versions = version(first), version(second)
    if versions[0] != versions[1] and _one_wire(first, second):
        last = max(versions)
        return Lateness(1 if versions[1] == last else -1, f"version {last} of the same story")
    return Lateness(0, "")


def in_order(reports: Sequence[Iterable[Report]]) -> bool:
    """Tell whether every report of one group came out before every report of the next."""
    return len(reports) > 1 and all(
        (late := lateness(a, b)) is not None and late.sign > 0
        for one, other in pairwise([list(group) for group in reports])
        for a, b in product(one, other)
    )


def version(report: Report) -> int:
    """Return the number of the version that the slugs give, 0 for the first."""
    return max((n.number for n in report.notices if n.kind in VERSIONS), default=0)


def _apart(mine: Published, yours: Published, *, same: bool) -> tuple[dt.timedelta, dt.timedelta]:
    """Return the time between two publications, and how much of it is needed to tell them apart."""
    if mine.at is None or yours.at is None:
        return yours.day - mine.day, dt.timedelta(days=1)
    if mine.at.tzinfo and yours.at.tzinfo:
        least = dt.timedelta(minutes=1) if same else AT_ONCE
        return yours.at - mine.at, least
    apart = yours.at.replace(tzinfo=None) - mine.at.replace(tzinfo=None)
    by_hand = mine.origin in GIVEN and yours.origin in GIVEN
    both_bare = not mine.at.tzinfo and not yours.at.tzinfo
    if both_bare and (same or by_hand):
        return apart, dt.timedelta(minutes=1) if same else AT_ONCE
    return apart, ZONES


def _one_outlet(a: Report, b: Report) -> bool:
    return bool(a.source) and a.source.casefold() == b.source.casefold()


def _one_wire(a: Report, b: Report) -> bool:
    """Tell whether two reports are versions of one agency's or one outlet's story."""
    return _one_outlet(a, b) or bool(set(a.agencies) & set(b.agencies))


def _how_long(apart: dt.timedelta) -> str:
    minutes = round(apart.total_seconds() / 60)
    for size, name, one in ((1440, "days", "a day"), (60, "hours", "an hour")):
        if minutes >= size:
            number = round(minutes / size)
            return f"{one} later" if number == 1 else f"{number} {name} later"
    return f"{minutes} minutes later"
