"""Hold the confidence that the fact sheet prints against the alignments that editors made.

A line told by several reports is right when one aligned fact of the editors has a sentence in each
of its reports. The page says what share of lines a word stands for: high nine in ten, good seven in
ten, fair every second. Fewer than thirty lines of one word say little; the number is given beside it.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.task import Item, Task
from reconcile.model import Sheet, SheetLine
from reconcile.pipeline import fact_sheet
from reconcile.read import read_report

Ranges = dict[str, list[tuple[int, int]]]  # report's file -> character ranges

WORDS = ("high", "good", "fair")
PROMISED = {"high": 0.9, "good": 0.7, "fair": 0.5}


def measure(data: Path, out: Path, limit: int | None) -> dict[str, Any]:
    """Return for each word of confidence the share of right lines, and their number."""
    told: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    start = time.perf_counter()
    folders = sorted(p.parent for p in (data / "incidents" / "open").glob("*/gold.json"))[:limit]
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        sheet = fact_sheet([read_report(folder / r["file"]) for r in gold["reports"]])
        facts = [_ranges(fact, folder) for fact in gold["alignments"]]
        for line, right in _judged(sheet, facts):
            told[str(line.sureness)].append(right)
            if not right:
                wrong.append(f"[{folder.name}] {line.sureness}: {_shown(sheet, line)}")
    (out / "confidence.txt").write_text("\n\n".join(wrong), encoding="utf-8")
    return {
        "items": sum(map(len, told.values())),
        "seconds": time.perf_counter() - start,
        "right": {w: sum(told[w]) / len(told[w]) if told[w] else None for w in WORDS},
        "lines": {w: len(told[w]) for w in WORDS},
    }


def _judged(sheet: Sheet, facts: list[Ranges]) -> list[tuple[SheetLine, bool]]:
    """Return the lines of two or more reports, and whether one fact of the editors holds each."""
    judged = []
    for line in sheet.lines:
        said = _said(sheet, line)
        if len(said) > 1:
            judged.append((line, any(_holds(fact, said) for fact in facts)))
    return judged


def _said(sheet: Sheet, line: SheetLine) -> Ranges:
    """Return the sentences of a line, by file."""
    accounts = {a.report.id: a for a in sheet.of.accounts}
    found: Ranges = defaultdict(list)
    for place in (s.where for v in line.voiced for s in v.sayings):
        if place.report in line.reports:
            account = accounts[place.report]
            span = account.sentences[place.sentence].span
            found[Path(account.report.file).name].append((span.start, span.end))
    return found


def _holds(fact: Ranges, said: Ranges) -> bool:
    return all(
        any(a < end and start < b for a, b in ranges for start, end in fact.get(file, []))
        for file, ranges in said.items()
    )


def _ranges(fact: list[Item], folder: Path) -> Ranges:
    """Return where the quotations of an aligned fact stand, by file."""
    found: Ranges = defaultdict(list)
    for item in fact:
        text = (folder / item["report"]).read_text(encoding="utf-8")
        at = text.find(item["quote"])
        while at >= 0:
            found[item["report"]].append((at, at + len(item["quote"])))
            at = text.find(item["quote"], at + 1)
    return found


def _shown(sheet: Sheet, line: SheetLine) -> str:
    texts = {Path(a.report.file).name: a.report.text for a in sheet.of.accounts}
    return "".join(
        f"\n  {file}: {' '.join(texts[file][start:end].split())}"
        for file, ranges in _said(sheet, line).items()
        for start, end in ranges
    )


def failures(data: Path, out: Path) -> list[str]:
    """Return the lines that no fact of the editors holds."""
    return (out / "confidence.txt").read_text(encoding="utf-8").split("\n\n")


TASK = Task(
    name="confidence",
    measure=measure,
    failures=failures,
    metrics={
        **{f"lines of {word} confidence that are right": f"right.{word}" for word in WORDS},
        **{f"lines of {word} confidence": f"lines.{word}" for word in WORDS},
    },
    bars={f"lines of {word} confidence that are right": PROMISED[word] for word in WORDS},
)
