"""Say who says what in a news article: source, cue and content of each attribution (PolNeAR)."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.task import Item, Task
from reconcile.facts.attribution import find_attributions, outermost
from reconcile.facts.names import find_names
from reconcile.facts.quotations import find_quotations
from reconcile.facts.understand import split
from reconcile.model import Attribution, Quotation, Sentence, Span
from reconcile.read.text import read_text

ROLES = ("source", "cue", "content")


def predict(items: list[Item]) -> list[Item]:
    """Return the attributions of each article."""
    return [{"id": item["id"], "attributions": _attributions(item["text"])} for item in items]


def _attributions(text: str) -> list[dict[str, list[list[int]]]]:
    """Return the outermost attributions; the data have none inside what another one attributes."""
    sentences = split(read_text(text))
    quoted = find_quotations(sentences, text)
    ready = tuple(_ready(s, q, text) for s, q in zip(sentences, quoted, strict=True))
    rows = find_attributions(ready, text)
    whole = _joined([a for row in rows for a in row])
    return [{role: [[s.start, s.end] for s in getattr(a, role)] for role in ROLES} for a in whole]


def _ready(sentence: Sentence, quotations: tuple[Quotation, ...], text: str) -> Sentence:
    return replace(sentence, quotations=quotations, names=find_names(sentence, text))


def _joined(parts: list[Attribution]) -> tuple[Attribution, ...]:
    """Make one attribution of those that share cue and source, as the data have it."""
    whole: dict[tuple[tuple[Span, ...], ...], Attribution] = {}
    for part in parts:
        first = whole.setdefault((part.cue, part.source), replace(part, content=()))
        content = tuple(sorted({*first.content, *part.content}))
        whole[part.cue, part.source] = replace(first, content=content)
    return outermost(tuple(whole.values()))


def explain(item: Item, prediction: Item) -> str:
    """Show the contents that only the data have, and those that only the prediction has."""
    gold, ours = item["attributions"], prediction["attributions"]
    lines = [f"missed  {_told(item, a)}" for a in gold if a["content"] and not _met(a, ours)]
    lines += [f"false   {_told(item, a)}" for a in ours if not _met(a, gold)]
    return "\n".join(lines)


def _met(one: Item, others: list[Item]) -> bool:
    """Tell whether any content of the other side shares a character with this one's."""
    return any(
        s < end and start < e
        for s, e in one["content"]
        for other in others
        for start, end in other["content"]
    )


def _told(item: Item, attribution: Item) -> str:
    return " | ".join(
        " … ".join(item["text"][s:e] for s, e in attribution[role]) or "(none)" for role in ROLES
    )


TASK = Task(
    name="attribution",
    scorer="attribution",
    gold=("attribution/polnear.jsonl",),
    predict=predict,
    explain=explain,
    metrics={
        "content spans, F1": "content.span.f1",
        "source of content, F1": "source_of_content.f1",
        "content characters, F1": "content.char.f1",
    },
    bars={"content spans, F1": 0.75, "source of content, F1": 0.60},
)
