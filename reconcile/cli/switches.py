"""The options of `compare` and `report`: what is looked for, when a run fails, how pages look."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from reconcile.cli.options import CHECKS, FORM, FORMAT, KIND, Format
from reconcile.errors import SettingsError
from reconcile.plugin import names
from reconcile.settings import Color, FailOn, Settings, Show

if TYPE_CHECKING:
    from reconcile.settings.load import Loaded

Command = TypeVar("Command", bound=Callable[..., Any])


def _choice(name: str, of: object, default: str, help_: str) -> Callable[[Command], Command]:
    allowed = click.Choice(get_args(of))
    return click.option(name, type=allowed, default=default, show_default=True, help=help_)


def _setting(name: str, of: object, usual: str, help_: str) -> Callable[[Command], Command]:
    """Return an option that goes before the settings file, which goes before what is usual."""
    return click.option(name, type=click.Choice(get_args(of)), show_default=usual, help=help_)


def _on(name: str, help_: str) -> Callable[[Command], Command]:
    """Return a flag that also has a "no", for what a settings file may have turned on."""
    return click.option(f"--{name}/--no-{name}", default=None, help=help_)


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


def formats(of: Format, usual: str = "terminal") -> Callable[[Command], Command]:
    """Return the option that says how to print, for the outputs of one folder."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=of,
        metavar="NAME[=FILE]",
        help=f"How to print (default: {usual}); repeatable.",
    )


WIDTH = click.option("--width", type=click.IntRange(min=40), help="Columns of a terminal page.")
COLOR = _choice("--color", Color, "auto", "Whether a terminal page may use colour.")
SOURCE = _repeated("--source", "FILE=NAME", "Say whose report a file is")
PUBLISHED = _repeated("--published", "FILE=DATE", "Say when a report came out")
REDACT = _on(
    "redact-text", "Show findings and short quotes only, for those who may not have the texts."
)
KEEP_GOING = _flag("--keep-going", "Leave out what cannot be read, with a warning, and go on.")
QUIET = _flag("-q --quiet", "Print no warnings.")
TEXTS = _on("with-text", "Put the texts of the reports into JSON.")
VERBOSE = _flag("-v --verbose", "Say how long each step took.")

ONLY = _repeated("--only", "KIND", "Look for this kind of divergence alone", type=KIND)
SKIP = _repeated("--skip", "KIND", "Leave this kind of divergence out", type=KIND)
SHOW = _setting("--show", Show, "changed", "How much of the grid to print.")
NEAR = _on("not-comparable", "List also what came close to a divergence and lacked proof.")
FAIL_ON = _setting(
    "--fail-on", FailOn, "error", "Exit with 1 when a divergence is at least so loud."
)
CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the settings from this file, not from the nearest reconcile.toml or pyproject.toml.",
)
ISOLATED = _flag("--isolated", "Take no settings file into account.")


def configured(command: Command) -> Command:
    """Give a command the options that say where settings come from."""
    return CONFIG(ISOLATED(command))


def settled(command: Command) -> Command:
    """Give a command the options that set what a settings file may set."""
    return _with((FAIL_ON, ONLY, SKIP, SHOW, WIDTH, NEAR, TEXTS, REDACT), command)


_COMPARE = (
    formats(FORMAT),
    OUTPUT,
    FAIL_ON,
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
    KEEP_GOING,
    CONFIG,
    ISOLATED,
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
    KEEP_GOING,
    CONFIG,
    ISOLATED,
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
        wanted = (
            *(OUTPUT, SOURCE, PUBLISHED, WIDTH, COLOR, TEXTS),
            *(KEEP_GOING, CONFIG, ISOLATED, QUIET, VERBOSE),
        )
        for option in reversed((formats(Format("format", package)), *wanted)):
            command = option(command)
        return command

    return add


# Options that set a field of Settings; what is not said is None.
FIELDS = {
    "fail_on": "fail_on",
    "show": "show",
    "width": "width",
    "with_text": "with_text",
    "redact_text": "redact",
    "not_comparable": "not_comparable",
    "only": "only",
    "skip": "skip",
    "fail_on_update": "fail_on_update",
    "no_match": "no_match",
    "keep_going": "keep_going",
}


def settings(given: Mapping[str, Any], files: Collection[Path] = ()) -> Settings:
    """Return what is in force: the options, else the settings file, else the defaults.

    With `files`, overrides that all of them match are applied. Raises SettingsError where options
    exclude each other or a settings file is wrong.
    """
    if given.get("with_text") and given.get("redact_text"):
        raise SettingsError("--with-text and --redact-text: say one of them")
    loaded = from_file(given)
    found = loaded.settings if loaded else Settings()
    said = options(given)
    if found.overrides:
        from reconcile.settings.override import kept

        found = kept(found, said).for_paths(files)
    found = replace(found, **said)
    if found.with_text and found.redact:  # one of them is the file's
        asked = bool(given.get("with_text"))
        found = replace(found, with_text=asked, redact=not asked)
    return found


def options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of Settings that options set, by name."""
    said = {f: given[o] for o, f in FIELDS.items() if given.get(o) not in (None, ())}
    return {f: frozenset(v) if isinstance(v, tuple) else v for f, v in said.items()}


def from_file(given: Mapping[str, Any]) -> Loaded | None:
    """Return the settings file that holds, read; None without one."""
    from reconcile.settings.find import NAME, SHARED, find

    named, isolated = given.get("config"), given.get("isolated")
    if named and isolated:
        raise SettingsError("--config and --isolated: say one of them")
    file = None if isolated else named or find(Path.cwd())
    if file is None:
        return None
    from reconcile.settings.load import load

    if not named and file.name in (NAME, SHARED):
        file = Path(os.path.relpath(file))
    return load(file, names(CHECKS))
