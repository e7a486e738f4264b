"""Read the reports that a command is given, and render its result in every format asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.cli import inputs, output
from reconcile.cli.options import per_file
from reconcile.cli.say import warn

if TYPE_CHECKING:
    from reconcile.model import Reconciliation, Report
    from reconcile.settings import Settings


def read(files: Sequence[Path], given: Mapping[str, Any]) -> list[Report]:
    """Return the reports of the files, and say what had to be assumed unless told to be quiet."""
    sources = per_file("--source", given["source"], files)
    published = per_file("--published", given["published"], files)
    reports = list(inputs.read_reports(files, sources, published))
    for report in () if given["quiet"] else reports:
        for warning in report.warnings:
            warn(f"{report.file}: {warning}")
    return reports


def rendered(
    result: Reconciliation,
    package: str,
    places: Mapping[Path, str],
    wanted: Settings,
    given: Mapping[str, Any],
) -> dict[Path, str]:
    """Return the page for each place, by the renderers of a package."""
    from reconcile.plugin import Renderer, load

    pages = {}
    for place, name in places.items():
        look = replace(
            wanted,
            width=given["width"] or output.columns(place),
            color=output.in_color(place, given["color"]),
        )
        pages[place] = load(package, name, "RENDERER", Renderer).render(result, look)
    return pages
