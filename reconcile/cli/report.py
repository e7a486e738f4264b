"""`reconcile report`: make the pages of every incident below a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reconcile.cli.options import RENDERERS
from reconcile.cli.progress import Bar
from reconcile.cli.switches import report_switches, settings
from reconcile.errors import SettingsError
from reconcile.plugin import names

UNANSWERED = 2


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@report_switches
def report(folder: Path, **given: Any) -> int:  # noqa: ANN401 - click's values
    """Make the pages of every incident below FOLDER, and an index of them.

    An incident is a folder with two reports or more. What has not changed since the last time is
    not made again. Exit status: 0 all made, 2 an incident could not be read or compared; the
    others are made all the same.
    """
    wanted = replace(settings(given), fail_on="never")  # pages judge nothing
    from reconcile.cli.batch.folders import incidents
    from reconcile.cli.batch.run import Shelf

    output = given["output"]
    found = incidents(folder, output, wanted)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"--output {output}: no folder can be made there") from error
    shelf = Shelf(
        output=output,
        formats=given["formats"] or names(RENDERERS),
        settings=wanted,
        quiet=given["quiet"],
        anew=given["anew"],
    )
    with Bar(shown=not given["quiet"], timed=given["verbose"]) as bar:
        return 0 if shelf.fill(found, bar) else UNANSWERED
