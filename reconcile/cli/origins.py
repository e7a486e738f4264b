"""`reconcile origins`: print whose text each report is, and who was cut from whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import inputs, output, pages, switches
from reconcile.cli.options import FETCH, ORIGINS, REPORTS, Format
from reconcile.cli.progress import Bar


@click.command()
@click.argument("reports", nargs=-1, required=True, type=REPORTS)
@FETCH
@switches.formats(Format("format", ORIGINS))
@switches.OUTPUT
@switches.SOURCE
@switches.PUBLISHED
@switches.WIDTH
@switches.COLOR
@switches.TEXTS
@switches.KEEP_GOING
@switches.configured
@switches.QUIET
@switches.VERBOSE
def origins(reports: tuple[Path, ...], **given: Any) -> None:  # noqa: ANN401 - click's values
    """Print whose text each report is, and who was cut from whom.

    REPORTS are two or more reports: files in any format, folders of them, - for standard input. Shared copy, credits and dates decide;
    an agency story behind several reports is shown though nobody supplied it.
    """
    switches.settings(given)  # a wrong settings file is told before any report is read
    files = inputs.report_files(reports, given["quiet"])
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, files)
    wanted = switches.settings(given, files)
    with Bar(shown=not given["quiet"], timed=given["verbose"]) as bar:
        read = pages.read(files, given, wanted)
        from reconcile import pipeline

        result = pipeline.origins(read, bar)
        found = pages.rendered(result, ORIGINS, places, wanted, given)
    output.write(found)
