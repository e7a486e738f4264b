"""Read a report as a table gives it, dated by a day, by a moment with its zone, or not at all."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model import Reconciliation, Report
from reconcile.pipeline import reconcile
from reconcile.read.text import read_text
from reconcile.text.dates import read_date


def report(outlet: str, text: str, published: str) -> Report:
    """Return the report of an outlet."""
    when = read_date(published, "option") if published else None
    return read_text(text.lstrip("\n"), f"{outlet}.txt", outlet.title(), when)


def run(texts: Mapping[str, str], published: Mapping[str, str]) -> Reconciliation:
    """Compare the reports of a case; who is not dated came out on one and the same day."""
    return reconcile([report(o, t, published.get(o, "2024-03-06")) for o, t in texts.items()])
