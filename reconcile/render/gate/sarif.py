"""Print a run of the gate as SARIF 2.1.0, for code scanning and the viewers of editors.

Lines and columns are as `Locus` has them; an offset in characters stands beside them where the text
compared is the file's own. A place in a format without lines is told by page, item or element.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from reconcile import __version__
from reconcile.model import (
    Accepted,
    Checked,
    Elsewhere,
    Entry,
    Locus,
    Outcome,
    Query,
    Submission,
)
from reconcile.plugin import Renderer
from reconcile.render.gate.parts import log, places, rules, sides, sites, standing
from reconcile.render.page.words import visible
from reconcile.settings import Settings

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "reconcileDivergence/v1"
_NOTICES = {
    Outcome.UNREADABLE: "unreadable",
    Outcome.UNMATCHED: "unmatched",
    Outcome.REFUSED: "refused",
}
_LEVELS: dict[str, log.Level] = {"failed": "error", "unanswered": "error", "passed": "note"}


def render(checked: Checked, settings: Settings) -> str:
    """Return the log, indented by two, with a line feed at the end."""
    page = log.Log(schema=SCHEMA, version="2.1.0", runs=[_run(checked, settings)])
    encoded = msgspec.json.format(msgspec.json.encode(page), indent=2)
    # the older way to command GitHub's runner, should the log of a job show this
    return encoded.replace(b"##[", b"#\\u0023[").decode() + "\n"


def _run(checked: Checked, settings: Settings) -> log.Run:
    found = [query for _, query in standing.queries(checked)]
    kinds = rules.kinds(q.divergence.finding.kind for q in found)
    artifacts = _artifacts(checked)
    place = {a.location.uri or "": k for k, a in enumerate(artifacts)}
    driver = log.Driver(
        name="reconcile",
        version=__version__,
        semantic_version=__version__,
        information_uri=rules.HOME,
        rules=rules.rules(kinds, settings),
        notifications=rules.notices(),
    )
    return log.Run(
        tool=log.Tool(driver),
        invocations=[_invocation(checked, settings, place)],
        original_uri_base_ids={
            sites.BASE: log.ArtifactLocation(
                description=log.Message("The folder that the check was run in.")
            )
        },
        artifacts=artifacts,
        results=[
            _result(s, q, kinds.index(q.divergence.finding.kind), place)
            for s, q in standing.queries(checked)
        ],
        column_kind="unicodeCodePoints",
    )


def _artifacts(checked: Checked) -> list[log.Artifact]:
    """Return every file once: the submissions, then what they were held against."""
    found: dict[str, log.Artifact] = {}
    for submission in checked.submissions:
        encoding = submission.report.encoding if submission.report else None
        location = sites.file(submission.file)
        found[location.uri or ""] = log.Artifact(location, ["analysisTarget"], encoding)
    for submission in checked.submissions:
        for report in submission.against:
            location = sites.file(report.file)
            found.setdefault(location.uri or "", log.Artifact(location, None, report.encoding))
    return list(found.values())


def _result(submission: Submission, query: Query, rule: int, place: dict[str, int]) -> log.Result:
    finding = query.divergence.finding
    return log.Result(
        rule_id=finding.kind,
        rule_index=rule,
        level=standing.level(query).value,
        message=sites.message(query.message),
        locations=[sites.location(query.at, submission.report, place, query.words)],
        related_locations=[
            _elsewhere(k, query, o, place) for k, o in enumerate(query.others, start=1)
        ],
        partial_fingerprints={FINGERPRINT: query.divergence.fingerprint},
        suppressions=[_suppression(query.accepted)] if query.accepted else [],
        properties=log.Properties(
            relation=finding.relation.value,
            subject=visible(finding.subject),
            fails=query.fails,
            confidence=finding.confidence,
        ),
    )


def _suppression(accepted: Accepted) -> log.Suppression:
    return log.Suppression(
        "external" if accepted.by == "baseline" else "inSource",
        standing.acceptance(accepted),
        "accepted",
    )


def _elsewhere(number: int, query: Query, other: Elsewhere, place: dict[str, int]) -> log.Location:
    side = sides.theirs(replace(query, others=(other,)))[0]
    told = sites.message(f"{side.source or 'A report on file'}: “{side.sentence}”")
    found = sites.location(other.at, other.report, place, other.words)
    return msgspec.structs.replace(found, id=number, message=told)


def _invocation(checked: Checked, settings: Settings, place: dict[str, int]) -> log.Invocation:
    status = standing.status(checked, settings)
    return log.Invocation(
        execution_successful=status != standing.UNANSWERED,
        exit_code=status,
        exit_code_description=standing.STATUSES[status],
        tool_execution_notifications=[
            _notice(
                _NOTICES[s.outcome],
                _LEVELS[standing.result(s, settings)],
                s.note or s.outcome,
                sites.location(Locus(s.file, places.part(s)), None, place),
            )
            for s in checked.submissions
            if s.outcome in _NOTICES
        ],
        tool_configuration_notifications=_configuration(checked, place),
    )


def _configuration(checked: Checked, place: dict[str, int]) -> list[log.Notification]:
    told = [_notice("expired", "warning", _entry(e)) for e in checked.expired]
    told += [_notice("stale", "note", _entry(e)) for e in checked.stale]
    told += [
        _notice("unused", "note", f"{w.kind}: {w.reason}", sites.location(w.at, s.report, place))
        for s in checked.submissions
        for w in s.unused
    ]
    return told


def _entry(entry: Entry) -> str:
    return f"{entry.fingerprint}, {entry.kind}, {entry.subject}: {entry.reason}"


def _notice(
    name: str, level: log.Level, words: str, location: log.Location | None = None
) -> log.Notification:
    reference = log.DescriptorReference(name, list(rules.NOTICES).index(name))
    return log.Notification(
        level, sites.message(words), reference, [location] if location else None
    )


RENDERER = Renderer(render, "sarif")
