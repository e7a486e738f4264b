"""Find counts and measures of one thing that differ between two linked sentences.

Two quantities are of one thing when they have one unit, count the same noun, and stand in claims
that tell the same thing, or share the rare words around them. Equal values pair off first; only
what is then left over on either side, one of each, is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reconcile.checks.proof.evidence import place_of
from reconcile.checks.proof.values import Meeting, quantities_meet
from reconcile.events.slots import number_key
from reconcile.events.tolls import counts_people, slot_of, toll_quantities
from reconcile.language.lexicon import same_kind
from reconcile.model import Comparison, NameKind, Place, Quantity, QuantityKind, Sentence, Token

COMPARED = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.MEASURE,
        QuantityKind.MONEY,
        QuantityKind.PERCENT,
        QuantityKind.RATIO,
        QuantityKind.AGE,
        QuantityKind.RATE,
    }
)
AROUND = 7  # tokens to either side of a number that say what it is the number of
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
CLOSE = 0.6  # likeness from which two sentences with a claim in common are compared by number
COPY = 0.8  # the same where no claim is known to be common


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities of one thing in two reports."""

    a_place: Place
    a: Quantity
    a_words: str
    b_place: Place
    b: Quantity
    b_words: str
    meeting: Meeting
    subject: str
    grounds: tuple[str, ...]

    @property
    def a_key(self) -> str:
        """Return the normalised value of the first quantity."""
        return f"{number_key(self.a)} {self.a.unit}".strip()

    @property
    def b_key(self) -> str:
        """Return the normalised value of the second quantity."""
        return f"{number_key(self.b)} {self.b.unit}".strip()


def differing_counts(comparison: Comparison) -> Iterator[Pair]:
    """Yield the pairs of quantities of one thing whose values are not the same."""
    paired = {
        frozenset((place_of(a), place_of(b)))
        for p in comparison.parallels
        for a, b in combinations(p.told, 2)
        if a.report != b.report
    }
    for link in comparison.alignment.links:
        if link.score >= (CLOSE if frozenset((link.a, link.b)) in paired else COPY):
            a, b = comparison.sentence(link.a), comparison.sentence(link.b)
            yield from _pairs(comparison, link.a, a, link.b, b)


def _pairs(
    comparison: Comparison, a_place: Place, a: Sentence, b_place: Place, b: Sentence
) -> Iterator[Pair]:
    text_a = comparison.account(a_place.report).report.text
    text_b = comparison.account(b_place.report).report.text
    left, right = _counts(a, text_a), _counts(b, text_b)
    for q in left:
        rivals = [r for r in right if _one_thing(q, a, r, b)]
        if not rivals or any(quantities_meet(q, r) is Meeting.SAME for r in rivals):
            continue
        owners = [p for p in left if any(_one_thing(p, a, r, b) for r in rivals)]
        if len(rivals) > 1 or len(owners) > 1:
            continue
        meeting = quantities_meet(q, rivals[0])
        if meeting is not None:
            yield Pair(
                a_place,
                q,
                q.span.of(text_a),
                b_place,
                rivals[0],
                rivals[0].span.of(text_b),
                meeting,
                q.counted or q.unit or "number",
                tuple(f"both near “{w}”" for w in sorted(_near(q, a) & _near(rivals[0], b))[:4]),
            )


def _counts(sentence: Sentence, text: str) -> list[Quantity]:
    """Return the quantities to compare; casualties have slots of their own."""
    tolls = {q.span for q, _ in toll_quantities(sentence, text)}
    return [
        q
        for q in sentence.quantities
        if q.kind in COMPARED and q.span not in tolls and not _casualties(q, sentence)
    ]


def _casualties(quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a count of people stands beside words of death or injury."""
    return (
        quantity.kind is QuantityKind.COUNT
        and counts_people(quantity)
        and any(slot_of(t.text) for t in _window(quantity, sentence))
    )


def _one_thing(q: Quantity, a: Sentence, r: Quantity, b: Sentence) -> bool:
    """Tell whether two quantities are of one thing, as far as the words show."""
    if q.kind is not r.kind or bool(q.unit) != bool(r.unit) or quantities_meet(q, r) is None:
        return False
    if q.kind is QuantityKind.COUNT and not same_noun(q.counted, r.counted):
        return False
    if q.kind is QuantityKind.AGE:
        return bool(_name_before(q, a) and _name_before(q, a) == _name_before(r, b))
    shared = _near(q, a) & _near(r, b)
    return len(shared - {q.counted, r.counted}) >= (1 if q.kind is QuantityKind.COUNT else 2)


def _name_before(quantity: Quantity, sentence: Sentence) -> str:
    """Return the family name that an age stands behind: "Ann Lee, 36"."""
    before = [n for n in sentence.names if 0 <= quantity.span.start - n.span.end <= 3]
    return before[-1].key.split()[-1] if before and before[-1].kind is NameKind.PERSON else ""


def same_noun(a: str, b: str) -> bool:
    """Tell whether two counted nouns can name one thing."""
    return bool(a and b) and (a == b or same_kind(a, b) >= 0.5)


def _near(quantity: Quantity, sentence: Sentence) -> frozenset[str]:
    """Return the content lemmas around a number."""
    return frozenset(
        t.lemma
        for t in _window(quantity, sentence)
        if t.pos in CONTENT and not t.span.overlaps(quantity.span)
    )


def _window(quantity: Quantity, sentence: Sentence) -> tuple[Token, ...]:
    """Return the tokens around a number, and those of the number."""
    tokens = sentence.parse.within(quantity.span)
    if not tokens:
        return ()
    return sentence.parse.tokens[max(0, tokens[0].i - AROUND) : tokens[-1].i + AROUND + 1]
