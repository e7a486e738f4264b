"""Print what is in force for a reader: one line a key, with where its value comes from."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.plugin import Renderer
from reconcile.render.page.words import visible
from reconcile.render.settings.toml import toml
from reconcile.settings import Settings
from reconcile.settings.problems import dotted
from reconcile.settings.told import DEFAULT, InForce, Told

WIDEST = 40  # columns of the keys and of the values that stand in line


def render(page: InForce, settings: Settings) -> str:
    """Return the page."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: InForce) -> Iterator[str]:
    source = f"Settings of {visible(page.file)}" if page.file else "No settings file: the defaults"
    yield source + (f", for {visible(page.path)}" if page.path else "")
    yield ""
    cells = [(visible(dotted(r.key)), _value(r), _origin(r)) for r in page.rows]
    wide = [min(WIDEST, max(len(c[k]) for c in cells)) for k in (0, 1)]
    for key, value, origin in cells:
        yield f"{key:<{wide[0]}}  {value:<{wide[1]}}  {origin}"


def _value(row: Told) -> str:
    return "not set" if row.value is None else visible(toml(row.value))


def _origin(row: Told) -> str:
    if row.origin == DEFAULT or not row.line:
        return row.origin
    return f"{visible(row.origin)}:{row.line}"


RENDERER = Renderer(render=render)
