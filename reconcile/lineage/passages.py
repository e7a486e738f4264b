"""Make passages of matches: one stretch of text in each report that carries the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reconcile.lineage.shared import LEAST, Match
from reconcile.lineage.words import Word
from reconcile.model import Account, Passage, Span

Stretch = tuple[int, int]  # first and last word
Pairs = list[tuple[int, int]]  # equal words of two reports, by index
NEW = -1  # of a word that stands in no passage yet


@dataclass(slots=True)
class _Growing:
    """A passage while it is put together: for each report its stretch, and its size in words."""

    ends: dict[int, Stretch] = field(default_factory=dict)
    words: int = 0


def make_passages(
    accounts: Sequence[Account], texts: Sequence[Sequence[Word]], matches: Sequence[Match]
) -> tuple[Passage, ...]:
    """Return the passages in order of the first report's text.

    A match of a third report falls into pieces where it runs over passages of the other two, so
    that each passage stands whole in each of its reports.
    """
    growing: list[_Growing] = []
    standing = [[NEW] * len(text) for text in texts]  # passage of each word
    for match in matches:
        for home, pairs in _pieces(match, standing[match.b]):
            k = home
            if home == NEW or match.a in growing[home].ends:
                k = len(growing)
                growing.append(_Growing())
                _stand(growing[k], standing, k, match.b, (pairs[0][1], pairs[-1][1]))
            _stand(growing[k], standing, k, match.a, (pairs[0][0], pairs[-1][0]))
            growing[k].words = max(growing[k].words, len(pairs))
    found = (_passage(accounts, texts, p) for p in growing)
    return tuple(sorted(found, key=lambda p: (p.stretches[0][0], p.stretches[0][1])))


def _stand(
    passage: _Growing, standing: list[list[int]], k: int, report: int, stretch: Stretch
) -> None:
    """Put a stretch of a report into passage k; words that stand in one already stay there."""
    passage.ends[report] = stretch
    for i in range(stretch[0], stretch[1] + 1):
        if standing[report][i] == NEW:
            standing[report][i] = k


def _pieces(match: Match, standing: Sequence[int]) -> Iterator[tuple[int, Pairs]]:
    """Cut a match where a passage of the earlier report begins or ends; yields (passage, pairs).

    A piece too short to be a passage of its own goes to the one before it, or after it.
    """
    cut = [(home, list(run)) for home, run in groupby(match.pairs, lambda p: standing[p[1]])]
    pieces: list[tuple[int, Pairs]] = []
    for home, pairs in cut:
        if pieces and (len(pairs) < LEAST or pieces[-1][0] == home):
            pieces[-1][1].extend(pairs)
        elif pieces and len(pieces[-1][1]) < LEAST:
            pieces[-1] = (home, [*pieces[-1][1], *pairs])
        else:
            pieces.append((home, pairs))
    yield from pieces


def _passage(
    accounts: Sequence[Account], texts: Sequence[Sequence[Word]], growing: _Growing
) -> Passage:
    stretches = (
        (accounts[k].report.id, Span(texts[k][first].start, texts[k][last].end))
        for k, (first, last) in growing.ends.items()
    )
    return Passage(tuple(sorted(stretches)), growing.words)
