"""Sum up each row: what the reports establish together, and by how many origins each value is carried.

Agreement is counted by origin and by value: two cuts of one agency story carry a figure once, and an
outlet that gives another figure does not carry it at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.checks.proof.stale import Stale, stale
from reconcile.lineage.independent import independent
from reconcile.lineage.versions import own_names
from reconcile.model import (
    Answer,
    Carried,
    Cell,
    Comparison,
    Divergence,
    Factuality,
    Lineage,
    NoticeKind,
    Place,
    Relation,
    Row,
    Severity,
    Span,
    Verdict,
)

FLAT = frozenset({Factuality.CERTAIN, Factuality.DENIED})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the sentences that rows are made of."""

    lineage: Lineage
    origin: Mapping[Place, str]
    about: Mapping[Place, list[Divergence]]
    answers: Mapping[tuple[Place, Span], Answer]
    stale: frozenset[Place]
    own: Mapping[str, str]  # what the text of each report is called that it shares with nobody
    withdrawn: frozenset[Place]  # of texts that were killed: nobody's any more


def settle(comparison: Comparison, divergences: Sequence[Divergence]) -> tuple[Row, ...]:
    """Return the rows with verdict, origins, the carriers of each value, and who is out of date."""
    about: dict[Place, list[Divergence]] = {}
    for divergence in divergences:
        for place in {e.where for e in divergence.finding.evidence}:
            about.setdefault(place, []).append(divergence)
    old = stale(comparison)
    known = Known(
        lineage=comparison.lineage,
        origin=dict(comparison.lineage.sentences),
        about=about,
        answers={(a.where, a.span): a for a in comparison.answers},
        stale=frozenset(s.where for s in old),
        own=own_names(comparison.accounts),
        withdrawn=_withdrawn(comparison, old),
    )
    return tuple(_settle(row, known) for row in comparison.rows)


def _withdrawn(comparison: Comparison, old: Sequence[Stale]) -> frozenset[Place]:
    """Return the sentences of killed texts, in the reports that kill them and in those that do not."""
    killed = {s.by for s in old if s.notice.kind is NoticeKind.KILL}
    own = {Place(id_, s.index) for id_ in killed for s in comparison.account(id_).sentences}
    return frozenset(own | {s.where for s in old if s.by in killed})


def _settle(row: Row, known: Known) -> Row:
    places = {cell.where for cell in row.cells}
    near = {d.fingerprint: d for p in sorted(places, key=str) for d in known.about.get(p, ())}
    own = [d for d in near.values() if rests_on(d, row)]
    carried = carriers(row, own, known)
    return replace(
        row,
        verdict=_verdict(row, carried, own, known),
        origins=carried[0].origins if carried else (),
        carried=carried,
        stale=_ordered({p.report for p in places & known.stale}),
    )


def rests_on(divergence: Divergence, row: Row) -> bool:
    """Tell whether a divergence is about a row: it points at the row in two reports.

    At its values where it has any: of two tolls in one sentence, only one may be in dispute.
    """
    cells: dict[Place, list[Span]] = {}
    for cell in row.cells:
        cells.setdefault(cell.where, []).append(cell.span)
    pointed = {
        e.where.report
        for e in divergence.finding.evidence
        if e.where in cells
        and (not e.marks or any(m.overlaps(s) for m in e.marks for s in cells[e.where]))
    }
    return len(pointed) > 1


# ---------------------------------------------------------------- who carries what


def carriers(row: Row, own: Sequence[Divergence], known: Known) -> tuple[Carried, ...]:
    """Return the values of a row with the reports and origins that carry each, the best first.

    A row of sentences has the values of the gravest divergence that rests on it, else one value: what
    all of its sentences tell. Figures said to be older ones are nobody's value.
    """
    groups: dict[str, list[Cell]] = {}
    disputed = _disputed(row, own)
    for cell in row.cells:
        answer = known.answers.get((cell.where, cell.span))
        if answer is None or not answer.earlier:
            key = disputed.get(cell.where) if disputed else _value(cell.key)
            if key is not None:
                groups.setdefault(key, []).append(cell)
    found = [_carried(key, cells, known) for key, cells in groups.items()]
    return tuple(sorted(found, key=lambda c: (-len(c.origins), -len(c.reports))))


def _disputed(row: Row, own: Sequence[Divergence]) -> dict[Place, str]:
    """Return the value that each sentence of a row has in the gravest dispute about it."""
    if any(cell.value for cell in row.cells) or not own:
        return {}
    gravest = min(own, key=lambda d: -d.severity.rank)
    if gravest.severity is not Severity.ERROR:
        return {}
    return {e.where: e.key for e in gravest.finding.evidence}


def _value(key: str) -> str:
    """Return the key of a value; "at least 15" is the count known so far, and carries 15."""
    return key.removeprefix(">=")


def _carried(key: str, cells: Sequence[Cell], known: Known) -> Carried:
    standing = {c.where for c in cells} - known.withdrawn
    return Carried(
        key=key,
        value=cells[0].value,
        reports=_ordered({c.where.report for c in cells}),
        origins=counted(standing, known.origin, known.own, known.lineage),
    )


def counted(
    places: Iterable[Place], origin: Mapping[Place, str], own: Mapping[str, str], lineage: Lineage
) -> tuple[str, ...]:
    """Return the independent origins that carry what stands at some places.

    A report that tells it in an agency's text and again in its headline, or in another version of
    the item, is no second source.
    """
    told = [(own.get(p.report, p.report), origin[p]) for p in places if p in origin]
    cut = {mine for mine, name in told if name != mine}
    return independent((name for mine, name in told if name != mine or mine not in cut), lineage)


def _ordered(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda r: (len(r), r)))


# ---------------------------------------------------------------- the verdict


def _verdict(
    row: Row, carried: Sequence[Carried], own: Sequence[Divergence], known: Known
) -> Verdict:
    """Return the gravest verdict that holds."""
    errors = [d for d in own if d.severity is Severity.ERROR]
    if any(d.finding.relation is Relation.CONFLICT for d in errors):
        return Verdict.CONFLICTING
    doubts = [d for d in own if d.finding.kind == "certainty"]
    if errors or any(d.finding.relation is Relation.UPDATE for d in doubts):
        return Verdict.UPDATED
    if doubts or _hedged(row, known):
        return Verdict.UNCERTAIN
    if len({cell.where.report for cell in row.cells}) < 2:
        return Verdict.SINGLE_REPORT
    best = len(carried[0].origins) if carried else 0
    if not best and any(cell.where in known.withdrawn for cell in row.cells):
        return Verdict.UPDATED
    return Verdict.CORROBORATED if best > 1 else Verdict.SINGLE_ORIGIN


def _hedged(row: Row, known: Known) -> bool:
    """Tell whether a report gives its value with a hedge, or says that it is not known."""
    answers = (known.answers.get((cell.where, cell.span)) for cell in row.cells if cell.value)
    return any(a is not None and a.factuality not in FLAT for a in answers)
