"""`reconcile check`: say whether submissions contradict the reports on file of their incident."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reconcile.cli import output, pages
from reconcile.cli.gate.run import job, run
from reconcile.cli.gate.switches import check_switches
from reconcile.cli.options import GATE
from reconcile.cli.say import note
from reconcile.errors import SettingsError


@click.command()
@check_switches
def check(submissions: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401 - click's values
    """Say whether submissions contradict the reports on file of their incident.

    SUBMISSION is a file, or a folder of them; without any, those that the settings name.

    Exit status: 0 nothing fails, 1 a query at or above --fail-on is open, or a submission is refused,
    2 a submission could not be checked. The gravest of several submissions counts.
    """
    todo = job(submissions, given)
    if given["baseline"] and not todo.baseline.exists():
        raise SettingsError(f"{todo.baseline}: there is no such file; baseline create makes it")
    places = output.destinations(given["formats"], given["output"])
    output.guard(places, [*todo.submissions, todo.baseline])
    if not todo.submissions:
        note(f"no submission has changed since {given['changed_since']}")
        return 0
    checked, _ = run(todo, given)
    from reconcile.gate.policy import status

    output.write(pages.rendered(checked, GATE, places, todo.settings, given))
    return status(checked, todo.settings)
