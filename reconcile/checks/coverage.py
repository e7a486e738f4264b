"""One report tells what no other report tells.

A sentence that no other report has is coverage; so is a stretch of words inside a sentence that
another report carries without it. Both are notes: what one tells alone may still be so.

Agrees::

    herald: The mayor of Arden closed the bridge on Monday after a crack was found.
    courier: On Monday the mayor of Arden closed the bridge after a crack was found.

Diverges::

    herald: The mayor of Arden closed the bridge on Monday. Divers will inspect the piers this week.
    courier: The mayor of Arden closed the bridge on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.words import differing_words
from reconcile.checks.proof.evidence import evidence
from reconcile.model import Comparison, Evidence, Finding, Link, Place, Relation, Span
from reconcile.plugin import Check

CLAUSE = 5  # words that only one of two copies has, from which they tell something of their own
COPY = 0.8  # likeness from which two sentences are read as one sentence cut two ways
SHORTEST = 4  # words of a sentence worth naming


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sentence, and each clause of a shared one, that one report has."""
    told = {place for link in comparison.alignment.links for place in (link.a, link.b)}
    told |= {cell.where for row in comparison.rows for cell in row.cells}
    for account in comparison.accounts:
        for sentence in account.sentences:
            where = Place(account.report.id, sentence.index)
            words = len(account.words(sentence.span).split())
            if sentence.news and where not in told and words >= SHORTEST:
                yield _alone(comparison, where)
    for link in comparison.alignment.links:
        if link.score >= COPY:
            yield from _inside(comparison, link)


def _alone(comparison: Comparison, where: Place) -> Finding:
    text = comparison.account(where.report).report.text
    said = " ".join(comparison.sentence(where).span.of(text).split())
    item = evidence(comparison, where, said, said.casefold())
    return Finding(
        kind="coverage",
        relation=Relation.REFINEMENT,
        subject=f"told by {where.report} alone",
        reason="No other report tells this.",
        evidence=(item,),
        slot="alone",
    )


def _inside(comparison: Comparison, link: Link) -> Iterator[Finding]:
    """Yield the clauses that one of two copies of a sentence has and the other has not."""
    a, b = comparison.account(link.a.report), comparison.account(link.b.report)
    left, right = comparison.sentence(link.a).span, comparison.sentence(link.b).span
    only_a, only_b = differing_words(a.report.text, left, b.report.text, right)
    for where, spans, other, others in (
        (link.a, only_a, link.b, only_b),
        (link.b, only_b, link.a, only_a),
    ):
        for span in spans:
            text = comparison.account(where.report).report.text
            if len(span.of(text).split()) >= CLAUSE and not _answered(
                comparison, other, others, span, text
            ):
                yield _extra(comparison, where, span, other)


def _answered(
    comparison: Comparison, other: Place, spans: tuple[Span, ...], span: Span, text: str
) -> bool:
    """Tell whether the other copy has words of its own of like length: then it is reworded."""
    theirs = comparison.account(other.report).report.text
    longest = max((len(s.of(theirs).split()) for s in spans), default=0)
    return longest * 2 > len(span.of(text).split())


def _extra(comparison: Comparison, where: Place, span: Span, other: Place) -> Finding:
    said = " ".join(comparison.account(where.report).words(span).split())
    items: tuple[Evidence, ...] = (
        evidence(comparison, where, said, said.casefold(), span),
        evidence(comparison, other, "not told", ""),
    )
    return Finding(
        kind="coverage",
        relation=Relation.REFINEMENT,
        subject=f"inside a sentence of {where.report}",
        reason=f"{where.report} adds this to a sentence that {other.report} carries without it.",
        evidence=items,
        slot="inside",
    )


CHECK = Check(find=find)
