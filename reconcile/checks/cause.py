"""Reports give different causes for the same happening, or different means of the same act.

What was used in an attack is compared by kind of means (a planted device, a suicide bomber, a car
bomb, gunfire, a strike from the air), and what an accident is put down to by kind of cause (a gas
leak, a short circuit, arson, a technical fault, the weather). What a report rules out is none.

Agrees::

    herald: A car bomb killed nine people at a market in Arden on Monday.
    courier: Nine people were killed by a bomb in a parked car at a market in Arden on Monday.

    herald: A gas leak caused the blast that destroyed a bakery in Arden on Monday.
    courier: The blast at a bakery in Arden on Monday was due to leaking gas, the fire service said.

Diverges::

    herald: A suicide bomber killed nine people at a market in Arden on Monday.
    courier: A bomb planted at a market in Arden killed nine people on Monday.

    herald: A gas leak caused the blast that destroyed a bakery in Arden on Monday.
    courier: A short circuit caused the blast that destroyed a bakery in Arden on Monday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import each_has, evidence, one_each, reports
from reconcile.checks.proof.undecided import undecided
from reconcile.events.causes import causes, starter
from reconcile.events.slots import claim_at
from reconcile.model import (
    Account,
    Answer,
    Claim,
    Comparison,
    EventKind,
    Evidence,
    Factuality,
    Finding,
    Place,
    Relation,
    Seen,
    Sentence,
    Span,
)
from reconcile.plugin import Check
from reconcile.text.fold import flat

# Means that exclude each other when one act was done by one of them.
APART = frozenset(
    {
        frozenset({"suicide", "planted"}),
        frozenset({"suicide", "car bomb"}),
        frozenset({"planted", "rocket"}),
        frozenset({"suicide", "rocket"}),
        frozenset({"airstrike", "planted"}),
        frozenset({"airstrike", "suicide"}),
        frozenset({"airstrike", "car bomb"}),
        frozenset({"knife", "gun"}),
        frozenset({"gas", "arson"}),
    }
)


# Causes that one accident can have together.
TOGETHER = frozenset(
    {
        frozenset({"electrical fault", "technical fault"}),
        frozenset({"human error", "speed"}),
        frozenset({"human error", "drink"}),
        frozenset({"drink", "speed"}),
        frozenset({"weather", "speed"}),
        frozenset({"weather", "lightning"}),
        frozenset({"structure", "technical fault"}),
        frozenset({"structure", "overload"}),
        frozenset({"structure", "earthquake"}),
        frozenset({"weather", "landslide"}),
        frozenset({"gas", "carelessness"}),
    }
)


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield a finding where the means, and one where the causes, of two reports exclude each other."""
    yield from _means(comparison)
    yield from _causes(comparison)


def _means(comparison: Comparison) -> Iterator[Seen]:
    answers = [a for a in comparison.answers if a.slot == "means" and a.event == "main"]
    means: dict[str, set[str]] = {}
    for answer in answers:
        means.setdefault(answer.where.report, set()).add(answer.key)
    clashing = {
        r
        for r, mine in means.items()
        for other, theirs in means.items()
        if r != other and _exclude(mine, theirs)
    }
    if clashing:
        yield from _finding(comparison, [a for a in answers if a.where.report in clashing])
    else:
        told = [evidence(comparison, a.where, a.value, a.key, a.span) for a in answers]
        yield from _together(comparison, "by what means", told)


def _causes(comparison: Comparison) -> Iterator[Seen]:
    told = {a.report.id: tuple(_told(comparison, a)) for a in comparison.accounts}
    kinds = {report: {e.key for e in items} for report, items in told.items() if items}
    clashing = {
        r
        for pair in combinations(kinds, 2)
        if not kinds[pair[0]] & kinds[pair[1]]
        and not any(frozenset({x, y}) in TOGETHER for x in kinds[pair[0]] for y in kinds[pair[1]])
        for r in pair
    }
    items = one_each(comparison, [e for r, found in told.items() if r in clashing for e in found])
    if clashing:
        yield Finding(
            kind="cause",
            relation=Relation.CONFLICT,
            subject="what caused it",
            reason="Same happening, different causes: " + each_has(items) + ".",
            evidence=items,
            slot="cause",
            grounds=("same event",),
            confidence=0.7,
        )
    else:
        yield from _together(comparison, "what caused it", [e for f in told.values() for e in f])


def _together(comparison: Comparison, subject: str, items: list[Evidence]) -> Iterator[Seen]:
    """Yield what differs and may hold together, as not compared."""
    why = "They differ, but both may hold, or a report has both."
    if near := undecided(comparison, "cause", subject, why, items, ("same event",)):
        yield near


def _told(comparison: Comparison, account: Account) -> Iterator[Evidence]:
    """Yield the causes that a report gives for the incident itself."""
    text = account.report.text
    by_sentence: dict[int, list[Claim]] = {}
    for claim in account.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for sentence in account.sentences:
        if sentence.news:
            for start, end, kind in causes(flat(text), sentence.span.start, sentence.span.end):
                span = Span(start, end)
                inner = claim_at(by_sentence.get(sentence.index, ()), span)
                if (inner is None or inner.event is EventKind.MAIN) and not _set_apart(sentence):
                    where = Place(account.report.id, sentence.index)
                    yield evidence(comparison, where, " ".join(span.of(text).split()), kind, span)
            yield from _started(comparison, account, by_sentence.get(sentence.index, ()))


def _started(
    comparison: Comparison, account: Account, claims: Iterable[Claim]
) -> Iterator[Evidence]:
    """Yield who or what set off the incident, as the claims of one sentence have it."""
    for claim in claims:
        found = starter(claim)
        here = claim.event in {EventKind.MAIN, EventKind.OTHER}
        plain = here and claim.stance.factuality is Factuality.CERTAIN
        if found and plain:
            span, kind = found
            where = Place(account.report.id, claim.sentence)
            words = " ".join(account.words(span).split())
            yield evidence(comparison, where, words, kind, span)


def _set_apart(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of many such happenings: "since the war began"."""
    return any(t.lemma in {"since", "ago"} for t in sentence.parse)


def _exclude(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether no means of one report is among the other's, and some two exclude each other."""
    return not mine & theirs and any(frozenset({x, y}) in APART for x in mine for y in theirs)


def _finding(comparison: Comparison, answers: list[Answer]) -> Iterator[Finding]:
    items = one_each(
        comparison, [evidence(comparison, a.where, a.value, a.key, a.span) for a in answers]
    )
    if len(reports(items)) > 1:
        yield Finding(
            kind="cause",
            relation=Relation.CONFLICT,
            subject="by what means",
            reason="Same act, different means: " + each_has(items) + ".",
            evidence=items,
            slot="means",
            grounds=("same event", "same slot"),
            confidence=0.7,
        )


CHECK = Check(find=find)
