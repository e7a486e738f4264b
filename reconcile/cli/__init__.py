"""The command line: the only package that prints, exits or reads the environment."""

from __future__ import annotations


def main() -> int:
    """Run the command line and return the exit status."""
    from reconcile.cli.edge import run

    return run()
