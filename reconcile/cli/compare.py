"""`reconcile compare`: read reports of one incident and print where they diverge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import inputs, output, pages
from reconcile.cli.options import FETCH, RENDERERS, REPORTS
from reconcile.cli.progress import Bar
from reconcile.cli.switches import settings, switches


@click.command()
@click.argument("reports", nargs=-1, required=True, type=REPORTS)
@FETCH
@switches
def compare(reports: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Compare reports of one incident and print where they diverge.

    REPORTS are two or more reports: files in any format, folders of them, - for standard input.
    """
    quiet = given["quiet"]
    settings(given)  # a wrong settings file is told before any report is read
    files = inputs.report_files(reports, quiet)
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, files)
    wanted = settings(given, files)
    with Bar(shown=not quiet, timed=given["verbose"]) as bar:
        read = pages.read(files, given, wanted)
        from reconcile.gate.policy import exit_status
        from reconcile.pipeline import reconcile

        result = reconcile(read, wanted, bar)
        found = pages.rendered(result, RENDERERS, places, wanted, given)
    output.write(found)
    return exit_status(result, wanted)
