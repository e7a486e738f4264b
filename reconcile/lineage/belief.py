"""Say which matches are copy, and which sentences they make one: a stock phrase alone is no copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.lineage.copies import Words, totals
from reconcile.lineage.shared import LEAST, Match, weight

KIN = 40  # shared words that show two reports to be cut from one text
ENOUGH = 14  # shared words of two reports below which they share a phrase, not copy
LONG = 20  # shared words that are copy even where they make no two sentences one
FEWEST = 5  # shared words that make two sentences one copy,
WHOLE = 10  # shared words that are copy in a sentence that stands whole in both,
NEARLY = 0.8  # and their share of the longer of the two
THIRD = 0.3  # share of the shorter report; reports that wrote on their own stay below a quarter
SAME = 0.55  # and their share of the shorter sentence


class Belief:
    """Which matches of several texts are copy; the sentences of each text are counted once."""

    def __init__(self, texts: Words, matches: Sequence[Match]) -> None:
        self.texts = texts
        self.sizes = [Counter(w.sentence for w in text if not w.quoted) for text in texts]
        solid = [m for m in matches if weight(texts[m.a], m.pairs) >= LEAST]
        self.solid = totals(texts, solid)
        self.total = totals(texts, matches)
        self.matches = [m for m in matches if self._tells(m)]

    def cut_from_one(self, a: int, b: int) -> bool:
        """Tell whether so much of two reports is the same that they are cut from one text."""
        shorter = min(sum(self.sizes[a].values()), sum(self.sizes[b].values()))
        total = self.total.get((a, b), 0)
        return total >= ENOUGH and total >= THIRD * shorter

    def _tells(self, match: Match) -> bool:
        """Tell whether a match is copy, and more than a name or a phrase inside two sentences.

        Long matches are, a sentence that stands whole in both, and short ones between reports that
        share more. A stock phrase ("no immediate claim of responsibility") alone is no copy.
        """
        a, b = match.a, match.b
        words, total = weight(self.texts[a], match.pairs), self.solid.get((a, b), 0)
        if self.cut_from_one(a, b) or total >= KIN:
            return words >= LONG or bool(self.same_sentences(match))
        if total >= ENOUGH and words >= LEAST:
            return words >= LONG or bool(self.same_sentences(match))
        return words >= WHOLE and bool(self._whole_sentences(match))

    def _whole_sentences(self, match: Match) -> bool:
        """Tell whether a sentence stands nearly whole in both reports."""
        left, right = self.texts[match.a], self.texts[match.b]
        return any(
            sum(left[i].sentence == s and not left[i].quoted for i, _ in match.pairs)
            >= NEARLY * max(self.sizes[match.a][s], self.sizes[match.b][t])
            for s, t in {(left[i].sentence, right[j].sentence) for i, j in match.pairs}
        )

    def same_sentences(self, match: Match) -> list[tuple[int, int]]:
        """Return the sentences (index in the one report, in the other) that a match makes one copy.

        More than half of the words of either sentence, quotations left out, must be the same.
        """
        left, right = self.texts[match.a], self.texts[match.b]
        told: Counter[tuple[int, int]] = Counter(
            (left[i].sentence, right[j].sentence) for i, j in match.pairs if not left[i].quoted
        )
        return [
            (s, t)
            for (s, t), count in told.items()
            if count >= FEWEST
            and count >= SAME * min(self.sizes[match.a][s], self.sizes[match.b][t])
        ]
