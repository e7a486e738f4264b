"""Search linked sentences for what tells again what a report marks: its denials, its doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reconcile.facts.hedges import ACCUSING, VERBS
from reconcile.facts.retold import Content, content_at, may_be, roles
from reconcile.facts.tellings import Fit, Retelling, as_retelling, fits
from reconcile.model import Account, Claim, Comparison, EventKind, Parse, Place, Sentence, Stance

APART = frozenset({EventKind.TOTAL, EventKind.SIMILAR})
ACCUSED = frozenset(word for word, entry in VERBS.items() if entry is ACCUSING) | {"suspect"}
SURE_LINK = 0.95  # near copies: a negation in both is one negation, however each is parsed
Marks = Callable[[Account, Sentence, Stance], bool]


@dataclass(frozen=True, slots=True)
class Retold:
    """A predicate that one report marks, and the word by which another tells the same flatly."""

    marked: Place
    stance: Stance
    plain: Place
    retelling: Retelling
    link: float

    @property
    def grounds(self) -> tuple[str, ...]:
        """Say what shows that both sentences tell the same."""
        return (
            f"“{self.retelling.token.text}” tells the same act",
            f"{self.retelling.told} of {self.retelling.of} words of it come back",
        )

    @property
    def surety(self) -> float:
        """Return how sure it is that both tell the same, from 0 to 1."""
        return 0.4 * self.retelling.share + 0.3 * self.retelling.meaning + 0.3 * self.link


@dataclass(frozen=True, slots=True)
class Mark:
    """A predicate that a report marks, with what it says."""

    where: Place
    stance: Stance
    content: Content
    kind: tuple[int, int, tuple[int, ...]]  # the same where the same words say the same
    accused: bool  # the doubt is about who did it


class Search:
    """Looks up what links tell again of marked predicates; each two wordings are compared once."""

    def __init__(self, comparison: Comparison, marks: Marks) -> None:
        self.comparison = comparison
        self.marks = marks
        self.wordings: dict[object, int] = {}
        self.wording = cache(self._wording)
        self.marked = cache(self._marked)
        self.fits: dict[tuple[object, int], list[Fit]] = {}

    def _wording(self, where: Place) -> int:
        words = self.comparison.sentence(where).parse.wording
        return self.wordings.setdefault(words, len(self.wordings))

    def _marked(self, where: Place) -> list[Mark]:
        """Return the predicates of a sentence that are marked, with what each of them says."""
        account, sentence = self.comparison.account(where.report), self.comparison.sentence(where)
        return [
            self._mark(where, sentence, stance)
            for stance in sentence.stances
            if self.marks(account, sentence, stance)
        ]

    def _mark(self, where: Place, sentence: Sentence, stance: Stance) -> Mark:
        content = content_at(sentence, stance)
        kind = (self.wording(where), content.act.i, tuple(t.i for t in content.about))
        return Mark(where, stance, content, kind, accused(sentence, stance))

    def closest(self, mark: Mark, two: Place, link: float) -> Retold | None:
        """Return the fullest retelling of a marked predicate by a sentence, None where there is none."""
        tree, other = self.comparison.sentence(mark.where).parse, self.comparison.sentence(two)
        key = mark.kind, self.wording(two)
        if key not in self.fits:
            self.fits[key] = fits(mark.content, tree, other.parse)
        for fit in self.fits[key]:
            bare = not fit.of and link >= SURE_LINK  # "there would be no appeal"
            if not fit.told and not bare:
                continue
            found = as_retelling(fit, other)
            if _one_event(self.comparison, mark.where, mark.stance.token, two, found) and (
                not mark.accused or same_doer(tree, mark.content, other, found)
            ):
                return Retold(mark.where, mark.stance, two, found, link)
        return None


def accused(sentence: Sentence, stance: Stance) -> bool:
    """Tell whether the doubt is about who did it, not about whether it was done."""
    return any(t.lemma in ACCUSED for c in stance.cues for t in sentence.parse.within(c))


def same_doer(tree: Parse, content: Content, other: Sentence, retelling: Retelling) -> bool:
    """Tell whether a retelling names who did it, and names the same."""
    mine, _ = roles(tree, content.act)
    yours, _ = roles(other.parse, retelling.token)
    return bool(mine and yours) and any(may_be(x, y) for x in mine for y in yours)


def _one_event(
    comparison: Comparison, one: Place, token: int, two: Place, retelling: Retelling
) -> bool:
    """Tell whether nothing shows that the two predicates are about different events."""
    a, b = _claim(comparison, one, token), _claim(comparison, two, retelling.token.i)
    if a is None or b is None or a.event is b.event is EventKind.MAIN:
        return True
    if (a.event in APART) != (b.event in APART):
        return False
    if a.begin is None or b.begin is None or a.end is None or b.end is None:
        return True
    return (a.begin < b.end and b.begin < a.end) or retelling.share >= 0.8


def _claim(comparison: Comparison, where: Place, token: int) -> Claim | None:
    """Return the claim that a word heads, or the first of its sentence."""
    claims = comparison.account(where.report).claims_in(where.sentence)
    return next((c for c in claims if c.token == token), claims[0] if claims else None)
