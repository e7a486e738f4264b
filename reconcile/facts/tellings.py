"""Find where a sentence tells a content again: by which word, and how many of the others come back."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.facts.retold import LIKE, Content, clashing, covered, one_act, standing, words
from reconcile.model import Parse, Sentence, Stance, Token


@dataclass(frozen=True, slots=True)
class Retelling:
    """A word of another sentence that tells the same act, and how much of the rest it tells."""

    token: Token
    stance: Stance
    meaning: float
    told: int  # words of the content that come back
    of: int

    @property
    def share(self) -> float:
        """Return the share of the content that comes back."""
        return self.told / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Where the words of a sentence tell a content again, whatever their report makes of them."""

    token: int  # index in the parse
    meaning: float
    told: int
    of: int


def fits(content: Content, tree: Parse, other: Parse) -> list[Fit]:
    """Return where other words tell a content again, the fullest first."""
    theirs = words(other)
    found = []
    for y in theirs:
        meaning = one_act(content.act, y)
        if meaning >= LIKE and not clashing(tree, content.act, other, y):
            told, of = covered(content.about, tuple(o for o in theirs if o.i != y.i))
            found.append(Fit(y.i, meaning, told, of))
    return sorted(found, key=lambda f: (-f.told, -f.meaning, f.token))


def as_retelling(fit: Fit, other: Sentence) -> Retelling:
    """Return a fit with the word of the sentence, and how the sentence stands to it."""
    token = other.parse[fit.token]
    return Retelling(token, standing(other, token), fit.meaning, fit.told, fit.of)
