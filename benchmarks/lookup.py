"""Measure which reports on file are found for a submission: `python -m benchmarks.lookup DATA`.

All reports of a set lie in one folder, those of many incidents together, and each is handed in in
turn: it must find the others of its own incident and none else. Recall and precision are means over
the reports; one that finds nothing counts as precise. Then its own incident is taken off the file:
whatever is found is wrong. ECB+ has two incidents of one kind in each topic, half of its texts have
no date, so it is harder than any desk's file.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import clusters

OTHERS = 5  # every so many reports are handed in once more with their incident off the file
Texts = Sequence[tuple[str, str]]  # incident, text


@dataclass(frozen=True, slots=True)
class Score:
    """Means over the reports of a set."""

    recall: float
    precision: float
    nothing: float  # share of reports that find none of theirs
    strangers: float  # share that find any when theirs are off the file


def open_incidents(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the annotated reports by incident."""
    for folder in sorted((data / "incidents" / "open").iterdir()):
        for file in sorted(folder.glob("*.txt")):
            yield folder.name, file.read_text("utf-8")


def ecb(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the articles of ECB+ by subtopic."""
    with (data / "events" / "ecbplus.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            group = json.loads(line)
            for document in group["docs"]:
                yield group["subtopic"], "\n\n".join(document["sentences"])


def invented() -> Iterator[tuple[str, str]]:
    """Yield generated reports of 60 like incidents, five of each."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(60):
            place = Path(folder) / str(number)
            place.mkdir()
            for file in clusters.incident(place, number, 5):
                yield f"invented-{number}", file.read_text("utf-8")


def measure(texts: Texts, few: bool = False) -> Score:
    """Hand in each report of a set; `few` leaves one other incident on file only."""
    from reconcile.errors import ReadError
    from reconcile.gate.lookup import OnFile
    from reconcile.read import read_report
    from reconcile.settings import Settings

    with tempfile.TemporaryDirectory() as name:
        files = {}
        for number, (incident, text) in enumerate(texts):
            file = Path(name).resolve() / f"{number:04}.txt"
            file.write_text(text, "utf-8")
            files[file] = incident
        whole = OnFile.open([Path(name)], Settings(), None)
        incidents = sorted(set(files.values()))
        recall, precision, nothing, strangers = [], [], 0, []
        for number, (file, incident) in enumerate(files.items()):
            beside = incidents[(incidents.index(incident) + 1) % len(incidents)]
            wanted = {incident, beside} if few else set(incidents)
            on_file = whole if not few else _only(whole, files, wanted)
            try:
                report = read_report(file)
            except ReadError:  # a list of names that passes for no English
                continue
            found = [files[Path(r.file)] for r in on_file.same_incident(report).reports]
            right = found.count(incident)
            recall.append(right / max(1, list(files.values()).count(incident) - 1))
            precision.append(right / len(found) if found else 1.0)
            nothing += right == 0
            if number % OTHERS == 0:
                left = _only(whole, files, wanted - {incident})
                strangers.append(bool(left.same_incident(report).reports))
    n = len(recall)
    return Score(sum(recall) / n, sum(precision) / n, nothing / n, sum(strangers) / len(strangers))


def _only(whole, files, wanted):  # noqa: ANN001, ANN202 - imported late, like all that is measured
    """Return the part of what is on file that tells of some incidents."""
    from reconcile.gate.lookup import OnFile
    from reconcile.settings import Settings

    return OnFile([k for k in whole.kept if files[k.filed.real] in wanted], Settings())


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, nargs="?")
    given = options.parse_args()
    sets: dict[str, Texts] = {"invented, 60 of one kind": list(invented())}
    if given.data:
        sets["incidents/open"] = list(open_incidents(given.data))
        sets["ECB+"] = list(ecb(given.data))
    print(f"{'':<28}{'reports':>8}{'recall':>9}{'precision':>11}{'nothing':>9}{'strangers':>11}")
    for name, texts in sets.items():
        for few in (False, True):
            score = measure(texts, few)
            told = f"{name}, one other" if few else name
            print(
                f"{told:<28}{len(texts):>8}{score.recall:>9.3f}{score.precision:>11.3f}"
                f"{score.nothing:>9.3f}{score.strangers:>11.3f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
