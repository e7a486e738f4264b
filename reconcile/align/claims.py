"""Pair claims of different reports that tell the same thing: the proof of the same subject.

A pair needs sentences that are linked, one event, predicates that mean the same (one lemma, one
incident class, synonyms in WordNet, or a verb and its noun) and participants that do not clash.
What was decisive is kept in words, so that a finding can show why both sides speak of one thing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from reconcile.facts.aliases import same_key
from reconcile.facts.antecedents import stands_for
from reconcile.facts.retold import LIKE, one_act
from reconcile.facts.senses import senses
from reconcile.language.lexicon import derived, same_kind, synonyms
from reconcile.model import (
    Account,
    Claim,
    EventKind,
    Participant,
    Sentence,
    Token,
    Told,
)

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
LIGHT = frozenset(
    "be have do make take get go come give put let keep begin start continue try use see want need".split()
)
ACTS = frozenset({"killing", "arrest", "charge", "plea", "sentence", "evacuation", "damage"})
NEARLY_THE_SAME = 0.9  # likeness of sentences that tell one event whatever their days
PRONOUNS = frozenset(
    "i you he she it we they him her them who which that this one someone anybody nobody".split()
)
CORE = ("agent", "patient", "recipient")


@dataclass(frozen=True, slots=True)
class Known:
    """A claim with what comparing it needs."""

    told: Told
    sentence: Sentence
    words: frozenset[str]  # content lemmas of its clause
    statement: bool  # the act of saying, not what is said

    @property
    def act(self) -> Token:
        """Return the predicate in its parse."""
        return self.sentence.parse[self.told.claim.token]

    @property
    def content(self) -> tuple[object, ...]:
        """Return all of it that `match` looks at: claims of one content match the same claims."""
        claim, act = self.told.claim, self.act
        heads = [(p, self.sentence.parse[p.head]) for p in claim.participants]
        cast = tuple((p.role, p.lemma, p.key, h.pos, h.tag, h.lemma) for p, h in heads)
        event = (claim.event, claim.begin, claim.end)
        return (
            self.words,
            self.statement,
            act.lemma,
            act.pos,
            act.dep,
            claim.predicate,
            claim.sense,
            event,
            cast,
        )


@dataclass(frozen=True, slots=True)
class Match:
    """What two claims have in common, before it is known how alike their sentences are."""

    score: float  # without the part of the link
    needed: float  # score from which they tell the same
    link: float  # likeness of the sentences from which they may be of one event
    grounds: tuple[str, ...]

    def at(self, link: float) -> float:
        """Return how surely they tell the same in sentences of a likeness, 0 where they do not."""
        score = self.score + 0.2 * link
        return score if link >= self.link and score >= self.needed else 0.0


def known(account: Account, claim: Claim, sentence: Sentence) -> Known:
    """Return a claim with its words, and whether it is the act of saying itself."""
    words = frozenset(
        t.lemma
        for t in sentence.parse.within(claim.span)
        if t.pos in CONTENT and t.lemma not in LIGHT
    )
    token = sentence.parse[claim.token]
    cue = claim.sense in {"", "statement"} and any(
        c.overlaps(token.span) for a in sentence.attributions for c in a.cue
    )
    return Known(Told(account.report.id, claim), sentence, words, cue)


def same_claim(a: Known, b: Known, link: float) -> float:
    """Return how surely two claims of linked sentences tell the same thing, 0 where they do not."""
    found = match(a, b)
    return found.at(link) if found else 0.0


def match(a: Known, b: Known) -> Match | None:
    """Return what two claims have in common, None where they tell different things in any sentences."""
    if a.statement or b.statement:
        return None
    meaning, why = same_predicate(a.told.claim, b.told.claim)
    acts = one_act(a.act, b.act) if meaning < LIKE else 0.0
    meaning = max(meaning, acts)
    if not meaning:
        return None
    agreed, clashed = _participants(a, b)
    shared = a.words & b.words
    overlap = len(shared) / max(1, min(len(a.words), len(b.words)))
    act = set() if a.told.claim.sense else {a.told.claim.predicate, b.told.claim.predicate}
    if (clashed and overlap < 0.6) or _one_against_many(a, b):
        return None
    if not (agreed or (shared - act and overlap >= 0.5)):
        return None
    return Match(
        score=0.35 * meaning + 0.25 * min(1.0, len(agreed) / 2) + 0.2 * overlap,
        needed=0.65 if {a.told.claim.predicate, b.told.claim.predicate} & LIGHT else 0.5,
        link=_one_event(a.told.claim, b.told.claim),
        grounds=(why, *(f"same {word}" for word in agreed[:3])),
    )


def _one_event(a: Claim, b: Claim) -> float:
    """Return how alike sentences must be for two claims to be of one event, infinite where none can.

    The same kind, and times that can meet, need no likeness. Sentences that are nearly the same tell
    the same event even where their days differ: then the days are what they disagree on.
    """
    if a.event is not b.event:
        return math.inf if EventKind.TOTAL in {a.event, b.event} else NEARLY_THE_SAME
    if (
        a.event is EventKind.MAIN
        or a.begin is None
        or b.begin is None
        or a.end is None
        or b.end is None
        or (a.begin < b.end and b.begin < a.end)
    ):
        return 0.0
    return NEARLY_THE_SAME


@lru_cache(maxsize=50_000)
def _related(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if senses(a) & senses(b) - {"statement"}:
        return 0.9
    if b in synonyms(a, "v") or a in synonyms(b, "v"):
        return 0.8
    if b in derived(a, "v") or b in derived(a, "n") or a in derived(b, "n"):
        return 0.8
    return 0.0


def same_predicate(a: Claim, b: Claim) -> tuple[float, str]:
    """Return how alike two predicates are in meaning, and why."""
    meaning = _related(a.predicate, b.predicate)
    if a.predicate == b.predicate:
        return meaning, f"both say “{a.predicate}”"
    return meaning, f"“{a.predicate}” and “{b.predicate}” tell the same act"


def _participants(a: Known, b: Known) -> tuple[list[str], list[str]]:
    """Return what participants agree and which clash, by role."""
    agreed, clashed = [], []
    for p in a.told.claim.participants:
        rivals = [q for q in b.told.claim.participants if _roles_meet(p.role, q.role)]
        if not rivals:
            continue
        if any(same_participant(p, q) for q in rivals):
            agreed.append(f"{p.role} “{p.lemma}”" if p.role in CORE else f"“{p.lemma}”")
        elif p.role in CORE and all(
            _named(p, a.sentence) and _named(q, b.sentence) for q in rivals
        ):
            clashed.append(p.lemma)
    return agreed, clashed


def _one_against_many(a: Known, b: Known) -> bool:
    """Tell whether one act is done to one and the other to many: a pilot killed, 31 people killed."""
    mine, yours = _patients(a), _patients(b)
    return bool(
        a.told.claim.sense in ACTS | {"injury"}
        and mine
        and yours
        and not {p.lemma for p in mine} & {p.lemma for p in yours}
        and {_many(a, p) for p in mine} != {_many(b, p) for p in yours}
    )


def _patients(known: Known) -> list[Participant]:
    return [p for p in known.told.claim.participants if p.role == "patient"]


def _many(known: Known, participant: Participant) -> bool:
    head = known.sentence.parse[participant.head]
    return head.tag in {"NNS", "NNPS", "CD"} or head.lemma == "people"


def _roles_meet(a: str, b: str) -> bool:
    return a == b or (a in CORE) == (b in CORE)


def _named(p: Participant, sentence: Sentence) -> bool:
    return sentence.parse[p.head].pos == "PROPN"


def same_subject(a: Claim, b: Claim) -> bool:
    """Tell whether two claims are about the same whole: what each is done to, else who does it.

    Pronouns are neither proof nor hindrance; of two named patients one pair must agree.
    """
    for role in ("patient", "agent"):
        mine = [p for p in a.participants if p.role == role and p.lemma not in PRONOUNS]
        yours = [p for p in b.participants if p.role == role and p.lemma not in PRONOUNS]
        if mine and yours:
            return any(same_participant(p, q) for p in mine for q in yours)
    return False


def same_participant(p: Participant, q: Participant) -> bool:
    """Tell whether two participants can be one: a name and its alias, a noun and its kind."""
    mine, yours = stands_for(p), stands_for(q)
    if mine in PRONOUNS or yours in PRONOUNS:
        return False  # nothing shows whom they mean
    if mine == yours or same_key(p.key, q.key):
        return True
    return same_kind(mine, yours) >= 0.5
