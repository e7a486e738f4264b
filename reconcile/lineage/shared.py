"""Find the passages that two or more reports share as copy, in time near-linear in their words.

Fingerprints with verification: every run of four folded words is looked up among those of the
reports read before, the longest continuation is taken, and small changes of a desk (a word put in,
taken out or exchanged) are bridged. Re-ordered paragraphs are found, because each passage is looked
up on its own. Words inside quotation marks are bridged but never counted: two reporters at the same
speech write the same quotation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.lineage.words import Word

RUN = 4  # words of a fingerprint
LEAST = 8  # shared words outside quotations that make a passage,
SIBLING = 5  # or so many, in reports that are known to share copy
GAP = 6  # words that a desk may put in, take out or exchange inside a passage
AGAIN = 3  # equal words that must follow a gap
BEFORE = 24  # words looked at before a fingerprint
TRIED = 12  # places of the same fingerprint that are looked at

Keys = list[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Two runs of words that are the same copy: word ranges in two reports and the equal pairs."""

    a: int  # index of the later report
    b: int  # index of the earlier report
    pairs: tuple[tuple[int, int], ...]  # word indices, both rising

    @property
    def a_range(self) -> tuple[int, int]:
        """Return the first and last word in the later report."""
        return self.pairs[0][0], self.pairs[-1][0]

    @property
    def b_range(self) -> tuple[int, int]:
        """Return the first and last word in the earlier report."""
        return self.pairs[0][1], self.pairs[-1][1]


def find_matches(texts: Sequence[Sequence[Word]]) -> list[Match]:
    """Return, for each text, the runs it shares with the texts before it, longest choice first."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    matches: list[Match] = []
    keys: list[list[str]] = []
    for a, words in enumerate(texts):
        keys.append([w.key for w in words])
        runs = [tuple(keys[a][i : i + RUN]) for i in range(len(words) - RUN + 1)]
        matches += _scan(a, words, keys, runs, index)
        for i, run in enumerate(runs):
            places = index[run]
            if len(places) < TRIED:
                places.append((a, i))
    return matches


def _scan(
    a: int,
    words: Sequence[Word],
    keys: Sequence[Keys],
    runs: Sequence[tuple[str, ...]],
    index: dict[tuple[str, ...], list[tuple[int, int]]],
) -> Iterator[Match]:
    """Yield the matches of one text with those in the index."""
    i, done = 0, 0
    while i < len(runs):
        places = index.get(runs[i], ())
        tried = [(b, _grow(keys[a], keys[b], i, j, done)) for b, j in places]
        best = max(tried, key=lambda found: (weight(words, found[1]), -found[0]), default=None)
        if best and weight(words, best[1]) >= SIBLING:
            yield Match(a, best[0], tuple(best[1]))
            i = done = best[1][-1][0] + 1
        else:
            i += 1


def weight(words: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> int:
    """Return how many of the shared words stand outside quotation marks."""
    return sum(not words[i].quoted for i, _ in pairs)


def _grow(left: Keys, right: Keys, i: int, j: int, floor: int) -> list[tuple[int, int]]:
    """Return the equal pairs around a fingerprint, over small gaps; none left of `floor`.

    Texts are read from left to right, so that little can be left unmatched before a fingerprint.
    """
    forward = _extend(left, right, i, j)
    # backwards is forwards in the texts read from their ends
    a, b = left[max(floor, i - BEFORE) : i][::-1], right[max(0, j - BEFORE) : j][::-1]
    back = _extend(a, b, 0, 0) if a and b else []
    return [*((i - 1 - x, j - 1 - y) for x, y in reversed(back)), *forward]


def _extend(left: Keys, right: Keys, i: int, j: int) -> list[tuple[int, int]]:
    """Walk both texts while their words are the same, over small gaps."""
    pairs: list[tuple[int, int]] = []
    while True:
        while i < len(left) and j < len(right) and left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        gap = _bridge(left, right, i, j)
        if gap is None:
            return pairs
        i, j = i + gap[0], j + gap[1]


def _bridge(left: Keys, right: Keys, i: int, j: int) -> tuple[int, int] | None:
    """Return the smallest gap, words left and right, after which equal words follow."""
    ahead = {
        run: y
        for y in range(GAP, -1, -1)
        if len(run := tuple(right[j + y : j + y + AGAIN])) == AGAIN
    }
    found = [
        (x + ahead[run], x, ahead[run])
        for x in range(GAP + 1)
        if (run := tuple(left[i + x : i + x + AGAIN])) in ahead
    ]
    return min(found)[1:] if found else None


def parted(texts: Sequence[Sequence[Word]], matches: Sequence[Match]) -> list[Match]:
    """Return the matches, cut where a caption or the end of a headline stands between words."""
    out = []
    for match in matches:
        parts: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for i, j in match.pairs:
            parts[texts[match.a][i].part, texts[match.b][j].part].append((i, j))
        out += [Match(match.a, match.b, tuple(pairs)) for pairs in parts.values()]
    return out
