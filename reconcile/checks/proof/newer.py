"""Say whose own words make its value the newer one: a correction, "has risen to", "a new toll"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.checks.proof.clock import lateness
from reconcile.checks.proof.evidence import who
from reconcile.checks.proof.sides import Side
from reconcile.events.revisions import Revision, earlier_figures, revision
from reconcile.facts.numbers import find_numbers
from reconcile.model import Comparison, Notice, NoticeKind, Place, Report, Span

_FALLS = frozenset({"down", "revised", "new"})  # words that a lower figure can carry


def corrected(sides: Sequence[Side]) -> str:
    """Say who corrects whom: "B corrects “14” to “11”"; "" where no report says that it does."""
    for side in sides:
        for report in side.reports:
            others = [s for s in sides if s is not side and report.id not in s.ids]
            for notice in report.notices:
                if notice.kind is NoticeKind.CORRECTION and _puts_right(report, notice, side):
                    old = [s for s in others if _takes_back(report, notice, s)]
                    if old:
                        return _correction(report, side, old)
    return ""


def _correction(report: Report, side: Side, old: Sequence[Side]) -> str:
    values = " and ".join(f"“{s.value}”" for s in old)
    wrong = who({r for s in old for r in s.ids}, "still has", "still have")
    return f"{report.id} corrects {values} to “{side.value}”; {wrong} what was wrong"


def _puts_right(report: Report, notice: Notice, side: Side) -> bool:
    return notice.right is None or _says(report.text, notice.right, side)


def _takes_back(report: Report, notice: Notice, side: Side) -> bool:
    return notice.wrong is not None and _says(report.text, notice.wrong, side)


def _says(text: str, span: Span, side: Side) -> bool:
    """Tell whether the words at a span give a value: the same figure, or else the same words."""
    words = span.of(text)
    if side.number is not None:
        return any(n.low == side.number for n in find_numbers(words))
    return _folded(side.value) in _folded(words)


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def by_words(comparison: Comparison, sides: Sequence[Side]) -> str:
    """Say whose words make its figure the newest, "" where none do or the clock is against it."""
    for side in sides:
        others = [s for s in sides if s is not side]
        for where, span in _tellings(comparison, side):
            said = _said(comparison, where, span)
            if (
                said
                and said.sense != "provisional"
                and _tops(comparison, where, side, said, others)
            ):
                return _told(where.report, said, side)
        if _provisional(comparison, side) and not any(
            _is_later(a, b) for s in others for a in s.reports for b in side.reports
        ):
            return f"{who(side.ids, 'calls', 'call')} {side.value} a provisional figure"
    return ""


def _tops(
    comparison: Comparison, where: Place, side: Side, said: Revision, others: Sequence[Side]
) -> bool:
    """Tell whether a figure said to be the newer supersedes all the others."""
    account = comparison.account(where.report)
    older = earlier_figures(comparison.sentence(where), account.report.text)
    return all(
        other.number in older
        or (
            _follows(other.number, side.number, said.sense)
            and not any(_is_later(account.report, r) for r in other.reports)
        )
        for other in others
    )


def _follows(old: float | None, new: float | None, sense: str) -> bool:
    """Tell whether one figure can have become another by what is said to have happened to it."""
    if old is None or new is None:
        return False
    return sense != "down" if new > old else sense in _FALLS


def _tellings(comparison: Comparison, side: Side) -> Iterator[tuple[Place, Span]]:
    """Yield where a figure stands: in the evidence, and wherever its report gives it for that slot."""
    marks = {(item.where, mark) for item in side.items for mark in item.marks}
    given = [a for report in side.ids for a in comparison.answers_of(report)]
    slots = {(a.where.report, a.slot, a.event, a.low) for a in given if (a.where, a.span) in marks}
    again = {(a.where, a.span) for a in given if (a.where.report, a.slot, a.event, a.low) in slots}
    yield from sorted(marks | again, key=lambda m: (m[0].report, m[0].sentence, m[1]))


def _said(comparison: Comparison, where: Place, span: Span) -> Revision | None:
    text = comparison.account(where.report).report.text
    return revision(comparison.sentence(where), span, text)


def _provisional(comparison: Comparison, side: Side) -> bool:
    told = [_said(comparison, i.where, mark) for i in side.items for mark in i.marks]
    return side.number is not None and all(t and t.sense == "provisional" for t in told)


def _told(report: str, said: Revision, side: Side) -> str:
    what = {"up": "has risen", "down": "has fallen", "revised": "was revised"}.get(said.sense)
    if what is None:
        return f"{report} gives {side.value} as the newer figure"
    return f"{report} says that the figure {what}"


def _is_later(first: Report, second: Report) -> bool:
    late = lateness(first, second)
    return late is not None and late.sign > 0
