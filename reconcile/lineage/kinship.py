"""Say for each pair of reports that share copy how much of each is the other's, and how revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from reconcile.lineage.bits import packed
from reconcile.lineage.copies import Words, copies
from reconcile.lineage.levels import Levels
from reconcile.lineage.shared import LEAST, Match
from reconcile.model import Account, Kinship, Level, Passage


def kinships(
    accounts: Sequence[Account],
    texts: Words,
    matches: Sequence[Match],
    passages: Sequence[Passage],
) -> tuple[Kinship, ...]:
    """Return the kinship of every pair of reports that share copy, accounts in order of age."""
    sets = [set(numbers) for numbers in copies(texts, matches)]
    held = packed(sets)
    carried: dict[str, set[int]] = defaultdict(set)
    for k, passage in enumerate(passages):
        for report, _ in passage.stretches:
            carried[report].add(k)
    inside = [carried[a.report.id] for a in accounts]
    pairs = {
        (x, y): common
        for x, y in combinations(range(len(accounts)), 2)
        if (common := (held[x] & held[y]).bit_count()) >= LEAST or inside[x] & inside[y]
    }
    kin = {k for pair in pairs for k in pair}
    levels = Levels([text if k in kin else () for k, text in enumerate(texts)])
    found = []
    for (x, y), common in pairs.items():
        shares = common / len(sets[x]), common / len(sets[y])
        grade = _grade(levels, *_cut_first(accounts, texts, x, y))
        both = tuple(sorted(inside[x] & inside[y]))
        found.append(_named(accounts[x], accounts[y], shares, grade, both))
    return tuple(sorted(found, key=lambda kin: (len(kin.a), kin.a, len(kin.b), kin.b)))


def _cut_first(accounts: Sequence[Account], texts: Words, x: int, y: int) -> tuple[int, int]:
    """Return the two reports, the one that may have been cut from the other first."""
    days = [
        a.report.published.day if a.report.published else None for a in (accounts[x], accounts[y])
    ]
    if None not in days and days[0] != days[1]:
        return y, x  # in order of age
    return (x, y) if len(texts[x]) <= len(texts[y]) else (y, x)


def _grade(levels: Levels, text: int, source: int) -> Level:
    """Return the level of two reports that share copy, be it a single passage of a long report."""
    whole = levels.of(text, source)
    return levels.revision(text, source) if whole is Level.INDEPENDENT else whole


def _named(
    x: Account, y: Account, shares: tuple[float, float], grade: Level, both: tuple[int, ...]
) -> Kinship:
    """Return the kinship under the reports' ids, in order of the ids."""
    a, b = x.report.id, y.report.id
    if (len(a), a) <= (len(b), b):
        return Kinship(a, b, *shares, grade, both)
    return Kinship(b, a, shares[1], shares[0], grade, both)
