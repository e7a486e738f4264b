"""Draw where the reports come from: origins on the left, reports by publication on the right.

The line from an origin to a report is as broad as its part of the report's sentences; a broken line
with an arrow leads from a report to one that was cut from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Lineage, Report
from reconcile.render.figures import svg
from reconcile.render.page.labels import count, short_outlet, when

LEFT, RIGHT = 196, 372  # where the lines begin and end
STEP = 44  # between two reports
BROADEST = 9.0  # of a line, in pixels
FARTHEST = 120.0  # that an arrow between reports reaches out, in pixels
LONGEST = 26  # characters of a name
LETTER = 7.4  # pixels of a character, on the broad side


def origin_graph(
    lineage: Lineage, reports: Sequence[Report], looks: Mapping[str, int] | None = None
) -> str:
    """Return the figure as SVG, "" where no origin is known.

    `looks` numbers the origins for the style sheet (`.o1`, `.o2` …).
    """
    if not lineage.origins:
        return ""
    looks = looks or {o.name: k for k, o in enumerate(lineage.origins, 1)}
    told = told_by_origin(lineage)
    ordered = sorted(reports, key=_published)
    height = STEP * max(len(ordered), len(lineage.origins)) + 8
    ends = _spread([r.id for r in ordered], height)
    names = sorted((o.name for o in lineage.origins), key=lambda name: _mean(name, told, ends))
    starts = _spread(names, height)
    shapes = [
        *_lines(told, starts, ends, looks),
        *_cuts(lineage, ends),
        *(shape for name in names for shape in _origin(name, starts[name], looks)),
        *(s for r in ordered for s in _report(r, _parts(told_in(r.id, told)), ends[r.id])),
    ]
    labels = (words for r in ordered for words in (_named(r), _parts(told_in(r.id, told))))
    width = RIGHT + 20 + LETTER * max(map(len, labels), default=0)
    title = f"{count(len(names), 'origin')} of {count(len(ordered), 'report')}"
    return svg.picture(width, height, title, shapes)


def _lines(
    told: Counter[tuple[str, str]],
    starts: Mapping[str, float],
    ends: Mapping[str, float],
    looks: Mapping[str, int],
) -> Iterator[str]:
    """Yield a line from each origin to each of its reports."""
    whole: Counter[str] = Counter()
    for (report, _), number in told.items():
        whole[report] += number
    for (report, name), number in sorted(told.items()):
        if name in starts and report in ends:
            yield svg.bow(
                (LEFT + 8, starts[name]),
                (RIGHT - 8, ends[report]),
                (RIGHT - LEFT) / 2,
                f"edge o{looks.get(name, 1)}",
                max(BROADEST * number / whole[report], 1.2),
            )


def _cuts(lineage: Lineage, ends: Mapping[str, float]) -> Iterator[str]:
    """Yield an arrow from each report to those that were cut from it, farther out the longer."""
    for cut in lineage.derivations:
        if cut.source in ends and cut.report in ends:
            start, end = (RIGHT - 9, ends[cut.source]), (RIGHT - 9, ends[cut.report])
            reach = min(28 + abs(end[1] - start[1]) * 0.35, FARTHEST)
            yield svg.arc(start, end, -reach, "cut", max(2.5 * cut.share, 1.2))
            x, y = end
            yield svg.area([(x + 2, y), (x - 7, y - 4), (x - 7, y + 4)], "head")


def _origin(name: str, y: float, looks: Mapping[str, int]) -> Iterator[str]:
    yield svg.dot((LEFT, y), 5, f"node o{looks.get(name, 1)}")
    yield svg.words((LEFT - 12, y + 4.5), _short(name), "name", "end")


def _report(report: Report, parts: str, y: float) -> Iterator[str]:
    yield svg.dot((RIGHT, y), 5, "node")
    yield svg.words((RIGHT + 12, y - 1), _named(report), "name")
    yield svg.words((RIGHT + 12, y + 15), parts, "quiet")


def told_by_origin(lineage: Lineage) -> Counter[tuple[str, str]]:
    """Return how many sentences of a report are an origin's, by (report, origin)."""
    return Counter((where.report, name) for where, name in lineage.sentences)


def told_in(report: str, told: Counter[tuple[str, str]]) -> list[tuple[int, str]]:
    """Return how many of a report's sentences are whose."""
    return [(number, name) for (r, name), number in told.items() if r == report]


def _published(report: Report) -> tuple[str, str]:
    """Order by publication; reports without a date come last."""
    published = report.published
    return ((published.at or published.day).isoformat() if published else "9999", report.id)


def _spread(names: Sequence[str], height: float) -> dict[str, float]:
    """Return the heights of so many nodes, evenly over a column."""
    step = height / max(len(names), 1)
    return {name: step * (k + 0.5) for k, name in enumerate(names)}


def _mean(name: str, told: Counter[tuple[str, str]], ends: Mapping[str, float]) -> float:
    """Return how far down the reports of an origin stand, so that few lines cross."""
    heights = [ends[r] for (r, n) in told if n == name and r in ends]
    return sum(heights) / len(heights) if heights else 0.0


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _named(report: Report) -> str:
    return " · ".join(part for part in (report.id, when(report), short_outlet(report)) if part)


def _parts(parts: Sequence[tuple[int, str]]) -> str:
    """Return "16 of AP, 4 own", in sentences."""
    told = [
        f"{number} own" if name.startswith("own reporting") else f"{number} of {_short(name)}"
        for number, name in sorted(parts, key=lambda part: (-part[0], part[1]))
    ]
    return ", ".join(told[:2]) + (f" and {len(told) - 2} more" if len(told) > 2 else "")
