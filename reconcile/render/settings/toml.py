"""Print what is in force as a settings file that says the same, each line with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from reconcile.plugin import Renderer
from reconcile.settings import Settings
from reconcile.settings.told import InForce, Told

DELETE = "\x7f"  # the one control character that JSON leaves as it is


def render(page: InForce, settings: Settings) -> str:
    """Return the TOML; what is not set stands as a comment."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: InForce) -> Iterator[str]:
    table: tuple[str | int, ...] = ()
    begun: set[tuple[str | int, ...]] = set()
    for row in page.rows:
        override = row.key[:2] if row.key[0] == "overrides" else ()
        if override != table and override not in begun:
            begun.add(override)
            yield "\n[[overrides]]"
            table = override
        yield _line(row, row.key[len(override) :])


def _line(row: Told, key: tuple[str | int, ...]) -> str:
    name = ".".join(_name(str(part)) for part in key)
    where = row.origin + (f":{row.line}" if row.line else "")
    if row.value is None:
        return f"# {name} is not set"
    return f"{name} = {toml(row.value)}  # {_text(where)[1:-1]}"


def toml(value: object) -> str:
    """Return a value as TOML writes it, on one line."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_name(k)} = {toml(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _name(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _text(key)


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace(DELETE, "\\u007f")


RENDERER = Renderer(render=render, suffix="toml")
