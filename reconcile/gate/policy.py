"""Decide whether a reconciliation passes: its exit status under the bar that the settings set."""

from __future__ import annotations

from reconcile.model import Reconciliation, Severity
from reconcile.settings import Settings

PASSED = 0  # compared, and nothing at or above the bar
FAILED = 1  # something is at or above the bar
UNANSWERED = 2  # the question could not be answered: nothing was comparable


def exit_status(reconciliation: Reconciliation, settings: Settings) -> int:
    """Return PASSED, FAILED or UNANSWERED; never PASSED when nothing was compared."""
    if not reconciliation.comparable:
        return UNANSWERED
    if settings.fail_on == "never":
        return PASSED
    bar = Severity(settings.fail_on).rank
    loud = any(d.severity.rank >= bar for d in reconciliation.divergences)
    return FAILED if loud else PASSED
