"""Count what came of a check, in a few words that every output ends with."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model import Checked, Outcome, Query, Relation, Severity
from reconcile.render.page.labels import count
from reconcile.settings import Settings


def summary(checked: Checked, settings: Settings) -> list[str]:
    """Return one line of what was checked and one of what was found."""
    if not checked.submissions:
        return ["No submission to check."]
    return [_checked(checked), _found(checked, settings)]


def _checked(checked: Checked) -> str:
    """Return "3 submissions against 5 reports on file, 4 of other incidents left out; 1 not checked"."""
    found = checked.submissions
    reports = len({(r.file, r.part) for s in found for r in s.against})
    left_out = max((s.left_out for s in found), default=0)
    told = f"{count(len(found), 'submission')} against {count(reports, 'report')} on file"
    if left_out:
        told += f", {left_out:,} of other incidents left out"
    for outcome, words in (
        (Outcome.UNMATCHED, "without a report on file"),
        (Outcome.UNREADABLE, "unreadable"),
        (Outcome.REFUSED, "refused"),
    ):
        number = sum(s.outcome is outcome for s in found)
        told += f"; {number} {words}" if number else ""
    return told


def _found(checked: Checked, settings: Settings) -> str:
    """Return "2 queries fail (2 errors) · 1 update · 1 accepted · 3 notes"."""
    queries = [q for s in checked.submissions for q in s.queries]
    failing = [q for q in queries if q.fails]
    parts = [
        f"{count(len(failing), 'query', 'queries')} to answer" if failing else "nothing to answer"
    ]
    rest = [q for q in queries if not q.fails and not q.accepted]
    updates = [q for q in rest if _update(q) and q.divergence.severity is not Severity.NOTE]
    others = [q for q in rest if q not in updates]
    parts += [count(len(updates), "update")] if updates else []
    parts += [
        count(number, str(severity))
        for severity in reversed(Severity)
        if (number := _of(others, severity))
    ]
    accepted = sum(q.accepted is not None for q in queries)
    parts += [f"{accepted} accepted"] if accepted else []
    parts += [count(len(checked.stale), "stale entry", "stale entries")] if checked.stale else []
    parts += [f"{len(checked.expired)} expired"] if checked.expired else []
    unused = sum(len(s.unused) for s in checked.submissions)
    parts += [count(unused, "unused waiver")] if unused else []
    hidden = settings.show != "all" and any(
        q.divergence.severity is Severity.NOTE or q.accepted for q in queries if not q.fails
    )
    return " · ".join(parts) + (" (--show all prints every one)" if hidden else "")


def _update(query: Query) -> bool:
    return query.divergence.finding.relation is Relation.UPDATE


def _of(queries: Iterable[Query], severity: Severity) -> int:
    return sum(q.divergence.severity is severity for q in queries)
