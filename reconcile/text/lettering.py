"""Name the reports of a comparison by letters, in the order in which they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import Report

_FAR = 180  # days between the first and the last report from which on a day needs its year


def lettered(reports: Sequence[Report]) -> list[Report]:
    """Return the reports with their letters; told whether their days are said with the year."""
    days = [r.published.day for r in reports if r.published]
    far = bool(days) and (max(days) - min(days)).days > _FAR
    return [
        replace(
            report,
            id=letter(k),
            published=replace(report.published, with_year=far) if report.published else None,
        )
        for k, report in enumerate(reports)
    ]


def letter(k: int) -> str:
    """Return the name of the k-th report: A … Z, AA, AB …"""
    name = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
