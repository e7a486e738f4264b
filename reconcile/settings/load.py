"""Read a settings file: bytes to a table, the table checked, and the settings that it says.

Every problem of a file is told, one line each, with file, line and key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from reconcile.errors import SettingsError, SettingsErrors
from reconcile.settings import Settings
from reconcile.settings.lines import Key, key_lines, line_of
from reconcile.settings.problems import Problem, dotted, problems

LARGEST = 1_000_000  # bytes
MOST = 100  # problems that are looked for
DEEPEST = 100  # dots of one key: reading them takes the square of their number
AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a file, and the line of each of its keys."""

    settings: Settings
    file: str
    lines: Mapping[Key, int]


def load(file: Path, kinds: Collection[str] = ()) -> Loaded:
    """Return what a settings file says; raises SettingsErrors with the problems of it.

    With `kinds` given, every kind of divergence it names must be one of these.
    """
    text = read(file)
    table, before = part(file, parsed(file, text))
    lines = {
        key[len(before) :]: line
        for key, line in key_lines(text).items()
        if key[: len(before)] == before
    }
    found = list(islice(_problems(file, table, kinds), MOST))
    if found:
        raise SettingsErrors(_told(file, lines, found))
    from reconcile.settings.make import settings

    return Loaded(settings(table, file.absolute().parent), str(file), lines)


def _problems(file: Path, table: Mapping[str, Any], kinds: Collection[str]) -> Iterator[Problem]:
    from reconcile.settings.sense import senseless
    from reconcile.settings.shape import File

    right = True
    for problem in problems(table, File):
        right = False
        yield problem
    if right:
        yield from senseless(table, file.absolute().parent, kinds)


def _told(file: Path, lines: dict[Key, int], found: list[Problem]) -> list[str]:
    out = []
    for problem in found:
        line = line_of(lines, problem.key)
        out.append(f"{file}{f':{line}' if line else ''}: {dotted(problem.key)}: {problem.said}")
    return out


def read(file: Path) -> str:
    """Return the text of a settings file; raises SettingsError when it cannot be one."""
    try:
        if not file.is_file():
            there = "it is no file" if file.exists() else "there is no such file"
            raise SettingsError(f"{file}: {there}")
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", "") or "no path").lower()
        raise SettingsError(f"{file}: it cannot be read ({reason})") from error
    if len(data) > LARGEST:
        raise SettingsError(f"{file}: it is larger than 1 MB, too large for settings")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SettingsError(f"{file}:{line}: it is not UTF-8") from error


def parsed(file: Path, text: str) -> dict[str, Any]:
    """Return the table of a TOML text; raises SettingsError with the line where it is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > DEEPEST and line.split("=")[0].count(".") > DEEPEST:
            raise SettingsError(f"{file}:{number}: it is nested too deeply for settings")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = AT.search(str(error))
        line = f":{at['line']}" if at and at["line"] else ""
        said = AT.sub("", str(error))
        raise SettingsError(
            f"{file}{line}: it is not TOML: {said[:1].lower()}{said[1:]}"
        ) from error
    except RecursionError as error:
        raise SettingsError(f"{file}: it is nested too deeply for settings") from error
    except ValueError as error:  # a day that is in no calendar, a number of 5,000 digits
        raise SettingsError(f"{file}: it is not TOML: {error}") from error


def part(file: Path, table: dict[str, Any]) -> tuple[dict[str, Any], Key]:
    """Return what is ours of a file's table, and the keys before it."""
    if file.name != "pyproject.toml":
        return table, ()
    tool = table.get("tool")
    ours = tool.get("reconcile") if isinstance(tool, dict) else None
    if not isinstance(ours, dict):
        raise SettingsError(f"{file}: it has no table [tool.reconcile]")
    return ours, ("tool", "reconcile")
