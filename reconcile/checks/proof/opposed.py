"""Find claims of one thing whose predicates are opposites: open and closed, cleared and convicted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from reconcile.align.claims import LIGHT, PRONOUNS, same_participant
from reconcile.checks.proof.evidence import place_of
from reconcile.facts.opposites import opposed
from reconcile.model import (
    Claim,
    Comparison,
    EventKind,
    Factuality,
    Participant,
    Place,
    Sentence,
    Told,
)

COMMON = 6  # claims that share a participant; more, and it is whom the story is about
FLAT = frozenset({Factuality.CERTAIN, Factuality.DENIED})
LIKE = 0.6  # likeness of sentences in which any two opposite acts are told of one moment
ONE_TELLING = 0.9  # likeness of sentences that tell one act, not one act and then its undoing
UNDOING = frozenset("release free lift reopen resume return restore".split())
STANDS = frozenset(
    "deny admit acknowledge concede confirm convict acquit clear exonerate support oppose back favor "
    "favour accept reject approve refuse close shut open allow permit ban forbid agree".split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "JJ"})  # told, not wished or meant
PARTS = {"v": "VERB", "a": "ADJ"}
Word = tuple[str, str, str]  # lemma, as printed in lower case, part of speech


def opposed_claims(comparison: Comparison) -> Iterator[tuple[Told, Told]]:
    """Yield pairs of claims of two reports that cannot both hold, since one opposes the other.

    Both must be about one participant that few claims are about, or stand in linked sentences; both
    affirmed or both denied; and of one event as far as their days show.
    """
    by_word: dict[str, list[tuple[Told, Participant]]] = {}
    for account in comparison.accounts:
        for claim in account.claims:
            sentence = account.sentences[claim.sentence]
            finite = sentence.parse[claim.token].tag in FINITE
            if sentence.news and finite and claim.stance.factuality in FLAT:
                for participant in claim.participants:
                    if _undergoes(claim, participant) and _thing(sentence, participant):
                        told = Told(account.report.id, claim)
                        by_word.setdefault(participant.lemma, []).append((told, participant))
    seen: set[frozenset[Place]] = set()
    for found in by_word.values():
        if not _any_opposed(_predicate(comparison, told) for told, _ in found):
            continue
        for (a, p), (b, q) in combinations(found, 2):
            pair = frozenset((place_of(a), place_of(b)))
            link = comparison.score(place_of(a), place_of(b))
            if a.report == b.report or pair in seen or not (link >= LIKE or len(found) <= COMMON):
                continue
            if (
                _clash(comparison, a, b)
                and (_lasts(comparison, a) or _told_at_once(a, b, link))
                and same_participant(p, q)
                and _same_whole(comparison, a, p, b, q)
            ):
                seen.add(pair)
                yield a, b


def _told_at_once(a: Told, b: Told, link: float) -> bool:
    """Tell whether two sentences tell one act, and not an act and its undoing."""
    undone = bool({a.claim.predicate, b.claim.predicate} & UNDOING)
    return link >= (ONE_TELLING if undone else LIKE)


def _lasts(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim is of a stand or a state, and not of one act after which the other may come.

    Somebody may be arrested and then released; nobody is both cleared and convicted.
    """
    token = comparison.sentence(place_of(told)).parse[told.claim.token]
    return token.pos == "ADJ" or told.claim.predicate in STANDS


def _undergoes(claim: Claim, participant: Participant) -> bool:
    """Tell whether a claim is about what befalls a participant: its patient, or the only one there."""
    if claim.predicate in LIGHT or participant.lemma in PRONOUNS:
        return False
    return participant.role == "patient" or (
        participant.role == "agent" and not any(p.role == "patient" for p in claim.participants)
    )


def _thing(sentence: Sentence, participant: Participant) -> bool:
    return sentence.parse[participant.head].pos in {"NOUN", "PROPN"}


def _clash(comparison: Comparison, a: Told, b: Told) -> bool:
    """Tell whether two claims of one event have opposite predicates and the same polarity."""
    if a.claim.stance.factuality is not b.claim.stance.factuality:
        return False
    if a.claim.stance.future != b.claim.stance.future or not _one_time(a, b):
        return False
    return _opposite(_predicate(comparison, a), _predicate(comparison, b))


def _predicate(comparison: Comparison, told: Told) -> Word:
    """Return the word that a claim hangs on."""
    token = comparison.sentence(place_of(told)).parse[told.claim.token]
    return token.lemma, token.text.lower(), token.pos


def _any_opposed(words: Iterable[Word]) -> bool:
    """Tell whether any two of many words are opposites; few of them are distinct."""
    return any(_opposite(x, y) for x, y in permutations(dict.fromkeys(words), 2))


def _opposite(x: Word, y: Word) -> bool:
    """Tell whether two predicates are opposites, a participle and an adjective among them."""
    (lemma, text, kind), (other, printed, part) = x, y
    if {kind, part} == {"ADJ", "VERB"}:
        return opposed(lemma, printed, "a") or opposed(text, other, "a")
    return kind == part and any(
        kind == tag and opposed(lemma, other, pos) for pos, tag in PARTS.items()
    )


def _one_time(a: Told, b: Told) -> bool:
    one, two = a.claim, b.claim
    if EventKind.TOTAL in {one.event, two.event} or EventKind.SIMILAR in {one.event, two.event}:
        return False
    if one.begin is None or two.begin is None or one.end is None or two.end is None:
        return True
    return one.begin < two.end and two.begin < one.end


def _same_whole(comparison: Comparison, a: Told, p: Participant, b: Told, q: Participant) -> bool:
    """Tell whether the phrases around a shared noun do not name two things: "north gate", "east gate"."""
    one = _own(comparison, a, p)
    two = _own(comparison, b, q)
    return not one or not two or bool(one & two)


def _own(comparison: Comparison, told: Told, participant: Participant) -> set[str]:
    """Return the words that tell one bearer of a noun from another."""
    tree = comparison.sentence(place_of(told)).parse
    return {
        t.lemma
        for t in tree.within(participant.span)
        if t.i != participant.head and t.pos in {"PROPN", "ADJ", "NUM"} and t.dep != "appos"
    }
