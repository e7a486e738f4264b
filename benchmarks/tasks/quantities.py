"""Find the quantities of single sentences: newspaper sentences, and short ones made for tests."""

from __future__ import annotations

import math

from benchmarks.task import Item, Task
from reconcile.facts.quantities import find_quantities
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Quantity, QuantityKind, Sentence, Span

CHANGE = {"more than": ">", "at least": ">", "less than": "<", "at most": "<", "about": "~"}


def predict(items: list[Item]) -> list[Item]:
    """Return the quantities of each item's sentence."""
    return [
        {"id": item["id"], "quantities": [_entry(q) for q in _find(item["text"])]} for item in items
    ]


def _find(text: str) -> tuple[Quantity, ...]:
    span = Span(0, len(text))
    (tree,) = parse(text, [span])
    found = find_quantities(Sentence(0, span, BlockKind.PARAGRAPH, tree), text)
    return tuple(q for q in found if q.kind is not QuantityKind.ORDINAL)


def _entry(q: Quantity) -> Item:
    """Write a quantity as the data do: an age in "year of age", a count in what it counts."""
    unit = f"{q.unit} of age" if q.kind is QuantityKind.AGE else q.unit or q.counted or "-"
    spread = q.bound == "between" or (q.bound == "vague" and math.isfinite(q.high))
    return {
        "value": [q.low, q.high] if spread else q.value,
        "unit": unit,
        "change": q.change or CHANGE.get(q.bound, "="),
    }


def explain(item: Item, prediction: Item) -> str:
    """Show the sentence, what was wanted and what was found, where they differ."""
    want = sorted(f"{_value(q['value'])} {q['unit'].lower()}" for q in item["quantities"])
    have = sorted(f"{_value(q['value'])} {q['unit'].lower()}" for q in prediction["quantities"])
    if want == have:
        return ""
    missed = [w for w in want if w not in have]
    extra = [h for h in have if h not in want]
    if not missed and not extra:
        return ""
    return f"{item['text']}\n  missed: {missed}\n  extra:  {extra}"


def _value(value: object) -> str:
    ends = value if isinstance(value, list) else [v for v in str(value).split("-") if v]
    return "-".join(f"{float(v):g}" for v in ends)


TASK = Task(
    name="quantities",
    scorer="quantities",
    gold=("quantities/newsquant.jsonl", "quantities/other.jsonl"),
    predict=predict,
    explain=explain,
    metrics={
        "news, value F1 (cqe)": "newsquant:all.cqe_value.f1",
        "news, value and unit F1 (cqe)": "newsquant:all.cqe_value_unit.f1",
        "news, value F1 (one to one)": "newsquant:all.value.f1",
        "test sentences, value F1 (cqe)": "other:all.cqe_value.f1",
        "test sentences, value and unit F1 (cqe)": "other:all.cqe_value_unit.f1",
    },
    bars={"news, value F1 (cqe)": 0.93, "news, value and unit F1 (cqe)": 0.86},
    peers={"news, value F1 (cqe)": 0.92, "news, value and unit F1 (cqe)": 0.856},
)
