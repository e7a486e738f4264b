"""Say how a run of the gate and each query in it stand: loud or quiet, accepted or not, and the status."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import (
    Accepted,
    Checked,
    Outcome,
    Query,
    Relation,
    Severity,
    Submission,
)
from reconcile.render.page.labels import day
from reconcile.render.page.words import visible
from reconcile.settings import Settings

STATUSES = {
    0: "Every submission was compared, and nothing stands at or above the bar.",
    1: "Something stands at or above the bar, or a submission must not be published.",
    2: "A submission could not be checked.",
}
UNANSWERED = 2
_RESULTS = {
    Outcome.CLEAN: "passed",
    Outcome.FAILED: "failed",
    Outcome.REFUSED: "failed",
    Outcome.UNREADABLE: "unanswered",
}


def level(query: Query) -> Severity:
    """Return how loud a query is told: a later figure that fails nothing is told as a note."""
    update = query.divergence.finding.relation is Relation.UPDATE
    return Severity.NOTE if update and not query.fails else query.divergence.severity


def result(submission: Submission, settings: Settings) -> str:
    """Return "passed", "failed" or "unanswered", as the exit status counts it."""
    if submission.outcome is Outcome.UNMATCHED:
        asked = settings.for_path(submission.file).no_match or ""
        return {"pass": "passed", "fail": "failed"}.get(asked, "unanswered")
    return _RESULTS[submission.outcome]


def shown(query: Query, settings: Settings) -> bool:
    """Tell whether a log shows a query: notes only with `show = "all"`, what was accepted never."""
    if query.accepted:
        return False
    return query.fails or settings.show == "all" or query.divergence.severity is not Severity.NOTE


def status(checked: Checked, settings: Settings) -> int:
    """Return the exit status of the run, a key of STATUSES; never 0 when nothing was checked."""
    results = {result(s, settings) for s in checked.submissions}
    if "unanswered" in results or not results:
        return UNANSWERED
    return 1 if "failed" in results else 0


def queries(checked: Checked) -> Iterator[tuple[Submission, Query]]:
    """Yield every query with its submission, in their order."""
    for submission in checked.submissions:
        for query in submission.queries:
            yield submission, query


def acceptance(accepted: Accepted) -> str:
    """Return who accepted a query, when and why: "baseline, Vera Holm, 3 Mar 2024: …"."""
    told = [accepted.by, visible(accepted.who)]
    told.append(day(accepted.on, year=True) if accepted.on else "")
    told.append(f"until {day(accepted.until, year=True)}" if accepted.until else "")
    return f"{', '.join(part for part in told if part)}: {visible(accepted.reason)}"
