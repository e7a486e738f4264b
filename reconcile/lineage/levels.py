"""Say how close one text stands to another: near copy, lightly or heavily revised, independent.

The four levels are those of Clough and Stevenson (2011, "Developing a corpus of plagiarised short
answers"). Three questions decide, each a share that can be explained to an editor: does the text
share more word pairs than chance gives, are shared runs carried over word for word, and do the
shared words stand in the same order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from reconcile.lineage.words import Word

CHANCE = 0.16  # share of word pairs that two texts on one subject have in common by chance
VERBATIM = 0.72  # share of common runs of three that go on to five, in text that was pasted
IN_ORDER = 2 / 3  # share of the common words that keep their order under light revision
COMMON = 24  # occurrences beyond which a word says nothing of order


class Level(StrEnum):
    """How much one text was made from another."""

    NON = "non"  # independent
    HEAVY = "heavy"  # rephrased, sentences split, joined and moved
    LIGHT = "light"  # words exchanged, order kept
    CUT = "cut"  # near copy, whole or in parts


def level(text: Sequence[Word], source: Sequence[Word]) -> Level:
    """Return how the first text stands to the second, from which it may have been cut.

    Where nothing says which of two reports came first, give the shorter one first.
    """
    words, others = [w.key for w in text], [w.key for w in source]
    if contained(words, others, 2) < CHANCE:
        return Level.NON
    three, five = contained(words, others, 3), contained(words, others, 5)
    if three and five >= VERBATIM * three:
        return Level.CUT
    return Level.LIGHT if in_order(words, others) >= IN_ORDER else Level.HEAVY


def contained(words: Sequence[str], others: Sequence[str], n: int) -> float:
    """Return the share, 0 to 1, of the distinct runs of n words that the other text has too."""
    runs = {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}
    known = {tuple(others[i : i + n]) for i in range(len(others) - n + 1)}
    return len(runs & known) / len(runs) if runs else 0.0


def in_order(words: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of the common words on the longest chain with the same order in both.

    Words that stand in the other text all over say nothing of order and are left out, which keeps
    the work near-linear (Hunt and Szymanski 1977).
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(others):
        places[word].append(j)
    chain: list[int] = []
    common = 0
    for word in words:
        found = places.get(word, ())
        if not found or len(found) > COMMON:
            continue
        common += 1
        for j in reversed(found):
            k = bisect_left(chain, j)
            chain[k : k + 1] = [j]
    return len(chain) / common if common else 0.0
