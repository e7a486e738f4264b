"""Find the safe common version of sentences that tell the same thing: the words all origins bear out.

Of the tellings the most cautious is taken ("are suspected of having left" before "left", on somebody's
word before on nobody's), and of it what no other origin bears out is left out. Values in dispute
are never kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reconcile.align.profile import fold, number
from reconcile.facts.senses import senses
from reconcile.language.lexicon import synonyms
from reconcile.model import (
    Basis,
    BlockKind,
    Divergence,
    Factuality,
    Piece,
    PieceKind,
    Place,
    Quote,
    Row,
    Sentence,
    Severity,
    Span,
    Time,
    Token,
)
from reconcile.verdict.agreed import NOTHING, Agreed
from reconcile.verdict.pruned import pruned
from reconcile.verdict.sayings import Ground, whose_word

_CAUTION = {
    Factuality.UNKNOWN: 3,
    Factuality.POSSIBLE: 2,
    Factuality.POSSIBLY_NOT: 2,
    Factuality.PROBABLE: 1,
    Factuality.IMPROBABLE: 1,
}
SHORTEST = 4  # words of a statement that still tells something


@dataclass(frozen=True, slots=True)
class Heard:
    """The words that one origin uses in a row."""

    words: frozenset[str]
    times: tuple[Time, ...]


def common_words(
    row: Row, disputes: Sequence[Divergence], known: Ground, used: Collection[Place]
) -> tuple[Agreed, Place | None]:
    """Return the common version of a row of sentences, and the sentence it is made from."""
    places = list(dict.fromkeys(c.where for c in row.cells))
    heard = _heard(places, known)
    marks = _disputed(disputes)
    found: list[tuple[tuple[int, ...], Place, tuple[Span, ...]]] = []
    for rank, where in _bases(places, known, used):
        others = [h for origin, h in heard.items() if origin != known.origin.get(where, "")]
        spans = _borne_out(where, others, marks, known)
        size = sum(len(s.of(known.account(where.report).report.text).split()) for s in spans)
        if size >= SHORTEST:
            # of one origin's copies the shortest holds what all kept; of several origins' words
            # the longest says most
            found.append(((rank, -size if others else size), where, spans))
    if not found:
        return NOTHING, None
    _, where, spans = min(found, key=lambda f: f[0])
    pieces = tuple(_piece(where, span, known) for span in spans)
    return (pieces, Basis.WORDS if len(heard) > 1 else Basis.ONE), where


def _piece(where: Place, span: Span, known: Ground) -> Piece:
    text = span.of(known.account(where.report).report.text)
    return Piece(text, PieceKind.WORDS, (Quote(where.report, span),))


def _bases(
    places: Sequence[Place], known: Ground, used: Collection[Place]
) -> Iterator[tuple[int, Place]]:
    """Yield the sentences to make a statement from, with a rank: the most cautious have the lowest."""
    open_ = [p for p in places if p not in used and _prose(known.sentence(p))]
    caution = {p: _caution(known.sentence(p)) for p in open_}
    most = max(caution.values(), default=0)
    for place in open_:
        if caution[place] == most:
            yield (0 if whose_word(known.sentence(place)) else 1), place


def _prose(sentence: Sentence) -> bool:
    return sentence.block is not BlockKind.HEADLINE


def _caution(sentence: Sentence) -> int:
    """Return how far a sentence is from stating its main predicate as a fact."""
    roots = {t.i for t in sentence.parse if t.head == t.i or t.dep in {"ccomp", "xcomp"}}
    found = (_CAUTION.get(s.factuality, 0) for s in sentence.stances if s.token in roots)
    return max(found, default=0)


def _disputed(disputes: Sequence[Divergence]) -> dict[Place, list[Span]]:
    """Return the words that an error or a warning marks, by sentence."""
    found: dict[Place, list[Span]] = {}
    for divergence in disputes:
        if divergence.severity is Severity.ERROR:
            for evidence in divergence.finding.evidence:
                found.setdefault(evidence.where, []).extend(evidence.marks)
    return found


# ---------------------------------------------------------------- what others bear out


def _heard(places: Sequence[Place], known: Ground) -> dict[str, Heard]:
    groups: dict[str, list[Sentence]] = {}
    for place in places:
        groups.setdefault(known.origin.get(place, place.report), []).append(known.sentence(place))
    return {
        origin: Heard(
            frozenset(key for s in told for t in s.parse for key in _keys(t)),
            tuple(time for s in told for time in s.times),
        )
        for origin, told in groups.items()
    }


def _keys(token: Token) -> Iterator[str]:
    """Yield what a word may be met by: its lemma, its figure, its incident class."""
    yield fold(token.lemma)
    yield fold(token.text)
    yield from senses(token.lemma)
    if figure := number(token):
        yield figure


def _borne_out(
    where: Place, others: Sequence[Heard], marks: dict[Place, list[Span]], known: Ground
) -> tuple[Span, ...]:
    sentence = known.sentence(where)
    said = [s for a in sentence.attributions for s in (*a.source, *a.cue)]
    disputed = marks.get(where, [])

    def told(token: Token) -> bool:
        if any(token.span.overlaps(m) for m in disputed):
            return False
        if any(token.span.overlaps(s) for s in said):
            return True
        return all(_bears_out(heard, token, sentence) for heard in others)

    return pruned(sentence, range(len(sentence.parse)), told)


def _bears_out(heard: Heard, token: Token, sentence: Sentence) -> bool:
    if heard.words & set(_keys(token)):
        return True
    if any(_same_time(heard, t) for t in sentence.times if t.span.overlaps(token.span)):
        return True
    pos = {"VERB": "v", "NOUN": "n", "ADJ": "a"}.get(token.pos)
    return bool(pos) and bool(heard.words & synonyms(token.lemma, pos or "n"))


def _same_time(heard: Heard, time: Time) -> bool:
    """Tell whether an origin names a time that lies inside this one."""
    return any(
        other.value == time.value
        or (
            time.begin is not None
            and time.end is not None
            and other.begin is not None
            and other.end is not None
            and time.begin <= other.begin
            and other.end <= time.end
        )
        for other in heard.times
    )
