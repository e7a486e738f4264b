"""Write rows for spreadsheets: comma-separated, and no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reconcile.render.page.words import visible

MARK = "\ufeff"  # without it some spreadsheets read UTF-8 as another encoding
# What begins a formula, at the head of a cell or where another program may cut one (OWASP, CSV
# Injection); the wide forms are read as the narrow ones by some.
_FORMULA = re.compile("(^[\\s'\"]*|[;\t|]\\s*)(?=[=+\\-@＝＋－＠])")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a line of column names and one line a row."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return MARK + page.getvalue()


def cell(text: str) -> str:
    """Return words on one line, an apostrophe before what a spreadsheet would work out."""
    return _FORMULA.sub(r"\1'", visible(text))
