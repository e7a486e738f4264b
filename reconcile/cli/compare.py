"""`reconcile compare`: read reports of one incident and print where they diverge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli import inputs, output
from reconcile.cli.options import RENDERERS, per_file
from reconcile.cli.progress import Bar
from reconcile.cli.say import warn
from reconcile.cli.switches import settings, switches

if TYPE_CHECKING:
    from reconcile.model import Report


@click.command()
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path))
@switches
def compare(reports: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Compare reports of one incident and print where they diverge.

    REPORTS are two or more text files, or folders of them.
    """
    quiet, wanted = given["quiet"], settings(given)
    files = inputs.report_files(reports, quiet)
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, files)
    sources = per_file("--source", given["source"], files)
    published = per_file("--published", given["published"], files)
    with Bar(shown=not quiet, timed=given["verbose"]) as bar:
        read = list(inputs.read_reports(files, sources, published))
        _say_warnings(() if quiet else read)
        from reconcile.gate.policy import exit_status
        from reconcile.pipeline import reconcile
        from reconcile.plugin import Renderer, load

        result = reconcile(read, wanted, bar)
        pages = {}
        for place, name in places.items():
            look = replace(
                wanted,
                width=given["width"] or output.columns(place),
                color=output.in_color(place, given["color"]),
            )
            pages[place] = load(RENDERERS, name, "RENDERER", Renderer).render(result, look)
    output.write(pages)
    return exit_status(result, wanted)


def _say_warnings(reports: Iterable[Report]) -> None:
    for report in reports:
        for warning in report.warnings:
            warn(f"{report.file}: {warning}")
