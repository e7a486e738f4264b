"""Say something on stderr, one line each, with nothing in it that could steer a terminal or a job."""

from __future__ import annotations

import click


def complain(message: str) -> None:
    """Print why the program stops."""
    _line(f"reconcile: {message}")


def warn(message: str) -> None:
    """Print what the program had to assume or leave out."""
    _line(f"reconcile: warning: {message}")


def note(message: str) -> None:
    """Print what somebody asked to know besides the page."""
    _line(f"reconcile: {message}")


def trace() -> None:
    """Print where in the program the exception at hand was raised."""
    import traceback

    from reconcile.render.gate.parts.escape import harmless
    from reconcile.render.page.words import legible

    click.echo(harmless(legible(traceback.format_exc())).rstrip("\n"), err=True)


def _line(message: str) -> None:
    from reconcile.render.gate.parts.escape import harmless
    from reconcile.render.page.words import visible

    click.echo(harmless(visible(message)), err=True)
