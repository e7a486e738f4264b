"""Ask both sides of a finding what makes them one subject: the same questions for every check.

The aspect that a check compares (the times of a time finding) may stand apart: that is the finding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, product

from reconcile.align.claims import CORE, same_participant, same_predicate
from reconcile.events.details import same_place
from reconcile.events.slots import claim_at
from reconcile.model import (
    Aspect,
    Claim,
    Comparison,
    EventKind,
    Evidence,
    Finding,
    Ground,
    Sentence,
    Span,
    Standing,
)

SHOWN = 3  # participants named
EVENTS = {
    EventKind.MAIN: "the incident",
    EventKind.EARLIER: "an earlier event",
    EventKind.LATER: "a later event",
    EventKind.SIMILAR: "a similar event",
    EventKind.TOTAL: "a total over many events",
    EventKind.OTHER: "an event of its own",
}


def proof(comparison: Comparison, finding: Finding) -> tuple[Ground, ...]:
    """Return how the two sides of a finding stand in each aspect; nothing for a single report.

    The sides are the first two reports that give different values, with the claims whose
    predicates or clauses hold the marked words.
    """
    sides = _sides(finding)
    if sides is None:
        return ()
    a, b = sides
    pairs = product(_claims(comparison, a), _claims(comparison, b))
    one, other = max(pairs, key=lambda p: same_predicate(*p)[0], default=(None, None))
    found = [_context(comparison.score(a.where, b.where), one, other)]
    if one and other:
        found += [
            _predicate(one, other),
            _participants(one, other),
            _time(one, other),
            _place(one, other),
        ]
    return tuple(found)


def _sides(finding: Finding) -> tuple[Evidence, Evidence] | None:
    across = [
        (a, b) for a, b in combinations(finding.evidence, 2) if a.where.report != b.where.report
    ]
    differing = (pair for pair in across if pair[0].key != pair[1].key)
    return next(differing, across[0] if across else None)


def _claims(comparison: Comparison, side: Evidence) -> list[Claim]:
    """Return the claims that evidence may rest on: predicates marked, then clauses with a mark."""
    sentence = comparison.sentence(side.where)
    account = comparison.account(side.where.report)
    claims = account.claims_in(side.where.sentence)
    marked = [c for c in claims if any(m.covers(_at(sentence, c)) for m in side.marks)]
    held = [c for m in side.marks if (c := claim_at(claims, m))]
    return [*marked, *held] or list(claims[:1])


def _at(sentence: Sentence, claim: Claim) -> Span:
    return sentence.parse[claim.token].span


def _context(link: float, one: Claim | None, other: Claim | None) -> Ground:
    where = f"the sentences are linked ({link:.2f})" if link else "no link of sentences"
    if one is None or other is None or one.event is other.event:
        event = EVENTS[one.event] if one else EVENTS[EventKind.MAIN]
        standing = Standing.SAME if link else Standing.OPEN
        return Ground(Aspect.CONTEXT, standing, f"{where}; both tell of {event}")
    told = f"one tells of {EVENTS[one.event]}, one of {EVENTS[other.event]}"
    return Ground(Aspect.CONTEXT, Standing.APART, f"{where}; {told}")


def _predicate(one: Claim, other: Claim) -> Ground:
    meaning, why = same_predicate(one, other)
    if meaning:
        return Ground(Aspect.PREDICATE, Standing.SAME, why)
    words = f"“{one.predicate}” and “{other.predicate}”"
    return Ground(Aspect.PREDICATE, Standing.OPEN, words)


def _participants(one: Claim, other: Claim) -> Ground:
    shared = [
        f"{p.role} “{p.lemma}”" if p.role in CORE else f"“{p.lemma}”"
        for p in one.participants
        if any(
            same_participant(p, q) and (p.role in CORE) == (q.role in CORE)
            for q in other.participants
        )
    ]
    if shared:
        words = ", ".join(dict.fromkeys(shared[:SHOWN]))
        return Ground(Aspect.PARTICIPANTS, Standing.SAME, f"both have {words}")
    return Ground(Aspect.PARTICIPANTS, Standing.OPEN, "none in common")


def _time(one: Claim, other: Claim) -> Ground:
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return Ground(Aspect.TIME, Standing.OPEN, "not told by both")
    meet = one.begin < other.end and other.begin < one.end
    told = dict.fromkeys((_period(one.begin, one.end), _period(other.begin, other.end)))
    return Ground(Aspect.TIME, Standing.SAME if meet else Standing.APART, " and ".join(told))


def _period(begin: dt.datetime, end: dt.datetime) -> str:
    """Return a day where the period is one, else its ends."""
    if end - begin <= dt.timedelta(days=1) and begin.time() == dt.time():
        return begin.date().isoformat()
    return f"{begin.isoformat(timespec='minutes')} to {end.isoformat(timespec='minutes')}"


def _place(one: Claim, other: Claim) -> Ground:
    pairs: Iterator[tuple[str, str]] = (
        (p.text, q.text) for p in one.places for q in other.places if same_place(p.key, q.key)
    )
    if met := next(pairs, None):
        return Ground(Aspect.PLACE, Standing.SAME, " and ".join(dict.fromkeys(met)))
    if one.places and other.places:
        words = f"{one.places[0].text} and {other.places[0].text}"
        return Ground(Aspect.PLACE, Standing.APART, words)
    return Ground(Aspect.PLACE, Standing.OPEN, "not told by both")
