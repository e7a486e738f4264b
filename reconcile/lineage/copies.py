"""Follow copy from report to report, though only the nearest of many copies was looked up.

What C took from B, and B from A, C and A have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reconcile.lineage.bits import packed
from reconcile.lineage.shared import Match
from reconcile.lineage.words import Word

Words = Sequence[Sequence[Word]]


def copies(texts: Words, matches: Sequence[Match], quoted: bool = True) -> list[list[int]]:
    """Return for each word of each text the number of the copy it is; equal numbers are one copy.

    Matches must stand in the order of their later reports. Without `quoted`, words inside
    quotation marks are no copy.
    """
    starts = accumulate((len(text) for text in texts), initial=0)
    found = [list(range(at, at + len(text))) for at, text in zip(starts, texts, strict=False)]
    for match in matches:
        mine, theirs = found[match.a], found[match.b]
        for i, j in match.pairs:
            if quoted or not texts[match.a][i].quoted:
                mine[i] = theirs[j]
    return found


def totals(texts: Words, matches: Sequence[Match]) -> dict[tuple[int, int], int]:
    """Return how many words outside quotations the two reports of each match share in all."""
    found = copies(texts, matches, quoted=False)
    held = packed([set(numbers) for numbers in found])
    return {(a, b): (held[a] & held[b]).bit_count() for a, b in {(m.a, m.b) for m in matches}}
