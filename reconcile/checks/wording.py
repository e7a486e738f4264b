"""Reports call the same people or things by words of another colour.

Only words in one place of two copies of a sentence are compared, or names given to one party;
another spelling, another form of one word, and words of one meaning and one colour are none.

Agrees::

    herald: Dozens of protesters pushed into the courtyard of the ministry in Arden on Monday.
    courier: Dozens of protesters pushed into the courtyard of the ministry in Arden on Monday.

Diverges::

    herald: A man urged the protesters not to enter the courtyard of the ministry in Arden.
    courier: A man urged the mob not to enter the courtyard of the ministry in Arden.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.words import differing_words
from reconcile.checks.proof.evidence import evidence, merged
from reconcile.language.lexicon import same_kind
from reconcile.model import Comparison, Finding, Link, Relation, Span, Token
from reconcile.plugin import Check

COPY = 0.7  # likeness from which words in one place of two sentences may be set side by side
# Words that take sides; a neutral word on the other side makes the choice visible.
LOADED = frozenset(
    "mob thug terrorist regime martyr massacre slaughter butcher brutal heroic criminal gang "
    "militant extremist radical puppet aggression atrocity carnage infidel traitor crony horde "
    "vigilante riot rampage slay storm revenge illegal alien invader".split()
)


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each pair of words that stand in one place of two sentences."""
    found = [
        f
        for link in comparison.alignment.links
        if link.score >= COPY
        for f in _pairs(comparison, link)
    ]
    yield from merged(found)


def _pairs(comparison: Comparison, link: Link) -> Iterator[Finding]:
    a, b = comparison.account(link.a.report), comparison.account(link.b.report)
    left, right = comparison.sentence(link.a), comparison.sentence(link.b)
    only_a, only_b = differing_words(a.report.text, left.span, b.report.text, right.span)
    for span in only_a:
        twin = _twin(span, only_b, left.span, right.span, a.report.text, b.report.text)
        if twin is None:
            continue
        x, y = _noun(left.parse.within(span)), _noun(right.parse.within(twin))
        if x and y and x.lemma != y.lemma and (kind := _kind(x, y)):
            yield _finding(comparison, link, (x, y), kind)


def _twin(
    span: Span, others: tuple[Span, ...], left: Span, right: Span, text_a: str, text_b: str
) -> Span | None:
    """Return the differing words of the other sentence that stand between the same neighbours."""
    before = text_a[left.start : span.start].split()[-1:]
    after = text_a[span.end : left.end].split()[:1]
    for other in others:
        theirs = text_b[right.start : other.start].split()[-1:]
        follow = text_b[other.end : right.end].split()[:1]
        if before == theirs or (after and after == follow):
            return other
    return None


def _noun(tokens: tuple[Token, ...]) -> Token | None:
    """Return the only noun of a few words."""
    nouns = [t for t in tokens if t.pos == "NOUN"]
    return nouns[0] if len(nouns) == 1 and len(tokens) <= 3 else None


def _kind(x: Token, y: Token) -> Relation | None:
    """Return VARIANT for words of another colour, REFINEMENT where one is narrower, else None."""
    if (x.lemma in LOADED) != (y.lemma in LOADED):
        return Relation.VARIANT
    return Relation.REFINEMENT if same_kind(x.lemma, y.lemma) > 0 else None


def _finding(
    comparison: Comparison, link: Link, words: tuple[Token, Token], relation: Relation
) -> Finding:
    x, y = words
    return Finding(
        kind="wording",
        relation=relation,
        subject=f"“{x.text}” or “{y.text}”",
        reason=f"{link.a.report} writes “{x.text}” where {link.b.report} writes “{y.text}”.",
        evidence=(
            evidence(comparison, link.a, x.text, x.lemma, x.span),
            evidence(comparison, link.b, y.text, y.lemma, y.span),
        ),
        slot="wording",
        grounds=("the same place of the same sentence",),
        confidence=link.score,
    )


CHECK = Check(find=find)
