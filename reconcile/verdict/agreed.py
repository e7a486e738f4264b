"""Find the strongest statement that every independent origin supports, among values for one slot.

A statement holds a value when the value lies inside it: "dozens" holds 36, "shortly before 8 a.m."
holds 7:40, "the breakwater" holds "the north breakwater of the harbour". Of the values given, the
narrowest that holds all others is common to all. Where none does, counts of casualties have the
least of them as a bound that grows ("at least 24"), other figures the range they span, and names
that differ have no common version.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from reconcile.checks.proof.clock import lateness
from reconcile.events.moments import window
from reconcile.facts.aliases import same_key
from reconcile.model import Basis, Piece, PieceKind, Quote, Row, Saying, Verdict
from reconcile.verdict.sayings import Ground, by_origin

Holds = Callable[[Saying, Saying], bool]
Agreed = tuple[tuple[Piece, ...], Basis]
NOTHING: Agreed = ((), Basis.NONE)


def agreed(row: Row, sayings: Sequence[Saying], known: Ground) -> Agreed:
    """Return the common version of a row of values and how it came about."""
    standing = [s for s in sayings if not s.earlier and s.where.report not in known.withdrawn]
    if not standing:
        return NOTHING
    if len({s.key.removeprefix(">=") for s in standing}) == 1:
        bounds = [s for s in standing if s.high == math.inf] or standing
        return (_printed(bounds[0], bounds),), _basis(standing)
    if row.slot.startswith("toll "):
        return _toll(
            [s for _, told in by_origin(_counts(standing, known)) for s in _current(told, known)]
        )
    current = [s for _, told in by_origin(standing) for s in _current(told, known)]
    if any(s.low or s.high for s in current):
        return _figure(current)
    when = row.slot.startswith("when")
    clash = row.verdict in {Verdict.CONFLICTING, Verdict.UPDATED}
    return (
        _least_precise(current, _window_holds if when else _name_holds)
        if when or not clash
        else NOTHING
    )


def _counts(standing: Sequence[Saying], known: Ground) -> list[Saying]:
    """Return the whole toll that each source of a report gives: its highest exact count.

    Others are parts of it, or old.
    """
    best: dict[tuple[str, ...], Saying] = {}
    for saying in standing:
        account = known.account(saying.where.report)
        key = (account.report.id, *(account.words(s).casefold() for s in saying.source))
        old = best.setdefault(key, saying)
        if (saying.bound != "vague", saying.low) > (old.bound != "vague", old.low):
            best[key] = saying
    return list(best.values())


def _basis(standing: Sequence[Saying]) -> Basis:
    return Basis.SAME if len({s.origin for s in standing}) > 1 else Basis.ONE


def _current(told: Sequence[Saying], known: Ground) -> Sequence[Saying]:
    """Return what an origin says at the last: what its latest report gives, where dates show it."""
    reports = {s.where.report: known.account(s.where.report).report for s in told}
    over = {
        a
        for a, first in reports.items()
        for second in reports.values()
        if (late := lateness(first, second)) is not None and late.sign > 0
    }
    return [s for s in told if s.where.report not in over]


def _quote(saying: Saying) -> Quote:
    return Quote(saying.where.report, saying.span)


def _printed(saying: Saying, same: Sequence[Saying] = ()) -> Piece:
    """Return the words of a saying as a piece; others that give the same value are quoted too."""
    others = (_quote(s) for s in same if s is not saying)
    return Piece(saying.value, PieceKind.WORDS, (_quote(saying), *others))


def _frame(text: str) -> Piece:
    return Piece(text, PieceKind.FRAME)


def _toll(current: Sequence[Saying]) -> Agreed:
    """Return the count that everybody has reached; the dead are counted up, not down."""
    least = min(current, key=lambda s: s.low)
    if least.low <= 0:
        return NOTHING
    number = f"{least.low:,g}"
    same = [s for s in current if s.low == least.low]
    value = Piece(number, PieceKind.VALUE, tuple(map(_quote, same)))
    return (_frame("at least"), value), Basis.BOUND


def _figure(current: Sequence[Saying]) -> Agreed:
    """Return the least precise of the figures that holds all, else the range they span."""
    found = _least_precise(current, lambda a, b: a.low <= b.low and b.high <= a.high)
    if found is not NOTHING:
        return found
    low, high = min(current, key=lambda s: s.low), max(current, key=lambda s: s.high)
    if math.isinf(high.high):
        return (_frame("at least"), _value(low.low, low)), Basis.BOUND
    ends = (_frame("between"), _value(low.low, low), _frame("and"), _value(high.high, high))
    return ends, Basis.BOUND


def _value(number: float, saying: Saying) -> Piece:
    return Piece(f"{number:,g}", PieceKind.VALUE, (_quote(saying),))


def _least_precise(current: Sequence[Saying], holds: Holds) -> Agreed:
    for saying in current:
        if all(holds(saying, other) for other in current):
            same = [s for s in current if s.key == saying.key]
            return (_printed(saying, same),), Basis.LEAST
    return NOTHING


def _window_holds(a: Saying, b: Saying) -> bool:
    """Tell whether the window of time that one gives holds the other's."""
    one, two = window(a.key), window(b.key)
    if one.zone != two.zone or one.either_half != two.either_half:
        return False
    days = one.date is None or two.date is None or one.date == two.date
    return days and one.low <= two.low and two.high <= one.high


def _name_holds(a: Saying, b: Saying) -> bool:
    """Tell whether the words of one name stand in the other's, which is then more precise."""
    return same_key(a.key, b.key) or set(a.key.split()) <= set(b.key.split())
