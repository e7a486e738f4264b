"""Say something on stderr, one line each, with nothing in it that could steer a terminal."""

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


def _line(message: str) -> None:
    from reconcile.render.page.words import visible

    click.echo(visible(message), err=True)
