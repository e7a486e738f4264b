"""The options of `check` and `baseline`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from reconcile.cli import switches
from reconcile.cli.options import GATE, Format
from reconcile.settings import NoMatch

Command = TypeVar("Command", bound=Callable[..., Any])
_PATH = click.Path(path_type=Path)

SUBMISSIONS = click.argument("submissions", nargs=-1, type=_PATH, metavar="[SUBMISSION]...")
AGAINST = click.option(
    "--against",
    multiple=True,
    type=_PATH,
    metavar="PATH",
    help="Reports on file, or a folder of them; repeatable.",
)
BASELINE = click.option(
    "--baseline",
    type=_PATH,
    metavar="FILE",
    help="What was accepted (default: reconcile-baseline.toml where there is one).",
)
CHANGED = click.option(
    "--changed-since", metavar="REV", help="Check only submissions changed since a commit of git."
)
NO_MATCH = click.option(
    "--no-match",
    type=click.Choice(get_args(NoMatch)),
    help="What a submission of an incident that nothing on file tells of is (default: exit 2).",
)
ON_UPDATE = click.option(
    "--fail-on-update/--no-fail-on-update",
    default=None,
    help="Fail also where a later report says something newer.",
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Work everything out anew.")
REASON = click.option("--reason", help="Why they are accepted.")
WHO = click.option("--who", help="Who accepts them (default: user.name of git).")
UNTIL = click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day it holds."
)

RUN = (AGAINST, BASELINE, NO_MATCH, switches.FAIL_ON, ON_UPDATE, switches.ONLY, switches.SKIP)
ENDS = (switches.CONFIG, switches.ISOLATED, NO_CACHE, switches.QUIET, switches.VERBOSE)


def check_switches(command: Command) -> Command:
    """Give a command the options of `check`."""
    formats = switches.formats(Format("format", GATE))
    look = (formats, switches.OUTPUT, switches.SHOW, switches.WIDTH, switches.COLOR)
    return _with((SUBMISSIONS, CHANGED, *RUN, *look, *ENDS), command)


def baseline_switches(command: Command) -> Command:
    """Give a command the options of `baseline prune`."""
    return _with((SUBMISSIONS, *RUN, *ENDS), command)


def accept_switches(command: Command) -> Command:
    """Give a command the options of `baseline create` and `update`."""
    return _with((SUBMISSIONS, REASON, WHO, UNTIL, *RUN, *ENDS), command)


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
