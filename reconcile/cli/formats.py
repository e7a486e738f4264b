"""`reconcile formats`: list what can be read, by which endings, and which optional parts are missing."""

from __future__ import annotations

import click


@click.command()
def formats() -> None:
    """List the formats that reports are read in.

    A file is known by its content first, by the ending of its name second. What needs an extra
    that is not installed says so.
    """
    from reconcile.read.parts.choice import readers
    from reconcile.read.parts.extras import missing

    rows = []
    for name, reader in readers().items():
        lacking = missing(reader)
        part = f"{reader.extra}: " + (
            f"missing ({', '.join(lacking)}), pip install 'reconcile-reports[{reader.extra}]'"
            if lacking
            else "installed"
        )
        endings = " ".join(s for s in reader.suffixes if s)
        rows.append((name, reader.about, endings, part if reader.extra else "always there"))
    widths = [max(len(row[k]) for row in rows) for k in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join((*cells, row[3])))
