"""Find who says what in a report: source, cue and content, and a key for who the source is.

After the PolNeAR guidelines (Newell, Margolin and Ruths, LREC 2018). Grammar gives the attributions
of each sentence (`reconcile.facts.reporting`); here they are joined with quotations, carried on over
sentences that go on quoting, and their sources resolved (`reconcile.facts.sources`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.facts.reporting import Draft, find_reports, spans_of
from reconcile.facts.speakers import Story
from reconcile.model import Attribution, Quotation, Sentence, Span


def find_attributions(
    sentences: tuple[Sentence, ...], text: str
) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions of each sentence; the sentences carry their quotations (and names).

    An attribution whose cue lies in another sentence goes on with that one's content: a quotation
    that runs over several sentences gives one attribution in each of them.
    """
    found: list[list[tuple[Attribution, int]]] = [[] for _ in sentences]
    quotations = [q for s in sentences for q in s.quotations]
    story = Story()
    for sentence in sentences:
        if not sentence.news:
            continue
        story.mention(sentence)
        for draft in find_reports(sentence):
            made = _attribution(sentence, draft, quotations)
            _spread(made, story.resolve(sentence, draft.source), sentences, found)
    return tuple(
        tuple(replace(made, speaker=story.key(bearer)) for made, bearer in row) for row in found
    )


def _attribution(sentence: Sentence, draft: Draft, quotations: list[Quotation]) -> Attribution:
    content = spans_of(sentence.parse, draft.content)
    return Attribution(
        source=spans_of(sentence.parse, draft.source),
        cue=spans_of(sentence.parse, draft.cue),
        content=tuple(_whole(content, quotations)),
    )


def _whole(content: tuple[Span, ...], quotations: list[Quotation]) -> Iterator[Span]:
    """Widen content spans to the quotations they share words with."""
    spans = sorted(content)
    for quotation in quotations:
        for k, span in enumerate(spans):
            if (span.overlaps(quotation.span) and not quotation.span.covers(span)) or (
                quotation.span.covers(span)
                and (span.end - span.start) * 2 > quotation.span.end - quotation.span.start
            ):
                spans[k] = Span(
                    min(span.start, quotation.span.start), max(span.end, quotation.span.end)
                )
    yield from spans


def _spread(
    made: Attribution,
    bearer: int,
    sentences: tuple[Sentence, ...],
    found: list[list[tuple[Attribution, int]]],
) -> None:
    """Give each sentence the part of the content that lies in it."""
    for row, sentence in zip(found, sentences, strict=True):
        parts = tuple(
            Span(max(c.start, sentence.span.start), min(c.end, sentence.span.end))
            for c in made.content
            if c.overlaps(sentence.span)
        )
        if parts:
            row.append((replace(made, content=parts), bearer))
