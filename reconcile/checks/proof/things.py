"""Tell whether two numbers are of one thing: by what they count, and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.checks.proof.values import quantities_meet
from reconcile.events.slots import claim_at, event_key
from reconcile.events.tolls import counts_people, slot_of, toll_quantities
from reconcile.facts.anchors import anchors, doer, tied
from reconcile.language.lexicon import same_kind
from reconcile.model import (
    Claim,
    EventKind,
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
# a claim in a place that no lead names is still of the incident unless its time says otherwise
UNPLACED = {EventKind.OTHER.value: EventKind.MAIN.value}
AROUND = 7  # tokens to either side of a number that say what it is the number of
NEARLY_THE_SAME = 0.9  # likeness from which a name anywhere in both sentences ties two numbers
PEOPLE = frozenset({"person", "people", "man", "woman", "resident"})  # say little of who is counted
_PART_OF = re.compile(r"\s+of\s+(?:the|its|their|his|her|\w+['’]s)?\s*(?:\w+['’]s?\s+)?\d")
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|all|none"
_PARTED = re.compile(
    rf"\b(?:\d+|{_SMALL})\s+of\s+(?:(?:the|its|their|his|her)\s+)?(?:[\w’']+\s+)?$", re.IGNORECASE
)
_SOME_OF = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|those|these|\w+['’]s?)\s", re.IGNORECASE
)
_REST = re.compile(r"\s+(?:\w+\s+)?(?:other|others|more|further|additional)\b", re.IGNORECASE)
_REST_BEFORE = re.compile(r"\b(?:other|another|further|additional)\s+$", re.IGNORECASE)
_AT_THE_END = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed)?|settled)\b", re.IGNORECASE
)
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Around:
    """A quantity with what stands around it, read once for all the links of its sentence."""

    quantity: Quantity
    words: str
    near: frozenset[str]  # content lemmas
    holder: str  # the family name that an age stands behind
    quoted: bool
    anchors: frozenset[str]  # what the number is tied to in its clause
    event: str  # key of the event that its claim is about
    share: str  # "some of", "the rest": a part of the whole; "" for the whole
    final: bool  # a rate or price at the close, not during the day
    doer: str  # family name of the person who does it, "" where it is nobody named

    @property
    def content(self) -> tuple[object, ...]:
        """Return all of it that `one_thing` looks at, without its place in the text."""
        q = self.quantity
        figure = (q.kind, q.value, q.low, q.high, q.unit, q.counted, q.bound)
        said = (self.near, self.holder, self.quoted, self.anchors, self.event)
        return *figure, *said, self.share, self.final, self.doer


def quoted(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number is quoted: the words of quotations have a check of their own."""
    return any(q.words.covers(quantity.span) for q in sentence.quotations)


def around(sentence: Sentence, text: str, claims: Sequence[Claim] = ()) -> list[Around]:
    """Return the quantities to compare; casualties have slots of their own."""
    tolls = {q.span for q, _ in toll_quantities(sentence, text)}
    return [
        Around(
            q,
            q.span.of(text),
            near(q, sentence),
            _name_before(q, sentence),
            quoted(sentence, q),
            anchors(sentence.parse, q),
            event_key(claim_at(claims, q.span)),
            _share(q, text),
            bool(
                _AT_THE_END.search(text[max(sentence.span.start, q.span.start - 40) : q.span.start])
            ),
            _doer(q, sentence),
        )
        for q in sentence.quantities
        if q.kind in COMPARED
        and q.span not in tolls
        and not _casualties(q, sentence)
        and not (q.low == 1 and _share(q, text))
        and not _PART_OF.match(text[q.span.end : q.span.end + 30])
        and not _PARTED.search(text[max(0, q.span.start - 30) : q.span.start])
    ]


def _share(quantity: Quantity, text: str) -> str:
    """Tell whether the words give a part of a whole: "one of the banks", "three other rifles"."""
    after = text[quantity.span.end : quantity.span.end + 40]
    if _SOME_OF.match(after):
        return "some of"
    before = text[max(0, quantity.span.start - 15) : quantity.span.start]
    return "the rest" if _REST.match(after) or _REST_BEFORE.search(before) else ""


def _casualties(quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a count of people stands beside words of death or injury."""
    return (
        quantity.kind is QuantityKind.COUNT
        and counts_people(quantity)
        and any(slot_of(t.text) for t in window(quantity, sentence))
    )


def one_thing(x: Around, y: Around, named: frozenset[str], link: float) -> bool:
    """Tell whether two quantities are of one thing, as far as the words show.

    `named` are the names that both sentences have; they tie numbers of sentences nearly the same.
    """
    q, r = x.quantity, y.quantity
    if q.kind is not r.kind or bool(q.unit) != bool(r.unit) or quantities_meet(q, r) is None:
        return False
    if q.kind is QuantityKind.AGE:
        return bool(x.holder) and x.holder == y.holder
    if not _one_noun(q, r, link) or not _one_whole(x, y, link):
        return False
    if x.doer and y.doer and x.doer != y.doer:
        return False
    shared = x.near & y.near
    if link >= NEARLY_THE_SAME:
        shared |= named
    needed = 1 if q.kind is QuantityKind.COUNT and q.counted not in PEOPLE else 2
    return len(shared - {q.counted, r.counted}) >= needed and bool(tied(x.anchors, y.anchors))


def _one_noun(q: Quantity, r: Quantity, link: float) -> bool:
    """Tell whether two quantities of one kind count one noun; "one" is as often an article."""
    if q.kind is QuantityKind.COUNT:
        bare = link < NEARLY_THE_SAME and 1 in {q.low, r.low}
        return same_noun(q.counted, r.counted) and not bare
    if q.kind is QuantityKind.MONEY:  # a $43,000 watch is no part of $750,000 spent
        return q.counted == r.counted or same_noun(q.counted, r.counted)
    return True


def _one_whole(x: Around, y: Around, link: float) -> bool:
    """Tell whether two quantities may be of one whole at one moment of one event."""
    if x.share != y.share or x.final != y.final:
        return False
    events = {UNPLACED.get(e, e) for e in (x.event, y.event)}
    return len(events) == 1 or link >= NEARLY_THE_SAME


def _doer(quantity: Quantity, sentence: Sentence) -> str:
    """Return the family name of the person who does what a quantity is told of."""
    token = doer(sentence.parse, quantity)
    named = [n for n in sentence.names if token is not None and n.span.overlaps(token.span)]
    return named[0].key.split()[-1] if named and named[0].kind is NameKind.PERSON else ""


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
