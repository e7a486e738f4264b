"""The whole job: compare the reports of annotated incidents, and pairs that do not go together.

The closed folder is for scoring alone: it runs only when `--task incidents-closed` names it, its
results are not kept, and no failure of it is ever shown.
"""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.task import Item, Task
from benchmarks.understanding import shown

COMMAND = (
    f"{shlex.quote(sys.executable)} -m reconcile compare --quiet --not-comparable --format json"
)
CROSS = 60
LOUD = {"error", "warning"}


def measure(folder: str, data: Path, out: Path, limit: int | None) -> dict[str, Any]:
    """Run and score one folder of incidents; with a limit, only the first ones of it."""
    source = (data / "incidents" / folder).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        place = source
        if limit is not None:
            place = Path(scratch) / folder
            for incident in sorted(p for p in source.iterdir() if p.is_dir())[:limit]:
                shutil.copytree(incident, place / incident.name)
        command = [sys.executable, str(source.parent / "score.py"), str(place), "--run", COMMAND]
        command += ["--cross", str(CROSS if limit is None else min(CROSS, limit))]
        if folder == "open":
            shutil.rmtree(out / "incidents", ignore_errors=True)
            command += ["--out", str(out / "incidents")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SystemExit(f"the scorer failed on the incidents: {done.stderr.strip()[-500:]}")
    if done.stderr and folder == "open":
        print(done.stderr.strip()[-2000:], file=sys.stderr)
    return _summary(json.loads(done.stdout))


def _summary(found: dict[str, Any]) -> dict[str, Any]:
    """Add the shares the bars speak of, the number of incidents and their time."""
    total = found["total"]
    alarms, strict = total["alarms"], total["strict"]
    return found | {
        "items": len(found["seconds"]),
        "seconds": sum(found["seconds"].values()),
        "failures": len(found["failed"]),
        "alarm_share": alarms["on_agreements_or_traps"] / max(1, alarms["harmless_in_gold"]),
        "repeat_share": total["repeats"] / max(1, strict["right"]),
    }


def failures(data: Path, out: Path) -> list[str]:
    """Return, for the open folder, what was missed and what was said wrongly, one text each."""
    texts = []
    for gold_file in sorted((data / "incidents" / "open").glob("*/gold.json")):
        result = out / "incidents" / f"{gold_file.parent.name}.json"
        if result.is_file():
            gold = json.loads(gold_file.read_text("utf-8"))
            texts += _differences(gold_file.parent, gold, json.loads(result.read_text("utf-8")))
    return texts


def _differences(folder: Path, gold: Item, result: Item) -> list[str]:
    files = {str(r["id"]): Path(r["file"]).name for r in result.get("reports", [])}
    reports = {r["file"]: (folder / r["file"]).read_text("utf-8") for r in gold["reports"]}
    wanted = [(d, _quoted(d["evidence"], reports)) for d in gold["divergences"]]
    said = [(d, _spans(d["evidence"], files)) for d in result.get("divergences", [])]
    loud = [(d, spans) for d, spans in said if d["severity"] in LOUD]
    missed = [
        (d, spans)
        for d, spans in wanted
        if d["severity"] in LOUD
        and not any(d["kind"] == x["kind"] and _meet(at, spans) for x, at in loud)
    ]
    false = [
        (d, at)
        for d, at in loud
        if not any(d["kind"] == x["kind"] and _meet(at, s) for x, s in wanted)
    ]
    near = [f"  not compared: {n['kind']}: {n['reason']}" for n in result.get("not_comparable", [])]
    return [
        "\n".join([_tell(folder.name, "missed", d, d.get("why", "")), *_at(at, reports), *near])
        for d, at in missed
    ] + [
        "\n".join([_tell(folder.name, "false", d, d.get("reason", "")), *_at(at, reports)])
        for d, at in false
    ]


def _at(places: list[tuple[str, int, int]], reports: dict[str, str]) -> list[str]:
    """Return what the engine understands at each place of evidence."""
    return [
        f"    understood of {report}:\n{shown(reports[report], start, end)}"
        for report, start, end in places
        if start >= 0
    ]


def _quoted(evidence: list[Item], reports: dict[str, str]) -> list[tuple[str, int, int]]:
    starts = [
        (e["report"], reports[e["report"]].find(e["quote"]), len(e["quote"])) for e in evidence
    ]
    return [(report, start, start + length) for report, start, length in starts]


def _spans(evidence: list[Item], files: dict[str, str]) -> list[tuple[str, int, int]]:
    return [
        (files.get(str(e["report"]), Path(str(e["report"])).name), e["start"], e["end"])
        for e in evidence
    ]


def _meet(said: list[tuple[str, int, int]], wanted: list[tuple[str, int, int]]) -> bool:
    """Tell whether evidence overlaps wanted places in two reports, as the scorer asks."""
    hits = [x[0] for x in said if any(x[0] == w[0] and x[1] < w[2] and w[1] < x[2] for w in wanted)]
    return len(set(hits)) >= 2 and 2 * len(hits) >= len(said)


def _tell(incident: str, how: str, divergence: Item, why: str) -> str:
    lines = [
        f"[{incident}] {how}: {divergence['kind']} {divergence['relation']} "
        f"{divergence['severity']}: {why}"
    ]
    lines += [
        f"  {e['report']}: {e.get('value', '')!s:24} {e.get('quote', '')!r}"
        for e in divergence["evidence"]
    ]
    return "\n".join(lines)


METRICS = {
    "rows F1": "total.rows.f1",
    "errors, strict F1": "total.error.f1",
    "errors and warnings, strict F1": "total.strict.f1",
    "errors and warnings, strict precision": "total.strict.precision",
    "alarms per harmless item (low is good)": "alarm_share",
    "repeats per right finding (low is good)": "repeat_share",
    "pairs of different incidents that are loud, of 60 (low is good)": (
        "total.cross.with_errors_or_warnings"
    ),
    "incidents that failed (low is good)": "failures",
}
BARS = {
    "rows F1": 0.65,
    "errors, strict F1": 0.55,
    "errors and warnings, strict F1": 0.45,
    "errors and warnings, strict precision": 0.60,
    "alarms per harmless item (low is good)": 0.02,
    "repeats per right finding (low is good)": 0.10,
    "pairs of different incidents that are loud, of 60 (low is good)": 2,
    "incidents that failed (low is good)": 0,
}
PEERS = {
    "open": {
        "rows F1": 0.541,
        "errors, strict F1": 0.131,
        "errors and warnings, strict F1": 0.091,
    },
    "closed": {
        "rows F1": 0.488,
        "errors, strict F1": 0.157,
        "errors and warnings, strict F1": 0.124,
        "errors and warnings, strict precision": 0.15,
    },
}
LOWER = frozenset(label for label in METRICS if "low is good" in label)

TASKS = (
    Task(
        name="incidents",
        metrics=METRICS,
        bars=BARS,
        peers=PEERS["open"],
        lower=LOWER,
        measure=partial(measure, "open"),
        failures=failures,
    ),
    Task(
        name="incidents-closed",
        metrics=METRICS,
        bars=BARS,
        peers=PEERS["closed"],
        lower=LOWER,
        measure=partial(measure, "closed"),
        by_name_only=True,
    ),
)
