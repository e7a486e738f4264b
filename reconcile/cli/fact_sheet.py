"""`reconcile fact-sheet`: print what the reports establish together, one line a fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import pages
from reconcile.cli.options import FETCH, REPORTS, SHEET
from reconcile.cli.switches import page_switches


@click.command("fact-sheet")
@click.argument("reports", nargs=-1, required=True, type=REPORTS)
@FETCH
@page_switches(SHEET)
@click.option("--all", "every", is_flag=True, help="Show each report's words under every fact.")
def fact_sheet(reports: tuple[Path, ...], every: bool, **given: Any) -> int:  # noqa: ANN401 - click's values
    """Print what the reports establish together, one line a fact.

    REPORTS are two or more reports: files in any format, folders of them, - for standard input. For each fact: the strongest statement
    that every independent origin supports, who says what and when, verdict and confidence.
    """
    return pages.written(reports, SHEET, "fact_sheet", given, "all" if every else "changed")
