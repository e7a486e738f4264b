"""Run a task over its gold files and score the predictions with the scorer beside the data."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.task import Figure, Item, Task


@dataclass(frozen=True, slots=True)
class Run:
    """One gold file answered: items and predictions in the same order."""

    gold: Path
    predicted: Path
    items: list[Item]
    predictions: list[Item]
    seconds: float


def evaluate(task: Task, data: Path, out: Path, limit: int | None = None) -> list[Figure]:
    """Return the figures of a task, in the order of its metrics."""
    if task.measure:
        result = task.measure(data, out, limit)
        return [
            _figure(task, label, result, result["items"], result["seconds"])
            for label in task.metrics
        ]
    runs = {Path(name).stem: answer(task, data / name, out, limit) for name in task.gold}
    scored: dict[str, dict[str, Any]] = {}
    figures = []
    for label, path in task.metrics.items():
        asked = path.rpartition(":")[0] or next(iter(runs))
        run = runs[asked.split()[0]]
        if asked not in scored:
            scored[asked] = score(task, data, run, asked.split()[1:])
        figures.append(_figure(task, label, scored[asked], len(run.items), run.seconds))
    return figures


def answer(task: Task, gold: Path, out: Path, limit: int | None) -> Run:
    """Answer one gold file and write the predictions; loading the models is not timed."""
    assert task.predict is not None, f"{task.name} has neither predict nor measure"
    items = read_lines(gold)[:limit]
    task.predict(items[:1])
    begun = time.perf_counter()
    predictions = task.predict(items)
    seconds = time.perf_counter() - begun
    folder = out / task.name
    predicted = write_lines(folder / gold.name, predictions)
    if limit is not None:
        gold = write_lines(folder / f"gold-{gold.name}", items)
    return Run(gold, predicted, items, predictions, seconds)


def score(task: Task, data: Path, run: Run, options: list[str]) -> dict[str, Any]:
    """Return the scorer's JSON; the scorer is a program beside the data, so it runs apart."""
    command = [
        sys.executable,
        str(data / "score.py"),
        task.scorer,
        str(run.gold),
        str(run.predicted),
        *options,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the scorer failed on {task.name}: {done.stderr.strip()[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def failures(task: Task, data: Path, out: Path, limit: int | None = None) -> Iterator[str]:
    """Yield what went wrong, a text for each item that did; runs the task again where it must."""
    if task.failures:
        yield from task.failures(data, out)
    if task.explain is None:
        return
    for name in task.gold:
        items = read_lines(data / name)[:limit]
        by_key = {p[task.key]: p for p in read_lines(out / task.name / Path(name).name)}
        for item in items:
            said = task.explain(item, by_key.get(item[task.key], {}))
            if said:
                yield f"[{name} {item[task.key]}]\n{said}"


def _figure(task: Task, label: str, result: dict[str, Any], items: int, seconds: float) -> Figure:
    value: Any = result
    for key in task.metrics[label].rpartition(":")[2].split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return Figure(
        task.name,
        label,
        items,
        None if value is None else float(value),
        task.bars.get(label),
        task.peers.get(label),
        seconds,
        label in task.lower,
    )


def read_lines(path: Path) -> list[Item]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_lines(path: Path, items: list[Item]) -> Path:
    """Write a file of JSON lines and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    path.write_text("".join(lines), "utf-8")
    return path
