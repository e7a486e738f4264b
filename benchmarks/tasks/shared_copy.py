"""Hold our origins against the shared copy that editors marked in whole incidents.

An editor's list also names reports that share nothing but a speaker's words ("one lawyer's statement
quoted by all three"); those are no shared copy for us. So recall is given twice: of all pairs, and of
those whose reason in the list names more than quoted words.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.task import Task
from reconcile.lineage.origins import trace
from reconcile.model import Account, Sentence
from reconcile.read import read_report
from reconcile.text.lettering import letter
from reconcile.text.sentences import sentence_spans

Pairs = set[tuple[str, str, str]]  # incident and two files

# the reasons of an editor that name a speaker's words, and those that name an agency's or a paper's
_QUOTED = re.compile(r"quot(?:e|ation)|statement|transcribed|tweet", re.IGNORECASE)
_COPY = re.compile(r"\bcopy\b|\b(?:AP|AFP|Reuters)\b|\bidentical\b", re.IGNORECASE)


def measure(data: Path, out: Path, limit: int | None) -> dict[str, Any]:
    """Return how many pairs of reports share copy for an editor, for us, and for both."""
    wanted, copied, found, wrong = set(), set(), set(), []
    start = time.perf_counter()
    folders = sorted(p.parent for p in (data / "incidents" / "open").glob("*/gold.json"))[:limit]
    for folder in folders:
        gold, ours = _gold(folder), _ours(folder)
        wanted |= gold
        copied |= _gold(folder, copy_alone=True)
        found |= ours
        wrong += [f"{folder.name}: missed {a} and {b}" for _, a, b in sorted(gold - ours)]
        wrong += [f"{folder.name}: not marked {a} and {b}" for _, a, b in sorted(ours - gold)]
    (out / "shared_copy.txt").write_text("\n".join(wrong), encoding="utf-8")
    both = len(wanted & found)
    return {
        "items": len(folders),
        "seconds": time.perf_counter() - start,
        "recall": both / max(1, len(wanted)),
        "copied": len(copied & found) / max(1, len(copied)),
        "precision": both / max(1, len(found)),
    }


def _gold(folder: Path, copy_alone: bool = False) -> Pairs:
    marked = json.loads((folder / "gold.json").read_text(encoding="utf-8")).get("shared_copy", [])
    return {
        (folder.name, a, b)
        for group in marked
        if not copy_alone or _COPY.search(group["why"]) or not _QUOTED.search(group["why"])
        for a, b in combinations(sorted(group["reports"]), 2)
    }


def _ours(folder: Path) -> Pairs:
    """Return the pairs of reports that share copy."""
    files = sorted(folder.glob("*.txt"))
    accounts = [_account(file, letter(k)) for k, file in enumerate(files)]
    names = {a.report.id: Path(a.report.file).name for a in accounts}
    pairs = (sorted((names[kin.a], names[kin.b])) for kin in trace(accounts).kinships)
    return {(folder.name, a, b) for a, b in pairs}


def _account(file: Path, name: str) -> Account:
    report = replace(read_report(file), id=name)
    cut = [
        (block.kind, span)
        for block in report.blocks
        for span in sentence_spans(report.text, block.span.start, block.span.end)
    ]
    return Account(report, tuple(Sentence(k, s, kind) for k, (kind, s) in enumerate(cut)))


def failures(data: Path, out: Path) -> list[str]:
    """Return the pairs of reports on which editor and program differ."""
    return (out / "shared_copy.txt").read_text(encoding="utf-8").splitlines()


TASK = Task(
    name="shared_copy",
    measure=measure,
    failures=failures,
    metrics={
        "pairs of reports, recall": "recall",
        "pairs that share more than quotations, recall": "copied",
        "pairs of reports, precision": "precision",
    },
)
