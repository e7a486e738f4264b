"""Print a check as JSON for other programs: every query with its places, and what was accepted."""

from __future__ import annotations

import msgspec

from reconcile import __version__
from reconcile.model import Accepted, Checked, Entry, Locus, Outcome, Query, Submission, Waiver
from reconcile.plugin import Renderer
from reconcile.render.page import checkrecord as record
from reconcile.render.page.words import whole_characters as whole
from reconcile.settings import Settings


def render(checked: Checked, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(page(checked)), indent=2).decode() + "\n"


def page(checked: Checked) -> record.CheckPage:
    """Return the page as its types."""
    found = checked.submissions
    return record.CheckPage(
        schema="reconcile-check/1",
        version=__version__,
        passed=all(s.outcome is Outcome.CLEAN for s in found),
        submissions=[_submission(one) for one in found],
        stale=[_entry(one) for one in checked.stale],
        expired=[_entry(one) for one in checked.expired],
    )


def _submission(one: Submission) -> record.SubmissionRecord:
    return record.SubmissionRecord(
        file=whole(one.file),
        part=whole(one.report.part) if one.report else "",
        outcome=one.outcome,
        note=whole(one.note),
        sha256=one.report.sha256 if one.report else "",
        against=[
            record.FiledRecord(whole(r.file), whole(r.part), whole(r.source)) for r in one.against
        ],
        left_out=one.left_out,
        queries=[_query(query) for query in one.queries],
        unused=[_waiver(waiver) for waiver in one.unused],
    )


def _query(query: Query) -> record.QueryRecord:
    finding = query.divergence.finding
    return record.QueryRecord(
        fingerprint=query.divergence.fingerprint,
        severity=query.divergence.severity,
        kind=finding.kind,
        relation=finding.relation,
        subject=whole(finding.subject),
        message=whole(query.message),
        words=whole(query.words),
        at=_at(query.at),
        others=[
            record.ElsewhereRecord(whole(o.report.source), whole(o.words), _at(o.at))
            for o in query.others
        ],
        decided=whole(finding.decided),
        fails=query.fails,
        accepted=_accepted(query.accepted) if query.accepted else None,
    )


def _at(at: Locus) -> record.LocusRecord:
    return record.LocusRecord(
        whole(at.file),
        whole(at.part),
        at.line,
        at.column,
        at.end_line,
        at.end_column,
        at.page,
        whole(at.path),
    )


def _accepted(one: Accepted) -> record.AcceptedRecord:
    return record.AcceptedRecord(
        one.by, whole(one.reason), whole(one.who), _day(one.on), _day(one.until)
    )


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _entry(one: Entry) -> record.EntryRecord:
    return record.EntryRecord(
        file=whole(one.file),
        fingerprint=one.fingerprint,
        kind=whole(one.kind),
        subject=whole(one.subject),
        reason=whole(one.reason),
        who=whole(one.who),
        on=_day(one.on),
        until=_day(one.until),
    )


def _waiver(one: Waiver) -> record.WaiverRecord:
    return record.WaiverRecord(one.kind, whole(one.reason), _at(one.at), one.by)


RENDERER = Renderer(render=render, suffix="json")
