"""The words of both sides of a query as their reports print them, with the part that differs marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.model import Elsewhere, Evidence, Locus, Query, Report, Span, Submission
from reconcile.render.gate.parts import places
from reconcile.render.page.words import visible


@dataclass(frozen=True, slots=True)
class Side:
    """What one report says to a query."""

    source: str  # as its report names it; "" for none
    at: Locus  # of what differs
    text: str  # that the words stand in
    span: Span  # of the sentence, or of what differs where no sentence is known
    marks: tuple[Span, ...] = ()

    @property
    def sentence(self) -> str:
        """Return the words on one line."""
        return visible(self.span.of(self.text)).strip()

    @property
    def told(self) -> str:
        """Return source, place and words: "AP, filed/ap.txt:3:48: “…”"."""
        source = f"{visible(self.source)}, " if self.source else ""
        return f"{source}{places.spot(self.at)}: “{self.sentence}”"


def yours(submission: Submission, query: Query) -> Side:
    """Return the side of the submission."""
    evidence = query.divergence.finding.evidence
    own = [e for e in evidence if e.where.report == evidence[0].where.report]
    return _side(submission.report, query.words, query.at, own)


def theirs(query: Query) -> tuple[Side, ...]:
    """Return the sides of the reports on file, each sentence of a report once."""
    evidence = query.divergence.finding.evidence
    sides = [_side(o.report, o.words, o.at, _of(evidence, o)) for o in query.others]
    return tuple({(s.source, s.at.file, s.at.part, s.span): s for s in reversed(sides)}.values())[
        ::-1
    ]


def _of(evidence: Iterable[Evidence], other: Elsewhere) -> list[Evidence]:
    return [e for e in evidence if e.where.report == other.report.id]


def _side(report: Report | None, words: str, at: Locus, evidence: Iterable[Evidence]) -> Side:
    """Return a side by the evidence that holds the words; the words alone where none does."""
    for item in evidence:
        if report and words in visible(item.span.of(report.text)):
            return Side(report.source, at, report.text, item.span, item.marks)
    return Side(report.source if report else "", at, words, Span(0, len(words)))
