"""Make rows of the links: groups of sentences that all tell the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Account, Alignment, Cell, Link, Place, Row

LONGEST = 12  # words of a sentence that make the subject of its row


class Graph:
    """The links between sentences; a sentence is its number in the order of reports and text."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.places = sorted({place for link in links for place in (link.a, link.b)})
        number = {place: n for n, place in enumerate(self.places)}
        self.edges = [(x.score, number[x.a], number[x.b]) for x in links]
        self.near: list[dict[int, float]] = [{} for _ in self.places]
        for score, a, b in self.edges:
            self.near[a][b] = self.near[b][a] = score
        self.uncovered = [set(partners) for partners in self.near]

    def cover(self, clique: Sequence[int]) -> None:
        """Take the links inside a clique as told by a row."""
        for a in clique:
            self.uncovered[a].difference_update(clique)


def sentence_rows(accounts: Sequence[Account], alignment: Alignment) -> tuple[Row, ...]:
    """Return the rows of sentences that tell the same thing, in story order.

    Every row is a clique of the graph, as far as different reports go: each of its sentences is
    linked to all of the other reports. Together the rows cover every link; a sentence may stand
    in several. Greedy cover, best links first.
    """
    known = {a.report.id: a for a in accounts}
    graph = Graph(alignment.links)
    rows = []
    for _, a, b in sorted((-score, a, b) for score, a, b in graph.edges):
        if b in graph.uncovered[a]:
            clique = _grow(a, b, graph)
            graph.cover(clique)
            rows.append([graph.places[n] for n in clique])
    return tuple(_row(known, clique) for clique in sorted(rows, key=lambda c: _depth(known, c)))


@dataclass(slots=True)
class Fit:
    """How well a sentence fits into a clique: its links into it, and how many are uncovered."""

    links: int = 0
    weight: float = 0.0
    gain: int = 0


def _grow(a: int, b: int, graph: Graph) -> list[int]:
    """Add sentences that are linked to all others of the clique, most open links first."""
    clique = [a, b]
    free = {n: Fit() for n in (*graph.near[a], *graph.near[b]) if n not in clique}
    for n in clique:
        _meet(n, free, graph)
    while fit := [(-f.gain, -f.weight / f.links, n) for n, f in free.items() if f.gain]:
        best = min(fit)[2]
        clique.append(best)
        del free[best]
        _meet(best, free, graph)
    return sorted(clique)


def _meet(new: int, free: dict[int, Fit], graph: Graph) -> None:
    """Count the links of all free sentences to a new one of the clique; drop those without one."""
    report, links, uncovered = graph.places[new].report, graph.near[new], graph.uncovered[new]
    for n in list(free):
        if n in links:
            fit = free[n]
            fit.links += 1
            fit.weight += links[n]
            fit.gain += n in uncovered
        elif graph.places[n].report != report:
            del free[n]


def _depth(
    known: dict[str, Account], clique: Sequence[Place]
) -> tuple[float, list[tuple[str, int]]]:
    """Return the mean relative position of a row's sentences, for story order."""
    places = [p.sentence / max(len(known[p.report].sentences) - 1, 1) for p in clique]
    return sum(places) / len(places), [(p.report, p.sentence) for p in clique]


def _row(known: dict[str, Account], clique: Sequence[Place]) -> Row:
    cells = tuple(Cell(p, known[p.report].sentences[p.sentence].span) for p in clique)
    first = cells[0]
    words = known[first.where.report].words(first.span).split()
    subject = " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")
    return Row(subject=subject, cells=cells)
