"""`reconcile baseline`: keep the list of divergences that were accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli.gate import accepting
from reconcile.cli.gate.switches import BASELINE, accept_switches, baseline_switches
from reconcile.cli.switches import CONFIG, ISOLATED


@click.group()
def baseline() -> None:
    """Keep the list of divergences that were accepted, with reason, who and until when."""


@baseline.command()
@accept_switches
def create(submissions: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Accept all that fails now, in a new file."""
    return accepting.create(submissions, given)


@baseline.command()
@accept_switches
def update(submissions: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Accept what fails now as well, and drop what no query meets any more; reasons stay."""
    return accepting.update(submissions, given)


@baseline.command()
@baseline_switches
def prune(submissions: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Drop what no query meets any more, and accept nothing."""
    return accepting.prune(submissions, given)


@baseline.command()
@BASELINE
@CONFIG
@ISOLATED
def show(**given: Any) -> int:  # noqa: ANN401 - click's values
    """Print what is accepted, why, by whom and until when."""
    return accepting.show(given)
