"""Find counts and measures of one thing that differ between two linked sentences.

Two quantities are of one thing when they have one unit, count the same noun, and stand in claims
that tell the same thing, or share the rare words around them. Equal values pair off first; only
what is then left over on either side, one of each, is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from reconcile.checks.proof.evidence import place_of
from reconcile.checks.proof.figures import Figures, Met, met
from reconcile.checks.proof.leeway import counts_meet
from reconcile.checks.proof.things import NEARLY_THE_SAME, around, near, same_noun
from reconcile.checks.proof.values import Meeting
from reconcile.events.slots import number_key
from reconcile.model import (
    Comparison,
    Place,
    Quantity,
    QuantityKind,
)
from reconcile.text.fold import flat

ALIKE = 0.8  # of two sums of money that may be one sum, the smaller as part of the larger
WITNESSES = 3  # rare words around both that tie two sums in sentences that are not linked
CLOSE = 0.6  # likeness from which two sentences with a claim in common are compared by number
COPY = 0.8  # the same where no claim is known to be common
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """One quantity of one sentence of one report."""

    where: Place
    quantity: Quantity = field(hash=False)  # place and words are enough for a key
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
    """Yield the quantities of one thing in linked sentences; each two kinds are compared once."""
    told_in = _parallels_at(comparison)
    known = _figures(comparison)
    meetings: dict[tuple[int, int, bool], list[Met]] = {}
    for link in comparison.alignment.links:
        left, right = known.get(link.a), known.get(link.b)
        if left and right:
            near = not told_in.get(link.a, _NONE).isdisjoint(told_in.get(link.b, _NONE))
            if link.score >= (CLOSE if near else COPY):
                kinds = left.kind, right.kind, link.score >= NEARLY_THE_SAME
                if kinds not in meetings:
                    meetings[kinds] = met(comparison.desk, left, right, link.score)
                yield from (_pair(left, right, found) for found in meetings[kinds])


def _parallels_at(comparison: Comparison) -> dict[Place, set[int]]:
    """Return the numbers of the parallels that have a claim in each sentence."""
    found: dict[Place, set[int]] = {}
    for number, parallel in enumerate(comparison.parallels):
        for told in parallel.told:
            found.setdefault(place_of(told), set()).add(number)
    return found


def _figures(comparison: Comparison) -> dict[Place, Figures]:
    """Return the quantities of each sentence that has some to compare."""
    kinds: dict[object, int] = {}
    found = {}
    for account in comparison.accounts:
        text = flat(account.report.text)
        for s in account.sentences:
            if s.quantities and (told := tuple(around(s, text, account.claims_in(s.index)))):
                names = frozenset(n.key for n in s.names)
                content = (names, *(x.content for x in told))
                where = Place(account.report.id, s.index)
                found[where] = Figures(where, told, names, kinds.setdefault(content, len(kinds)))
    return found


def _pair(left: Figures, right: Figures, found: Met) -> Pair:
    q, r = left.told[found.mine], right.told[found.yours]
    return Pair(
        Count(left.where, q.quantity, q.words),
        Count(right.where, r.quantity, r.words),
        found.meeting,
        found.grounds,
        found.against,
    )


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
            meeting = counts_meet(comparison.desk, p, q) or Meeting.APART
            yield Pair(x, y, meeting, tuple(f"both near “{w}”" for w in sorted(shared)[:4]))
