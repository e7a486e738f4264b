"""Make Settings of a checked table, and a table of Settings again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from reconcile.settings import RELATIONS, Settings
from reconcile.settings.nouns import Agency, Alias, Outlet, Override, Tolerance
from reconcile.settings.place import from_here
from reconcile.settings.shape import Anywhere, File, House, Tables

SAME = (
    "fail_on",
    "fail_on_update",
    "no_match",
    "refuse_embargoed",
)
PAGE = {
    "show": "show",
    "width": "width",
    "with_text": "with_text",
    "redact_text": "redact",
    "not_comparable": "not_comparable",
}


def settings(table: Mapping[str, Any], root: Path) -> Settings:
    """Return the settings that a table says, relative to a folder; it has no problems any more."""
    file = msgspec.convert(table, File)
    found = dict(_anywhere(file))
    for name in ("against", "submissions", "baseline"):
        if (given := getattr(file, name)) is not UNSET:
            paths = [from_here(p, root) for p in ([given] if isinstance(given, str) else given)]
            found[name] = paths[0] if name == "baseline" else tuple(paths)
    if file.page is not UNSET:
        said = {ours: getattr(file.page, theirs) for theirs, ours in PAGE.items()}
        found |= {ours: value for ours, value in said.items() if value is not UNSET}
    overrides = [] if file.overrides is UNSET else file.overrides
    found["overrides"] = tuple(Override(tuple(o.paths), tuple(_anywhere(o))) for o in overrides)
    return Settings(**found, root=str(root))


def _anywhere(part: Anywhere) -> Iterator[tuple[str, Any]]:
    """Yield each field that a part of the file sets, as Settings have it."""
    for name, value in _set(part):
        if name in SAME:
            yield name, value
        elif name in LISTED:
            field, made = LISTED[name]
            yield field, made(value)
        elif name == "tolerance":
            for inner, given in _set(value):
                yield (inner, given) if inner == "minutes" else ("tolerances", _tolerances(given))


def _severities(given: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield kind, relation and level; a level for a kind is one for all its relations."""
    for kind, loud in given.items():
        if isinstance(loud, str):
            yield from ((kind, relation, loud) for relation in RELATIONS)
        else:
            yield from ((kind, relation, level) for relation, level in loud.items())


def _tolerances(given: Mapping[str, Any]) -> tuple[Tolerance, ...]:
    return tuple(Tolerance("" if of == "*" else of, **dict(_set(m))) for of, m in given.items())


def _outlet(name: str, house: House) -> Outlet:
    said = dict(_set(house))
    return Outlet(name, **{**said, "spellings": tuple(said.get("spellings", ()))})


def _columns(tables: Tables) -> Iterator[tuple[str, str, str]]:
    for form, fields in _set(tables):
        yield from ((form, field, column) for field, column in _set(fields))


def _set(part: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a struct that have a value."""
    for name in part.__struct_fields__:
        if (value := getattr(part, name)) is not UNSET:
            yield name, value


LISTED: dict[str, tuple[str, Callable[[Any], object]]] = {  # key, field, how it is made
    "only": ("only", frozenset),
    "skip": ("skip", frozenset),
    "severity": ("severities", lambda v: tuple(_severities(v))),
    "names": ("aliases", lambda v: tuple(Alias(n, tuple(o)) for n, o in v.items())),
    "agencies": ("agencies", lambda v: tuple(Agency(n, tuple(o)) for n, o in v.items())),
    "outlets": ("outlets", lambda v: tuple(_outlet(n, o) for n, o in v.items())),
    "loaded": ("loaded", lambda v: tuple((plain, loaded) for plain, loaded in v)),
    "columns": ("columns", lambda v: tuple(_columns(v))),
}
