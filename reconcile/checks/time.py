"""Reports give different times for the same happening.

Times are resolved against each report's date, so "yesterday" and "Tuesday" can be one day. Days are
compared with days and clock times with clock times.

Agrees::

    herald (2024-03-06): The ferry ran aground off Arden on Tuesday.
    courier (2024-03-06): The ferry ran aground off Arden yesterday.

Diverges::

    herald (2024-03-06): The ferry ran aground off Arden at 8:40 p.m. on Tuesday.
    courier (2024-03-06): The ferry ran aground off Arden at 9:15 p.m. on Tuesday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import (
    each_has,
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    words,
)
from reconcile.checks.proof.slots import differing_slots
from reconcile.checks.proof.undecided import first_apart, of_parallel
from reconcile.checks.proof.values import Meeting, times_meet
from reconcile.events.details import HAPPENINGS
from reconcile.model import (
    Answer,
    Comparison,
    Finding,
    NotCompared,
    Parallel,
    Parse,
    Relation,
    Seen,
    Time,
    Token,
    Told,
)
from reconcile.plugin import Check

PRINTED = frozenset({"update", "publish", "post"})  # when the page was made, not what it tells
FINEST = {"DATE": 1, "TIME": 2}


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each happening that reports set at different times."""
    slots = list(differing_slots(comparison, "time", "when ", _same_clock))
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    yield from merged([*slots, *sorted(found, key=lambda f: -len(f.evidence))])


def _same_clock(a: Answer, b: Answer) -> bool:
    """Tell whether two clock times agree; whole hours apart may be two zones."""
    return abs(a.low - b.low) % 60 == 0


def _finding(comparison: Comparison, parallel: Parallel) -> Seen | None:
    timed = _apart(
        [
            (t, time)
            for t in parallel.told
            for time in t.claim.times
            if time.type in FINEST and _own(comparison, t, time)
        ]
    )
    items = one_each(
        comparison,
        [
            evidence(
                comparison, place_of(t), words(comparison, t, time.span), time.value, time.span
            )
            for t, time in timed
        ],
    )
    if len(reports(items)) < 2:
        return _not_compared(comparison, parallel)
    return Finding(
        kind="time",
        relation=Relation.CONFLICT,
        subject=f"when: {subject_of(comparison, parallel)}",
        reason="Same happening, different times: " + each_has(items) + ".",
        evidence=items,
        slot="when",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _not_compared(comparison: Comparison, parallel: Parallel) -> NotCompared | None:
    """Record two times that differ and are not both when the act was, or meet in another pair."""
    timed = [(t, time) for t in parallel.told for time in t.claim.times if time.type in FINEST]
    apart = list(first_apart(timed, lambda x: x[0].report, _clash))
    if not apart:
        return None
    loose = [words(comparison, t, time.span) for t, time in apart if not _own(comparison, t, time)]
    why = (
        f"Times differ, but nothing shows that {' and '.join(f'“{w}”' for w in loose)} is when it was."
        if loose
        else "Times differ, but the reports also give times that can be one."
    )
    items = [
        evidence(comparison, place_of(t), words(comparison, t, time.span), time.value, time.span)
        for t, time in apart
    ]
    return of_parallel(comparison, "time", parallel, why, items, asks="when")


def _clash(x: tuple[Told, Time], y: tuple[Told, Time]) -> bool:
    """Tell whether two times of one fineness cannot be one."""
    alike = x[1].type == y[1].type and _fine(x[1]) == _fine(y[1])
    return alike and times_meet(x[1], y[1]) is Meeting.APART


def _fine(time: Time) -> int:
    """Return how finely a time is told: the length of its value up to the day, an hour apart."""
    return len(time.value.split("T")[0])


def _own(comparison: Comparison, told: Told, time: Time) -> bool:
    """Tell whether a time is when the act itself was: it hangs on the predicate, and is placed.

    "Sentenced for the March 11 incident" does not say when he was sentenced; and "this year" of a
    report without a date is no year.
    """
    tree = comparison.sentence(place_of(told)).parse
    happens = tree[told.claim.token].pos == "VERB" or told.claim.sense in HAPPENINGS
    if not happens or told.claim.predicate in PRINTED:
        return False
    inside = {t.i for t in tree.within(time.span)}
    heads = [t for t in tree.within(time.span) if t.head not in inside or t.head == t.i]
    if time.begin is None and not _PLACED.match(time.value):
        return False
    return any(_hangs_on(tree, t, told.claim.token) for t in heads)


def _hangs_on(tree: Parse, token: Token, predicate: int) -> bool:
    """Tell whether a token is the predicate's own, directly or through prepositions and hours."""
    for step in (token, *tree.ancestors(token)):
        if predicate in (step.head, step.i):
            return True
        if step.dep not in {
            "pobj",
            "prep",
            "npadvmod",
            "nummod",
            "pcomp",
            "advmod",
            "appos",
            "nmod",
        }:
            return False
        if tree.head(step).pos in {"NOUN", "PROPN"} and not _timely(tree.head(step)):
            return False
    return False


def _timely(token: Token) -> bool:
    return token.entity in {"DATE", "TIME"} or token.lemma in {"gmt", "utc", "p.m.", "a.m."}


_PLACED = re.compile(r"XXXX-WXX-\d|XXXX-\d\d-\d\d|.*T\d\d:\d\d")


def _apart(timed: list[tuple[Told, Time]]) -> list[tuple[Told, Time]]:
    """Return the times of two reports that never meet another of their fineness; else none."""
    out: list[tuple[Told, Time]] = []
    pairs = [(x, y) for x, y in combinations(timed, 2) if x[0].report != y[0].report]
    pairs = [(x, y) for x, y in pairs if x[1].type == y[1].type and _fine(x[1]) == _fine(y[1])]
    meeting = {
        frozenset((x[0].report, y[0].report))
        for x, y in pairs
        if times_meet(x[1], y[1]) is not Meeting.APART
    }
    for x, y in pairs:
        if frozenset((x[0].report, y[0].report)) not in meeting:
            out += [t for t in (x, y) if t not in out]
    return out


CHECK = Check(find=find)
