"""The options of `check` and `baseline`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from reconcile.cli import switches
from reconcile.cli.options import GATE, Format
from reconcile.settings import FailOn, NoMatch

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
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(get_args(FailOn)),
    show_default="error",
    help="Exit with 1 when a query is at least so loud.",
)
ON_UPDATE = click.option(
    "--fail-on-update/--no-fail-on-update",
    default=None,
    help="Fail also where a later report says something newer.",
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Work everything out anew.")
CONFIG = click.option(
    "--config", type=_PATH, metavar="FILE", help="Take the settings from this file."
)
ISOLATED = click.option("--isolated", is_flag=True, help="Take no settings file into account.")
SHOW = click.option(
    "--show",
    type=click.Choice(["changed", "all"]),
    help="Whether to print notes and what was accepted as well.",
)
REASON = click.option("--reason", help="Why they are accepted.")
WHO = click.option("--who", help="Who accepts them (default: user.name of git).")
UNTIL = click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day it holds."
)

RUN = (AGAINST, BASELINE, NO_MATCH, FAIL_ON, ON_UPDATE, switches.ONLY, switches.SKIP)
ENDS = (CONFIG, ISOLATED, NO_CACHE, switches.QUIET, switches.VERBOSE)


def check_switches(command: Command) -> Command:
    """Give a command the options of `check`."""
    formats = switches.formats(Format("format", GATE))
    look = (formats, switches.OUTPUT, SHOW, switches.WIDTH, switches.COLOR)
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
