"""What options mean: kinds and formats by the files that define them, and what belongs to a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from reconcile.errors import SettingsError
from reconcile.plugin import names

CHECKS = "reconcile.checks"
RENDERERS = "reconcile.render"
ORIGINS = "reconcile.render.origins"
SHEET = "reconcile.render.sheet"
CONFIGS = "reconcile.render.settings"
TIMELINE = "reconcile.render.timeline"
GATE = "reconcile.render.gate"
SOURCE = "reconcile.render.source"


def meant(what: str, given: str, known: Iterable[str]) -> str:
    """Return the sentence for a name that nothing has, with the name probably meant."""
    from difflib import get_close_matches

    choices = list(known)
    close = get_close_matches(given, choices, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(choices)}"
    return f"no {what} named {given}; {hint}"


class Reports(click.Path):
    """A file or folder of reports; with --fetch also the web address of one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - what click.Path returns
        """Return the path, or raise SettingsError for an address that may not be fetched."""
        if "://" in str(value)[:8]:
            from reconcile.read.parts.address import Address, is_address

            if is_address(str(value)):
                if ctx is None or not ctx.meta.get(_FETCH):
                    raise SettingsError(f"{value}: it is a web address; say --fetch to read it")
                return Address.of(str(value))
        return super().convert(value, param, ctx)


_FETCH = "reconcile.fetch"


def _may_fetch(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_FETCH] = value


REPORTS = Reports(path_type=Path)
FETCH = click.option(
    "--fetch",
    is_flag=True,
    is_eager=True,  # before the reports, which it is about
    expose_value=False,
    callback=_may_fetch,
    help="Read reports from the web, too, given as http or https addresses.",
)


class Plugged(click.ParamType[str]):
    """The name of a plug of a folder, completed by the shell."""

    def __init__(self, what: str, package: str) -> None:
        self.name = what
        self.package = package

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or raise SettingsError with the one probably meant."""
        known = names(self.package)
        if value not in known:
            raise SettingsError(meant(self.name, value, known))
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names that begin so."""
        return [CompletionItem(n) for n in names(self.package) if n.startswith(incomplete)]


class Format(Plugged):
    """`NAME` or `NAME=FILE`."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the option as given, its name checked."""
        name, _, _ = value.partition("=")
        super().convert(name, param, ctx)
        return value


KIND = Plugged("check", CHECKS)
FORM = Plugged("format", RENDERERS)
FORMAT = Format("format", RENDERERS)


def per_file(option: str, given: Sequence[str], files: Sequence[Path]) -> dict[Path, str]:
    """Read `FILE=VALUE` options; FILE is a report as given or by its last part.

    Raises SettingsError for a file that is not compared.
    """
    found = {}
    for value in given:
        owners = [f for f in files if value.startswith((f"{f}=", f"{f.name}="))]
        if not owners:
            known = ", ".join(file.name for file in files)
            raise SettingsError(f"{option} {value}: say FILE=VALUE, with one of {known}")
        exact = [f for f in owners if value.startswith(f"{f}=")]
        file = (exact or owners)[0]
        found[file] = value[len(f"{file}" if exact else file.name) + 1 :]
    return found
