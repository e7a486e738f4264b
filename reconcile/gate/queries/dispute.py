"""Split a finding into what a submission says and the values of the reports on file that it meets.

A finding holds every report's value; a submission is asked only about values that clash with its
own. Whether each of them does is asked of the check again, with the submission and the reports of
that value alone: of four tolls, a later and a bounded one may contradict each other and not it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reconcile.checks.proof.clock import lateness
from reconcile.checks.proof.sides import Side, sides_of
from reconcile.checks.proof.succession import decided
from reconcile.model import Alignment, Comparison, Evidence, Finding, Parallel, Relation, Report
from reconcile.plugin import Check, load

CLASHES = frozenset({Relation.CONFLICT, Relation.UPDATE})
HEDGED = "hedged"  # the side of all that is not stated as a fact
ABOUT_ITSELF = "consistency"
_OF_OFFICE = re.compile(r"\((?P<office>.+)\)\Z")


@dataclass(frozen=True, slots=True)
class Other:
    """One value of the reports on file that is not the submission's."""

    items: tuple[Evidence, ...]
    relation: Relation
    newer: int = 0  # 1 where these reports supersede the submission, -1 where it supersedes them
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a submission says, who says the same, and who says what else."""

    finding: Finding
    mine: tuple[Evidence, ...]
    agreeing: tuple[Evidence, ...]  # of other reports
    others: tuple[Other, ...]  # none where a submission is at odds with itself

    @property
    def you(self) -> str:
        """Return the id of the submission."""
        return self.mine[0].where.report

    @property
    def relation(self) -> Relation:
        """Return the gravest relation in which the submission stands to the others."""
        found = [o.relation for o in self.others] or [self.finding.relation]
        return min(found, key=list(Relation).index)


def dispute(comparison: Comparison, finding: Finding, you: str) -> Dispute | None:
    """Return what a finding asks the report with an id; None where its words are no side of it."""
    if finding.kind == ABOUT_ITSELF:
        return _with_itself(finding, you)
    sides = _sides(comparison, finding)
    mine = [s for s in sides if you in s.ids]
    if not mine:
        return None
    same = {id_ for s in mine for id_ in s.ids}
    others = tuple(
        other
        for side in sides
        if side not in mine
        for items in [tuple(i for i in side.items if i.where.report not in same)]
        if items
        if (other := _other(comparison, finding, mine, items, you, alone=len(sides) > 2))
    )
    if not others:
        return None
    others = tuple(sorted(others, key=lambda o: list(Relation).index(o.relation)))
    held = [i for s in mine for i in s.items]
    return Dispute(
        finding,
        tuple(i for i in held if i.where.report == you),
        tuple(i for i in held if i.where.report != you),
        others,
    )


def _with_itself(finding: Finding, you: str) -> Dispute | None:
    if {e.where.report for e in finding.evidence} != {you}:
        return None
    return Dispute(finding, finding.evidence, (), ())


def _sides(comparison: Comparison, finding: Finding) -> list[Side]:
    """Return the sides of a finding.

    Of how certain a thing is there are two, stated and hedged; an office and who speaks for it are
    one source.
    """
    found = finding
    if finding.kind == "certainty":
        keys = {e: "stated" if e.value == "stated" else HEDGED for e in finding.evidence}
        found = replace(finding, evidence=tuple(replace(e, key=keys[e]) for e in finding.evidence))
    elif finding.kind == "attribution":
        known = {e.key for e in finding.evidence}
        found = replace(
            finding, evidence=tuple(replace(e, key=_office(e.key, known)) for e in finding.evidence)
        )
    return sides_of(comparison, found)


def _office(key: str, known: Collection[str]) -> str:
    """Return the office of "rami said (observatory)" where another report names just that."""
    match = _OF_OFFICE.search(key)
    return match["office"] if match and match["office"] in known else key


def _other(
    comparison: Comparison,
    finding: Finding,
    mine: Sequence[Side],
    items: tuple[Evidence, ...],
    you: str,
    alone: bool,
) -> Other | None:
    """Return how one value of others stands to the submission's, None where both can hold."""
    own = tuple(i for s in mine for i in s.items if i.where.report == you)
    pair = replace(finding, evidence=(*own, *items), decided="")
    if finding.relation not in CLASHES:
        return Other(items, finding.relation)
    if alone:
        clash = _clash(comparison, pair, you)
        if clash is None:
            return None
        pair = replace(pair, relation=clash.relation)
    if finding.kind == "retraction":
        carries = any(i.value == "still carried" for i in own)
        return Other(items, finding.relation, 1 if carries else -1, finding.decided)
    pair = decided(comparison, pair)
    if pair.relation is not Relation.UPDATE:
        return Other(items, pair.relation, decided=pair.decided)
    return Other(items, pair.relation, _newer(comparison, pair, own, items), pair.decided)


def _newer(
    comparison: Comparison, pair: Finding, own: Sequence[Evidence], items: Sequence[Evidence]
) -> int:
    """Return 1 where the others supersede the submission, -1 where it supersedes them, else 0.

    The reason for an update begins with the reports whose words or dates decide it.
    """
    you = own[0].where.report
    head = pair.decided.split(" ", 1)[0].rstrip(",")
    if head == you or head in {i.where.report for i in items}:
        sign = -1 if head == you else 1
        return -sign if " a provisional figure" in pair.decided else sign
    report = comparison.account(you).report
    others = [comparison.account(i.where.report).report for i in items]
    signs = {late.sign for o in others if (late := lateness(report, o))}
    return next(iter(signs)) if len(signs) == 1 else 0


def _clash(comparison: Comparison, pair: Finding, you: str) -> Finding | None:
    """Return the clash that the check finds between the submission and these reports alone."""
    ids = frozenset(e.where.report for e in pair.evidence)
    check = load("reconcile.checks", pair.kind, "CHECK", Check)
    places = {e.where for e in pair.evidence}
    for seen in check.find(_only(comparison, ids)):
        if isinstance(seen, Finding) and seen.relation in CLASHES:
            met = [e.where.report == you for e in seen.evidence if e.where in places]
            if any(met) and not all(met):
                return seen
    return None


def _only(comparison: Comparison, ids: frozenset[str]) -> Comparison:
    """Return a comparison without the reports that are not named."""
    told = (
        Parallel(left, p.score, p.grounds)
        for p in comparison.parallels
        for left in [tuple(t for t in p.told if t.report in ids)]
        if len({t.report for t in left}) > 1
    )
    links = comparison.alignment.links
    return Comparison(
        accounts=tuple(a for a in comparison.accounts if a.report.id in ids),
        alignment=Alignment(tuple(k for k in links if k.a.report in ids and k.b.report in ids)),
        answers=tuple(a for a in comparison.answers if a.where.report in ids),
        rows=tuple(
            replace(row, cells=cells)
            for row in comparison.rows
            for cells in [tuple(c for c in row.cells if c.where.report in ids)]
            if cells
        ),
        lineage=comparison.lineage,
        parallels=tuple(told),
    )


def reports(comparison: Comparison, items: Sequence[Evidence]) -> tuple[Report, ...]:
    """Return the reports of some evidence, each once, in order."""
    ids = dict.fromkeys(i.where.report for i in items)
    return tuple(comparison.account(id_).report for id_ in ids)
