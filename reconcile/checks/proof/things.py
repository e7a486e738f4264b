"""Tell whether two numbers are of one thing: by what they count, and by the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.checks.proof.values import quantities_meet
from reconcile.events.tolls import counts_people, slot_of, toll_quantities
from reconcile.language.lexicon import same_kind
from reconcile.model import (
    NameKind,
    Quantity,
    QuantityKind,
    Sentence,
    Token,
)

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
NEARLY_THE_SAME = 0.9  # likeness from which a name anywhere in both sentences ties two numbers
PEOPLE = frozenset({"person", "people", "man", "woman", "resident"})  # say little of who is counted
_PART_OF = re.compile(r"\s+of\s+(?:the|its|their|his|her|\w+['’]s)?\s*(?:\w+['’]s?\s+)?\d")
_PARTED = re.compile(r"\d+\s+of\s+(?:the|its|their|his|her)?\s*(?:\w+['’]s?\s+)?$")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Around:
    """A quantity with what stands around it, read once for all the links of its sentence."""

    quantity: Quantity
    words: str
    near: frozenset[str]  # content lemmas
    holder: str  # the family name that an age stands behind
    quoted: bool


def quoted(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number is quoted: the words of quotations have a check of their own."""
    return any(q.words.covers(quantity.span) for q in sentence.quotations)


def around(sentence: Sentence, text: str) -> list[Around]:
    """Return the quantities to compare; casualties have slots of their own."""
    tolls = {q.span for q, _ in toll_quantities(sentence, text)}
    return [
        Around(
            q,
            q.span.of(text),
            near(q, sentence),
            _name_before(q, sentence),
            quoted(sentence, q),
        )
        for q in sentence.quantities
        if q.kind in COMPARED
        and q.span not in tolls
        and not _casualties(q, sentence)
        and not _PART_OF.match(text[q.span.end : q.span.end + 30])
        and not _PARTED.search(text[max(0, q.span.start - 30) : q.span.start])
    ]


def _casualties(quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a count of people stands beside words of death or injury."""
    return (
        quantity.kind is QuantityKind.COUNT
        and counts_people(quantity)
        and any(slot_of(t.text) for t in window(quantity, sentence))
    )


def one_thing(x: Around, a: Sentence, y: Around, b: Sentence, link: float) -> bool:
    """Tell whether two quantities are of one thing, as far as the words show."""
    q, r = x.quantity, y.quantity
    if q.kind is not r.kind or bool(q.unit) != bool(r.unit) or quantities_meet(q, r) is None:
        return False
    if q.kind is QuantityKind.COUNT and (
        not same_noun(q.counted, r.counted) or (link < NEARLY_THE_SAME and 1 in {q.low, r.low})
    ):
        return False  # "one" is as often an article as a count
    if (
        q.kind is QuantityKind.MONEY
        and q.counted != r.counted
        and not same_noun(q.counted, r.counted)
    ):
        return False  # a $43,000 watch is no part of $750,000 spent
    if q.kind is QuantityKind.AGE:
        return bool(x.holder) and x.holder == y.holder
    shared = x.near & y.near
    if link >= NEARLY_THE_SAME:
        shared |= {n.key for n in a.names} & {n.key for n in b.names}
    needed = 1 if q.kind is QuantityKind.COUNT and q.counted not in PEOPLE else 2
    return len(shared - {q.counted, r.counted}) >= needed


def _name_before(quantity: Quantity, sentence: Sentence) -> str:
    """Return the family name that an age stands behind: "Ann Lee, 36"."""
    before = [n for n in sentence.names if 0 <= quantity.span.start - n.span.end <= 3]
    return before[-1].key.split()[-1] if before and before[-1].kind is NameKind.PERSON else ""


def same_noun(a: str, b: str) -> bool:
    """Tell whether two counted nouns can name one thing."""
    return bool(a and b) and (a == b or same_kind(a, b) >= 0.5)


def near(quantity: Quantity, sentence: Sentence) -> frozenset[str]:
    """Return the content lemmas around a number."""
    return frozenset(
        t.lemma
        for t in window(quantity, sentence)
        if t.pos in CONTENT and not t.span.overlaps(quantity.span)
    )


def window(quantity: Quantity, sentence: Sentence) -> tuple[Token, ...]:
    """Return the tokens around a number, and those of the number."""
    tokens = sentence.parse.within(quantity.span)
    if not tokens:
        return ()
    return sentence.parse.tokens[max(0, tokens[0].i - AROUND) : tokens[-1].i + AROUND + 1]
