"""Compare one submission with the reports on file of its incident, or find that done before."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.gate.cache import Cache
from reconcile.gate.cache import key as key_of
from reconcile.gate.lookup import OnFile
from reconcile.model import Divergence, Elsewhere, Locus, Outcome, Query, Report, Submission
from reconcile.settings import Settings
from reconcile.text.lettering import lettered


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a report on file, which is named by its number."""

    report: int
    words: str
    at: Locus


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is kept between runs."""

    divergence: Divergence
    message: str
    words: str
    at: Locus
    others: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a comparison, without the texts it came from."""

    asked: tuple[Asked, ...] = ()
    apart: tuple[int, ...] = ()  # reports that tell of something else
    note: str = ""  # why nothing could be compared


def compared(report: Report, onfile: OnFile, settings: Settings, cache: Cache | None) -> Submission:
    """Return a submission with the queries to it, nothing accepted yet.

    Its outcome is CLEAN, or UNMATCHED where nothing on file tells of its incident.
    """
    found = onfile.same_incident(report)
    name = report.file
    if not found.reports:
        return Submission(name, Outcome.UNMATCHED, report, (), found.left_out, note=found.why)
    kept = _kept(report, found.reports, settings, cache)
    left_out = found.left_out + len(kept.apart)
    if kept.note:
        return Submission(name, Outcome.UNMATCHED, report, (), left_out, note=kept.note)
    named = tuple(lettered((report, *found.reports)))
    against = tuple(r for k, r in enumerate(named) if k and k not in kept.apart)
    made = tuple(_query(one, named) for one in kept.asked)
    return Submission(name, Outcome.CLEAN, named[0], against, left_out, made)


def _kept(
    report: Report, others: tuple[Report, ...], settings: Settings, cache: Cache | None
) -> Kept:
    key = key_of(repr(report), *map(repr, others))
    kept = cache.get("check", key, Kept) if cache else None
    if kept is None:
        kept = _compare(report, others, settings)
        if cache:
            cache.put("check", key, kept)
    return kept


def _compare(report: Report, others: tuple[Report, ...], settings: Settings) -> Kept:
    # imported here: what was compared before needs neither pipeline nor models
    from reconcile.gate.queries.ask import queries
    from reconcile.pipeline import examined

    comparison, result = examined((report, *others), settings, None)
    ids = [a.report.id for a in result.accounts]
    you = ids[0]
    apart = tuple(k for k, id_ in enumerate(ids) if id_ in result.apart and k)
    if you in result.apart or len(apart) == len(others) or not result.comparable:
        why = "the reports on file that seemed near tell of something else"
        return Kept(apart=tuple(range(1, len(ids))), note=why)
    number = {id_: k for k, id_ in enumerate(ids)}
    asked = tuple(_asked(q, number) for q in queries(comparison, result, you, settings))
    return Kept(asked, apart)


def _asked(query: Query, number: dict[str, int]) -> Asked:
    others = tuple(Heard(number[o.report.id], o.words, o.at) for o in query.others)
    return Asked(query.divergence, query.message, query.words, query.at, others)


def _query(one: Asked, reports: tuple[Report, ...]) -> Query:
    others = tuple(Elsewhere(reports[h.report], h.words, h.at) for h in one.others)
    return Query(one.divergence, one.message, one.words, one.at, others)
