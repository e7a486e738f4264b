"""Find the claims that one report tells on somebody's word and another tells on its own.

Flat beside sourced is common and mostly harmless: leads go without a source that the next sentence
names, and nobody credits what all can see. It counts for what an incident is about (who was killed,
hurt, held, charged; what struck, burned, was cleared; and every count), where the report that tells
it flat names nobody for it anywhere; and for a sentence copied with its credit cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.checks.proof.credits import EYES
from reconcile.checks.proof.evidence import place_of
from reconcile.checks.proof.vouching import Offices, apart, speaker_of, states, vouches
from reconcile.model import (
    Attribution,
    BlockKind,
    Comparison,
    QuantityKind,
    Sentence,
    Span,
    Told,
)

GRAVE = frozenset(
    "killing injury attack quake fire crash arrest charge plea sentence evacuation damage".split()
)
CLOSE = 0.8  # likeness of two sentences of which one may have lost the other's source
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
EMPTY = frozenset("be have do make take get go say tell report accord add".split())
SHARED = 3  # content words
MOST = 0.5  # share of a statement's words that make another one the same
LONG = 6  # pairs of words in a sentence that is worth copying
COPY = 0.9  # share of pairs of words that make a sentence the other one, cut
MOSTLY = 0.85  # share of the credited words that makes a clause of any rank the same
SELF = frozenset("i we my our me us you your".split())
MARKS = frozenset({'"', "“", "”", "``", "''"})


def lost(comparison: Comparison, told: Sequence[Told], offices: Offices) -> list[Told]:
    """Return claims told on somebody's word, then their flat tellings; empty where none counts."""
    sourced = [t for t in told if vouches(comparison, t) and _spoken(t)]
    crediting = {t.report for t in told if t.claim.attribution}
    flat = [t for t in told if t.report not in crediting]
    pairs = [(a, b) for a in sourced for b in flat if _lost(comparison, a, b, offices)]
    kept = dict.fromkeys([*(a for a, _ in pairs), *(b for _, b in pairs)])
    return list(kept)


def _spoken(told: Told) -> bool:
    """Tell whether somebody says it who is not the report's own witness: "a reporter said"."""
    said = told.claim.attribution
    own = set(speaker_of(told).split()) & EYES
    return bool(said and said.kind == "speech" and not own)


def _lost(comparison: Comparison, a: Told, b: Told, offices: Offices) -> bool:
    """Tell whether a flat telling has lost the source that the other gives."""
    likeness = comparison.score(place_of(a), place_of(b))
    said = a.claim.attribution
    if likeness < CLOSE or said is None or _of_oneself(comparison, a):
        return False
    content = _words(comparison.sentence(place_of(a)), said.content)
    copied = _copied(comparison, a, b)
    return (
        (copied or _grave(a) or _counts(a))
        and _flat(comparison, b)
        and (states(comparison, b) or _same_words(comparison, b, content))
        and not _credits(comparison.sentence(place_of(b)), said, offices)
        and not _sourced_elsewhere(comparison, b.report, content)
    )


def _grave(told: Told) -> bool:
    return told.claim.sense in GRAVE


def _counts(told: Told) -> bool:
    kinds = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
    return any(q.kind in kinds for q in told.claim.quantities)


def _of_oneself(comparison: Comparison, told: Told) -> bool:
    """Tell whether a source tells what it did itself: "police said they pulled him over"."""
    own = set(speaker_of(told).replace("(", "").replace(")", "").split())
    agents = [p for p in told.claim.participants if p.role == "agent"]
    return any(
        p.lemma in own or comparison.sentence(place_of(told)).parse[p.head].pos == "PRON"
        for p in agents
        if p.lemma not in ("he", "she", "who", "that", "which")
    )


def _copied(comparison: Comparison, a: Told, b: Told) -> bool:
    """Tell whether one sentence is what the other credits to somebody, word for word."""
    said = a.claim.attribution
    mine = _runs(comparison.sentence(place_of(a)), said.content if said else ())
    sentence = comparison.sentence(place_of(b))
    shared = mine & _runs(sentence, (sentence.span,))
    return len(shared) >= max(LONG, COPY * len(mine))


def _same_words(comparison: Comparison, told: Told, content: frozenset[str]) -> bool:
    """Tell whether a sentence has nearly all the words that the other report credits."""
    sentence = comparison.sentence(place_of(told))
    return len(_words(sentence, (sentence.span,)) & content) >= MOSTLY * len(content)


def _runs(sentence: Sentence, spans: Sequence[Span]) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring words inside some spans."""
    words = [
        t.text.lower()
        for t in sentence.parse
        if t.pos != "PUNCT" and any(s.overlaps(t.span) for s in spans)
    ]
    return set(pairwise(words))


def _flat(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim is its report's own statement: not quoted, credited or in a headline."""
    sentence = comparison.sentence(place_of(told))
    if sentence.block is BlockKind.HEADLINE or _quoted(sentence):
        return False
    token = sentence.parse[told.claim.token].span
    return not any(c.covers(token) for said in sentence.attributions for c in said.content)


def _quoted(sentence: Sentence) -> bool:
    """Tell whether a sentence is quoted, or may be: it has a lone mark or speaks of "we"."""
    marks = sum(t.text in MARKS for t in sentence.parse)
    return bool(
        any(not q.fragment for q in sentence.quotations)
        or marks % 2
        or any(t.lemma in SELF for t in sentence.parse)
    )


def _credits(sentence: Sentence, said: Attribution, offices: Offices) -> bool:
    """Tell whether a sentence names the same source, though for other words of it."""
    last = said.speaker.split()[-1:]
    if any(n.key.split()[-1:] == last for n in sentence.names):
        return True
    return any(
        x.speaker and not apart(x.speaker, said.speaker, offices) for x in sentence.attributions
    )


def _sourced_elsewhere(comparison: Comparison, report: str, content: frozenset[str]) -> bool:
    """Tell whether a report tells the same on somebody's word in any sentence."""
    for sentence in comparison.account(report).sentences:
        for said in sentence.attributions:
            if said.kind in ("speech", "finding"):
                theirs = _words(sentence, said.content)
                shared = len(theirs & content)
                if shared >= SHARED and shared >= MOST * min(len(theirs), len(content)):
                    return True
    return False


def _words(sentence: Sentence, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(
        t.lemma
        for t in sentence.parse
        if t.pos in CONTENT and t.lemma not in EMPTY and any(s.overlaps(t.span) for s in spans)
    )
