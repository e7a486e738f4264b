"""`reconcile timeline`: print what happened when, and how the figures changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import pages
from reconcile.cli.options import FETCH, REPORTS, TIMELINE
from reconcile.cli.switches import page_switches


@click.command()
@click.argument("reports", nargs=-1, required=True, type=REPORTS)
@FETCH
@page_switches(TIMELINE)
def timeline(reports: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Print what happened when, and how the figures changed.

    REPORTS are two or more reports: files in any format, folders of them, - for standard input. Events with a date or an hour, merged
    over the reports that tell them; then each figure that changed, in order of publication.
    """
    return pages.written(reports, TIMELINE, "timeline", given)
