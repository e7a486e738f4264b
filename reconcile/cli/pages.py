"""Read the reports that a command is given, and render its result in every format asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.cli import inputs, output
from reconcile.cli.options import per_file
from reconcile.cli.progress import Bar
from reconcile.cli.say import complain, warn
from reconcile.cli.switches import settings

UNANSWERED = 2  # exit status

if TYPE_CHECKING:
    from reconcile.model import Report
    from reconcile.settings import Settings, Show


def read(
    files: Sequence[Path],
    given: Mapping[str, Any],
    wanted: Settings | None = None,
    least: int = 2,
) -> list[Report]:
    """Return the reports of the files, and say what had to be assumed unless told to be quiet.

    Raises NotEnough where there are fewer than `least`, ReadError where a file cannot be read.
    """
    sources = per_file("--source", given["source"], files)
    published = per_file("--published", given["published"], files)
    reports = list(inputs.read_reports(files, sources, published, wanted))
    inputs.enough(files, reports, least)
    for report in () if given["quiet"] else reports:
        where = f"{report.file} ({report.part})" if report.part else report.file
        for warning in report.warnings:
            warn(f"{where}: {warning}")
    return reports


def written(
    reports: Sequence[Path],
    package: str,
    step: str,
    given: Mapping[str, Any],
    show: Show | None = None,
) -> int:
    """Read reports, make the page of a step of the pipeline, write it; 2 where nothing compares.

    `show` is the command's own, where it has one.
    """
    settings(given)  # a wrong settings file is told before any report is read
    files = inputs.report_files(reports, given["quiet"])
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, files)
    wanted = settings(given, files)
    wanted = replace(wanted, show=show) if show else wanted
    with Bar(shown=not given["quiet"], timed=given["verbose"]) as bar:
        found = read(files, given, wanted)
        from reconcile import pipeline

        result = getattr(pipeline, step)(found, wanted, bar)
        pages = rendered(result, package, places, wanted, given)
    output.write(pages)
    if not result.of.comparable:
        complain(f"nothing could be compared: {result.of.why}")
    return 0 if result.of.comparable else UNANSWERED


def rendered(
    result: Any,  # noqa: ANN401 - what the renderers of the package take
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
            width=wanted.width or output.columns(place),
            color=output.in_color(place, given["color"]),
        )
        page = load(package, name, "RENDERER", Renderer).render(result, look)
        pages[place] = output.in_log(name, page) if place == output.STDOUT else page
    return pages
