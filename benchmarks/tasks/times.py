"""Find and resolve the times of newswire documents, and resolve bare expressions (TIMEX3)."""

from __future__ import annotations

import datetime as dt

from benchmarks.task import Item, Task
from reconcile.facts.times import anchor_times, find_times, resolve_expression
from reconcile.facts.understand import split
from reconcile.model import Published, Time
from reconcile.read.text import read_text


def published(stamp: str) -> Published:
    """Return the publication date of an item: "1998-08-07", "1999-01-22T13:06"."""
    at = dt.datetime.fromisoformat(stamp) if "T" in stamp else None
    return Published(dt.date.fromisoformat(stamp[:10]), at, "option")


def predict_documents(items: list[Item]) -> list[Item]:
    """Return the times of each document."""
    return [{"id": item["id"], "timexes": _timexes(item)} for item in items]


def _timexes(item: Item) -> list[Item]:
    report = read_text(item["text"], published=published(item["dct"]))
    found = [find_times(s, report.text, report.published) for s in split(report)]
    placed = anchor_times(found, report.text, report.published)
    return [_entry(time) for times in placed for time in times]


def _entry(time: Time) -> Item:
    return {
        "start": time.span.start,
        "end": time.span.end,
        "type": time.type,
        "value": time.value,
    }


def predict_expressions(items: list[Item]) -> list[Item]:
    """Return the value of each bare expression."""
    return [
        {"id": item["id"], "value": resolve_expression(item["text"], published(item["dct"])).value}
        for item in items
    ]


def explain_document(item: Item, prediction: Item) -> str:
    """Show the times that only one side has, or to which the sides give other values."""
    ours = prediction["timexes"]
    lines = []
    for gold in item["timexes"]:
        met = [t for t in ours if t["start"] < gold["end"] and gold["start"] < t["end"]]
        if not any(t["value"] == gold["value"] for t in met):
            have = ", ".join(t["value"] for t in met) or "nothing"
            lines.append(f"{_around(item, gold)}  want {gold['value']}, have {have}")
    for t in ours:
        if not any(t["start"] < g["end"] and g["start"] < t["end"] for g in item["timexes"]):
            lines.append(f"{_around(item, t)}  want nothing, have {t['value']}")
    return "\n".join([f"published {item['dct']}", *lines]) if lines else ""


def _around(item: Item, timex: Item) -> str:
    text, start, end = item["text"], timex["start"], timex["end"]
    words = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 20]}"
    return " ".join(words.split())


def explain_expression(item: Item, prediction: Item) -> str:
    """Show the expression and both values, where they differ."""
    if item["value"] == prediction["value"]:
        return ""
    want, have = item["value"], prediction["value"]
    return f"{item['text']!r} published {item['dct']}: want {want}, have {have or 'nothing'}"


TASKS = (
    Task(
        name="times",
        scorer="times",
        gold=("times/documents.jsonl",),
        predict=predict_documents,
        explain=explain_document,
        metrics={
            "spans, strict F1": "strict.f1",
            "spans, relaxed F1": "relaxed.f1",
            "value F1": "value.f1",
        },
        bars={"spans, strict F1": 0.83, "spans, relaxed F1": 0.93, "value F1": 0.79},
        peers={"spans, strict F1": 0.813, "spans, relaxed F1": 0.925, "value F1": 0.729},
    ),
    Task(
        name="times-values",
        scorer="normalisation",
        gold=("times/normalisation.jsonl",),
        predict=predict_expressions,
        explain=explain_expression,
        metrics={
            "bare expressions, accuracy": "all.accuracy",
            "bare dates, accuracy": "DATE.accuracy",
        },
        bars={"bare expressions, accuracy": 0.80},
        peers={"bare expressions, accuracy": 0.37},
    ),
)
