"""Say how doubtful a claim is beside an article: claims with one altered fact, and summaries."""

from __future__ import annotations

from benchmarks.task import Item, Task
from reconcile.align.support import Support, read_claim, support


def predict(items: list[Item]) -> list[Item]:
    """Return the doubt of each item's claim beside its article."""
    claims: dict[str, list[str]] = {}
    for item in items:
        claims.setdefault(item["article"], []).append(item["claim"])
    found: dict[tuple[str, str], Support] = {}
    for article, texts in claims.items():
        for text, judged in zip(texts, support(texts, read_claim(article)), strict=True):
            found[article, text] = judged
    return [
        {"id": item["id"], "score": round(found[item["article"], item["claim"]].doubt, 4)}
        for item in items
    ]


def explain(item: Item, prediction: Item) -> str:
    """Show a claim whose score is on the wrong side of .5, with the grounds."""
    if (prediction["score"] >= 0.5) != item["consistent"]:
        return ""
    (judged,) = support([item["claim"]], read_claim(item["article"]))
    return (
        f"{item['claim']}\n  {item['type']}, consistent: {item['consistent']}; "
        f"here {judged.verdict} ({judged.doubt:.2f}): {'; '.join(judged.grounds)}"
    )


TASK = Task(
    name="changed_facts",
    scorer="changed_facts",
    gold=("changed_facts/bump.jsonl", "changed_facts/summedits_news.jsonl"),
    predict=predict,
    explain=explain,
    metrics={
        "BUMP, AUC": "bump:all.auc",
        "BUMP, pairs in the right order": "bump:pair_consistency",
        "SummEdits, balanced accuracy": "summedits_news:all.at_own_best.balanced_accuracy",
        "SummEdits, AUC": "summedits_news:all.auc",
    },
    bars={"BUMP, AUC": 0.72, "SummEdits, balanced accuracy": 0.74},
    peers={"BUMP, AUC": 0.721, "SummEdits, balanced accuracy": 0.744},
)
