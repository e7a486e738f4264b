"""Find the incidents below a folder: every folder that holds two reports or more."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reconcile.cli.inputs import reports_in
from reconcile.errors import NotEnough, ReadError, SettingsError
from reconcile.settings import Settings

TAKEN = frozenset({"index", "manifest"})  # the names of our own files beside the pages


@dataclass(frozen=True, slots=True)
class Incident:
    """A folder of reports, and how its pages are called."""

    name: str  # the way from the folder above, with "/": "2024/harbour-ferry"
    folder: Path
    files: tuple[Path, ...]


def incidents(root: Path, output: Path, settings: Settings | None = None) -> tuple[Incident, ...]:
    """Return the incidents in order of their names; hidden folders and `output` are left out.

    Raises SettingsError where `root` is no folder or is where the pages go, NotEnough where no
    folder holds two reports.
    """
    if not root.is_dir():
        raise SettingsError(f"{root}: it is no folder")
    if root.resolve() == output.resolve():
        raise SettingsError(f"--output {output}: the pages need a folder of their own")
    found = []
    for place, folders, _ in os.walk(root):
        folder = Path(place)
        folders[:] = [f for f in folders if _entered(folder / f, output)]
        files = tuple(reports_in(folder, quiet=True))
        if len(files) > 1 or (files and _several(files[0], settings)):
            found.append(Incident(_name(folder, root), folder, files))
    if not found:
        raise NotEnough(f"{root}: no folder in it holds two reports or more")
    return tuple(sorted(found, key=lambda incident: incident.name))


def _several(file: Path, settings: Settings | None) -> bool:
    """Tell whether a file alone in its folder holds several reports: an archive, a feed, a table."""
    from reconcile.read import read_reports

    try:
        return len(read_reports(file, settings=settings)) > 1
    except ReadError:
        return False


def _entered(folder: Path, output: Path) -> bool:
    return not folder.name.startswith(".") and folder.resolve() != output.resolve()


def _name(folder: Path, root: Path) -> str:
    name = folder.relative_to(root).as_posix()
    if name == ".":
        name = root.resolve().name or "incident"
    return f"{name}-incident" if name in TAKEN else name
