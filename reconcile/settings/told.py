"""Tell what is in force, key by key, with where each value comes from: the file's line, an option, default."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, cast

from reconcile.settings import RELATIONS, Settings, default_severity
from reconcile.settings.lines import Key, line_of
from reconcile.settings.make import PAGE
from reconcile.settings.nouns import Outlet

if TYPE_CHECKING:
    from reconcile.model import Relation

DEFAULT, OPTION = "default", "option"
Value = object  # what TOML can hold; None is not set


@dataclass(frozen=True, slots=True)
class Told:
    """One key in force."""

    key: Key
    value: Value
    origin: str = DEFAULT  # "default", "option" or a file
    line: int = 0  # of the file, from 1


@dataclass(frozen=True, slots=True)
class InForce:
    """All keys in force, for every path or for one."""

    rows: tuple[Told, ...]
    file: str = ""  # that was read
    path: str = ""  # for which they hold


# field of Settings that an option sets: its key
KEYS: Mapping[str, Key] = {
    **{f.name: (f.name.replace("_", "-"),) for f in fields(Settings)},
    **{ours: ("page", theirs.replace("_", "-")) for theirs, ours in PAGE.items()},
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Where values may come from."""

    file: str = ""
    lines: Mapping[Key, int] = field(default_factory=dict)
    options: Collection[str] = ()  # fields of Settings that an option sets
    overrides: Sequence[int] = ()  # that are meant for the path, the one that goes first at the end


def in_force(settings: Settings, kinds: Sequence[str], sources: Sources) -> tuple[Told, ...]:
    """Return every key with its value and where it comes from."""
    said = {KEYS[field] for field in sources.options}
    usual = dict(keys(Settings(), kinds))
    out = []
    for key, value in keys(settings, kinds):
        line = 0 if key in said else _line(key, key in usual and value == usual[key], sources)
        origin = OPTION if key in said else sources.file if line else DEFAULT
        out.append(Told(key, value, origin, line))
    return tuple(out)


def _line(key: Key, usual: bool, sources: Sources) -> int:
    """Return the line of the file that sets a key, 0 where none does."""
    for k in reversed(sources.overrides):
        if line := _at(("overrides", k, *key), sources.lines):
            return line
    # an unusual value without a line of its own stands in an inline table
    return _at(key, sources.lines) or (0 if usual else line_of(dict(sources.lines), key))


def _at(key: Key, lines: Mapping[Key, int]) -> int:
    """Return the line of a key, or of the first one in its table."""
    inside = (line for known, line in lines.items() if known[: len(key)] == key)
    return lines.get(key, 0) or min(inside, default=0)


def keys(settings: Settings, kinds: Sequence[str] = ()) -> Iterator[tuple[Key, Value]]:
    """Yield every key with its value as a settings file would have it, in the manual's order."""
    yield from _anywhere({f.name: getattr(settings, f.name) for f in fields(settings)}, kinds)
    for name in ("against", "submissions"):
        yield (name,), [_from_root(p, settings.root) for p in getattr(settings, name)]
    yield ("baseline",), _from_root(settings.baseline, settings.root) or None
    for theirs, ours in PAGE.items():
        value = getattr(settings, ours)
        unset = ours == "width" and not value
        yield ("page", theirs.replace("_", "-")), None if unset else value
    for k, override in enumerate(settings.overrides):
        yield ("overrides", k, "paths"), list(override.paths)
        for key, value in _anywhere(dict(override.changes), ()):
            yield ("overrides", k, *key), value


def _anywhere(said: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[tuple[Key, Value]]:
    """Yield the keys that an override may have too; of an override only those that it sets."""
    for name in ("fail_on", "fail_on_update", "no_match", "refuse_embargoed"):
        if name in said:
            yield (name.replace("_", "-"),), said[name]
    for name in ("only", "skip"):
        if name in said:
            yield (name,), sorted(said[name])
    yield from _severities(said.get("severities", ()), kinds)
    if "minutes" in said:
        yield ("tolerance", "minutes"), said["minutes"]
    yield from _entries(said)
    if "loaded" in said:
        yield ("loaded",), [list(pair) for pair in said["loaded"]]
    for form, of, column in said.get("columns", ()):
        yield ("columns", form, of), column


def _severities(
    own: Sequence[tuple[str, str, str]], kinds: Sequence[str]
) -> Iterator[tuple[Key, Value]]:
    """Yield the levels of each kind by relation, those of the default table where kinds are given."""
    named = dict.fromkeys((*kinds, *(kind for kind, _, _ in own)))
    for kind in named:
        levels = (
            {r: str(default_severity(kind, cast("Relation", r))) for r in RELATIONS}
            if kinds
            else {}
        )
        for k, relation, level in reversed(own):
            if k == kind:
                levels[relation] = str(level)
        yield ("severity", kind), {r: levels[r] for r in RELATIONS if r in levels}


def _entries(said: Mapping[str, Any]) -> Iterator[tuple[Key, Value]]:
    """Yield the entries of the tables that are by name."""
    for margin in said.get("tolerances", ()):
        both = {"relative": margin.relative, "absolute": margin.absolute}
        yield ("tolerance", "figures", margin.of or "*"), {k: v for k, v in both.items() if v}
    for alias in said.get("aliases", ()):
        yield ("names", alias.name), list(alias.others)
    for agency in said.get("agencies", ()):
        yield ("agencies", agency.name), list(agency.spellings)
    for outlet in said.get("outlets", ()):
        yield from _house(outlet)


def _house(outlet: Outlet) -> Iterator[tuple[Key, Value]]:
    """Yield what is known of an outlet; its empty table where that is nothing."""
    own = [(f.name, getattr(outlet, f.name)) for f in fields(outlet) if f.name != "name"]
    own = [(name, list(v) if isinstance(v, tuple) else v) for name, v in own]
    usual = {f.name: f.default for f in fields(outlet)}
    told = [(name, v) for name, v in own if v not in (usual[name], [])] or [("spellings", [])]
    for name, value in told:
        yield ("outlets", outlet.name, name), value


def _from_root(path: str, root: str) -> str:
    """Return a path as the settings file has it."""
    return os.path.relpath(path, root).replace(os.sep, "/") if path and root else path
