"""Draw where the reports come from: origins on the left, reports by publication on the right.

The line from an origin to a report is as broad as its part of the report's sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reconcile.model import Lineage, Report
from reconcile.render.figures import svg
from reconcile.render.page.labels import count, short_outlet, when

WIDTH = 620
LEFT, RIGHT = 196, 372  # where the lines begin and end
STEP = 44  # between two reports
BROADEST = 9.0  # of a line, in pixels
LONGEST = 26  # characters of a name


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
    starts = _spread(
        sorted((o.name for o in lineage.origins), key=lambda n: _mean(n, told, ends)), height
    )
    shapes = []
    for (report, name), number in sorted(told.items()):
        if name in starts and report in ends:
            part = number / sum(n for (r, _), n in told.items() if r == report)
            line = svg.bow(
                (LEFT + 8, starts[name]),
                (RIGHT - 8, ends[report]),
                (RIGHT - LEFT) / 2,
                f"edge o{looks.get(name, 1)}",
                max(BROADEST * part, 1.2),
            )
            shapes.append(line)
    for origin in lineage.origins:
        y = starts[origin.name]
        shapes.append(svg.dot((LEFT, y), 5, f"node o{looks.get(origin.name, 1)}"))
        shapes.append(svg.words((LEFT - 12, y + 4.5), _short(origin.name), "name", "end"))
    for report in ordered:
        y = ends[report.id]
        parts = [(n, name) for (r, name), n in told.items() if r == report.id]
        shapes.append(svg.dot((RIGHT, y), 5, "node"))
        shapes.append(svg.words((RIGHT + 12, y - 1), _named(report), "name"))
        shapes.append(svg.words((RIGHT + 12, y + 15), _parts(parts), "quiet"))
    title = f"{count(len(lineage.origins), 'origin')} of {count(len(ordered), 'report')}"
    return svg.picture(WIDTH, height, title, shapes)


def told_by_origin(lineage: Lineage) -> Counter[tuple[str, str]]:
    """Return how many sentences of a report are an origin's, by (report, origin)."""
    return Counter((where.report, name) for where, name in lineage.sentences)


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
