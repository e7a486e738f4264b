"""Find the claims that several reports tell, one group a fact, out of the pairs that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.align.claims import ACTS, LIGHT, Known, Match, known, match, same_claim
from reconcile.facts.senses import senses
from reconcile.model import (
    Account,
    Alignment,
    Parallel,
    Place,
    Told,
)

HAPPENINGS = frozenset({"attack", "quake", "fire", "crash"})
PEOPLE = frozenset("person people other man woman number official one who that".split())
NEARLY = 0.85  # of the closest claim's likeness, for another of the same report to count
COMMON = 8  # claims that share an act and a noun; more of them, and it is the topic, not the fact
ALONE = 0.5  # likeness that stands for the words where a pair of claims joins two sentences alone
Pairs = dict[tuple[int, int], tuple[float, tuple[str, ...]]]  # by the numbers of two claims


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one sentence, with their numbers in story order."""

    claims: tuple[Known, ...]
    numbers: tuple[int, ...]
    kind: int  # the same for sentences whose claims have one content


def parallels(accounts: Sequence[Account], alignment: Alignment) -> tuple[Parallel, ...]:
    """Return the claims that two or more reports tell, one Parallel a fact, in story order."""
    found_in = {a.report.id: _by_sentence(a) for a in accounts}
    told = _in_order(k.told for found in found_in.values() for ks in found.values() for k in ks)
    return tuple(_group(told, _pairs(alignment, _tellings(found_in, told))))


def _tellings(
    found_in: Mapping[str, Mapping[int, Sequence[Known]]], told: Sequence[Told]
) -> dict[Place, Telling]:
    """Return the claims of each sentence, numbered."""
    number = {t: n for n, t in enumerate(told)}
    kinds: dict[object, int] = {}
    return {
        Place(report, s): Telling(
            tuple(ks),
            tuple(number[k.told] for k in ks),
            kinds.setdefault(tuple(k.content for k in ks), len(kinds)),
        )
        for report, found in found_in.items()
        for s, ks in found.items()
    }


def _pairs(alignment: Alignment, tellings: Mapping[Place, Telling]) -> Pairs:
    """Return the pairs of claims in linked sentences that tell the same thing.

    Reports repeat each other's sentences: the claims of each two kinds are compared once.
    """
    matches: dict[tuple[int, int], list[tuple[int, int, Match]]] = {}
    pairs: Pairs = {}
    for link in alignment.links:
        a, b = tellings.get(link.a), tellings.get(link.b)
        if not a or not b:
            continue
        if (a.kind, b.kind) not in matches:
            matches[a.kind, b.kind] = list(_matches(a.claims, b.claims))
        for x, y, found in matches[a.kind, b.kind]:
            if score := found.at(link.score):
                m, n = a.numbers[x], b.numbers[y]
                pairs[min(m, n), max(m, n)] = (score, found.grounds)
    return pairs


def _matches(mine: Sequence[Known], yours: Sequence[Known]) -> Iterator[tuple[int, int, Match]]:
    """Yield which claims of two sentences can tell the same thing, by their places."""
    for x, a in enumerate(mine):
        for y, b in enumerate(yours):
            if found := match(a, b):
                yield x, y, found


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
        for told in (k for found in _by_sentence(account).values() for k in found):
            for word in _done_to(told):
                claim = told.told.claim
                index.setdefault((claim.sense or claim.predicate, word), []).append(told)
    for _, found in sorted(index.items()):
        if len(found) <= COMMON:
            for a, b in combinations(found, 2):
                if a.told.report != b.told.report and same_claim(a, b, ALONE):
                    yield frozenset(Place(k.told.report, k.told.claim.sentence) for k in (a, b))


def _done_to(act: Known) -> set[str]:
    """Return what an act of an incident class is done to, and which incident itself does what."""
    claim = act.told.claim
    if act.statement or claim.predicate in LIGHT:
        return set()
    nouns = {
        (p.role, p.lemma)
        for p in claim.participants
        if act.sentence.parse[p.head].pos == "NOUN" and p.lemma not in PEOPLE
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
            found.setdefault(claim.sentence, []).append(known(account, claim, sentence))
    return found


def _group(told: Sequence[Told], pairs: Pairs) -> Iterator[Parallel]:
    """Grow groups from the surest pair on; a claim joins where it pairs with each report's claim."""
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    surest = sorted(pairs, key=lambda p: (-pairs[p][0], p))
    for a, b in surest:
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
    groups += _left_over(told, surest, groups)
    for group in sorted(sorted(g) for g in groups):
        yield _parallel(told, _closest(told, group, best), pairs)


def _left_over(
    told: Sequence[Told], surest: Sequence[tuple[int, int]], groups: Sequence[Sequence[int]]
) -> Iterator[list[int]]:
    """Yield groups of the pairs that stand in no group together: the graph of tellings overlaps.

    A pair is grown with every claim that pairs with both, the surest first.
    """
    homes: dict[int, set[int]] = {}  # the groups that each claim stands in
    for home, members in enumerate(groups):
        for n in members:
            homes.setdefault(n, set()).add(home)
    near: dict[int, set[int]] = {}
    for a, b in surest:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    for home, (a, b) in enumerate(surest, start=len(groups)):
        if not homes.setdefault(a, set()).isdisjoint(homes.setdefault(b, set())):
            continue
        group = [a, b]
        for c in sorted(near[a] & near[b]):
            if all(c in near[m] or told[m].report == told[c].report for m in group):
                group.append(c)
        for n in group:
            homes.setdefault(n, set()).add(home)
        yield group


def _parallel(told: Sequence[Told], group: Sequence[int], pairs: Pairs) -> Parallel:
    inside = [pairs[p] for p in combinations(group, 2) if p in pairs]
    return Parallel(tuple(told[n] for n in group), min(s for s, _ in inside), _grounds(inside))


def _best(pairs: Pairs) -> dict[int, float]:
    """Return the likeness of each claim to the claim that is nearest to it."""
    best: dict[int, float] = {}
    for (a, b), (score, _) in pairs.items():
        if score > best.get(a, 0.0):
            best[a] = score
        if score > best.get(b, 0.0):
            best[b] = score
    return best


def _closest(told: Sequence[Told], group: list[int], best: dict[int, float]) -> list[int]:
    """Keep of each report the claims that are nearly as close to the others as its closest."""
    top: dict[str, float] = {}
    for n in group:
        top[told[n].report] = max(top.get(told[n].report, 0.0), best[n])
    return [n for n in group if best[n] >= NEARLY * top[told[n].report]]


def _grounds(inside: Iterable[tuple[float, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(g for _, grounds in inside for g in grounds))[:4]
