"""Quote a report on a page: its words with the differing ones marked, who says it, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Account, Evidence, Place, Report, Span
from reconcile.render.browser.names import sentence_id
from reconcile.render.page.labels import line, short_outlet, when
from reconcile.render.page.words import Piece, pieces, visible


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place in the reading view."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a report says, and where others say the same."""

    letter: str
    who: str  # day and outlet
    pieces: tuple[Piece, ...]
    where: Link
    likewise: tuple[Link, ...] = ()


def quote(evidence: Evidence, others: Sequence[Evidence], reports: dict[str, Account]) -> Quote:
    """Return the whole sentence that a piece of evidence stands in, its differing words marked."""
    account = reports[evidence.where.report]
    sentence = account.sentences[evidence.where.sentence].span
    whole = sentence if sentence.covers(evidence.span) else evidence.span
    marks = evidence.marks or ((evidence.span,) if evidence.span != whole else ())
    return Quote(
        letter=visible(evidence.where.report),
        who=who(account.report),
        pieces=pieces(account.report.text, whole, marks),
        where=link(account, evidence.where, evidence.span),
        likewise=tuple(link(reports[o.where.report], o.where, o.span, named=True) for o in others),
    )


def who(report: Report) -> str:
    """Return "15 Nov · AP", as far as it is known."""
    return " · ".join(part for part in (when(report), short_outlet(report)) if part)


def link(account: Account, where: Place, span: Span, named: bool = False) -> Link:
    """Return the link to a place: "line 7", or "A 15 Nov, line 7"."""
    words = f"line {line(account.report, span.start)}"
    name = f"{where.report} {when(account.report)}".rstrip()
    return Link(f"{visible(name)}, {words}" if named else words, sentence_id(where))
