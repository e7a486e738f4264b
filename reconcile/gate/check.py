"""Check submissions against the reports on file of the same incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.errors import ReadError
from reconcile.gate.baseline import Baseline, expired, key, place
from reconcile.gate.cache import Cache
from reconcile.gate.compared import compared
from reconcile.gate.lookup import OnFile
from reconcile.gate.policy import fails
from reconcile.gate.waivers import waivers
from reconcile.model import (
    Accepted,
    Checked,
    Entry,
    Outcome,
    Query,
    Submission,
    Waiver,
)
from reconcile.read import read_reports
from reconcile.settings import Settings
from reconcile.text.standing import barred
from reconcile.text.standing import now as clock

if TYPE_CHECKING:
    from reconcile.pipeline import Progress

COMPARED = frozenset({Outcome.CLEAN, Outcome.FAILED})


def check(
    submissions: Sequence[Path],
    onfile: OnFile,
    settings: Settings,
    baseline: Baseline | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
    *,
    now: dt.datetime | None = None,
    whole: bool = True,
) -> Checked:
    """Return what the reports on file say to each submission.

    `whole` tells that no submission was left out: entries of those that are gone are stale then.
    What cannot be read is an outcome, not an error. Raises PartError when a model is missing.
    """
    now = now or clock()
    found: list[Submission] = []
    met: set[tuple[str, str]] = set()
    over: list[Entry] = []
    tell = progress or (lambda step, done, of: None)
    for k, file in enumerate(submissions):
        tell("checking submissions", k, len(submissions))
        own = settings.for_path(file)
        for one in _asked(file, onfile, own, cache, now):
            judged = _judged(one, own, baseline, now.date())
            found.append(judged)
            if baseline is not None:
                entries = list(_entries(judged, baseline))
                met |= {key(entry) for entry in entries}
                over += [entry for entry in entries if expired(entry, now.date())]
    ordered = tuple(sorted(found, key=lambda s: (s.file, s.report.part if s.report else "")))
    stale = _stale(ordered, baseline, met, settings, whole) if baseline else ()
    return Checked(ordered, tuple(stale), tuple(over))


def _asked(
    file: Path, onfile: OnFile, settings: Settings, cache: Cache | None, now: dt.datetime
) -> Iterator[Submission]:
    """Yield the submissions of a file with the queries to each, not yet judged."""
    name = str(file)
    try:
        reports = read_reports(file, settings=settings)
        excused = [waivers(report) for report in reports]
    except ReadError as error:
        yield Submission(name, Outcome.UNREADABLE, note=str(error))
        return
    for report, given in zip(reports, excused, strict=True):
        if settings.refuse_embargoed and (why := barred(report, now)):
            yield Submission(name, Outcome.REFUSED, report, note=f"it is {why}")
            continue
        yield replace(compared(report, onfile, settings, cache), unused=given)


def _judged(
    one: Submission, settings: Settings, baseline: Baseline | None, today: dt.date
) -> Submission:
    """Return a submission with what was accepted, what fails, and waivers that excuse nothing."""
    if one.outcome not in COMPARED:
        return replace(one, unused=())
    given = one.unused
    queries = tuple(
        replace(accepted, fails=fails(accepted, settings))
        for query in one.queries
        for accepted in [replace(query, accepted=_accepted(one, query, given, baseline, today))]
    )
    kinds = {query.divergence.finding.kind for query in queries}
    return replace(
        one,
        outcome=Outcome.FAILED if any(q.fails for q in queries) else Outcome.CLEAN,
        queries=queries,
        unused=tuple(w for w in given if w.kind not in kinds),
    )


def _accepted(
    one: Submission,
    query: Query,
    given: Iterable[Waiver],
    baseline: Baseline | None,
    today: dt.date,
) -> Accepted | None:
    kind = query.divergence.finding.kind
    for waiver in given:
        if waiver.kind == kind:
            return Accepted(waiver.by, waiver.reason)
    entry = baseline.find(one, query.divergence.fingerprint) if baseline else None
    if entry is None or expired(entry, today):
        return None
    return Accepted("baseline", entry.reason, entry.who, entry.on, entry.until)


def _entries(one: Submission, baseline: Baseline) -> Iterator[Entry]:
    """Yield the entries that the queries to a submission meet."""
    for query in one.queries:
        entry = baseline.find(one, query.divergence.fingerprint)
        if entry:
            yield entry


def _stale(
    found: Sequence[Submission],
    baseline: Baseline,
    met: set[tuple[str, str]],
    settings: Settings,
    whole: bool,
) -> Iterator[Entry]:
    """Yield the entries that nothing meets, of submissions that were compared or are gone."""
    seen = {baseline.place(s) for s in found if s.outcome in COMPARED}
    known = {baseline.place(s) for s in found} | {place(baseline.path, s.file) for s in found}
    folder = baseline.path.resolve().parent
    for entry in baseline.entries:
        if key(entry) in met or not settings.wants(entry.kind):
            continue
        gone = whole and entry.file not in known and not (folder / _file(entry)).exists()
        if entry.file in seen or gone:
            yield entry


def _file(entry: Entry) -> str:
    return entry.file.partition("#")[0]
