"""Reports call the same people or things by words of another colour.

Only words in one place of two copies of a sentence are compared, words that call one party of one
act, and nouns counted by one number. Another spelling, another form of one word, a unit written
short, and words of one meaning and one colour are none; what people say in quotation marks is theirs.

Agrees::

    herald: Dozens of protesters pushed into the courtyard of the ministry in Arden on Monday.
    courier: Dozens of protesters pushed into the courtyard of the ministry in Arden on Monday.

    herald: The company closed its factory in Arden after the blaze on Monday.
    courier: The firm closed its factory in Arden after the blaze on Monday.

Diverges::

    herald: A man urged the protesters not to enter the courtyard of the ministry in Arden.
    courier: A man urged the mob not to enter the courtyard of the ministry in Arden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from reconcile.align.words import differing_words
from reconcile.checks.proof.colour import Colours, colours_of, narrower
from reconcile.checks.proof.evidence import evidence, one_each, place_of, reports, who
from reconcile.model import (
    Comparison,
    Evidence,
    Finding,
    Parallel,
    Place,
    Quantity,
    Relation,
    Sentence,
    Span,
    Token,
)
from reconcile.plugin import Check

LINKED = 0.7  # likeness from which two sentences are searched for words of one place
COPY = 0.6  # share of the shorter sentence's words that two copies have in common
# Grounds on which two words are set side by side.
PLACE, LABEL = "the same place of the same sentence", "labels of the same thing"
NUMBER, PART = "counted by the same number", "the same part in the same act"
OPEN = frozenset({"NOUN", "VERB", "ADJ"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
Twins = tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Two words for one thing, each with the sentence it stands in."""

    a: Place
    x: Token
    b: Place
    y: Token
    relation: Relation
    confidence: float
    ground: str


@dataclass(frozen=True, slots=True)
class Side:
    """What a sentence brings to every link it stands in."""

    where: Place
    sentence: Sentence
    said: str
    labels: tuple[Token, ...]
    counted: tuple[tuple[Quantity, Token | None], ...]
    figures: frozenset[float]  # that count a noun


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each two words that reports put for one thing."""
    choices: list[Choice] = []
    colours = colours_of(comparison.desk)
    side = cache(partial(_side, comparison, colours))
    twins = cache(_twins)
    word = cache(partial(_word, comparison))
    for link in comparison.alignment.links:
        if link.score >= LINKED:
            a, b = side(link.a), side(link.b)
            if a.said != b.said and (found := twins(a.said, b.said)):
                choices += _in_copies(colours, word, a, b, found, link.score)
            if a.counted and b.counted and not a.figures.isdisjoint(b.figures):
                choices += _in_counts(colours, a, b, link.score)
            if a.labels and b.labels:
                choices += _in_labels(colours, a, b, link.score)
    for parallel in comparison.parallels:
        choices += _of_parties(comparison, colours, parallel)
    for same in _grouped(choices):
        yield _finding(comparison, same)


def _side(comparison: Comparison, colours: Colours, where: Place) -> Side:
    sentence = comparison.sentence(where)
    counted = tuple((q, _counted(sentence, q)) for q in sentence.quantities)
    return Side(
        where,
        sentence,
        comparison.account(where.report).words(sentence.span),
        tuple(_labels(sentence, colours)),
        counted,
        frozenset(q.low for q, noun in counted if noun and 2 < q.low == q.high),
    )


def _in_copies(
    colours: Colours,
    word: Callable[[Place, Span], Token | None],
    a: Side,
    b: Side,
    twins: Twins,
    score: float,
) -> Iterator[Choice]:
    """Yield the words that stand in one place of two copies of a sentence."""
    for span, twin in twins:
        x, y = word(a.where, span), word(b.where, twin)
        if x and y and (relation := _relation(colours, x, y)):
            yield Choice(a.where, x, b.where, y, relation, score, PLACE)


def _twins(said_a: str, said_b: str) -> Twins:
    """Return the differing words that stand in one place of two copies; none where they are no copies.

    Spans count from the beginnings of the sentences.
    """
    left, right = Span(0, len(said_a)), Span(0, len(said_b))
    only_a, only_b = differing_words(said_a, left, said_b, right)
    if not only_a or not only_b or not _copies((said_a, only_a), (said_b, only_b)):
        return ()
    found = ((span, _twin(span, only_b, said_a, said_b)) for span in only_a)
    return tuple((span, twin) for span, twin in found if twin is not None)


def _copies(*sides: tuple[str, tuple[Span, ...]]) -> bool:
    """Tell whether two sentences have most words in common; a side is (words, own spans)."""
    lengths = [len(said.split()) for said, _ in sides]
    own = [sum(len(s.of(said).split()) for s in spans) for said, spans in sides]
    return lengths[0] - own[0] >= COPY * min(lengths)


def _twin(span: Span, others: tuple[Span, ...], said_a: str, said_b: str) -> Span | None:
    """Return the differing words of the other sentence that stand between the same neighbours."""
    before = said_a[: span.start].split()[-1:]
    after = said_a[span.end :].split()[:1]
    for other in others:
        theirs = said_b[: other.start].split()[-1:]
        follow = said_b[other.end :].split()[:1]
        if before == theirs or (after and after == follow):
            return other
    return None


def _word(comparison: Comparison, where: Place, inside: Span) -> Token | None:
    """Return the only noun of a few words, else the only word; none of a quotation or a measure.

    The words are given by their place inside the sentence.
    """
    sentence = comparison.sentence(where)
    start = sentence.span.start
    found = sentence.parse.within(Span(start + inside.start, start + inside.end))
    tokens = [t for t in found if t.pos in OPEN]
    nouns = [t for t in tokens if t.pos == "NOUN"] or tokens
    few = len(nouns) == 1 and len(found) <= 3
    return nouns[0] if few and not _others_words(sentence, nouns[0]) else None


def _others_words(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is a speaker's or part of a measure: then the report did not choose it."""
    taken = (*(q.span for q in sentence.quotations), *(q.span for q in sentence.quantities))
    return any(span.covers(token.span) for span in taken)


def _relation(colours: Colours, x: Token, y: Token) -> Relation | None:
    """Return VARIANT for words of another colour, REFINEMENT where one is narrower, else None."""
    if x.lemma == y.lemma or x.pos != y.pos:
        return None
    if colours.colours(x, y):
        return Relation.VARIANT
    return Relation.REFINEMENT if x.pos == "NOUN" and narrower(x.lemma, y.lemma) else None


def _in_counts(colours: Colours, a: Side, b: Side, score: float) -> Iterator[Choice]:
    """Yield the nouns that one number counts in two linked sentences: "six people", "6 martyrs"."""
    for q, x in a.counted:
        same = [y for r, y in b.counted if (q.low, q.high) == (r.low, r.high)]
        y = same[0] if len(same) == 1 else None
        if x and y and x.lemma != y.lemma and 2 < q.low == q.high:
            party = colours.one_party(x.lemma, y.lemma)
            loaded = party and colours.colours(x, y)
            if loaded or narrower(x.lemma, y.lemma):
                kind = Relation.VARIANT if loaded else Relation.REFINEMENT
                yield Choice(a.where, x, b.where, y, kind, score, NUMBER)


def _counted(sentence: Sentence, quantity: Quantity) -> Token | None:
    if quantity.counted_span is None:
        return None
    nouns = [t for t in sentence.parse.within(quantity.counted_span) if t.pos == "NOUN"]
    return nouns[-1] if nouns and not _others_words(sentence, nouns[-1]) else None


def _in_labels(colours: Colours, a: Side, b: Side, score: float) -> Iterator[Choice]:
    """Yield the labels that two linked sentences give one thing: "regime troops"."""
    theirs = {b.sentence.parse.head(y).lemma: y for y in b.labels}
    for x in a.labels:
        y = theirs.get(a.sentence.parse.head(x).lemma)
        if y and colours.takes_sides(x, y):
            yield Choice(a.where, x, b.where, y, Relation.VARIANT, score, LABEL)


def _labels(sentence: Sentence, colours: Colours) -> list[Token]:
    return [
        t
        for t in sentence.parse
        if t.dep in MODIFIERS
        and any(t.lemma in party for party in colours.parties)
        and not _others_words(sentence, t)
    ]


def _of_parties(comparison: Comparison, colours: Colours, parallel: Parallel) -> Iterator[Choice]:
    """Yield the words that reports put for one participant of one act."""
    cast = [
        (place_of(told), p.role, comparison.sentence(place_of(told)).parse[p.head])
        for told in parallel.told
        for p in told.claim.participants
    ]
    for k, (a, role, x) in enumerate(cast):
        for b, other, y in cast[k + 1 :]:
            if (
                a.report != b.report
                and role == other
                and x.pos == y.pos
                and colours.takes_sides(x, y)
            ):
                sides = ((a, x), (b, y))
                if not any(_others_words(comparison.sentence(p), t) for p, t in sides):
                    yield Choice(a, x, b, y, Relation.VARIANT, parallel.score, PART)


def _grouped(choices: list[Choice]) -> list[list[Choice]]:
    """Group the choices between the same two words, as long as no report is on both sides."""
    groups: list[tuple[dict[str, str], list[Choice]]] = []
    for choice in choices:
        sides = {choice.a.report: choice.x.lemma, choice.b.report: choice.y.lemma}
        for known, group in groups:
            same = {choice.x.lemma, choice.y.lemma} == {group[0].x.lemma, group[0].y.lemma}
            if same and all(known.get(report, word) == word for report, word in sides.items()):
                known.update(sides)
                group.append(choice)
                break
        else:
            groups.append((sides, [choice]))
    return [group for _, group in groups]


def _finding(comparison: Comparison, choices: list[Choice]) -> Finding:
    items = one_each(
        comparison,
        [
            evidence(comparison, where, word.text, word.lemma, word.span)
            for c in choices
            for where, word in ((c.a, c.x), (c.b, c.y))
        ],
    )
    items = tuple(sorted(items, key=lambda e: (len(e.where.report), e.where.report)))
    best = max(choices, key=lambda c: c.confidence)
    return Finding(
        kind="wording",
        relation=best.relation,
        subject=f"“{best.x.text}” or “{best.y.text}”",
        reason=" where ".join(_who_writes(items)) + ".",
        evidence=items,
        slot="wording",
        grounds=(best.ground,),
        confidence=best.confidence,
    )


def _who_writes(items: tuple[Evidence, ...]) -> Iterator[str]:
    """Yield "A and C write “regime”" for each word, in order of reports."""
    for key in dict.fromkeys(e.key for e in items):
        mine = [e for e in items if e.key == key]
        yield f"{who(reports(mine), 'writes', 'write')} “{mine[0].value}”"


CHECK = Check(find=find)
