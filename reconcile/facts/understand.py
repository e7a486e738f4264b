"""Say what one report tells: its sentences, their facts, and the claims made of them."""

from __future__ import annotations

from dataclasses import replace

from reconcile.facts.attribution import find_attributions, name_speakers
from reconcile.facts.claims import find_claims
from reconcile.facts.factuality import find_stances
from reconcile.facts.names import find_names
from reconcile.facts.quantities import find_quantities
from reconcile.facts.quotations import find_quotations
from reconcile.facts.times import anchor_times, find_times
from reconcile.language.parse import parse
from reconcile.model import Account, Report, Sentence
from reconcile.text.sentences import sentence_spans


def understand(report: Report) -> Account:
    """Return the account of a report: every fact with its span in `report.text`."""
    text = report.text
    sentences = tuple(_own_facts(s, report) for s in split(report))
    timed = anchor_times([s.times for s in sentences], text, report.published)
    sentences = tuple(replace(s, times=t) for s, t in zip(sentences, timed, strict=True))
    quoted = find_quotations(sentences, text)
    sentences = tuple(replace(s, quotations=q) for s, q in zip(sentences, quoted, strict=True))
    said = find_attributions(sentences, text)
    sentences = tuple(replace(s, attributions=a) for s, a in zip(sentences, said, strict=True))
    sentences = name_speakers(sentences)
    sentences = tuple(replace(s, stances=find_stances(s, text)) for s in sentences)
    return Account(report, sentences, tuple(c for s in sentences for c in find_claims(s, text)))


def split(report: Report) -> tuple[Sentence, ...]:
    """Cut the blocks of a report into parsed sentences, facts not yet found."""
    cut = [
        (block.kind, span)
        for block in report.blocks
        for span in sentence_spans(report.text, block.span.start, block.span.end)
    ]
    parses = parse(report.text, [span for _, span in cut])
    return tuple(
        Sentence(index=k, span=span, block=kind, parse=tree)
        for k, ((kind, span), tree) in enumerate(zip(cut, parses, strict=True))
    )


def _own_facts(sentence: Sentence, report: Report) -> Sentence:
    """Add the facts that a sentence gives without its neighbours."""
    text = report.text
    return replace(
        sentence,
        quantities=find_quantities(sentence, text),
        names=find_names(sentence, text),
        times=find_times(sentence, text, report.published),
    )
