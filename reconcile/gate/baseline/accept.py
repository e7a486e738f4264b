"""Change a baseline by the result of a check: accept what is open, keep what is met, drop what is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.gate.baseline import Baseline, Key, entry, expired, key
from reconcile.model import Checked, Entry


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why, by whom and until when divergences are accepted."""

    reason: str
    who: str
    on: dt.date
    until: dt.date | None = None


def open_entries(checked: Checked, baseline: Baseline) -> tuple[Entry, ...]:
    """Return what fails as entries without a reason, each once, in order."""
    found: dict[Key, Entry] = {}
    for one in checked.submissions:
        for query in one.queries:
            if query.fails:
                made = entry(baseline, one, query)
                found.setdefault(key(made), made)
    return tuple(found.values())


def moved(opened: Iterable[Entry], stale: Iterable[Entry], today: dt.date) -> dict[Key, Entry]:
    """Return for what is open the stale entry of the same divergence: its submission was renamed."""
    old = {e.fingerprint: e for e in stale if not expired(e, today)}
    return {key(e): old[e.fingerprint] for e in opened if e.fingerprint in old}


def accepted(
    baseline: Baseline, checked: Checked, opened: Iterable[Entry], grounds: Grounds | None
) -> Iterator[Entry]:
    """Yield the entries of a baseline without the stale ones, then what is open with its grounds.

    An entry whose submission was renamed keeps its own grounds; without new grounds all else that
    is open stays open.
    """
    today = grounds.on if grounds else dt.date.max
    opened = tuple(opened)
    old = moved(opened, checked.stale, today)
    fresh = {
        key(one): _grounded(one, old.get(key(one)), grounds)
        for one in opened
        if grounds or key(one) in old
    }
    gone = {key(e) for e in checked.stale}
    yield from (e for e in baseline.entries if key(e) not in gone and key(e) not in fresh)
    yield from fresh.values()


def _grounded(one: Entry, old: Entry | None, grounds: Grounds | None) -> Entry:
    if old is not None:
        return replace(one, reason=old.reason, who=old.who, on=old.on, until=old.until)
    assert grounds is not None
    return replace(one, reason=grounds.reason, who=grounds.who, on=grounds.on, until=grounds.until)


def pruned(baseline: Baseline, checked: Checked) -> Iterator[Entry]:
    """Yield the entries of a baseline that are not stale."""
    gone = {key(e) for e in checked.stale}
    yield from (e for e in baseline.entries if key(e) not in gone)
