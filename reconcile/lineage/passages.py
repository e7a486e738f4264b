"""Make passages of matches: one stretch of text in each report that carries the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.lineage.shared import Match
from reconcile.lineage.words import Word
from reconcile.model import Account, Passage, Span

Stretch = tuple[int, int]  # first and last word


@dataclass(slots=True)
class _Growing:
    """A passage while it is put together: for each report its stretch, and its size in words."""

    ends: dict[int, Stretch]
    words: int


def make_passages(
    accounts: Sequence[Account], texts: Sequence[Sequence[Word]], matches: Sequence[Match]
) -> tuple[Passage, ...]:
    """Join matches that lie over each other into passages, in order of the first report's text."""
    growing: list[_Growing] = []
    by_report: dict[int, list[_Growing]] = defaultdict(list)
    for match in matches:
        home = _home(by_report[match.b], match)
        if home is None:
            home = _Growing({match.b: match.b_range}, 0)
            growing.append(home)
            by_report[match.b].append(home)
        home.ends[match.a] = match.a_range
        home.words = max(home.words, len(match.pairs))
        by_report[match.a].append(home)
    found = (_passage(accounts, texts, p) for p in growing)
    return tuple(sorted(found, key=lambda p: (p.stretches[0][0], p.stretches[0][1])))


def _home(passages: Sequence[_Growing], match: Match) -> _Growing | None:
    """Return the passage of the earlier report that the match continues."""
    return next(
        (p for p in passages if match.a not in p.ends and _mostly(p.ends[match.b], match.b_range)),
        None,
    )


def _mostly(stretch: Stretch, other: Stretch) -> bool:
    common = min(stretch[1], other[1]) - max(stretch[0], other[0]) + 1
    return common * 2 > min(stretch[1] - stretch[0], other[1] - other[0]) + 1


def _passage(
    accounts: Sequence[Account], texts: Sequence[Sequence[Word]], growing: _Growing
) -> Passage:
    stretches = (
        (accounts[k].report.id, Span(texts[k][first].span.start, texts[k][last].span.end))
        for k, (first, last) in growing.ends.items()
    )
    return Passage(tuple(sorted(stretches)), growing.words)
