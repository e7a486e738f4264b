"""`reconcile explain`: print a check's manual page, which is its docstring."""

from __future__ import annotations

import click

from reconcile.cli.options import CHECKS, KIND
from reconcile.plugin import names


@click.command()
@click.argument("kind", required=False, type=KIND)
def explain(kind: str | None) -> None:
    """Say what a kind of divergence is, with examples.

    Without KIND, print one line for each kind.
    """
    if kind is None:
        for name in names(CHECKS):
            click.echo(f"{name:<12}  {_page(name).splitlines()[0]}")
        click.echo("\nreconcile explain KIND prints the whole page of one.")
        return
    click.echo(f"{kind}\n{'=' * len(kind)}\n\n{_page(kind)}")


def _page(kind: str) -> str:
    """Return the docstring of a check's module; raises PluginError when it is no check."""
    import inspect
    from importlib import import_module

    from reconcile.plugin import Check, load

    load(CHECKS, kind, "CHECK", Check)
    return inspect.getdoc(import_module(f"{CHECKS}.{kind}")) or "It has no manual page yet."
