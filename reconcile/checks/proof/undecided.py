"""Record what a check looked at and could not decide: values that differ, and what proof they lack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from reconcile.checks.proof.evidence import one_each, reports, subject_of
from reconcile.model import Comparison, Evidence, NotCompared, Parallel

Value = TypeVar("Value")


def undecided(
    comparison: Comparison,
    kind: str,
    subject: str,
    reason: str,
    items: Iterable[Evidence],
    grounds: tuple[str, ...] = (),
) -> NotCompared | None:
    """Return the record of values that were not compared; None unless two reports differ in them."""
    kept = one_each(comparison, items)
    if len(reports(kept)) < 2 or len({e.key for e in kept}) < 2:
        return None
    return NotCompared(kind, subject, reason, kept, grounds)


def first_apart(
    values: Sequence[Value], report: Callable[[Value], str], apart: Callable[[Value, Value], bool]
) -> Iterator[Value]:
    """Yield the first two values of different reports that are apart; nothing where none are."""
    for a, b in combinations(values, 2):
        if report(a) != report(b) and apart(a, b):
            yield from (a, b)
            return


def of_parallel(
    comparison: Comparison,
    kind: str,
    parallel: Parallel,
    reason: str,
    items: Iterable[Evidence],
    asks: str = "",
) -> NotCompared | None:
    """Return the record of values of one parallel that were not compared, with its grounds."""
    near = undecided(comparison, kind, asks, reason, items, parallel.grounds)
    if near is None:
        return None
    told = subject_of(comparison, parallel)
    return replace(near, subject=f"{asks}: {told}" if asks else told)
