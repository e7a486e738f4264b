"""Apply what holds for some paths only: each override after the other, tables joined by name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from reconcile.settings import Settings
from reconcile.settings.place import matches

NAMED = {"aliases": "name", "agencies": "name", "outlets": "name", "tolerances": "of"}


def applied(settings: Settings, paths: Collection[str | PurePath]) -> Settings:
    """Return the settings with every override that all paths match, the last one before others."""
    found = settings
    for k in meant_for(settings, paths):
        joined = {f: _joined(f, getattr(found, f), v) for f, v in settings.overrides[k].changes}
        found = replace(found, **joined)
    return found


def meant_for(settings: Settings, paths: Collection[str | PurePath]) -> list[int]:
    """Return the numbers of the overrides that all of some paths match, from 0."""
    return [
        k
        for k, override in enumerate(settings.overrides)
        if all(matches(path, settings.root, override.paths) for path in paths)
    ]


def kept(settings: Settings, fields: Collection[str]) -> Settings:
    """Return the settings with overrides that leave some fields alone: an option goes before them."""
    overrides = (
        replace(o, changes=tuple((f, v) for f, v in o.changes if f not in fields))
        for o in settings.overrides
    )
    return replace(settings, overrides=tuple(overrides))


def _joined(field: str, old: Any, new: Any) -> Any:  # noqa: ANN401 - a field of Settings
    """Return a table with the new entries before or in place of the old ones; else the new value."""
    if field in NAMED:
        by = NAMED[field]
        taken = {getattr(entry, by) for entry in new}
        return (*new, *(entry for entry in old if getattr(entry, by) not in taken))
    if field == "columns":
        taken = {entry[:2] for entry in new}
        return (*new, *(entry for entry in old if entry[:2] not in taken))
    return (*new, *old) if field in {"severities", "loaded"} else new
