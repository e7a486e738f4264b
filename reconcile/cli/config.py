"""`reconcile config`: print what is in force, and where each value comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reconcile.cli import output, switches
from reconcile.cli.options import CHECKS, CONFIGS, Format
from reconcile.plugin import names


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@switches.formats(Format("format", CONFIGS))
@switches.OUTPUT
@switches.settled
@switches.configured
def config(path: Path | None, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Print what is in force, and where each value comes from.

    With PATH, what is in force for that file or folder: overrides that are meant for it applied.
    """
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, [])
    from reconcile.plugin import Renderer, load
    from reconcile.settings.told import InForce, Sources, in_force

    loaded, paths = switches.from_file(given), [path] if path else []
    wanted = switches.settings(given, paths)
    sources = Sources(options=switches.options(given))
    if loaded:
        meant = wanted.overrides_for(paths)
        sources = replace(sources, file=loaded.file, lines=loaded.lines, overrides=meant)
    shown = replace(wanted, overrides=()) if path else wanted
    page = InForce(in_force(shown, names(CHECKS), sources), sources.file, str(path or ""))
    made = (load(CONFIGS, name, "RENDERER", Renderer) for name in places.values())
    output.write({place: r.render(page, wanted) for place, r in zip(places, made, strict=True)})
