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
@switches.KEEP_GOING
@switches.configured
@switches.QUIET
def facts(report: Path, name: str, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Print what was understood of a report, or of each report of a file.

    Sentences with their facts and claims, so that one sees why a divergence was or was not found.
    """
    wanted = switches.settings(given, [report])
    places = output.destinations([name], given["output"])
    output.guard(places, [report])
    sources = {report: given["source"]} if given["source"] else {}
    published = {report: given["published"]} if given["published"] else {}
    read = list(inputs.read_reports([report], sources, published, wanted))
    for warning in () if given["quiet"] else (f"{r.file}: {w}" for r in read for w in r.warnings):
        warn(warning)
    from reconcile.facts.understand import understand
    from reconcile.render.account import as_json, as_page

    styled = [(r, wanted.style(r.file, r.source)) for r in read]
    accounts, (place,) = [understand(r, style) for r, style in styled], places
    if name == "json":
        told = [as_json(account) for account in accounts]
        page = told[0] if len(told) == 1 else "[\n" + ",\n".join(told) + "]\n"
    else:
        width, color = wanted.width or output.columns(place) or 100, given["color"]
        page = "\n".join(as_page(a, width, output.in_color(place, color)) for a in accounts)
    output.write({place: page})
