"""Find the settings file that holds for a folder: its own, or that of the nearest folder above."""

from __future__ import annotations

from pathlib import Path

from reconcile.errors import SettingsError
from reconcile.settings.load import parsed, part, read

NAME, SHARED = "reconcile.toml", "pyproject.toml"


def find(folder: Path) -> Path | None:
    """Return the first settings file found upwards from a folder; None where there is none.

    Beside a `reconcile.toml` a `pyproject.toml` does not count, and without a table
    `[tool.reconcile]` it is passed over. Raises SettingsError for one that speaks of reconcile and
    is no TOML.
    """
    for place in (folder, *folder.parents):
        for name in (NAME, SHARED):
            file = place / name
            if _is_file(file) and (name == NAME or _ours(file)):
                return file
    return None


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False


def _ours(file: Path) -> bool:
    """Tell whether a `pyproject.toml` has settings for us; a broken one of others is no matter."""
    try:
        text = read(file)
    except SettingsError:
        return False
    if "reconcile" not in text:
        return False
    try:
        part(file, parsed(file, text))
    except SettingsError:
        if "[tool.reconcile" in text:
            raise
        return False
    return True
