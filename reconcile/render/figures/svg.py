"""Draw lines, points and words as SVG: the few shapes that the figures are made of.

Colours and type come from the style sheet of the page by class, so that figures follow light, dark
and print; every word is escaped.
"""

from __future__ import annotations

import html

from reconcile.render.page.words import visible

Point = tuple[float, float]


def picture(width: float, height: float, title: str, shapes: list[str]) -> str:
    """Return a whole figure, named for those who cannot see it; sizes in CSS pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' width="{_n(width)}" height="{_n(height)}"><title>{escaped(title)}</title>'
        f"{''.join(shapes)}</svg>"
    )


def words(at: Point, told: str, css: str = "", anchor: str = "start") -> str:
    """Return words; `anchor` is start, middle or end."""
    set_from = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{_n(at[0])}" y="{_n(at[1])}"{_css(css)}{set_from}>{escaped(told)}</text>'


def dot(at: Point, radius: float, css: str = "") -> str:
    """Return a filled circle."""
    return f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}"{_css(css)}/>'


def stroke(points: list[Point], css: str = "", width: float = 0) -> str:
    """Return a line through points."""
    path = " L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f'<path d="M{path}"{_css(css)}{_width(width)}/>'


def area(points: list[Point], css: str = "") -> str:
    """Return a filled shape with these corners."""
    path = " L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f'<path d="M{path}Z"{_css(css)}/>'


def bow(start: Point, end: Point, bend: float, css: str = "", width: float = 0) -> str:
    """Return a curve that leaves start and enters end level, `bend` to the side."""
    (x1, y1), (x2, y2) = start, end
    path = (
        f"M{_n(x1)} {_n(y1)} C{_n(x1 + bend)} {_n(y1)} {_n(x2 - bend)} {_n(y2)} {_n(x2)} {_n(y2)}"
    )
    return f'<path d="{path}"{_css(css)}{_width(width)}/>'


def arc(start: Point, end: Point, reach: float, css: str = "", width: float = 0) -> str:
    """Return a curve between two points of one column that reaches out to the side."""
    (x1, y1), (x2, y2) = start, end
    path = (
        f"M{_n(x1)} {_n(y1)} C{_n(x1 + reach)} {_n(y1)} {_n(x2 + reach)} {_n(y2)} {_n(x2)} {_n(y2)}"
    )
    return f'<path d="{path}"{_css(css)}{_width(width)}/>'


def escaped(told: str) -> str:
    """Return words that mean nothing to a parser."""
    return html.escape(visible(told))


def _css(name: str) -> str:
    return f' class="{html.escape(name)}"' if name else ""


def _width(width: float) -> str:
    return f' stroke-width="{_n(width)}"' if width else ""


def _n(number: float) -> str:
    """Return a number in as few figures as a screen can show."""
    return f"{number:.1f}".removesuffix(".0")
