"""Say which report was cut from which, or from an agency text that nobody supplied.

The edges of the graph of origins. Each passage decides for itself, so that a report may be cut from
several texts. The one it was first in is the agency's own report where that is at hand, else the
report that came out on an earlier day, else one that holds another whole and has more; where
nothing says who came first, all of them come from a text that is not there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.lineage.credits import outlet_of, votes
from reconcile.lineage.naming import Votes, by_id, listed
from reconcile.lineage.versions import family_ids, own_names
from reconcile.model import Account, Derivation, Kinship, Passage, Place, Span
from reconcile.text.agencies import agency

WHOLE = 0.9  # share of a report's words in another that is taken to contain it

Edge = tuple[str, str, bool]  # report, source, unseen


@dataclass(frozen=True, slots=True)
class _Known:
    """What decides who was cut from whom."""

    accounts: Mapping[str, Account]
    own: Mapping[
        str, str
    ]  # what the text of each report is called that it shares with no other item
    families: Sequence[Sequence[str]]  # versions of one item, the oldest first
    shares: Mapping[tuple[str, str], float]  # of the words of one report that are another's

    def outlet(self, report: str) -> str:
        """Return the agency that a report is published by, "" where it is none."""
        return outlet_of(self.accounts[report])

    def is_agency(self, name: str) -> bool:
        """Tell whether an origin is an agency: a known one, or one that the desk has added."""
        added = (w.agency for a in self.accounts.values() for w in a.report.wires)
        return agency(name) == name or name in added

    def day(self, report: str) -> str:
        published = self.accounts[report].report.published
        return published.day.isoformat() if published else ""

    def first(self, passage: Passage) -> str:
        """Return the report that a passage was first in, "" where nothing says it."""
        held = sorted((report for report, _ in passage.stretches), key=by_id)
        if family := self.family(held):
            return next(report for report in family if report in held)
        days = {report: self.day(report) for report in held}
        earliest = [r for r in held if all(days.values()) and days[r] == min(days.values())]
        own = [r for r in held if passage.origin and self.outlet(r) == passage.origin]
        if passage.origin:
            firsts = [r for r in own if not all(days.values()) or r in earliest]
            return firsts[0] if len(own) == 1 and firsts else ""
        if len(earliest) == 1:
            return earliest[0]
        whole = [r for r in held if all(self.holds(r, other) for other in held if other != r)]
        return whole[0] if whole else ""

    def family(self, reports: Sequence[str]) -> Sequence[str]:
        """Return the versions of the one item that all the reports are versions of, if they are."""
        return next((f for f in self.families if set(reports) <= set(f)), ())

    def holds(self, report: str, other: str) -> bool:
        """Tell whether a report contains another whole and has more."""
        return self.shares.get((other, report), 0) >= WHOLE > self.shares.get((report, other), 0)


def derivations(
    accounts: Sequence[Account],
    sentences: Sequence[tuple[Place, str]],
    passages: Sequence[Passage],
    kin: Sequence[Kinship],
) -> tuple[Derivation, ...]:
    """Return the edges, in order of the reports, the source of most of each report first."""
    shares = {(k.a, k.b): k.share_a for k in kin} | {(k.b, k.a): k.share_b for k in kin}
    by_name = {a.report.id: a for a in accounts}
    known = _Known(by_name, own_names(accounts), family_ids(accounts), shares)
    named = dict(sentences)
    edges: dict[Edge, list[int]] = defaultdict(list)
    for k, passage in enumerate(passages):
        first = known.first(passage)
        for report, span in passage.stretches:
            if report != first:
                source = first or passage.origin or _unnamed(known, report, span, named)
                edges[report, source, not first].append(k)
    parts = {a.report.id: _parts(a, named) for a in accounts}
    for report, tally in parts.items():
        for name in tally:
            if known.is_agency(name) and not _accounted(known, edges, report, name):
                edges[report, name, True] = []
    told = _Reasons(known, parts, votes(accounts), passages)
    found = [
        Derivation(*edge, round(told.share(edge), 3), tuple(held), told.why(edge, held))
        for edge, held in edges.items()
    ]
    return tuple(sorted(found, key=lambda d: (by_id(d.report), -d.share, by_id(d.source))))


def _accounted(known: _Known, edges: Mapping[Edge, object], report: str, name: str) -> bool:
    """Tell whether an agency's part of a report has an edge, or is its own outlet's text."""
    given = {known.outlet(s) for r, s, unseen in edges if r == report and not unseen}
    return name == known.outlet(report) or name in given or (report, name, True) in edges


def _unnamed(known: _Known, report: str, span: Span, named: Mapping[Place, str]) -> str:
    """Return the name of the text that a stretch without an agency belongs to."""
    sentences = known.accounts[report].sentences
    told = Counter(
        named[Place(report, s.index)] for s in sentences if s.news and s.span.overlaps(span)
    )
    texts = [name for name, _ in told.most_common() if name != known.own[report]]
    return texts[0] if texts else f"text shared by {report}"


def _parts(account: Account, named: Mapping[Place, str]) -> dict[str, float]:
    """Return for each origin the share of a report's news, in characters, that is traced to it."""
    tally: Counter[str] = Counter()
    for s in account.sentences:
        if s.news:
            tally[named[Place(account.report.id, s.index)]] += s.span.end - s.span.start
    whole = sum(tally.values())
    return {name: size / whole for name, size in tally.items()}


@dataclass(frozen=True, slots=True)
class _Reasons:
    """What an edge accounts for, and what speaks for it."""

    known: _Known
    parts: Mapping[str, Mapping[str, float]]
    credited: Votes
    passages: Sequence[Passage]

    def share(self, edge: Edge) -> float:
        """Return the share of the report's news that the edge accounts for."""
        report, source, unseen = edge
        if unseen:
            return self.parts[report].get(source, 0.0)
        return self.known.shares.get((report, source), 0.0)

    def why(self, edge: Edge, held: Sequence[int]) -> str:
        """Return the grounds of an edge in a few words."""
        report, source, unseen = edge
        if not unseen:
            return self._seen(report, source, [self.passages[k] for k in held])
        if self.credited[report].get(source):
            return f"{report} credits {source}"
        others = self._carriers(held) - {report}
        if not held:
            return f"named for single lines of {report}"
        if self.known.is_agency(source):
            crediting = sorted((r for r in others if self.credited[r].get(source)), key=by_id)
            whom = f", which credit{'s' * (len(crediting) == 1)} {source}" if crediting else ""
            return f"the same copy as in {listed(crediting or sorted(others, key=by_id))}{whom}"
        return f"shared with {listed(sorted(others, key=by_id))}; nothing says who had it first"

    def _carriers(self, held: Sequence[int]) -> set[str]:
        return {report for k in held for report, _ in self.passages[k].stretches}

    def _seen(self, report: str, source: str, held: Sequence[Passage]) -> str:
        share = f"{self.known.shares.get((report, source), 0):.0%} of {report} stands in {source}"
        if self.known.family((report, source)):
            return f"{report} is a later version of the same item; {share}"
        if any(p.origin and p.origin == self.known.outlet(source) for p in held):
            return f"{source} is the text of {self.known.outlet(source)} itself; {share}"
        if self.known.day(source) and self.known.day(source) < self.known.day(report):
            return f"{source} came out on an earlier day; {share}"
        return f"{share}, which has more"
