"""`reconcile facts`: print what was understood of one report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import inputs, output, switches
from reconcile.cli.options import FETCH, REPORTS
from reconcile.cli.say import warn


@click.command()
@click.argument("report", type=REPORTS)
@FETCH
@click.option(
    "--format",
    "name",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="How to print.",
)
@switches.OUTPUT
@click.option("--source", help="Say whose report it is.")
@click.option("--published", metavar="DATE", help="Say when it came out.")
@switches.WIDTH
@switches.COLOR
@switches.configured
@switches.QUIET
def facts(report: Path, name: str, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Print what was understood of one report.

    Sentences with their facts and claims, so that one sees why a divergence was or was not found.
    """
    wanted = switches.settings(given, [report])
    places = output.destinations([name], given["output"])
    output.guard(places, [report])
    sources = {report: given["source"]} if given["source"] else {}
    published = {report: given["published"]} if given["published"] else {}
    (read,) = inputs.read_reports([report], sources, published, wanted)
    for warning in () if given["quiet"] else read.warnings:
        warn(f"{read.file}: {warning}")
    from reconcile.facts.understand import understand
    from reconcile.render.account import as_json, as_page

    account, (place,) = understand(read), places
    if name == "json":
        page = as_json(account)
    else:
        width = wanted.width or output.columns(place) or 100
        page = as_page(account, width, output.in_color(place, given["color"]))
    output.write({place: page})
