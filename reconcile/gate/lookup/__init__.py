"""Find the reports on file that tell of the incident of a submission.

A folder below the one given is an incident; reports that lie in the folder given itself are told
apart by likeness: shared names, figures and rare words, and the days they came out on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.gate.cache import Cache
from reconcile.gate.lookup.files import Filed, find_files
from reconcile.gate.lookup.likeness import Weights, alike, window
from reconcile.gate.lookup.marks import Marks, marks_of
from reconcile.model import Report
from reconcile.read import read_reports
from reconcile.settings import Settings

__all__ = ["Found", "OnFile"]

ENOUGH = 0.2  # likeness of two reports of one incident
SHARE = 0.25  # of a folder's reports that must be like a submission, so that all are taken


@dataclass(frozen=True, slots=True)
class Found:
    """The reports on file of one incident, and how many others there are."""

    reports: tuple[Report, ...]
    left_out: int
    why: str  # in a sentence


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is held of a report on file: where it is, and its marks."""

    filed: Filed
    real: Path
    sha256: str
    number: int  # of the report in its file
    marks: Marks


class OnFile:
    """The reports on file: their marks are held, their texts are read again when they are wanted."""

    def __init__(self, kept: Sequence[_Kept], settings: Settings, notes: Sequence[str]) -> None:
        self._kept, self._settings = tuple(kept), settings
        self.notes = list(notes)  # what is not looked at, one sentence each
        self._weights = Weights(k.marks for k in kept)

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings, cache: Cache | None) -> OnFile:
        """Read the marks of all files given, and of all in the folders given.

        Raises ReadError for what does not exist; a file that cannot be read is said in `notes`.
        """
        notes: list[str] = []
        kept: list[_Kept] = []
        for filed in find_files(paths, notes):
            try:
                kept += _marked(filed, settings, cache)
            except ReadError as error:
                notes.append(str(error))
        return cls(kept, settings, notes)

    def __len__(self) -> int:
        return len(self._kept)

    def same_incident(self, report: Report) -> Found:
        """Return the reports on file that tell of a report's incident; never the report itself."""
        real, digest = Path(report.file).resolve(), report.sha256
        others = [k for k in self._kept if k.real != real or (report.part and k.sha256 != digest)]
        folder = next(
            (k.filed.incident for k in others if k.filed.incident == Path(report.file).parent), None
        )
        chosen = (
            self._alike(report, others)
            if folder is None
            else [k for k in others if k.filed.incident == folder]
        )
        why = "they lie in one folder" if folder else "likeness"
        return Found(self._read(chosen), len(others) - len(chosen), why)

    def _alike(self, report: Report, others: Sequence[_Kept]) -> list[_Kept]:
        day = report.published.day.toordinal() if report.published else 0
        mine = marks_of(report.text, day)
        vector = self._weights.vector(mine)
        scores = {
            id(k): alike(vector, self._weights.vector(k.marks)) * window(mine, k.marks)
            for k in others
        }
        like = [k for k in others if scores[id(k)] >= ENOUGH]
        return [*like, *self._of_their_folders(like, others)]

    def _of_their_folders(self, like: Sequence[_Kept], others: Sequence[_Kept]) -> list[_Kept]:
        folders: dict[Path, list[_Kept]] = defaultdict(list)
        for k in others:
            if k.filed.incident:
                folders[k.filed.incident].append(k)
        found: list[_Kept] = []
        for inside in folders.values():
            same = sum(k in like for k in inside)
            if same and same >= SHARE * len(inside):
                found += [k for k in inside if k not in like]
        return found

    def _read(self, chosen: Iterable[_Kept]) -> tuple[Report, ...]:
        reports = []
        for k in sorted(chosen, key=lambda k: (str(k.filed.path), k.number)):
            reports.append(read_reports(k.filed.path, settings=self._settings)[k.number])
        return tuple(reports)


def _marked(filed: Filed, settings: Settings, cache: Cache | None) -> list[_Kept]:
    real = filed.path.resolve()
    return [
        _Kept(
            filed,
            real,
            r.sha256,
            n,
            marks_of(r.text, r.published.day.toordinal() if r.published else 0),
        )
        for n, r in enumerate(read_reports(filed.path, settings=settings))
    ]
