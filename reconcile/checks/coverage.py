"""One report tells what no other report tells.

A sentence that no other report has is coverage; so is a stretch of words inside a sentence that
another report carries without it. Both are notes: what one tells alone may still be so. Headlines,
and sentences about the report itself ("more to follow"), tell nothing of their own.

Agrees::

    herald: The mayor of Arden closed the bridge on Monday after a crack was found.
    courier: On Monday the mayor of Arden closed the bridge after a crack was found.

Diverges::

    herald: The mayor of Arden closed the bridge on Monday. Divers will inspect the piers this week.
    courier: The mayor of Arden closed the bridge on Monday.

    herald: The mayor of Arden, under investigation over the sale of the port, closed the bridge on Monday.
    courier: The mayor of Arden closed the bridge on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.align.words import differing_words
from reconcile.checks.proof.evidence import evidence
from reconcile.model import BlockKind, Comparison, Finding, Link, Place, Relation, Sentence, Span
from reconcile.plugin import Check

CLAUSE = 5  # words that only one of two copies has, from which they tell something of their own
TELLING = 3  # content words among them
COPY = 0.8  # likeness from which two sentences may be one sentence cut two ways
KEPT = 0.6  # share of the shorter one's words that both cuts have
TOLD = 0.5  # share of content words that another sentence has, from which it tells the same
SHORTEST = 4  # words of a sentence worth naming
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_OF_ITSELF = re.compile(
    r"(?:this (?:is|remains) a|a) (?:developing|breaking)(?: news)? (?:story|situation|event|news)"
    r"|more (?:details?|information|updates?|news)? ?(?:to follow|to come|(?:are|is) (?:awaited|expected)|soon)"
    r"|(?:please )?(?:check back|stay tuned|refresh)\b.*|(?:this )?(?:story|report|page|article) (?:will be|has been|was|is being) updated.*",
    re.IGNORECASE,
)


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sentence, and each clause of a shared one, that one report has."""
    told = {place for link in comparison.alignment.links for place in (link.a, link.b)}
    told |= {cell.where for row in comparison.rows for cell in row.cells}
    for account in comparison.accounts:
        for sentence in account.sentences:
            where = Place(account.report.id, sentence.index)
            if where not in told and _worth_naming(sentence, account.words(sentence.span)):
                yield _alone(comparison, where)
    lemmas = _Lemmas(comparison)
    for where, other in _copies(comparison).items():
        yield from _inside(comparison, lemmas, where, other)


def _worth_naming(sentence: Sentence, words: str) -> bool:
    """Tell whether a sentence is news, and no headline or word about the report itself."""
    if not sentence.news or sentence.block is BlockKind.HEADLINE or len(words.split()) < SHORTEST:
        return False
    return not _OF_ITSELF.fullmatch(" ".join(words.split()).strip(" .!:()[]–—-"))


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


class _Lemmas:
    """The content words of sentences, read once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._known: dict[str, list[frozenset[str]]] = {}

    def told_elsewhere(self, report: str, words: frozenset[str]) -> bool:
        """Tell whether a sentence of another report has many of the words."""
        return any(
            len(words & theirs) >= TOLD * len(words)
            for account in self._comparison.accounts
            if account.report.id != report
            for theirs in self._of(account.report.id)
        )

    def _of(self, report: str) -> list[frozenset[str]]:
        if report not in self._known:
            sentences = self._comparison.account(report).sentences
            self._known[report] = [_content(s, s.span) for s in sentences if s.news]
        return self._known[report]


def _content(sentence: Sentence, span: Span) -> frozenset[str]:
    return frozenset(t.lemma for t in sentence.parse.within(span) if t.pos in CONTENT)


def _copies(comparison: Comparison) -> dict[Place, Place]:
    """Return for each sentence the one of another report that is most like it, if it may be a copy."""
    best: dict[Place, Link] = {}
    for link in comparison.alignment.links:
        if link.score >= COPY:
            for place in (link.a, link.b):
                if place not in best or link.score > best[place].score:
                    best[place] = link
    return {place: x.b if place == x.a else x.a for place, x in best.items()}


def _inside(
    comparison: Comparison, lemmas: _Lemmas, where: Place, other: Place
) -> Iterator[Finding]:
    """Yield the clauses of a sentence that its copy has not, and no other report tells."""
    a, b = comparison.account(where.report), comparison.account(other.report)
    mine, yours = comparison.sentence(where), comparison.sentence(other)
    own, others = differing_words(a.report.text, mine.span, b.report.text, yours.span)
    kept = _length(b.report.text, yours.span) - sum(_length(b.report.text, s) for s in others)
    shorter = min(_length(a.report.text, mine.span), _length(b.report.text, yours.span))
    if kept < KEPT * shorter:
        return
    for span in own:
        words = _content(mine, span)
        telling = _length(a.report.text, span) >= CLAUSE and len(words) >= TELLING
        if telling and not lemmas.told_elsewhere(where.report, words):
            yield _extra(comparison, where, span, other)


def _length(text: str, span: Span) -> int:
    return len(span.of(text).split())


def _extra(comparison: Comparison, where: Place, span: Span, other: Place) -> Finding:
    said = " ".join(comparison.account(where.report).words(span).split())
    return Finding(
        kind="coverage",
        relation=Relation.REFINEMENT,
        subject=f"inside a sentence of {where.report}",
        reason=f"{where.report} adds this to a sentence that {other.report} carries without it.",
        evidence=(
            evidence(comparison, where, said, said.casefold(), span),
            evidence(comparison, other, "not told", ""),
        ),
        slot="inside",
    )


CHECK = Check(find=find)
