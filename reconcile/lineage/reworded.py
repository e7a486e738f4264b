"""Find the sentences that a desk told anew in reports that are otherwise cut from one text.

An agency's lead is what a desk rewrites first. Between strangers, a sentence with the same names and
figures is the same news told twice; between two reports of which a third is the same copy, it is the
same copy in other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from reconcile.lineage.words import Word

ALIKE = 0.5  # share of the words of the shorter sentence, those of grammar left out,
TELLING = 6  # and how many words at least
RARE = 12  # sentences of a report beyond which a word leads to none of them
_GRAMMAR = frozenset(
    "of in on at to for from by with as and or but not is are was were be been being has have had will would can"
    " could may might it its he she his her him they them their there this these those who whom whose what when"
    " where while after before than then also into over under about up out off said say says".split()
)

Pair = tuple[int, int]  # a sentence of the one report, one of the other


def reworded(left: Sequence[Word], right: Sequence[Word], known: Collection[Pair]) -> list[Pair]:
    """Return the pairs of sentences that say the same in other words, each sentence at most once.

    `known` are the pairs that are the same copy already; their sentences are left out.
    """
    told, other = _sentences(left), _sentences(right)
    for s, t in known:
        told.pop(s, None)
        other.pop(t, None)
    places: dict[str, list[int]] = defaultdict(list)
    for t, words in other.items():
        for word in words:
            places[word].append(t)
    scored = []
    for s, words in told.items():
        near = {t for word in words if len(at := places.get(word, ())) <= RARE for t in at}
        for t in near:
            common = len(words & other[t])
            share = common / min(len(words), len(other[t]))
            if common >= TELLING and share >= ALIKE:
                scored.append((-share, s, t))
    return _one_to_one(scored)


def _sentences(words: Sequence[Word]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for word in words:
        if not word.quoted and word.key not in _GRAMMAR:
            found[word.sentence].add(word.key)
    return found


def _one_to_one(scored: Sequence[tuple[float, int, int]]) -> list[Pair]:
    """Return the best pairs first, none of whose sentences stands in a better one."""
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, s, t in sorted(scored):
        if s not in left and t not in right:
            pairs.append((s, t))
            left.add(s)
            right.add(t)
    return pairs
