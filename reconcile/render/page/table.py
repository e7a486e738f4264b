"""Write a table as CSV that a spreadsheet opens as text: no cell can become a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

MARK = "\ufeff"  # says that it is UTF-8; without it some spreadsheets take it for something else
# Signs at which spreadsheets begin to calculate, in their full-width forms too, at the head of a
# cell or where a program that cuts lines at another sign begins one (owasp.org, CSV injection).
_SIGN = "[=+\\-@＝＋－＠−|%]"
_BEGINS = re.compile(f"^(?=[\\s'\"]*{_SIGN})|(?<=[;|\t])(?=\\s*{_SIGN})")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return the rows as RFC 4180 has them, with plain line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return MARK + out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that is text to a spreadsheet: an apostrophe stands before what is none."""
    return _BEGINS.sub("'", cell)
