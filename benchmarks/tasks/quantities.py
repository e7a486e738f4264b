"""Find the quantities of single sentences: newspaper sentences, and short ones made for tests."""

from __future__ import annotations

import math

from benchmarks.task import Item, Task
from reconcile.facts.quantities import find_quantities
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Parse, Quantity, QuantityKind, Sentence, Span

CHANGE = {"more than": ">", "at least": ">", "less than": "<", "at most": "<", "about": "~"}


def predict(items: list[Item]) -> list[Item]:
    """Return the quantities of each item's sentence."""
    return [{"id": item["id"], "quantities": _entries(item["text"])} for item in items]


def _entries(text: str) -> list[Item]:
    span = Span(0, len(text))
    (tree,) = parse(text, [span])
    found = find_quantities(Sentence(0, span, BlockKind.PARAGRAPH, tree), text)
    kept = [q for q in found if not _left_out(q)]
    entries: list[Item] = []
    for k, q in enumerate(kept):
        entry = _entry(q, tree)
        if k and _from_to(text, kept[k - 1], q) and entries[-1]["unit"] == entry["unit"]:
            # a range in the data; for us two figures and the change between them
            entries.pop()
            entry["value"] = [kept[k - 1].value, q.value]
        entries.append(entry)
    return entries


def _from_to(text: str, a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities stand as "from 20 to 30"."""
    between = text[a.span.end : b.span.start].strip() == "to" and b.bound != "between"
    return between and text[: a.span.start].rstrip().endswith("from")


def _left_out(q: Quantity) -> bool:
    """Tell what the data do not annotate: ranks, nought persons, "several", "a few", "dozens"."""
    vague = q.bound == "vague" and q.value < 100
    return vague or q.kind is QuantityKind.ORDINAL or (q.kind is QuantityKind.COUNT and not q.value)


def _entry(q: Quantity, tree: Parse) -> Item:
    """Write a quantity as the data do: "hundreds" is 100 to 1000, an age in "year of age"."""
    value: object = q.value
    if q.bound == "between":
        value = [q.low, q.high]
    elif q.bound == "vague" and math.isfinite(q.high):
        value = [q.value, 10 * q.value]
    return {"value": value, "unit": _unit(q, tree), "change": q.change or CHANGE.get(q.bound, "=")}


def _unit(q: Quantity, tree: Parse) -> str:
    """Return the unit, or of a count the noun with its adjectives: "commercial fisherman"."""
    if q.kind is QuantityKind.AGE:
        return f"{q.unit} of age"
    if q.unit or not q.counted_span:
        return q.unit or q.counted or ("% -" if q.kind is QuantityKind.RATIO else "-")
    *before, _ = tree.within(q.counted_span)
    words = [t.text for t in before if t.pos not in ("CCONJ", "PART") and t.text != ","]
    noun = " ".join([*words, q.counted]).replace(" - ", "-")
    return f"% {noun}" if q.kind is QuantityKind.RATIO else noun


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
