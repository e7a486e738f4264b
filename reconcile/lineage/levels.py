"""Say how close one text stands to another: near copy, lightly or heavily revised, independent.

The four levels are those of Clough and Stevenson (2011, "Developing a corpus of plagiarised short
answers"). Three questions decide, each a share that can be explained to an editor: does the text
share more word pairs than chance gives, are shared runs carried over word for word, and do the
shared words stand in the same order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reconcile.lineage.bits import packed
from reconcile.lineage.words import Word
from reconcile.model import Level

CHANCE = 0.16  # share of word pairs that two texts on one subject have in common by chance
VERBATIM = 0.72  # share of common runs of three that go on to five, in text that was pasted
IN_ORDER = 2 / 3  # share of the common words that keep their order under light revision
COMMON = 4  # occurrences in the source beyond which a word says nothing of order


def level(text: Sequence[Word], source: Sequence[Word]) -> Level:
    """Return how the first text stands to the second, from which it may have been cut.

    Where nothing says which of two reports came first, give the shorter one first.
    """
    return Levels([text, source]).of(0, 1)


class Levels:
    """The levels of pairs out of several texts; each text is looked at once."""

    def __init__(self, texts: Iterable[Sequence[Word]]) -> None:
        self.words = [[w.key for w in text] for text in texts]
        self.places: dict[int, Mapping[str, Sequence[int]]] = {}
        self.runs = {n: packed([_runs(words, n) for words in self.words]) for n in (2, 3, 5)}
        self.sizes = {n: [len(_runs(words, n)) for words in self.words] for n in (2, 3, 5)}

    def of(self, text: int, source: int) -> Level:
        """Return how one of the texts stands to another, both given by their index."""
        if self._contained(text, source, 2) < CHANCE:
            return Level.INDEPENDENT
        return self.revision(text, source)

    def revision(self, text: int, source: int) -> Level:
        """Return how much was changed in what a text took, when it is known to have taken some."""
        three, five = self._contained(text, source, 3), self._contained(text, source, 5)
        if three and five >= VERBATIM * three:
            return Level.COPY
        ordered = in_order(self.words[text], self._places(source)) >= IN_ORDER
        return Level.LIGHT if ordered else Level.HEAVY

    def _places(self, text: int) -> Mapping[str, Sequence[int]]:
        """Return where the rarer words of a text stand, last place first."""
        if text not in self.places:
            found: dict[str, list[int]] = defaultdict(list)
            for j, word in enumerate(self.words[text]):
                found[word].append(j)
            rare = {word: at[::-1] for word, at in found.items() if len(at) <= COMMON}
            self.places[text] = rare
        return self.places[text]

    def _contained(self, text: int, source: int, n: int) -> float:
        """Return the share, 0 to 1, of the distinct runs of n words that the other text has too."""
        common = (self.runs[n][text] & self.runs[n][source]).bit_count()
        return common / self.sizes[n][text] if common else 0.0


def _runs(words: Sequence[str], n: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[k:] for k in range(n)), strict=False))


def in_order(words: Sequence[str], places: Mapping[str, Sequence[int]]) -> float:
    """Return the share of the common words on the longest chain with the same order in both.

    `places` says where a word stands in the other text, last place first. Words that stand there
    all over say nothing of order and are left out, which keeps the work near-linear (Hunt and
    Szymanski 1977).
    """
    chain: list[int] = []
    common = 0
    for found in filter(None, map(places.get, words)):
        common += 1
        for j in found:
            if not chain or j > chain[-1]:
                chain.append(j)
            else:
                chain[bisect_left(chain, j)] = j
    return len(chain) / common if common else 0.0
