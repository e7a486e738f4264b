"""Decide whether a comparison or a check passes: its exit status under the bar that the settings set.

Of several submissions the gravest result counts: that one could not be checked goes before findings
in another, and both before a clean one. The page tells of each either way.
"""

from __future__ import annotations

from reconcile.gate.queries.withdrawn import taken_back
from reconcile.model import Checked, Outcome, Query, Reconciliation, Relation, Severity, Submission
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


def fails(query: Query, settings: Settings) -> bool:
    """Tell whether a query is at or above the bar, and nobody accepted it.

    An update is no mistake and fails only where the settings say so, or where the submission
    carries what its source has taken back.
    """
    if query.accepted or settings.fail_on == "never":
        return False
    if query.divergence.severity.rank < Severity(settings.fail_on).rank:
        return False
    update = query.divergence.finding.relation is Relation.UPDATE
    return not update or settings.fail_on_update or taken_back(query)


def status(checked: Checked, settings: Settings) -> int:
    """Return PASSED, FAILED or UNANSWERED for a check; never PASSED when there was none."""
    told = {
        Outcome.CLEAN: PASSED,
        Outcome.FAILED: FAILED,
        Outcome.REFUSED: FAILED,
        Outcome.UNREADABLE: UNANSWERED,
    }
    statuses = (
        told[s.outcome] if s.outcome in told else _unmatched(s, settings)
        for s in checked.submissions
    )
    return max(statuses, default=UNANSWERED)


def _unmatched(submission: Submission, settings: Settings) -> int:
    """Return what a submission is that nothing on file belongs to, as its own path has it."""
    asked = settings.for_path(submission.file).no_match or ""
    return {"pass": PASSED, "fail": FAILED}.get(asked, UNANSWERED)
