"""Decide whether reports that differ contradict, supersede or correct each other, and say why.

The one place where a conflict is told from an update, for all checks. In this order:

1. A correction. The text of one report is corrected, and what it takes back is what others carry.
2. Versions of one item. A publisher's later version puts its own earlier one right, whatever differs.
3. The words beside a value. "Has risen to 36", "a new toll of 36", "36, up from 20" supersede another
   value, and "a preliminary count of 20" is superseded, unless publication times speak against it.
4. The clock, for what becomes known bit by bit (how many, whether, why, how certain): every report
   with the one value came out before every report with the other. Counts grow; a later report with a
   lower figure supersedes nothing unless it says so. Ages, prison terms, where, when, who and what
   was said were fixed when it happened: a later report that has them otherwise contradicts the
   earlier one.

What came out at the same time is a conflict. Without any date nothing is an update.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.checks.proof.clock import in_order, lateness
from reconcile.checks.proof.evidence import who
from reconcile.checks.proof.newer import by_words, corrected
from reconcile.checks.proof.sides import Side, in_course, sides_of
from reconcile.checks.proof.timing import fixed, later, unsettled
from reconcile.model import Comparison, Finding, Relation, Report
from reconcile.text.versions import same_item

BECOMES_KNOWN = frozenset({"quantity", "polarity", "cause", "certainty"})
FIXED = ("age ", "term ")  # slots of figures that do not grow: how old, how long a prison term


def decided(comparison: Comparison, finding: Finding) -> Finding:
    """Return a finding with its relation decided and the reason for it.

    Only a conflict or an update between reports is a matter of succession; other findings, and those
    whose check knows the reason itself, are returned as they are.
    """
    if finding.decided or finding.relation not in {Relation.CONFLICT, Relation.UPDATE}:
        return finding
    sides = sides_of(comparison, finding)
    if len(sides) < 2 or len({r for side in sides for r in side.ids}) < 2:
        return finding
    relation, why = _decide(comparison, finding, sides)
    return replace(finding, relation=relation, decided=why)


def _decide(
    comparison: Comparison, finding: Finding, sides: Sequence[Side]
) -> tuple[Relation, str]:
    if why := corrected(sides):
        return Relation.UPDATE, why
    if why := another_version(sides):
        return Relation.UPDATE, why
    if not any(r.published for side in sides for r in side.reports):
        return Relation.CONFLICT, "no report is dated: nothing can be called an update"
    if why := by_words(comparison, sides):
        return Relation.UPDATE, why
    if finding.relation is Relation.UPDATE:
        return Relation.UPDATE, later(sides) or "the one can only be told after the other"
    return _by_the_clock(finding, sides)


def another_version(sides: Sequence[Side]) -> str:
    """Say that one value stands in later versions of the very items that give the other; "" if not."""
    if len(sides) != 2:
        return ""
    for old, new in (sides, sides[::-1]):
        pairs = [
            [(a, b) for b in new.reports if same_item(a, b) and _follows(a, b)] for a in old.reports
        ]
        if all(pairs) and len({b.id for found in pairs for _, b in found}) == len(new.reports):
            a, b = pairs[0][0]
            return f"{b.id} is a later version of the item that {a.id} is a version of"
    return ""


def _follows(first: Report, second: Report) -> bool:
    late = lateness(first, second)
    return late is not None and late.sign > 0


def _by_the_clock(finding: Finding, sides: Sequence[Side]) -> tuple[Relation, str]:
    if finding.kind not in BECOMES_KNOWN or finding.slot.startswith(FIXED):
        return Relation.CONFLICT, fixed(sides)
    ordered = in_course(sides)
    if in_order([side.reports for side in ordered]):
        return Relation.UPDATE, later(ordered)
    return Relation.CONFLICT, unsettled(sides)


def undated(reports: Sequence[Report]) -> tuple[str, ...]:
    """Say on one line which reports have no date, and what that means; nothing when all have one."""
    without = [r.id for r in reports if r.published is None]
    if not without:
        return ()
    if len(without) == len(reports):
        return ("No report is dated: nothing can be called an update.",)
    told = who(without, "has", "have")
    return (f"{told} no date: nothing shows whether it is an update.",)
