"""A report still carries what its agency has withdrawn or corrected.

A kill ("KILL", "WITHDRAWN", "editors are asked to kill the story") takes back an agency's text, and
every report that carries that text is named. A correction takes back a figure or a few words, and
every report that still has them is named, unless another kind of divergence compares them already.

Agrees::

    herald: ELSTOW (AP) — A gas explosion killed 11 people in a bakery in Elstow on Monday, police said.
    courier: ELSTOW (AP) — A gas explosion killed 11 people in a bakery in Elstow on Monday, police said.

Diverges::

    herald: ELSTOW (AP) — Jon Berg, who runs the bakery in Elstow where gas exploded on Monday, was not hurt. This story has been corrected to show that the baker's name is Jon Berg, not John Barg.
    courier: John Barg, who runs the bakery in Elstow where gas exploded on Monday, was not hurt.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reconcile.checks.proof.evidence import evidence, who
from reconcile.checks.proof.stale import Stale, stale
from reconcile.model import Comparison, Finding, NoticeKind, Place, Relation
from reconcile.plugin import Check
from reconcile.text.agencies import agencies_in


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each notice whose text is still carried."""
    found = [s for s in stale(comparison) if not _compared(comparison, s)]
    for _, group in groupby(found, key=lambda s: (s.by, s.notice)):
        yield _finding(comparison, list(group))


def _compared(comparison: Comparison, one: Stale) -> bool:
    """Tell whether both reports answer the slot, so that the figures are compared as such."""
    if one.notice.kind is NoticeKind.KILL:
        return False
    slots = {a.slot for a in comparison.answers if a.where == one.where and a.span == one.words}
    return any(a.slot in slots for a in comparison.answers if a.where.report == one.by)


def _finding(comparison: Comparison, found: list[Stale]) -> Finding:
    one = found[0]
    report = comparison.account(one.by).report
    killed = one.notice.kind is NoticeKind.KILL
    first = {s.where.report: s for s in reversed(found)}
    carrying = [first[id_] for id_ in sorted(first, key=lambda r: (len(r), r))]
    named = (*report.agencies, *agencies_in(report.text), report.source)
    whose = next((name for name in named if name), f"the source of {one.by}")
    wrong = " ".join((one.notice.wrong or one.notice.span).of(report.text).split())
    what = f"the text of {whose}" if killed else f"“{wrong}”"
    done = "withdraws" if killed else "corrects"
    items = [
        evidence(comparison, _place(comparison, one), done, "taken back", one.notice.span),
        *(
            evidence(comparison, s.where, "still carried", "still carried", s.words)
            for s in carrying
        ),
    ]
    return Finding(
        kind="retraction",
        relation=Relation.UPDATE,
        subject=what,
        reason=f"{one.by} {done} {what}; {who(first, 'still carries', 'still carry')} it.",
        evidence=tuple(items),
        slot=f"{one.notice.kind} of {whose if killed else wrong.casefold()}",
        grounds=("traced to the same agency",) if killed else ("the same words",),
        decided=f"{one.by} {done} it",
    )


def _place(comparison: Comparison, one: Stale) -> Place:
    """Return the sentence in which a notice begins."""
    sentences = comparison.account(one.by).sentences
    index = next((s.index for s in sentences if s.span.overlaps(one.notice.span)), 0)
    return Place(one.by, index)


CHECK = Check(find=find)
