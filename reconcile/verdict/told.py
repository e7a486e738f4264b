"""Find the safe common version of sentences that tell the same thing: the words all origins bear out.

Of the tellings the most cautious is taken ("are suspected of having left" before "left", on somebody's
word before on nobody's), and of it, or of one of its clauses, what another origin does not bear out
is left out. Words in dispute are never kept. Where no words are common to all, an origin that shares
none is not counted; where only one origin is left, there is no common version.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

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

    Sentences that made a statement already make no other. None where no origin shares its words.
    """
    places = list(dict.fromkeys(c.where for c in row.cells))
    heard = hear(places, known)
    marks = _disputed(disputes)
    found: list[tuple[tuple[float, ...], Statement]] = []
    for rank, where in _bases(places, known, used):
        for inside in _stretches(where, known, whole=len(heard) < 2):
            origins, spans = _supported(where, inside, heard, marks.get(where, ()), known)
            size = sum(len(s.of(known.account(where.report).report.text).split()) for s in spans)
            if size >= SHORTEST and (len(origins) < 2 or _tells(spans, known.sentence(where))):
                # of one origin's copies the shortest holds what all kept; of words that several
                # origins bear out the longest say most
                several = len(origins) > 1
                merit = (-len(origins), rank, -size if several else size)
                found.append((merit, _statement(where, spans, origins, known)))
    best = min(found, key=lambda f: f[0], default=None)
    if best is None or (len(heard) > 1 and len(best[1].origins) < 2):
        return None
    return best[1]


def _statement(
    where: Place, spans: Sequence[Span], origins: frozenset[str], known: Ground
) -> Statement:
    text = known.account(where.report).report.text
    pieces = tuple(
        Piece(span.of(text), PieceKind.WORDS, (Quote(where.report, span),)) for span in spans
    )
    return Statement(pieces, Basis.WORDS if len(origins) > 1 else Basis.ONE, where, origins)


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
    roots = {t.i for t in sentence.parse if t.head == t.i or t.dep in {"ccomp", "xcomp"}}
    found = (_CAUTION.get(s.factuality, 0) for s in sentence.stances if s.token in roots)
    return max(found, default=0)


def _disputed(disputes: Sequence[Divergence]) -> dict[Place, tuple[Span, ...]]:
    """Return the words that an error marks, by sentence."""
    found: dict[Place, tuple[Span, ...]] = {}
    for divergence in disputes:
        if divergence.severity is Severity.ERROR:
            for evidence in divergence.finding.evidence:
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
