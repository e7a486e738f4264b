"""Pair claims of different reports that tell the same thing: the proof of the same subject.

A pair needs sentences that are linked, one event, predicates that mean the same (one lemma, one
incident class, synonyms in WordNet, or a verb and its noun) and participants that do not clash.
What was decisive is kept in words, so that a finding can show why both sides speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from reconcile.facts.aliases import same_key
from reconcile.facts.senses import senses
from reconcile.language.lexicon import derived, same_kind, synonyms
from reconcile.model import (
    Account,
    Alignment,
    Claim,
    EventKind,
    Parallel,
    Participant,
    Place,
    Sentence,
    Told,
)

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
LIGHT = frozenset(
    "be have do make take get go come give put let keep begin start continue try use see want need".split()
)
ACTS = frozenset({"killing", "arrest", "charge", "plea", "sentence", "evacuation", "damage"})
HAPPENINGS = frozenset({"attack", "quake", "fire", "crash"})
PEOPLE = frozenset("person people other man woman number official one who that".split())
NEARLY = 0.85  # of the closest claim's likeness, for another of the same report to count
NEARLY_THE_SAME = 0.9  # likeness of sentences that tell one event whatever their days
COMMON = 8  # claims that share an act and a noun; more of them, and it is the topic, not the fact
ALONE = 0.5  # likeness that stands for the words where a pair of claims joins two sentences alone
PRONOUNS = frozenset(
    "i you he she it we they who which that this one someone anybody nobody".split()
)
CORE = ("agent", "patient", "recipient")
Pairs = dict[tuple[int, int], tuple[float, tuple[str, ...]]]  # by the numbers of two claims


@dataclass(frozen=True, slots=True)
class Known:
    """A claim with what comparing it needs."""

    told: Told
    sentence: Sentence
    words: frozenset[str]  # content lemmas of its clause
    statement: bool  # the act of saying, not what is said


def parallels(accounts: Sequence[Account], alignment: Alignment) -> tuple[Parallel, ...]:
    """Return the claims that two or more reports tell, one Parallel a fact, in story order."""
    known = {a.report.id: _by_sentence(a) for a in accounts}
    told = _in_order(k.told for found in known.values() for ks in found.values() for k in ks)
    number = {t: n for n, t in enumerate(told)}
    numbered = {
        report: {s: [(number[k.told], k) for k in ks] for s, ks in found.items()}
        for report, found in known.items()
    }
    pairs: Pairs = {}
    for link in alignment.links:
        for m, a in numbered[link.a.report].get(link.a.sentence, ()):
            for n, b in numbered[link.b.report].get(link.b.sentence, ()):
                score, grounds = same_claim(a, b, link.score)
                if score > 0:
                    pairs[min(m, n), max(m, n)] = (score, grounds)
    return tuple(_group(told, pairs))


def _in_order(told: Iterable[Told]) -> list[Told]:
    """Return claims in story order; their places in the list stand for them from here on."""
    return sorted(dict.fromkeys(told), key=_place)


def claim_pairs(accounts: Sequence[Account]) -> Iterator[frozenset[Place]]:
    """Yield pairs of sentences that claims prove to belong together where their words do not.

    The same act of an incident class done to the same people, named by a common rare noun, joins
    "the ambassador and other staff were evacuated" and "whether the staff had been evacuated".
    """
    index: dict[tuple[str, str], list[Known]] = {}
    for account in accounts:
        for known in (k for found in _by_sentence(account).values() for k in found):
            for word in _done_to(known):
                claim = known.told.claim
                index.setdefault((claim.sense or claim.predicate, word), []).append(known)
    for _, found in sorted(index.items()):
        if len(found) <= COMMON:
            for a, b in combinations(found, 2):
                if a.told.report != b.told.report and same_claim(a, b, ALONE)[0]:
                    yield frozenset(Place(k.told.report, k.told.claim.sentence) for k in (a, b))


def _done_to(known: Known) -> set[str]:
    """Return what an act of an incident class is done to, and which incident itself does what."""
    claim = known.told.claim
    if known.statement or claim.predicate in LIGHT:
        return set()
    nouns = {
        (p.role, p.lemma)
        for p in claim.participants
        if known.sentence.parse[p.head].pos == "NOUN" and p.lemma not in PEOPLE
    }
    done = {lemma for role, lemma in nouns if role == "patient" and claim.sense in ACTS}
    events = {
        sense for role, lemma in nouns if role == "agent" for sense in senses(lemma) & HAPPENINGS
    }
    return done | events


def _place(told: Told) -> tuple[int, str, int, int]:
    return len(told.report), told.report, told.claim.sentence, told.claim.token


def _by_sentence(account: Account) -> dict[int, list[Known]]:
    found: dict[int, list[Known]] = {}
    for claim in account.claims:
        sentence = account.sentences[claim.sentence]
        if sentence.news:
            found.setdefault(claim.sentence, []).append(_known(account, claim, sentence))
    return found


def _known(account: Account, claim: Claim, sentence: Sentence) -> Known:
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


def same_claim(a: Known, b: Known, link: float) -> tuple[float, tuple[str, ...]]:
    """Return how surely two claims tell the same thing, 0 where they do not, and the grounds."""
    if a.statement or b.statement or not _one_event(a.told.claim, b.told.claim, link):
        return 0.0, ()
    meaning, why = same_predicate(a.told.claim, b.told.claim)
    if not meaning:
        return 0.0, ()
    agreed, clashed = _participants(a, b)
    shared = a.words & b.words
    overlap = len(shared) / max(1, min(len(a.words), len(b.words)))
    if (clashed and overlap < 0.6) or _one_against_many(a, b):
        return 0.0, ()
    score = 0.35 * meaning + 0.25 * min(1.0, len(agreed) / 2) + 0.2 * overlap + 0.2 * link
    light = a.told.claim.predicate in LIGHT or b.told.claim.predicate in LIGHT
    if score < (0.65 if light else 0.5) or not (agreed or overlap >= 0.5):
        return 0.0, ()
    return score, (why, *(f"same {word}" for word in agreed[:3]))


def _one_event(a: Claim, b: Claim, link: float) -> bool:
    """Tell whether two claims may be about one event: the same kind, and times that can meet.

    Sentences that are nearly the same tell the same event even where their days differ: then the
    days are what they disagree on.
    """
    if a.event is not b.event:
        apart = EventKind.TOTAL in {a.event, b.event}
        return link >= NEARLY_THE_SAME and not apart
    if (
        a.event is EventKind.MAIN
        or a.begin is None
        or b.begin is None
        or a.end is None
        or b.end is None
    ):
        return True
    return (a.begin < b.end and b.begin < a.end) or link >= NEARLY_THE_SAME


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
    if p.lemma == q.lemma or same_key(p.key, q.key):
        return True
    return same_kind(p.lemma, q.lemma) >= 0.5


def _group(told: Sequence[Told], pairs: Pairs) -> Iterator[Parallel]:
    """Grow groups from the surest pair on; a claim joins where it pairs with each report's claim."""
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    for a, b in sorted(pairs, key=lambda p: (-pairs[p][0], p)):
        if a in home and b in home:
            continue
        if a not in home and b not in home:
            home[a] = home[b] = len(groups)
            groups.append([a, b])
            continue
        new, old = (a, b) if b in home else (b, a)
        members = groups[home[old]]
        if all(
            told[m].report == told[new].report or (min(m, new), max(m, new)) in pairs
            for m in members
        ):
            home[new] = home[old]
            members.append(new)
    best = _best(pairs)
    for group in sorted(sorted(g) for g in groups):
        yield _parallel(told, _closest(told, group, best), pairs)


def _parallel(told: Sequence[Told], group: Sequence[int], pairs: Pairs) -> Parallel:
    inside = [pairs[p] for p in combinations(group, 2) if p in pairs]
    return Parallel(tuple(told[n] for n in group), min(s for s, _ in inside), _grounds(inside))


def _best(pairs: Pairs) -> dict[int, float]:
    """Return the likeness of each claim to the claim that is nearest to it."""
    best: dict[int, float] = {}
    for both, (score, _) in pairs.items():
        for n in both:
            best[n] = max(best.get(n, 0.0), score)
    return best


def _closest(told: Sequence[Told], group: list[int], best: dict[int, float]) -> list[int]:
    """Keep of each report the claims that are nearly as close to the others as its closest."""
    top: dict[str, float] = {}
    for n in group:
        top[told[n].report] = max(top.get(told[n].report, 0.0), best[n])
    return [n for n in group if best[n] >= NEARLY * top[told[n].report]]


def _grounds(inside: Iterable[tuple[float, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(g for _, grounds in inside for g in grounds))[:4]
