"""The program as a group of commands, each imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from reconcile import __version__

COMMANDS = (
    "baseline",
    "check",
    "compare",
    "config",
    "explain",
    "fact-sheet",
    "facts",
    "formats",
    "origins",
    "read",
    "report",
    "timeline",
)
ALSO = {"facts-sheet": "fact-sheet", "factsheet": "fact-sheet"}  # other spellings, not listed


class Commands(click.Group):
    """A group whose commands are the modules of this package, one a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None for a name that is none."""
        name = ALSO.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        found: Any = import_module(f"reconcile.cli.{name.replace('-', '_')}")
        command: click.Command = getattr(found, name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which one was probably meant."""
        from reconcile.cli.options import meant

        if args and args[0] not in {*COMMANDS, *ALSO} and not args[0].startswith("-"):
            raise click.UsageError(meant("command", args[0], COMMANDS))
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def app() -> None:
    """Compare reports of the same incident, fact by fact, and say where they diverge.

    Exit status: 0 nothing at or above --fail-on, 1 something is, 2 the question could not be
    answered.
    """
