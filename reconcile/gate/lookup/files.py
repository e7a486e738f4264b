"""Find the files on file: of a folder all below it, and which folder is an incident's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReadError

_ABOUT = re.compile(r"[A-Z]{4,}(?:[ _-][A-Z]+)*")  # README, LICENSE: about the folder, no report


@dataclass(frozen=True, slots=True)
class Filed:
    """A file on file; `incident` is the folder whose files tell of one incident, None for none."""

    path: Path
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
            found = _below(path, notes)
        elif path.exists():
            found = iter([Filed(path)])
        else:
            raise ReadError(str(path), "there is no such file or folder", "check the name")
        for filed in found:
            real = filed.path.resolve()
            if real not in seen:
                seen.add(real)
                yield filed


def _below(top: Path, notes: list[str]) -> Iterator[Filed]:
    """Yield the report files below a folder, without hidden ones and links that leave it."""
    from reconcile.read import suffixes

    known, home = suffixes(), top.resolve()
    for place, folders, names in os.walk(top, onerror=lambda error: _unread(error, notes)):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        notes.extend(
            f"{Path(place, f)}: a link to a folder is not followed"
            for f in folders
            if Path(place, f).is_symlink()
        )
        folder = Path(place)
        incident = None if folder == top else folder
        for path in sorted(folder / n for n in names if not n.startswith(".")):
            if path.suffix.lower() not in known or _ABOUT.fullmatch(path.stem):
                continue
            if path.is_symlink() and not _inside(path, home):
                notes.append(f"{path}: a link that leads out of the folder, or nowhere; left out")
                continue
            if path.is_file():
                yield Filed(path, incident)


def _inside(link: Path, home: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):  # a loop
        return False


def _unread(error: OSError, notes: list[str]) -> None:
    reason = (error.strerror or "unknown error").lower()
    notes.append(f"{error.filename}: the folder cannot be read ({reason})")
