"""Say what is wrong with settings beyond their types: kinds, zones, paths, names given twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reconcile.settings.lines import Key
from reconcile.settings.place import leaves
from reconcile.settings.problems import Problem, meant, not_allowed, shown, unknown

PATHS = ("against", "submissions", "baseline")


def senseless(table: Mapping[str, Any], root: Path, kinds: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with a table whose keys and types are right."""
    yield from _paths(table, root)
    parts: list[tuple[Key, Mapping[str, Any]]] = [((), table)]
    parts += [(("overrides", k), part) for k, part in enumerate(table.get("overrides", ()))]
    for key, part in parts:
        yield from _kinds(key, part, sorted(kinds))
        yield from _zones(key, part)
        yield from _pairs(key, part)
        for what in ("names", "agencies"):
            yield from _twice((*key, what), part.get(what, {}))
        spelled = {n: o.get("spellings", ()) for n, o in part.get("outlets", {}).items()}
        yield from _twice((*key, "outlets"), spelled)


def _paths(table: Mapping[str, Any], root: Path) -> Iterator[Problem]:
    for name in PATHS:
        given = table.get(name, [])
        for k, path in enumerate([given] if isinstance(given, str) else given):
            key: Key = (name,) if isinstance(given, str) else (name, k)
            if out := leaves(path, root):
                said = f"{shown(path)} is not allowed: {out}; name it on the command line"
                yield Problem(key, said)


def _kinds(key: Key, part: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[Problem]:
    for name in ("only", "skip") if kinds else ():
        for k, kind in enumerate(part.get(name, ())):
            if kind not in kinds:
                one = f"one of {', '.join(kinds)}"
                yield not_allowed((*key, name, k), kind, one, meant(kind, kinds))
    for kind in part.get("severity", {}) if kinds else ():
        if kind not in kinds:
            yield unknown((*key, "severity", kind), kinds, "kind of divergence")


def _zones(key: Key, part: Mapping[str, Any]) -> Iterator[Problem]:
    for name, outlet in part.get("outlets", {}).items():
        here = (*key, "outlets", name)
        zone = outlet.get("zone", "")
        if zone and not _is_zone(zone):
            known = "the name of a time zone, as “Europe/London”"
            yield not_allowed((*here, "zone"), zone, known, _near_zone(zone))
        if outlet.get("clocks") == "zone" and not zone:
            yield Problem((*here, "clocks"), "“zone” says nothing without the outlet's zone")


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _near_zone(name: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    return next(iter(get_close_matches(name[:60], sorted(available_timezones()), n=1)), "")


def _pairs(key: Key, part: Mapping[str, Any]) -> Iterator[Problem]:
    for k, (plain, loaded) in enumerate(part.get("loaded", ())):
        if plain.casefold() == loaded.casefold():
            yield not_allowed((*key, "loaded", k), [plain, loaded], "two different words")


def _twice(key: Key, table: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield a spelling that stands for two names: nobody could tell which is meant."""
    owners: dict[str, str] = {name.casefold(): name for name in table}
    for name, others in table.items():
        for other in others:
            owner = owners.setdefault(other.casefold(), name)
            if owner != name:
                yield Problem((*key, name), f"“{other}” already stands for “{owner}”")
