"""Find the safe common version of sentences that tell the same thing: the words all origins bear out.

Of the tellings the most cautious is taken ("are suspected of having left" before "left", on somebody's
word before on nobody's), and of it, or of one of its clauses, what another origin does not bear out
is left out. Words in dispute are never kept. Where no words are common to all, an origin that shares
none is not counted; where only one origin is left, there is no common version.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.model import (
    Basis,
    BlockKind,
    Claim,
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
)
from reconcile.verdict.borne import Heard, bears_out, hear
from reconcile.verdict.pruned import pruned, says
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
class Statement:
    """A common version: its words, the sentence they are from, and the origins that bear it out."""

    pieces: tuple[Piece, ...]
    basis: Basis
    base: Place
    origins: frozenset[str]


def common_words(
    row: Row, disputes: Sequence[Divergence], known: Ground, used: Collection[Place]
) -> Statement | None:
    """Return the common version of a row of sentences that most origins bear out, and says most.

    Sentences that made a statement already make no other. Where no two origins share words, what the
    copies of one origin tell stands for that origin alone, with the words marked that others have
    otherwise; None where the row holds no copies, or where the copies themselves differ.
    """
    places = list(dict.fromkeys(c.where for c in row.cells))
    asked = [d for d in disputes if d.finding.subject not in known.asked]
    within, marks = disputed(asked, places), disputed(known.divergences)
    found = _best(places, marks, known, used)
    if found is None and not within:
        found = _best(places, {}, known, used)
    return found and replace(found, pieces=tuple(_marked(found, marks.get(found.base, ()), known)))


Marks = Mapping[Place, Sequence[Span]]


def _best(
    places: Sequence[Place], marks: Marks, known: Ground, used: Collection[Place]
) -> Statement | None:
    """Return the best statement that holds none of the words in dispute."""
    heard = hear(places, known)
    copied = {o for o in heard if len({p.report for p in places if known.origin.get(p) == o}) > 1}
    open_ = [p for p in places if known.origin.get(p, p.report) in heard]
    found: list[tuple[tuple[float, ...], Statement]] = []
    for rank, where in _bases(open_, known, used):
        for inside in _stretches(where, known, whole=len(heard) < 2):
            origins, spans = _supported(where, inside, heard, marks.get(where, ()), known)
            several = len(origins) > 1
            part = len(inside) < len(known.sentence(where).parse)
            fit = (
                _tells(spans, known.sentence(where)) if several else origins <= copied and not part
            )
            size = sum(len(s.of(known.account(where.report).report.text).split()) for s in spans)
            if fit and size >= SHORTEST:
                # of one origin's copies the shortest holds what all kept; of words that several
                # origins bear out the longest say most
                merit = (-len(origins), rank, -size if several else size)
                basis = Basis.WORDS if several else Basis.ONE
                found.append(
                    (merit, Statement(_pieces(where, spans, known), basis, where, origins))
                )
    return min(found, key=lambda f: f[0])[1] if found else None


def _pieces(where: Place, spans: Sequence[Span], known: Ground) -> tuple[Piece, ...]:
    text = known.account(where.report).report.text
    return tuple(
        Piece(span.of(text), PieceKind.WORDS, (Quote(where.report, span),)) for span in spans
    )


def _marked(found: Statement, marks: Sequence[Span], known: Ground) -> Iterator[Piece]:
    """Yield the pieces of a statement, cut where words are in dispute."""
    for piece in found.pieces:
        span = piece.quotes[0].span
        at = span.start
        for mark in sorted(m for m in marks if m.overlaps(span)):
            start, end = max(mark.start, at), min(mark.end, span.end)
            if start < end:
                yield from _pieces(found.base, [Span(at, start)] if at < start else [], known)
                (words,) = _pieces(found.base, [Span(start, end)], known)
                yield replace(words, disputed=True)
                at = end
        yield from _pieces(found.base, [Span(at, span.end)] if at < span.end else [], known)


def _bases(
    places: Sequence[Place], known: Ground, used: Collection[Place]
) -> Iterator[tuple[int, Place]]:
    """Yield the sentences to make a statement from, with a rank: on somebody's word first."""
    prose = [p for p in places if known.sentence(p).block is not BlockKind.HEADLINE]
    caution = {p: _caution(known.sentence(p)) for p in prose}
    most = max(caution.values(), default=0)
    for place in prose:
        if caution[place] == most and place not in used:
            yield (0 if whose_word(known.sentence(place)) else 1), place


def _caution(sentence: Sentence) -> int:
    """Return how far a sentence is from stating its main predicate as a fact."""
    roots = {t.i for t in sentence.parse if t.head == t.i or t.dep in _MAIN}
    found = (_CAUTION.get(s.factuality, 0) for s in sentence.stances if s.token in roots)
    return max(found, default=0)


_MAIN = frozenset({"ccomp", "xcomp", "pcomp"})


def disputed(
    disputes: Sequence[Divergence], places: Collection[Place] | None = None
) -> dict[Place, tuple[Span, ...]]:
    """Return the words that an error marks, by sentence; those that differ inside some places."""
    found: dict[Place, tuple[Span, ...]] = {}
    for divergence in disputes:
        here = [e for e in divergence.finding.evidence if places is None or e.where in places]
        if divergence.severity is Severity.ERROR and len({e.key for e in here}) > 1:
            for evidence in here:
                found[evidence.where] = (*found.get(evidence.where, ()), *evidence.marks)
    return found


def _stretches(where: Place, known: Ground, whole: bool) -> Iterator[frozenset[int]]:
    """Yield the tokens of a sentence, then, unless it is to be whole, those of its clauses."""
    sentence = known.sentence(where)
    tree = sentence.parse
    yield frozenset(range(len(tree)))
    for claim in () if whole else known.claims.get(where, ()):
        head = tree[claim.token]
        if head.dep in _CLAUSES and tree.children(head, "nsubj", "nsubjpass") and _flat(claim):
            yield frozenset(
                t.i for t in tree.subtree(head) if t.dep not in {"mark", "cc"} and t.tag != "WRB"
            )


def _tells(spans: Sequence[Span], sentence: Sentence) -> bool:
    """Tell whether words say something besides who says it: two words of content, or a quotation."""
    said = [s for a in sentence.attributions for s in (*a.source, *a.cue)]
    left = [t for t in sentence.parse if any(s.covers(t.span) for s in spans) and says(t)]
    own = [t for t in left if not any(s.overlaps(t.span) for s in said)]
    quoted = any(q.span.overlaps(t.span) for q in sentence.quotations for t in own)
    return len(own) > 1 or quoted


_CLAUSES = frozenset({"conj", "ccomp", "advcl"})


def _flat(claim: Claim) -> bool:
    """Tell whether a clause is stated as a fact, and on nobody's word."""
    return claim.stance.factuality is Factuality.CERTAIN and claim.attribution is None


def _supported(
    where: Place,
    inside: frozenset[int],
    heard: dict[str, Heard],
    disputed: Sequence[Span],
    known: Ground,
) -> tuple[frozenset[str], tuple[Span, ...]]:
    """Return the origins that bear out a part of a stretch, and that part."""
    sentence, own = known.sentence(where), known.origin.get(where, where.report)
    others = {name: h for name, h in heard.items() if name != own}

    def left(names: Collection[str]) -> tuple[Span, ...]:
        bears = bears_out(sentence, [others[n] for n in names], disputed)
        return pruned(sentence, inside, bears)

    names = [n for n in others if left([n])] if len(others) > 1 else list(others)
    while names:
        if spans := left(names):
            return frozenset({own, *names}), spans
        names.pop()
    return frozenset({own}), left(())
