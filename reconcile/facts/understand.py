"""Say what one report tells: its sentences, their facts, and the claims made of them."""

from __future__ import annotations

from reconcile.language.parse import parse
from reconcile.model import Account, Report, Sentence
from reconcile.text.sentences import sentence_spans


def understand(report: Report) -> Account:
    """Return the account of a report: every fact with its span in `report.text`."""
    sentences = split(report)
    return Account(report, sentences)


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
