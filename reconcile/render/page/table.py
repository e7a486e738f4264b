"""Write a table as CSV that a spreadsheet opens as text: no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# Signs at which spreadsheets begin to calculate, in their full-width forms too; a cell that begins
# with one gets an apostrophe before it (owasp.org, CSV injection).
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "|", "%")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return the rows as RFC 4180 has them, with plain line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that is text to a spreadsheet, whatever it begins with."""
    return f"'{cell}" if cell.lstrip().startswith(_SIGNS) else cell
