"""Score how surely two sentences contradict each other: news, plain sentences, added negations."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.task import Item, Task
from reconcile.facts.contradiction import contradiction
from reconcile.facts.factuality import find_stances
from reconcile.facts.wholes import wholes, wholes_alike
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Sentence, Span


def predict(items: list[Item]) -> list[Item]:
    """Return the score of each pair, and the label it stands for."""
    texts = list(dict.fromkeys(text for item in items for text in _pair(item)))
    sentences = dict(zip(texts, _understood(texts), strict=True))
    whole = dict(zip(texts, wholes([sentences[text] for text in texts]), strict=True))
    found = []
    for item in items:
        a, b = _pair(item)
        score = contradiction(sentences[a], sentences[b], wholes_alike(whole[a], whole[b]))
        found.append({"id": item["id"], "score": round(score, 4)})
    return found


def _pair(item: Item) -> tuple[str, str]:
    return item["premise"], item["hypothesis"]


def _understood(texts: list[str]) -> list[Sentence]:
    """Parse all texts as one, a line each, and find their stances."""
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    whole = "\n".join(texts)
    sentences = [
        Sentence(k, span, BlockKind.PARAGRAPH, tree)
        for k, (span, tree) in enumerate(zip(spans, parse(whole, spans), strict=True))
    ]
    return [replace(s, stances=find_stances(s, whole)) for s in sentences]


def explain(item: Item, prediction: Item) -> str:
    """Show a pair whose score is on the wrong side of .5, with what each sentence denies."""
    wanted = item["label"] == "contradiction"
    if (prediction["score"] >= 0.5) == wanted:
        return ""
    return (
        f"{item['premise']}\n  {item['hypothesis']}\n  {item['label']}, here {prediction['score']}"
        f"; stances {[_stances(text) for text in _pair(item)]}"
    )


def _stances(text: str) -> list[str]:
    (sentence,) = _understood([text])
    return [f"{sentence.parse[s.token].text} {s.factuality.value}" for s in sentence.stances]


TASK = Task(
    name="contradiction",
    scorer="contradiction",
    gold=(
        "contradiction/rte3.jsonl",
        "contradiction/sick.jsonl",
        "contradiction/negation_nli.jsonl",
    ),
    predict=predict,
    explain=explain,
    metrics={
        "RTE-3, F1": "rte3:all.at_own_best.f1",
        "SICK, F1": "sick:all.at_own_best.f1",
        "negation_nli, F1": "negation_nli:all.at_own_best.f1",
    },
    bars={"RTE-3, F1": 0.48, "SICK, F1": 0.86, "negation_nli, F1": 0.70},
    peers={"RTE-3, F1": 0.479, "SICK, F1": 0.826, "negation_nli, F1": 0.70},
)
