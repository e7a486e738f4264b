"""Print what is in force as JSON: each key with its value, and where it comes from."""

from __future__ import annotations

import msgspec

from reconcile.plugin import Renderer
from reconcile.settings import Settings
from reconcile.settings.problems import dotted
from reconcile.settings.told import InForce

SCHEMA = "reconcile-config/1"


class Row(msgspec.Struct, frozen=True):
    """One key in force."""

    key: str
    value: object
    """null where it is not set."""
    origin: str
    """ "default", "option" or the settings file."""
    line: int | None
    """Of the file, from 1."""


class Page(msgspec.Struct, frozen=True):
    """What `reconcile config` prints."""

    schema: str
    file: str | None
    """The settings file that was read; null without one."""
    path: str | None
    """The file or folder for which these hold; null for all."""
    settings: list[Row]


def render(page: InForce, settings: Settings) -> str:
    """Return the JSON, indented."""
    rows = [Row(dotted(r.key), r.value, r.origin, r.line or None) for r in page.rows]
    told = Page(SCHEMA, page.file or None, page.path or None, rows)
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


RENDERER = Renderer(render=render, suffix="json")
