"""Reports set the same happening in different places.

Spellings of one name, a place inside another, and a report that names none are no divergence.

Agrees::

    herald: The bomb went off in the Salhiya quarter of Arden on Monday.
    courier: The bomb went off in Salihiyah, Arden, on Monday.

Diverges::

    herald: The bomb went off in the Norgate neighbourhood of Arden on Monday.
    courier: The bomb went off in the Eastfield neighbourhood of Arden on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.align.words import differing_words
from reconcile.checks.proof.evidence import (
    each_has,
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
)
from reconcile.checks.proof.slots import differing_slots
from reconcile.checks.proof.streets import misread_streets
from reconcile.checks.proof.undecided import first_apart, of_parallel
from reconcile.events.details import same_place
from reconcile.facts.aliases import same_key
from reconcile.model import (
    Answer,
    Comparison,
    Finding,
    Name,
    NotCompared,
    Parallel,
    Relation,
    Seen,
    Told,
)
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each happening that reports set in different places."""
    slots = [
        *differing_slots(comparison, "place", "where", _same_place),
        *differing_slots(comparison, "place", "home of ", _same_place),
        *differing_slots(comparison, "place", "direction from ", _same_direction),
        *differing_slots(comparison, "place", "spot ", _same_spot),
        *differing_slots(comparison, "place", "run into", _same_spot),
        *misread_streets(comparison),
    ]
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    yield from merged([*slots, *sorted(found, key=lambda f: -len(f.evidence))])


def _same_direction(a: Answer, b: Answer) -> bool:
    """Tell whether two directions can be one: "north" holds with "northeast"."""
    return a.key in b.key or b.key in a.key


def _same_spot(a: Answer, b: Answer) -> bool:
    """Tell whether two rooms can be one: of "shoe store" and "store", and of any two kinds of shop."""
    one, two = a.key.split()[-1], b.key.split()[-1]
    return a.key == b.key or (one == two and " " not in a.key) or frozenset({one, two}) in ALIKE


ALIKE = frozenset(
    frozenset(pair.split())
    for pair in (
        "store shop|store supermarket|store bakery|store pharmacy|shop bakery|shop pharmacy|shop supermarket|"
        "cafe restaurant|cafe bar|bar restaurant|bar nightclub|corridor hallway|lobby foyer|gym gymnasium|"
        "garden backyard|garden courtyard|roof rooftop|cafeteria canteen|cafeteria restaurant|canteen restaurant|"
        "cellar basement|stairwell staircase|elevator lift|cinema theater|cinema theatre|theater theatre|"
        "bathroom toilet|bathroom restroom|toilet restroom|auditorium theater|auditorium theatre|"
        "pier jetty|pier quay|jetty quay|hill mountain|rock reef|rock cliff|hill cliff"
    ).split("|")
)


def _same_place(a: Answer, b: Answer) -> bool:
    return same_place(a.key, b.key)


def _finding(comparison: Comparison, parallel: Parallel) -> Seen | None:
    placed = [(t, p) for t in parallel.told for p in t.claim.places]
    apart = [
        (t, p)
        for t, p in placed
        if any(
            u.report != t.report
            and not _names(comparison, u.report, p)
            and not _names(comparison, t.report, q)
            for u, q in placed
        )
    ]
    if len({t.report for t, _ in apart}) < 2:
        return _not_compared(comparison, parallel, placed)
    items = one_each(
        comparison, [evidence(comparison, place_of(t), p.text, p.key, p.span) for t, p in apart]
    )
    if len(reports(items)) < 2:
        return None
    return Finding(
        kind="place",
        # two names may be of one place: without a slot of the incident, only copies make a conflict
        relation=Relation.CONFLICT if _copies(comparison, apart) else Relation.REFINEMENT,
        subject=f"where: {subject_of(comparison, parallel)}",
        reason="Same happening, different places: " + each_has(items) + ".",
        evidence=items,
        slot="where",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _not_compared(
    comparison: Comparison, parallel: Parallel, placed: list[tuple[Told, Name]]
) -> NotCompared | None:
    """Record two places of one happening of which a report names both."""
    alone = [(t, p) for t, p in placed if len(t.claim.places) == 1]
    apart = first_apart(
        alone, lambda x: x[0].report, lambda x, y: not same_place(x[1].key, y[1].key)
    )
    items = [evidence(comparison, place_of(t), p.text, p.key, p.span) for t, p in apart]
    why = "The places differ, but a report names both: one may lie in the other."
    return of_parallel(comparison, "place", parallel, why, items, asks="where")


def _copies(comparison: Comparison, apart: list[tuple[Told, Name]]) -> bool:
    """Tell whether the sentences differ in little but the place, and each claim has one place."""
    text = {a.report.id: a.report.text for a in comparison.accounts}
    pairs = combinations(apart, 2)
    (a, p), (b, q) = next(
        ((x, y) for x, y in pairs if x[0].report != y[0].report and x[1].key != y[1].key),
        (apart[0], apart[0]),
    )
    one, two = (comparison.sentence(place_of(t)).span for t in (a, b))
    only_a, only_b = differing_words(text[a.report], one, text[b.report], two)
    alone = len(a.claim.places) == len(b.claim.places) == 1
    return (
        alone
        and bool(only_a and only_b)
        and all(s.overlaps(p.span) for s in only_a)
        and all(s.overlaps(q.span) for s in only_b)
    )


def _names(comparison: Comparison, report: str, place: Name) -> bool:
    """Tell whether a report names a place anywhere, in any spelling."""
    return any(
        same_key(place.key, n.key) for s in comparison.account(report).sentences for n in s.names
    )


CHECK = Check(find=find)
