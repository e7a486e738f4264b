"""Say in one line who says what: "at least 12 (A); 9 (B)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.model import Evidence, Row
from reconcile.render.page.words import visible

FEW = 6  # so many reports are listed; more are counted


def gist(evidence: Sequence[Evidence], sep: str = "; ") -> str:
    """Return each value with the reports that give it."""
    return sep.join(_told((e.key, e.value, e.where.report) for e in evidence))


def row_gist(row: Row, sep: str = "; ") -> str:
    """Return the same for a row of values."""
    cells = (c for c in row.cells if c.value)
    return sep.join(_told((c.key or c.value.casefold(), c.value, c.where.report) for c in cells))


def _told(values: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield "9 (B)" for each (key, value, report); equal keys are one value."""
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for key, value, report in values:
        found.setdefault(key, (visible(value), {}))[1][visible(report)] = None
    for value, letters in found.values():
        whom = ", ".join(letters) if len(letters) <= FEW else f"{len(letters)} reports"
        yield f"{value} ({whom})"
