"""The options of `compare` and `report`: what is looked for, when a run fails, how pages look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from reconcile.cli.options import FORM, FORMAT, KIND, Format
from reconcile.errors import SettingsError
from reconcile.settings import Color, FailOn, Settings, Show

Command = TypeVar("Command", bound=Callable[..., Any])


def _choice(name: str, of: object, default: str, help_: str) -> Callable[[Command], Command]:
    allowed = click.Choice(get_args(of))
    return click.option(name, type=allowed, default=default, show_default=True, help=help_)


def _repeated(name: str, what: str, help_: str, **more: Any) -> Callable[[Command], Command]:  # noqa: ANN401 - click's own keywords
    return click.option(name, multiple=True, metavar=what, help=f"{help_}; repeatable.", **more)


def _flag(names: str, help_: str) -> Callable[[Command], Command]:
    return click.option(*names.split(), is_flag=True, help=help_)


OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to a file, not to standard output.",
)


def formats(of: Format) -> Callable[[Command], Command]:
    """Return the option that says how to print, for the outputs of one folder."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=of,
        metavar="NAME[=FILE]",
        help="How to print (default: terminal); repeatable.",
    )


WIDTH = click.option("--width", type=click.IntRange(min=40), help="Columns of a terminal page.")
COLOR = _choice("--color", Color, "auto", "Whether a terminal page may use colour.")
SOURCE = _repeated("--source", "FILE=NAME", "Say whose report a file is")
PUBLISHED = _repeated("--published", "FILE=DATE", "Say when a report came out")
REDACT = _flag(
    "--redact-text", "Show findings and short quotes only, for those who may not have the texts."
)
QUIET = _flag("-q --quiet", "Print no warnings.")
TEXTS = _flag("--with-text", "Put the texts of the reports into JSON.")
VERBOSE = _flag("-v --verbose", "Say how long each step took.")

ONLY = _repeated("--only", "KIND", "Look for this kind of divergence alone", type=KIND)
SKIP = _repeated("--skip", "KIND", "Leave this kind of divergence out", type=KIND)
SHOW = _choice("--show", Show, "changed", "How much of the grid to print.")
NEAR = _flag("--not-comparable", "List also what came close to a divergence and lacked proof.")

_COMPARE = (
    formats(FORMAT),
    OUTPUT,
    _choice("--fail-on", FailOn, "error", "Exit with 1 when a divergence is at least so loud."),
    ONLY,
    SKIP,
    SOURCE,
    PUBLISHED,
    SHOW,
    WIDTH,
    COLOR,
    NEAR,
    TEXTS,
    REDACT,
    QUIET,
    VERBOSE,
)
_REPORT = (
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        default="reports",
        show_default=True,
        help="Where the pages go.",
    ),
    click.option(
        "--format",
        "formats",
        multiple=True,
        type=FORM,
        metavar="NAME",
        help="Make this format only (default: all); repeatable.",
    ),
    ONLY,
    SKIP,
    SHOW,
    NEAR,
    TEXTS,
    REDACT,
    _flag("--anew", "Make also what has not changed."),
    QUIET,
    VERBOSE,
)


def switches(command: Command) -> Command:
    """Give a command all options of `compare`, in the order they are listed here."""
    return _with(_COMPARE, command)


def report_switches(command: Command) -> Command:
    """Give a command all options of `report`."""
    return _with(_REPORT, command)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def page_switches(package: str) -> Callable[[Command], Command]:
    """Return what gives a command the options of a page with outputs of its own."""

    def add(command: Command) -> Command:
        wanted = (OUTPUT, SOURCE, PUBLISHED, WIDTH, COLOR, TEXTS, QUIET, VERBOSE)
        for option in reversed((formats(Format("format", package)), *wanted)):
            command = option(command)
        return command

    return add


def settings(given: dict[str, Any]) -> Settings:
    """Return the settings that the options say; raises SettingsError where two exclude each other."""
    if given["with_text"] and given["redact_text"]:
        raise SettingsError("--with-text and --redact-text: say one of them")
    return Settings(
        fail_on=given.get("fail_on", "never"),
        only=frozenset(given["only"]),
        skip=frozenset(given["skip"]),
        show=given["show"],
        with_text=given["with_text"],
        redact=given["redact_text"],
        not_comparable=given["not_comparable"],
    )
