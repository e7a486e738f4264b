"""Find the sentences of several articles that tell a common event, one or two incidents (ECB+)."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

from benchmarks.ecb import account
from benchmarks.task import Item, Task
from benchmarks.understanding import shown
from reconcile.align.kinship import same_event
from reconcile.align.pool import Pool
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.events.frames import place_events
from reconcile.model import Account, Place


def predict(items: list[Item]) -> list[Item]:
    """Return the chance of a common event for each pair of the sentences that are asked about.

    Only those are scored by the benchmark; all sentences of the articles are read.
    """
    return [{"subtopic": item["subtopic"], "pairs": _pairs(item)} for item in items]


def _pairs(item: Item) -> list[list[str | int | float]]:
    accounts = place_events([_account(d["id"], tuple(d["sentences"])) for d in item["docs"]])
    known = every_profile(accounts)
    asked = {Place(d, i) for d, i in item["sentences_in_scope"]}
    places = {k: p.where for k, p in enumerate(known) if p.where in asked}
    pairs = [(i, j) for i, j in combinations(places, 2) if places[i].report != places[j].report]
    scores = same_event(Pool(known, meanings(known)), pairs)
    return [
        [a.report, a.sentence, b.report, b.sentence, round(float(score), 5)]
        for (a, b), score in zip(((places[i], places[j]) for i, j in pairs), scores, strict=True)
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
    """Understand an article once."""
    return account({"id": name, "sentences": sentences})


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
