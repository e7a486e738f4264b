"""Call a command and turn whatever goes wrong into one line on stderr and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from reconcile.cli.app import app
from reconcile.cli.say import complain
from reconcile.errors import ReconcileError

UNANSWERED = 2
STOPPED = 130  # by Ctrl-C, as shells count it
PIPE_CLOSED = 141  # the reader of our output went away, as shells count it


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program on arguments (of the process by default) and return its exit status."""
    try:
        status = app(arguments, prog_name="reconcile", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return UNANSWERED
    except click.ClickException as error:
        complain(error.format_message())
        return UNANSWERED
    except ReconcileError as error:
        complain(str(error))
        return UNANSWERED
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        return STOPPED
    except BrokenPipeError:
        # nobody reads on: keep Python from complaining again when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return status if isinstance(status, int) else 0
