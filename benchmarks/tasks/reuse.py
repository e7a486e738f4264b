"""Tell near copy, light and heavy revision and independent text apart (Clough and Stevenson)."""

from __future__ import annotations

from benchmarks.task import Item, Task
from reconcile.lineage.levels import level
from reconcile.lineage.words import text_words
from reconcile.model import Level

# the corpus's names of the levels
NAMES = {Level.INDEPENDENT: "non", Level.HEAVY: "heavy", Level.LIGHT: "light", Level.COPY: "cut"}


def predict(items: list[Item]) -> list[Item]:
    """Return for each item how its answer was made from its source."""
    return [
        {
            "id": item["id"],
            "level": NAMES[level(text_words(item["answer"]), text_words(item["source"]))],
        }
        for item in items
    ]


def explain(item: Item, prediction: Item) -> str:
    """Show what was wanted and said, and the head of the answer, where they differ."""
    if item["level"] == prediction["level"]:
        return ""
    return f"{item['id']}: {prediction['level']}, should be {item['level']}"


TASK = Task(
    name="reuse",
    scorer="reuse",
    gold=("reuse/clough_stevenson.jsonl",),
    predict=predict,
    explain=explain,
    metrics={"four levels, accuracy": "accuracy_4way", "copied or not, accuracy": "accuracy_2way"},
    bars={"four levels, accuracy": 0.80, "copied or not, accuracy": 0.95},
    peers={"four levels, accuracy": 0.80, "copied or not, accuracy": 0.947},
)
