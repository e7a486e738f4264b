"""Read the topics of ECB+ as accounts (annotation CC BY 3.0; Cybulska and Vossen 2014)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reconcile.events.frames import place_events
from reconcile.facts.understand import understood
from reconcile.language.parse import parse
from reconcile.model import Account, BlockKind, Place, Report, Sentence, Span


def topics(file: Path) -> Iterator[tuple[str, list[Account], set[Place], set[frozenset[Place]]]]:
    """Yield name, accounts, annotated sentences and pairs that share an event, of ECB+ topics."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            group = json.loads(line)
            accounts = list(place_events([account(d) for d in group["docs"]]))
            scope = {Place(d, i) for d, i in group["sentences_in_scope"]}
            pairs = {frozenset((Place(a, i), Place(b, j))) for a, i, b, j in group["pairs"]}
            yield group["subtopic"], accounts, scope, pairs


def account(document: Mapping[str, Any]) -> Account:
    """Understand an article that is already cut into sentences."""
    text, spans = "", []
    for words in document["sentences"]:
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    trees = parse(text, spans)
    report = Report(file=str(document["id"]), text=text, id=str(document["id"]))
    sentences = tuple(
        Sentence(k, span, BlockKind.PARAGRAPH, tree)
        for k, (span, tree) in enumerate(zip(spans, trees, strict=True))
    )
    return understood(report, sentences)
