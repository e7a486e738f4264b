"""Find what is said last about a figure that changed, where publication times show the order."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.checks.proof.clock import lateness
from reconcile.model import Row, Saying, Verdict
from reconcile.verdict.sayings import Ground


def newest(row: Row, sayings: Sequence[Saying], known: Ground) -> Saying | None:
    """Return the one value that came out after every other; None where the row was not updated."""
    standing = [s for s in sayings if not s.earlier]
    if row.verdict is not Verdict.UPDATED or len({s.key for s in standing}) < 2:
        return None
    for saying in standing:
        others = [s for s in standing if s.key != saying.key]
        if all(_after(saying, other, known) for other in others):
            return saying
    return None


def _after(later: Saying, earlier: Saying, known: Ground) -> bool:
    a = known.account(earlier.where.report).report
    b = known.account(later.where.report).report
    late = lateness(a, b)
    return late is not None and late.sign > 0
