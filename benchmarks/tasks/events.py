"""Find the sentences of several articles that tell a common event, one or two incidents (ECB+)."""

from __future__ import annotations

from functools import cache
from typing import Any

from benchmarks.ecb import plain_account
from benchmarks.task import Item, Task
from benchmarks.understanding import shown
from reconcile.align.candidates import candidates
from reconcile.align.features import Pool
from reconcile.align.likeness import likeness
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.events.frames import place_events
from reconcile.facts.understand import understood
from reconcile.model import Account


def predict(items: list[Item]) -> list[Item]:
    """Return the likeness of the candidate pairs of each group of articles; others score 0."""
    return [{"subtopic": item["subtopic"], "pairs": _pairs(item)} for item in items]


def _pairs(item: Item) -> list[list[str | int | float]]:
    accounts = place_events([_account(d["id"], tuple(d["sentences"])) for d in item["docs"]])
    known = every_profile(accounts)
    pool = Pool(known, meanings(known))
    pairs = candidates(known, pool.meanings.sentences)
    places = [(known[i].where, known[j].where) for i, j in pairs]
    return [
        [a.report, a.sentence, b.report, b.sentence, round(float(score), 5)]
        for (a, b), score in zip(places, likeness(pool, pairs), strict=True)
    ]


def explain(item: Item, said: Item) -> str:
    """Show the pair of one event that is held for the least alike, and the reverse."""
    wanted = {tuple(pair) for pair in item["pairs"]}
    scores = {tuple(pair[:4]): pair[4] for pair in said.get("pairs", [])}
    missed = min(wanted, key=lambda pair: (scores.get(pair, 0.0), pair), default=None)
    others = [pair for pair in scores if pair not in wanted]
    false = max(others, key=lambda pair: (scores[pair], pair), default=None)
    told = {d["id"]: d["sentences"] for d in item["docs"]}
    return "\n".join(
        f"{how}, {scores.get(pair, 0.0):.2f}\n"
        + "\n".join(f"  {words}\n{shown(words)}" for words in _sentences(told, pair))
        for how, pair in (("least of those wanted", missed), ("most of the others", false))
        if pair
    )


def _sentences(told: dict[str, list[str]], pair: tuple[Any, ...]) -> list[str]:
    return [told[pair[0]][pair[1]], told[pair[2]][pair[3]]]


@cache  # both files hold the same articles in other groups
def _account(name: str, sentences: tuple[str, ...]) -> Account:
    """Understand an article that is already cut into sentences."""
    plain = plain_account({"id": name, "sentences": sentences})
    return understood(plain.report, plain.sentences)


TASK = Task(
    name="events",
    scorer="events",
    gold=("events/ecbplus_topics.jsonl", "events/ecbplus.jsonl"),
    predict=predict,
    explain=explain,
    metrics={
        "two similar incidents, AP": "ecbplus_topics:average_precision",
        "two incidents, 2 events shared, AP": "ecbplus_topics --min-shared 2:average_precision",
        "one incident, AP": "ecbplus:average_precision",
        "one incident, 2 events shared, AP": "ecbplus --min-shared 2:average_precision",
    },
    bars={"two similar incidents, AP": 0.76, "two incidents, 2 events shared, AP": 0.74},
    peers={"two similar incidents, AP": 0.702, "two incidents, 2 events shared, AP": 0.671},
    key="subtopic",
)
