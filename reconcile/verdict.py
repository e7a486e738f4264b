"""Sum up each row: what the reports establish together, and by how many origins it is carried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import Divergence, Lineage, Place, Relation, Row, Severity, Verdict


def settle(
    rows: Sequence[Row], divergences: Sequence[Divergence], lineage: Lineage
) -> tuple[Row, ...]:
    """Return the rows with verdict and origins set; agreement is counted by origin."""
    origin = dict(lineage.sentences)
    about: dict[Place, list[Divergence]] = {}
    for divergence in divergences:
        for place in {e.where for e in divergence.finding.evidence}:
            about.setdefault(place, []).append(divergence)
    return tuple(_settle(row, about, origin) for row in rows)


def _settle(row: Row, about: dict[Place, list[Divergence]], origin: dict[Place, str]) -> Row:
    places = {cell.where for cell in row.cells}
    names = sorted({origin[p] for p in places if p in origin})
    near = {d.fingerprint: d for p in sorted(places, key=str) for d in about.get(p, ())}
    own = [d for d in near.values() if _rests_on(d, places)]
    return replace(row, verdict=_verdict(places, names, own), origins=tuple(names))


def _rests_on(divergence: Divergence, places: set[Place]) -> bool:
    """Tell whether a divergence is about a row: it points at the row in two reports."""
    where = {e.where for e in divergence.finding.evidence}
    return len({p.report for p in where & places}) > 1


def _verdict(places: set[Place], names: Sequence[str], own: Sequence[Divergence]) -> Verdict:
    """Return the gravest verdict that holds."""
    errors = [d for d in own if d.severity is Severity.ERROR]
    if any(d.finding.relation is Relation.CONFLICT for d in errors):
        return Verdict.CONFLICTING
    if errors:
        return Verdict.UPDATED
    if any(d.finding.kind == "certainty" for d in own):
        return Verdict.UNCERTAIN
    if len({p.report for p in places}) < 2:
        return Verdict.SINGLE_REPORT
    return Verdict.CORROBORATED if len(names) > 1 else Verdict.SINGLE_ORIGIN
