"""Look up which claims state what other claims doubt; each two wordings are compared once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from reconcile.checks.proof.evidence import place_of
from reconcile.checks.proof.retellings import stated_by
from reconcile.facts.claims import attribution_of
from reconcile.model import Comparison, Place, Stance, Told


class Statements:
    """Remembers what was found of the claims of copies: reports repeat each other's sentences."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.numbers: dict[Hashable, int] = {}
        self.sentence = cache(self._sentence)
        self.found: dict[tuple[Hashable, Hashable], bool] = {}

    def pairs(
        self, doubts: Sequence[Told], others: Sequence[Told], link: float
    ) -> Iterator[tuple[Told, Told]]:
        """Yield the claims that doubt a thing with those of other reports that state it."""
        theirs = [(other, self._kind(other)) for other in others] if doubts else []
        for doubt in doubts:
            mine = self._kind(doubt)
            for other, yours in theirs:
                if doubt.report == other.report:
                    continue
                if (mine, yours) not in self.found:
                    found = stated_by(self.comparison, doubt, other, link)
                    self.found[mine, yours] = found
                if self.found[mine, yours]:
                    yield doubt, other

    def _kind(self, told: Told) -> Hashable:
        """Return what a claim says and whose word it is, the same in all copies of its sentence."""
        sentence, claim = self.comparison.sentence(place_of(told)), told.claim
        said = attribution_of(sentence, sentence.parse[claim.token].span) is not None
        stance = _bare(claim.stance, sentence.span.start)
        return self.sentence(place_of(told)), claim.token, stance, said

    def _sentence(self, where: Place) -> int:
        """Return a number that is the same for sentences of the same words and stances."""
        sentence = self.comparison.sentence(where)
        words = self.comparison.account(where.report).words(sentence.span)
        stances = tuple([_bare(s, sentence.span.start) for s in sentence.stances])
        kind = words, sentence.parse.wording, stances
        return self.numbers.setdefault(kind, len(self.numbers))


def _bare(stance: Stance, start: int) -> Hashable:
    """Return a stance with its cues counted from the beginning of the sentence."""
    cues = tuple([(c.start - start, c.end - start) for c in stance.cues])
    return stance.token, stance.factuality, stance.future, cues
