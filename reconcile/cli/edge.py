"""Call a command and turn whatever goes wrong into one line on stderr and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from reconcile.cli.app import app
from reconcile.cli.say import complain, trace
from reconcile.errors import ReconcileError, SettingsErrors

UNANSWERED = 2
STOPPED = 130  # by Ctrl-C, as shells count it
TOLD = 20  # problems of one settings file that are printed
PIPE_CLOSED = 141  # the reader of our output went away, as shells count it


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program on arguments (of the process by default) and return its exit status."""
    try:
        status = app(arguments, prog_name="reconcile", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # nobody reads on: keep Python from complaining again when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        return STOPPED
    except Exception as error:
        _explain(error)
        return UNANSWERED
    return status if isinstance(status, int) else 0


def _explain(error: Exception) -> None:
    """Say what went wrong; a defect must not look like an answer, as Python's status 1 would."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
    elif isinstance(error, click.ClickException):
        complain(error.format_message())
    elif isinstance(error, SettingsErrors):
        for problem in error.problems[:TOLD]:
            complain(problem)
        if len(error.problems) > TOLD:
            complain(f"and {len(error.problems) - TOLD} more at least")
    elif isinstance(error, ReconcileError):
        complain(str(error))
    else:
        trace()
        complain(f"a defect of the program, please report it: {type(error).__name__}: {error}")
