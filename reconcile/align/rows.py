"""Make rows of the links: groups of sentences that all tell the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from reconcile.model import Account, Alignment, Cell, Place, Row

Graph = dict[Place, dict[Place, float]]
LONGEST = 12  # words of a sentence that make the subject of its row


def sentence_rows(accounts: Sequence[Account], alignment: Alignment) -> tuple[Row, ...]:
    """Return the rows of sentences that tell the same thing, in story order.

    Every row is a clique of the graph, as far as different reports go: each of its sentences is
    linked to all of the other reports. Together the rows cover every link; a sentence may stand
    in several. Greedy cover, best links first.
    """
    known = {a.report.id: a for a in accounts}
    graph: Graph = defaultdict(dict)
    for link in alignment.links:
        graph[link.a][link.b] = graph[link.b][link.a] = link.score
    open_links = {frozenset((link.a, link.b)): link for link in alignment.links}
    rows = []
    for link in sorted(alignment.links, key=lambda x: (-x.score, _key(x.a), _key(x.b))):
        if frozenset((link.a, link.b)) in open_links:
            clique = _grow([link.a, link.b], graph, open_links)
            for a in clique:
                for b in clique:
                    open_links.pop(frozenset((a, b)), None)
            rows.append(clique)
    return tuple(_row(known, clique) for clique in sorted(rows, key=lambda c: _depth(known, c)))


def _key(place: Place) -> tuple[str, int]:
    return place.report, place.sentence


def _grow(
    clique: list[Place], graph: Graph, uncovered: Collection[frozenset[Place]]
) -> list[Place]:
    """Add sentences that are linked to all others of the clique, most open links first."""
    while True:
        free = set(graph[clique[0]]) | set(graph[clique[1]])
        fit = []
        for place in free.difference(clique):
            others = [p for p in clique if p.report != place.report]
            if others and all(p in graph[place] for p in others):
                gain = sum(frozenset((p, place)) in uncovered for p in others)
                if gain:
                    weight = sum(graph[place][p] for p in others) / len(others)
                    fit.append((-gain, -weight, _key(place), place))
        if not fit:
            return sorted(clique, key=_key)
        clique = [*clique, min(fit)[3]]


def _depth(
    known: dict[str, Account], clique: Sequence[Place]
) -> tuple[float, list[tuple[str, int]]]:
    """Return the mean relative position of a row's sentences, for story order."""
    places = [p.sentence / max(len(known[p.report].sentences) - 1, 1) for p in clique]
    return sum(places) / len(places), [_key(p) for p in clique]


def _row(known: dict[str, Account], clique: Sequence[Place]) -> Row:
    cells = tuple(Cell(p, known[p.report].sentences[p.sentence].span) for p in clique)
    first = cells[0]
    words = known[first.where.report].words(first.span).split()
    subject = " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")
    return Row(subject=subject, cells=cells)
