"""`reconcile read`: print what is read of files, before anything is understood of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reconcile.cli import inputs, output, pages, switches
from reconcile.cli.options import FETCH, REPORTS, SOURCE, Format


@click.command()
@click.argument("files", nargs=-1, required=True, type=REPORTS)
@FETCH
@switches.formats(Format("format", SOURCE), usual="text")
@switches.OUTPUT
@switches.SOURCE
@switches.PUBLISHED
@switches.KEEP_GOING
@switches.configured
@switches.QUIET
def read(files: tuple[Path, ...], **given: Any) -> None:  # noqa: ANN401 - click's values
    """Print what is read of files: source, date, headline, text, and where it stands in the file.

    FILES are files in any format that `reconcile formats` lists, folders of them, or - for
    standard input. A file may hold several reports, in any language: only comparing needs English.
    """
    switches.settings(given)  # a wrong settings file is told before any report is read
    found = inputs.report_files(files, given["quiet"])
    places = output.destinations(given["formats"] or ("text",), given["output"])
    output.guard(places, found)
    wanted = replace(switches.settings(given, found), any_language=True)
    reports = pages.read(found, given, wanted, least=1)
    output.write(pages.rendered(reports, SOURCE, places, wanted, {**given, "color": "never"}))
