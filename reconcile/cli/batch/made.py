"""Make the pages of one incident, in every format that is wanted, from one comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.inputs import read_reports
from reconcile.cli.options import RENDERERS

if TYPE_CHECKING:
    from reconcile.model import Reconciliation, Report
    from reconcile.settings import Settings

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of incidents says of one."""

    title: str
    reports: int
    errors: int
    warnings: int
    notes: int
    comparable: bool
    why: str  # nothing could be compared


@dataclass(frozen=True, slots=True)
class Made:
    """The pages of an incident by format, and what they say in short."""

    summary: Summary
    pages: dict[str, str]
    warnings: tuple[str, ...]  # what readers had to assume
    until: str = (
        ""  # the moment at which the first embargo ends, after which pages differ; ISO 8601
    )


def make(
    files: Sequence[Path],
    formats: Sequence[str],
    settings: Settings,
    progress: Progress | None = None,
) -> Made:
    """Read the reports, compare them and return the pages.

    Raises ReadError for a report that cannot be read, PartError where a model is missing.
    """
    from reconcile.pipeline import reconcile
    from reconcile.plugin import Renderer, load

    reports = list(read_reports(files, {}, {}, settings))
    result = reconcile(reports, settings, progress)
    pages = {
        name: load(RENDERERS, name, "RENDERER", Renderer).render(result, settings)
        for name in formats
    }
    told = tuple(f"{r.file}: {warning}" for r in reports for warning in r.warnings)
    return Made(summary(result), pages, told, until=_first_end(reports))


def _first_end(reports: Sequence[Report]) -> str:
    from reconcile.model import Status
    from reconcile.text.standing import barred

    ends = [r.embargo for r in reports if r.embargo and barred(replace(r, status=Status.USABLE))]
    return min(ends).isoformat() if ends else ""


def summary(result: Reconciliation) -> Summary:
    """Return a comparison in short."""
    from reconcile.model import Severity
    from reconcile.render.page.labels import count, period, places

    reports = [account.report for account in result.accounts]
    title = ", ".join(part for part in (places(reports), period(reports)) if part)
    loud = [divergence.severity for divergence in result.divergences]
    return Summary(
        title=title or f"{count(len(reports), 'report')} compared",
        reports=len(reports),
        errors=loud.count(Severity.ERROR),
        warnings=loud.count(Severity.WARNING),
        notes=loud.count(Severity.NOTE),
        comparable=result.comparable,
        why="" if result.comparable else result.why,
    )


def file_of(name: str, form: str) -> str:
    """Return the file of a page below the output folder: "2024/harbour-ferry.md"."""
    from reconcile.plugin import Renderer, load

    return f"{name}.{load(RENDERERS, form, 'RENDERER', Renderer).suffix}"
