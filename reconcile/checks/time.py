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
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from reconcile.align.slots import subject
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
from reconcile.checks.proof.undecided import first_apart, of_parallel
from reconcile.checks.proof.values import Meeting, times_meet
from reconcile.events.happenings import HAPPENINGS
from reconcile.events.moments import fineness, hangs_on, meet
from reconcile.model import (
    Answer,
    Comparison,
    EventKind,
    Finding,
    NotCompared,
    Parallel,
    Relation,
    Seen,
    Time,
    Told,
)
from reconcile.plugin import Check

PRINTED = frozenset({"update", "publish", "post"})  # when the page was made, not what it tells
FINEST = {"DATE": 1, "TIME": 2}


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each happening that reports set at different times."""
    slots = list(_moments(comparison))
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    told = {e.where for f in slots for e in f.evidence}
    others = [f for f in found if not any(e.where in told for e in f.evidence)]
    yield from merged([*slots, *sorted(others, key=lambda f: -len(f.evidence))])


def _moments(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sort of happening that reports set at times that cannot be one."""
    slots: dict[str, dict[str, list[Answer]]] = {}
    for answer in comparison.answers:
        if answer.slot.startswith("when ") and answer.event == EventKind.MAIN:
            by_report = slots.setdefault(answer.slot, {})
            by_report.setdefault(answer.where.report, []).append(answer)
    for slot, by_report in slots.items():
        finest = [_finest(answers) for answers in by_report.values()]
        clashing = [
            mine
            for mine in finest
            if any(_never_meet(comparison, mine, yours) for yours in finest if yours is not mine)
        ]
        if clashing:
            yield _slot_finding(comparison, slot, [a for answers in clashing for a in answers])


def _finest(answers: list[Answer]) -> list[Answer]:
    """Keep a report's most precise times: its hours, else its parts of a day, else its days."""
    top = max(fineness(a.key) for a in answers)
    return [a for a in answers if fineness(a.key) == top]


def _never_meet(comparison: Comparison, mine: list[Answer], yours: list[Answer]) -> bool:
    minutes = comparison.desk.minutes
    met = {meet(a.key, b.key, minutes) for a in mine for b in yours}
    return False in met and True not in met


def _slot_finding(comparison: Comparison, slot: str, answers: list[Answer]) -> Finding:
    items = one_each(
        comparison,
        [evidence(comparison, a.where, " ".join(a.value.split()), a.key, a.span) for a in answers],
    )
    return Finding(
        kind="time",
        relation=Relation.CONFLICT,
        subject=subject(slot, EventKind.MAIN),
        reason="Same happening, different times: " + each_has(items) + ".",
        evidence=items,
        slot=slot,
        grounds=("same event", "same slot"),
    )


def _finding(comparison: Comparison, parallel: Parallel) -> Seen | None:
    timed = _apart(
        comparison,
        [
            (t, time)
            for t in parallel.told
            for time in t.claim.times
            if time.type in FINEST and _own(comparison, t, time)
        ],
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
    minutes = comparison.desk.minutes
    clash = partial(_clash, minutes)
    some = _some_clash(timed, minutes)
    apart = list(first_apart(timed, lambda x: x[0].report, clash)) if some else []
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


def _clash(minutes: int, x: tuple[Told, Time], y: tuple[Told, Time]) -> bool:
    """Tell whether two times of one fineness cannot be one."""
    alike = x[1].type == y[1].type and _fine(x[1]) == _fine(y[1])
    return alike and times_meet(x[1], y[1], minutes) is Meeting.APART


def _some_clash(timed: Sequence[tuple[Told, Time]], minutes: int) -> bool:
    """Tell whether any two of the times clash: many reports give few different times."""
    distinct = {(t.type, t.value, t.begin, t.end, t.zone): (told, t) for told, t in timed}
    return any(_clash(minutes, x, y) for x, y in combinations(distinct.values(), 2))


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
    if time.begin is None and not _PLACED.match(time.value):
        return False
    return hangs_on(tree, told.claim, time)


_PLACED = re.compile(r"XXXX-WXX-\d|XXXX-\d\d-\d\d|.*T\d\d:\d\d")


def _apart(comparison: Comparison, timed: list[tuple[Told, Time]]) -> list[tuple[Told, Time]]:
    """Return the times of two reports that never meet another of their fineness; else none.

    A sentence that has the other's time too tells of two acts: "won in 2001 and in 2005".
    """
    out: list[tuple[Told, Time]] = []
    minutes = comparison.desk.minutes
    if not _some_clash(timed, minutes):
        return out
    pairs = [(x, y) for x, y in combinations(timed, 2) if x[0].report != y[0].report]
    pairs = [(x, y) for x, y in pairs if x[1].type == y[1].type and _fine(x[1]) == _fine(y[1])]
    meeting = {
        frozenset((x[0].report, y[0].report))
        for x, y in pairs
        if times_meet(x[1], y[1], minutes) is not Meeting.APART
    }
    for x, y in pairs:
        if _has_too(comparison, x, y) or _has_too(comparison, y, x):
            continue
        if frozenset((x[0].report, y[0].report)) not in meeting:
            out += [t for t in (x, y) if t not in out]
    return out


def _has_too(comparison: Comparison, x: tuple[Told, Time], y: tuple[Told, Time]) -> bool:
    """Tell whether the sentence of one time has the other time as well."""
    others = comparison.sentence(place_of(x[0])).times
    return any(t.type == y[1].type and t.value == y[1].value for t in others if t != x[1])


CHECK = Check(find=find)
