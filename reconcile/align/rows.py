"""Make rows of the links: groups of sentences that all tell the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reconcile.model import Account, Alignment, Cell, Link, Place, Row

Graph = dict[Place, dict[Place, float]]
Pair = tuple[Place, Place]
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
    uncovered = {(link.a, link.b) for link in alignment.links}
    rows = []
    for link in sorted(alignment.links, key=lambda x: (-x.score, _key(x.a), _key(x.b))):
        if (link.a, link.b) in uncovered:
            clique = _grow(link, graph, uncovered)
            uncovered.difference_update((a, b) for a in clique for b in clique)
            rows.append(clique)
    return tuple(_row(known, clique) for clique in sorted(rows, key=lambda c: _depth(known, c)))


def _key(place: Place) -> tuple[str, int]:
    return place.report, place.sentence


@dataclass(slots=True)
class Fit:
    """How well a sentence fits into a clique: its links into it, and how many are uncovered."""

    links: int = 0
    weight: float = 0.0
    gain: int = 0


def _grow(link: Link, graph: Graph, uncovered: Collection[Pair]) -> list[Place]:
    """Add sentences that are linked to all others of the clique, most open links first."""
    clique = [link.a, link.b]
    free = {place: Fit() for place in (*graph[link.a], *graph[link.b]) if place not in clique}
    for place in clique:
        _meet(place, free, graph, uncovered)
    while fit := [
        (-f.gain, -f.weight / f.links, _key(place), place) for place, f in free.items() if f.gain
    ]:
        place = min(fit)[3]
        clique.append(place)
        del free[place]
        _meet(place, free, graph, uncovered)
    return sorted(clique, key=_key)


def _meet(new: Place, free: dict[Place, Fit], graph: Graph, uncovered: Collection[Pair]) -> None:
    """Count the links of all free sentences to a new one of the clique; drop those without one."""
    links = graph[new]
    for place in [p for p in free if p.report != new.report]:
        if place not in links:
            del free[place]
            continue
        fit = free[place]
        fit.links += 1
        fit.weight += links[place]
        fit.gain += (new, place) in uncovered or (place, new) in uncovered


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
