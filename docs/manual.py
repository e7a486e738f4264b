"""Write the manual of the settings from the types that read them: every key with what it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from msgspec import inspect

from reconcile.render.settings.toml import toml
from reconcile.settings import Settings
from reconcile.settings.problems import allowed
from reconcile.settings.shape import File
from reconcile.settings.told import keys

HEAD = """\
# Settings

Written by `make docs` from `reconcile/settings/shape.py`; edit that.

A desk's settings stand in `reconcile.toml`, or in `[tool.reconcile]` of `pyproject.toml`. The first
such file found holds, from the working directory upwards; beside a `reconcile.toml` a
`pyproject.toml` does not count, and one without the table is passed over. Files are not joined.
`--config FILE` names another, `--isolated` takes none. What the command line says goes before the
file. `reconcile config` prints what is in force and where each value comes from, `reconcile config
PATH` what is in force for a file.

Paths are relative to the folder of the settings file and must stay below it, links followed: name
anything else on the command line. Every unknown key and every value that is not allowed is told with
file, line and key, and the run ends with 2.

The schema for editors is [`schema/reconcile-settings-1.json`](schema/reconcile-settings-1.json).
"""

INTRODUCED = {
    "tolerance": "## Near enough",
    "names": "## Names, agencies, outlets and words",
    "columns": "## Columns of tables",
    "against": "## Where things are",
    "page": "## Pages",
    "overrides": "## Other settings for some paths",
}
SAMPLES = {"figures": "metre", "outlets": '"The Courier"'}  # names for examples
OVERRIDES = """\
An override may have every key above but those of where things are and of pages. Overrides that a
path matches are applied in their order, so that the last goes first. Tables are joined by name
(`names`, `agencies`, `outlets`, `tolerance.figures`, `severity`, `columns`), `loaded` is added to,
everything else is replaced. Several reports that are compared have the settings that hold for all
of them; how each is read is settled by its own path.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manual says of one key."""

    key: str
    meaning: str
    allowed: str
    example: str


def entries() -> Iterator[Entry]:
    """Yield every key that a settings file may have, in the order of the types."""
    yield from _of(inspect.type_info(File), "")


def page() -> str:
    """Return the manual."""
    usual = {".".join(map(str, key)): value for key, value in keys(Settings())}
    parts = [HEAD, "## What fails, and what is looked for"]
    for entry in entries():
        if entry.key in INTRODUCED:
            parts.append(INTRODUCED[entry.key])
        if entry.key == "overrides":
            parts.append(OVERRIDES)
        parts.append(_told(entry, usual))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _told(entry: Entry, usual: dict[str, object]) -> str:
    lines = [f"### `{entry.key}`", "", entry.meaning, ""]
    if entry.allowed != "a table":
        default = usual.get(entry.key)
        said = f"`{toml(default)}`" if default is not None else "not set"
        lines += [f"It must be {entry.allowed}. Default: {said}.", ""]
    return "\n".join([*lines, "```toml", entry.example, "```"] if entry.example else lines)


def _of(of: inspect.Type, prefix: str) -> Iterator[Entry]:
    if isinstance(of, inspect.StructType):
        for field in of.fields:
            told = _meta(field.type)
            key = f"{prefix}{field.encode_name}"
            inner = _bare(field.type)
            example = told["x-toml"]
            if example.startswith("[") and key != "overrides":
                example = ""  # its keys have examples of their own
            elif prefix:
                example = reduce(_named, SAMPLES.items(), prefix) + example
            yield Entry(key, told["description"], allowed(inner), example)
            if key == "overrides":
                (paths,) = (f for f in inner.item_type.fields if f.encode_name == "paths")
                told = _meta(paths.type)
                one = allowed(_bare(paths.type))
                example = f"[[overrides]]\n{told['x-toml']}"
                yield Entry("overrides[].paths", told["description"], one, example)
            elif isinstance(inner, inspect.DictType):
                yield from _of(_bare(inner.value_type), f"{key}.NAME.")
            else:
                yield from _of(inner, f"{key}.")


def _named(prefix: str, sample: tuple[str, str]) -> str:
    table, name = sample
    return prefix.replace(f"{table}.NAME.", f"{table}.{name}.")


def _bare(of: inspect.Type) -> inspect.Type:
    """Return a type without what describes it and without "not set"."""
    if isinstance(of, inspect.Metadata):
        return _bare(of.type)
    if isinstance(of, inspect.UnionType):
        rest = [t for t in of.types if type(t).__name__ != "UnsetType"]
        return _bare(rest[0]) if len(rest) == 1 else inspect.UnionType(tuple(rest))
    return of


def _meta(of: inspect.Type) -> dict[str, str]:
    """Return what describes a key: `description` and `x-toml`."""
    found: dict[str, str] = {}
    while isinstance(of, inspect.Metadata):
        found = {**(of.extra_json_schema or {}), **found}
        of = of.type
    return found
