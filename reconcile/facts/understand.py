"""Say what one report tells: its sentences, their facts, and the claims made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.facts.antecedents import resolved
from reconcile.facts.attribution import find_attributions, name_speakers
from reconcile.facts.claims import find_claims
from reconcile.facts.headlines import in_running_case
from reconcile.facts.house import in_one_zone
from reconcile.facts.known_as import said_by
from reconcile.facts.ownfacts import OwnFacts
from reconcile.facts.quotations import find_quotations
from reconcile.facts.times import anchor_times
from reconcile.language.parse import parse_all
from reconcile.model import Account, BlockKind, Report, Sentence, Span
from reconcile.settings.nouns import PLAIN, Style
from reconcile.text.sentences import sentence_spans

Cut = list[tuple[BlockKind, Span]]  # the sentences of a report


def understand(report: Report, style: Style = PLAIN) -> Account:
    """Return the account of a report: every fact with its span in `report.text`."""
    return understood(report, split(report), style)


def understood(
    report: Report,
    sentences: tuple[Sentence, ...],
    style: Style = PLAIN,
    own: OwnFacts | None = None,
) -> Account:
    """Return the account of a report that is already cut into parsed sentences.

    `style` says how the outlet writes dates, hours and units, and which names are one bearer's.
    `own` keeps the facts of sentences of the same style, so that copies of them are read once.
    """
    text, own = report.text, own or OwnFacts(style)
    sentences = tuple(own.added(s, report) for s in sentences)
    timed = anchor_times([s.times for s in sentences], text, report.published)
    timed = tuple(in_one_zone(times, style.outlet) for times in timed)
    sentences = tuple(replace(s, times=t) for s, t in zip(sentences, timed, strict=True))
    quoted = find_quotations(sentences, text)
    sentences = tuple(replace(s, quotations=q) for s, q in zip(sentences, quoted, strict=True))
    said = find_attributions(sentences, text)
    sentences = tuple(replace(s, attributions=a) for s, a in zip(sentences, said, strict=True))
    sentences = said_by(name_speakers(sentences), style.aliases)
    claims = tuple(c for s in sentences for c in find_claims(s, text))
    return Account(report, sentences, resolved(sentences, claims))


def split(report: Report) -> tuple[Sentence, ...]:
    """Cut the blocks of a report into parsed sentences, facts not yet found."""
    return next(parsed([report], [cut(report)]))


def cut(report: Report) -> Cut:
    """Cut the blocks of a report into sentences."""
    return [
        (block.kind, span)
        for block in report.blocks
        for span in sentence_spans(report.text, block.span.start, block.span.end)
    ]


def parsed(reports: Sequence[Report], cuts: Sequence[Cut]) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of each report with their parses; the same words are parsed once."""
    texts = [
        (in_running_case(r.text, c), [span for _, span in c])
        for r, c in zip(reports, cuts, strict=True)
    ]
    for c, trees in zip(cuts, parse_all(texts), strict=True):
        yield tuple(
            Sentence(index=k, span=span, block=kind, parse=tree)
            for k, ((kind, span), tree) in enumerate(zip(c, trees, strict=True))
        )
