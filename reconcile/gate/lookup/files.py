"""Find the files on file: of a folder all below it, and which folder is an incident's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReadError

_ABOUT = re.compile(r"[A-Z]{4,}(?:[ _-][A-Z]+)*")  # README, LICENSE: about the folder, no report
_NAMED = 3  # files that are left out and said by name
_DEEPEST = 40  # folders in folders


@dataclass(frozen=True, slots=True)
class Filed:
    """A file on file; `incident` is the folder whose files tell of one incident, None for none."""

    path: Path
    real: Path  # without links
    incident: Path | None = None


def find_files(paths: Sequence[Path], notes: list[str]) -> Iterator[Filed]:
    """Yield the files to read, each once, in order of their names; what is left out is noted.

    Files directly in a folder given may be of any incident; those of a folder below it are of one.
    Links that lead out of the folder given, or nowhere, are not followed. Raises ReadError for what
    does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = _Folder(path, notes).files()
        elif path.exists():
            found = iter([Filed(path, path.resolve())])
        else:
            raise ReadError(str(path), "there is no such file or folder", "check the name")
        for filed in found:
            if filed.real not in seen:
                seen.add(filed.real)
                yield filed


class _Folder:
    """One walk through a folder that was given, which remembers what it left out."""

    def __init__(self, top: Path, notes: list[str]) -> None:
        from reconcile.read import suffixes

        self._top, self._home, self._notes = top, top.resolve(), notes
        self._known = suffixes()
        self._others: list[str] = []  # no reports by their names

    def files(self) -> Iterator[Filed]:
        """Yield the report files, without hidden ones and links that leave the folder."""
        yield from self._below(self._top, self._home, 0)
        if self._others:
            more = len(self._others) - _NAMED
            named = ", ".join(self._others[:_NAMED]) + (f" and {more} more" if more > 0 else "")
            self._notes.append(f"{self._top}: left out, not a report: {named}")

    def _below(self, place: Path, real: Path, depth: int) -> Iterator[Filed]:
        try:
            with os.scandir(place) as inside:
                entries = sorted((e for e in inside if e.name[0] != "."), key=lambda e: e.name)
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            self._notes.append(f"{place}: the folder cannot be read ({reason})")
            return
        names = {entry.name for entry in entries}
        incident = place if depth else None
        for entry in entries:
            path = place / entry.name
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    yield from self._below(path, real / entry.name, depth + 1)
                else:
                    self._notes.append(f"{path}: too many folders inside each other; left out")
            elif entry.is_symlink():
                yield from self._linked(path, incident)
            elif not entry.is_file() or not self._report(path, names):
                self._left_out(entry.name, names)
            else:
                yield Filed(path, real / entry.name, incident)

    def _linked(self, path: Path, incident: Path | None) -> Iterator[Filed]:
        """Yield a link to a report file inside the folder; of other links it is said where they lead."""
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError):  # a loop is one or the other, by the version of Python
            self._notes.append(f"{path}: a link that leads nowhere; left out")
            return
        if not real.is_relative_to(self._home):
            self._notes.append(f"{path}: a link that leads out of the folder; left out")
        elif real.is_dir():
            self._notes.append(f"{path}: a link to a folder; not followed")
        elif self._report(path, set()):
            yield Filed(path, real, incident)

    def _report(self, path: Path, names: set[str]) -> bool:
        """Tell whether a file is a report by its name, and no sidecar of another file."""
        if path.suffix.lower() == ".toml" and path.stem in names:
            return False
        return path.suffix.lower() in self._known and not _ABOUT.fullmatch(path.stem)

    def _left_out(self, name: str, names: set[str]) -> None:
        if not (name.endswith(".toml") and name.removesuffix(".toml") in names):
            self._others.append(name)
