"""Find the reports on file that tell of the incident of a submission.

A folder below the one given is an incident; reports that lie in the folder given itself are told
apart by likeness: shared names, figures and rare words, and the days they came out on. No model is
asked, and of the reports on file marks are held, not texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.gate.cache import Cache, key
from reconcile.gate.lookup.choice import by_folder, like, mixed
from reconcile.gate.lookup.files import find_files
from reconcile.gate.lookup.likeness import Weights
from reconcile.gate.lookup.marks import NAME, Marks, name_of
from reconcile.gate.lookup.reading import Kept, read_marks, report_marks
from reconcile.model import Report
from reconcile.read import read_reports
from reconcile.settings import Settings

__all__ = ["Found", "OnFile"]

_TOLD = 20  # notes in full; of a folder of thousands all that cannot be read is not listed
_NAMES = 3  # that a reason gives


@dataclass(frozen=True, slots=True)
class Found:
    """The reports on file of one incident, and how many others there are."""

    reports: tuple[Report, ...]
    left_out: int
    why: str  # they are, or none is, of the incident; in a few words


class OnFile:
    """The reports on file: their marks are held, their texts are read again when they are wanted."""

    def __init__(self, kept: Sequence[Kept], settings: Settings, notes: Sequence[str] = ()) -> None:
        self.kept, self._settings = tuple(kept), settings
        self.notes = _short(notes)  # what is not looked at, one sentence each
        self._weights = Weights(k.marks for k in kept)
        self._folders = {f.resolve(): inside for f, inside in by_folder(kept).items()}

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings, cache: Cache | None) -> OnFile:
        """Read the marks of all files given, and of all in the folders given.

        Raises ReadError for what does not exist; a file that cannot be read is said in `notes`.
        """
        notes: list[str] = []
        name = key(*sorted(str(path.resolve()) for path in paths))
        kept = list(read_marks(find_files(paths, notes), name, settings, cache, notes))
        return cls(kept, settings, notes)

    def __len__(self) -> int:
        return len(self.kept)

    def same_incident(self, report: Report) -> Found:
        """Return the reports on file that tell of a report's incident; never the report itself."""
        file = Path(report.file)
        real = file.resolve()
        others = [k for k in self.kept if (k.filed.real, k.part) != (real, report.part)]
        if not others:
            return Found((), 0, "no other report is on file" if self.kept else "nothing is on file")
        mine = report_marks(report)
        beside = self._beside(real)
        chosen = beside or like(mine, others, self._weights)
        chosen = [k for k in chosen if (k.filed.real, k.part) != (real, report.part)]
        found = tuple(self._read(chosen))
        return Found(found, len(others) - len(found), self._why(report, mine, chosen, bool(beside)))

    def _beside(self, real: Path) -> list[Kept]:
        """Return the reports of the incident's folder that a submission lies in, itself included."""
        inside = self._folders.get(real.parent, [])
        return [] if mixed(inside, self._weights) else inside

    def _read(self, chosen: Iterable[Kept]) -> Iterator[Report]:
        """Yield reports in order of their files; one that changed meanwhile and is broken is noted."""
        for k in sorted(chosen, key=lambda k: (str(k.filed.path), k.part)):
            try:
                reports = read_reports(k.filed.path, settings=self._settings)
            except ReadError as error:
                self.notes.append(str(error))
                continue
            yield from (r for r in reports if r.part == k.part)

    def _why(self, report: Report, mine: Marks, chosen: Sequence[Kept], beside: bool) -> str:
        if not chosen:
            where = "in its folder" if beside else "on file"
            return f"no other report {where} tells of its incident"
        if beside:
            return "they lie in one folder with it"
        vector = self._weights.vector(mine)
        shared = {mark for k in chosen for mark in k.marks.words.split()} & vector.keys()
        best = sorted((m for m in shared if m[0] == NAME), key=lambda m: (-vector[m], m))[:_NAMES]
        names = [n for mark in best if (n := name_of(mark, f"{report.title}\n{report.text}"))]
        return f"they name {', '.join(names)} too" if names else "they tell the same in rare words"


def _short(notes: Sequence[str]) -> list[str]:
    if len(notes) <= _TOLD:
        return list(notes)
    return [*notes[:_TOLD], f"{len(notes) - _TOLD} more files on file are not looked at"]
