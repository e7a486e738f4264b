"""Find counts and measures of one thing that differ between two linked sentences.

Two quantities are of one thing when they have one unit, count the same noun, and stand in claims
that tell the same thing, or share the rare words around them. Equal values pair off first; only
what is then left over on either side, one of each, is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reconcile.checks.proof.evidence import place_of
from reconcile.checks.proof.things import Around, around, near, one_thing, same_noun
from reconcile.checks.proof.values import Meeting, quantities_meet
from reconcile.events.slots import number_key
from reconcile.model import (
    Account,
    Claim,
    Comparison,
    Link,
    Place,
    Quantity,
    QuantityKind,
)
from reconcile.text.fold import flat

ALIKE = 0.8  # of two sums of money that may be one sum, the smaller as part of the larger
WITNESSES = 3  # rare words around both that tie two sums in sentences that are not linked
CLOSE = 0.6  # likeness from which two sentences with a claim in common are compared by number
COPY = 0.8  # the same where no claim is known to be common


@dataclass(frozen=True, slots=True)
class Count:
    """One quantity of one sentence of one report."""

    where: Place
    quantity: Quantity
    words: str

    @property
    def key(self) -> str:
        """Return the normalised value with its unit."""
        return f"{number_key(self.quantity)} {self.quantity.unit}".strip()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities of one thing in two reports."""

    a: Count
    b: Count
    meeting: Meeting
    grounds: tuple[str, ...]
    against: str = ""  # why nothing proves that they are of one thing


@dataclass(frozen=True, slots=True)
class Group:
    """All that reports give as the number of one thing."""

    counts: tuple[Count, ...]  # in order of reports and text
    meeting: Meeting  # the worst of two of them
    grounds: tuple[str, ...]
    against: str = ""  # why nothing proves that they are of one thing, "" where it is proved

    @property
    def subject(self) -> str:
        """Return what is counted, in a word."""
        nouns = [c.quantity.counted or c.quantity.unit for c in self.counts]
        return next((n for n in nouns if n), "number")


def differing_counts(comparison: Comparison) -> Iterator[Group]:
    """Yield the quantities of one thing, all reports together, where two of them differ.

    Groups that differ without proof of being of one thing say what is `against` them.
    """
    found = [*_linked(comparison), *_near_misses(comparison)]
    pairs = [pair for pair in found if not pair.against]
    home: dict[Count, int] = {}
    groups: list[list[Pair]] = []
    for pair in pairs:
        known = sorted({home[c] for c in (pair.a, pair.b) if c in home})
        if not known:
            known = [len(groups)]
            groups.append([])
        for other in known[1:]:
            groups[known[0]] += groups[other]
            groups[other] = []
            home = {c: known[0] if k == other else k for c, k in home.items()}
        groups[known[0]].append(pair)
        home[pair.a] = home[pair.b] = known[0]
    for pairs in groups:
        if any(pair.meeting is not Meeting.SAME for pair in pairs):
            group = _group(pairs)
            yield replace(group, against=_not_one_value_each(comparison, group))
    for pair in found:
        if pair.against and pair.meeting is Meeting.APART:
            yield replace(_group([pair]), against=pair.against)


def _not_one_value_each(comparison: Comparison, group: Group) -> str:
    """Say why not every report gives one value for the thing that no other has too; "" where each does.

    A report that gives two figures, or that has another's figure in some other sentence, counts
    two things by one noun: then nothing proves which of them is meant.
    """
    values: dict[str, set[float]] = {}
    for count in group.counts:
        values.setdefault(count.where.report, set()).add(count.quantity.low)
    if any(len(own) > 1 for own in values.values()):
        return "a report gives two figures for it, and nothing shows which is meant"
    told = {
        (account.report.id, q.low)
        for account in comparison.accounts
        if account.report.id in values
        for s in account.sentences
        if s.news
        for q in s.quantities
        for c in group.counts[:1]
        if q.kind is c.quantity.kind
        and (not c.quantity.counted or same_noun(q.counted, c.quantity.counted))
    }
    distinct = {low for own in values.values() for low in own}
    if any((report, low) in told for report, own in values.items() for low in distinct - own):
        return "a report has the other's figure too, so they may count two things"
    return ""


def _group(pairs: Sequence[Pair]) -> Group:
    counts = {c for pair in pairs for c in (pair.a, pair.b)}
    meetings = {pair.meeting for pair in pairs}
    worst = Meeting.APART if Meeting.APART in meetings else Meeting.OVERLAP
    grounds = dict.fromkeys(g for pair in pairs for g in pair.grounds)
    ordered = sorted(counts, key=lambda c: (c.where.report, c.where.sentence, c.quantity.span))
    return Group(tuple(ordered), worst, tuple(grounds)[:4])


def _linked(comparison: Comparison) -> Iterator[Pair]:
    """Yield the quantities of one thing in linked sentences."""
    paired = {
        frozenset((place_of(a), place_of(b)))
        for p in comparison.parallels
        for a, b in combinations(p.told, 2)
        if a.report != b.report
    }
    known = {
        Place(account.report.id, s.index): found
        for account in comparison.accounts
        for s in account.sentences
        if s.quantities
        and (found := around(s, flat(account.report.text), _claims_of(account, s.index)))
    }
    for link in comparison.alignment.links:
        left, right = known.get(link.a), known.get(link.b)
        if left and right:
            near = frozenset((link.a, link.b)) in paired
            if link.score >= (CLOSE if near else COPY):
                yield from _pairs(comparison, link, left, right)


def _claims_of(account: Account, sentence: int) -> list[Claim]:
    return [c for c in account.claims if c.sentence == sentence]


def _pairs(
    comparison: Comparison, link: Link, left: Sequence[Around], right: Sequence[Around]
) -> list[Pair]:
    """Return the pairs of two linked sentences; none where every count of both differs.

    "25 points and 16 rebounds" and "22 points and nine rebounds" are of two games, not a conflict.
    """
    found = list(_met(comparison, link, left, right))
    counted = [p for p in found if p.a.quantity.kind is QuantityKind.COUNT]
    all_apart = len(counted) > 1 and all(p.meeting is Meeting.APART for p in counted)
    return [p for p in found if p not in counted] if all_apart else found


def _met(
    comparison: Comparison, link: Link, left: Sequence[Around], right: Sequence[Around]
) -> Iterator[Pair]:
    """Yield the quantities of one thing in two linked sentences."""
    a, b = comparison.sentence(link.a), comparison.sentence(link.b)
    for q in left:
        rivals = [r for r in right if one_thing(q, a, r, b, link.score)]
        if not rivals:
            continue
        same = [r for r in rivals if quantities_meet(q.quantity, r.quantity) is Meeting.SAME]
        owners = [p for p in left if any(one_thing(p, a, r, b, link.score) for r in rivals)]
        chosen = same[:1] or (rivals if len(rivals) == len(owners) == 1 else [])
        if not chosen:
            yield _open(link, q, rivals[0], len(rivals), len(owners))
        for r in chosen:
            meeting = quantities_meet(q.quantity, r.quantity)
            if meeting is not None and not (q.quoted and r.quoted):
                yield _pair(link, q, r, meeting)


def _pair(link: Link, q: Around, r: Around, meeting: Meeting, against: str = "") -> Pair:
    return Pair(
        Count(link.a, q.quantity, q.words),
        Count(link.b, r.quantity, r.words),
        meeting,
        tuple(f"both near “{w}”" for w in sorted(q.near & r.near)[:4]),
        against,
    )


def _open(link: Link, q: Around, r: Around, theirs: int, ours: int) -> Pair:
    """Return the first of several numbers that may be of one thing, as not proved."""
    meeting = quantities_meet(q.quantity, r.quantity) or Meeting.OVERLAP
    against = (
        f"{ours} figures and {theirs} may be of it, and nothing shows which of them go together"
    )
    return _pair(link, q, r, meeting, against)


def _near_misses(comparison: Comparison) -> Iterator[Pair]:
    """Yield sums of money that are nearly the same and stand beside the same rare words.

    "$5,120 on the Bellevue hotel" and a "$5,210 stay at the Bellevue hotel" need no linked sentences.
    """
    sums = [
        (Count(Place(a.report.id, s.index), q, a.words(q.span)), s)
        for a in comparison.accounts
        for s in a.sentences
        if s.news
        for q in s.quantities
        if q.kind is QuantityKind.MONEY and q.bound == "exact" and q.low == q.high > 0
    ]
    for (x, s), (y, t) in combinations(sums, 2):
        p, q = x.quantity, y.quantity
        if x.where.report == y.where.report or p.unit != q.unit or p.low == q.low:
            continue
        shared = (near(p, s) & near(q, t)) - {p.counted, q.counted}
        if ALIKE <= p.low / q.low <= 1 / ALIKE and len(shared) >= WITNESSES:
            meeting = quantities_meet(p, q) or Meeting.APART
            yield Pair(x, y, meeting, tuple(f"both near “{w}”" for w in sorted(shared)[:4]))
