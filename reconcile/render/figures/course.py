"""Draw the course of numbers that change: what each report gave when it was published.

The band spans what was told at one time; each value stands beside its point with the letters of the
reports that give it, so that the figure can be read without colour.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Account, Cell, QuantityKind, Row
from reconcile.render.figures import svg
from reconcile.render.page.labels import day

WIDTH, HEIGHT = 620, 190
LEFT, RIGHT, TOP, BOTTOM = 24, 500, 18, 152
GAP = 17  # between two labels of one time
FEW = 6  # letters named at a point; further ones are counted
LONGEST = 18  # characters of a value


@dataclass(frozen=True, slots=True)
class Given:
    """A number as one report gives it."""

    at: dt.datetime
    number: float
    value: str
    report: str


@dataclass(frozen=True, slots=True)
class Course:
    """The numbers that reports of two days or more give for one slot."""

    subject: str
    given: tuple[Given, ...]  # in order of publication
    undated: tuple[str, ...]  # ids of reports that cannot be placed


def courses(rows: Sequence[Row], accounts: Sequence[Account]) -> tuple[Course, ...]:
    """Return the changing numbers of the rows, in their order."""
    reports = {account.report.id: account for account in accounts}
    found = []
    for row in rows:
        if not any(cell.value for cell in row.cells):
            continue
        dated = [g for cell in row.cells if (g := _given(cell, reports[cell.where.report]))]
        if len({g.at for g in dated}) > 1 and len({g.number for g in dated}) > 1:
            undated = {c.where.report for c in row.cells if c.value} - {g.report for g in dated}
            given = tuple(sorted(set(dated), key=lambda g: (g.at, g.number, g.report, g.value)))
            found.append(Course(row.subject, given, tuple(sorted(undated))))
    return tuple(found)


def _given(cell: Cell, account: Account) -> Given | None:
    """Return the number of a cell, None where it is none or nobody knows when it was told."""
    published = account.report.published
    sentence = account.sentences[cell.where.sentence]
    numbers = [
        q
        for q in sentence.quantities
        if q.span.overlaps(cell.span) and q.kind is not QuantityKind.ORDINAL
    ]
    if not (published and cell.value and numbers):
        return None
    at = published.at or dt.datetime.combine(published.day, dt.time(12))
    return Given(at.replace(tzinfo=None), numbers[0].value, cell.value, account.report.id)


def draw(course: Course) -> str:
    """Return the figure of one course as SVG."""
    scale = _Scale(course)
    times = sorted({g.at for g in course.given})
    points = [scale.points([g for g in course.given if g.at == t]) for t in times]
    band = [(x, min(ys)) for x, ys in points] + [(x, max(ys)) for x, ys in reversed(points)]
    shapes = [svg.area(band, "band"), svg.stroke([(LEFT - 8, BOTTOM), (WIDTH, BOTTOM)], "axis")]
    for t, (x, _) in zip(times, points, strict=True):
        shapes.append(svg.stroke([(x, BOTTOM), (x, BOTTOM + 5)], "axis"))
        shapes += _labelled([g for g in course.given if g.at == t], scale)
    shapes += _days(times, scale)
    told = "; ".join(f"{g.report} {day(g.at.date())} {g.value}" for g in course.given)
    return svg.picture(WIDTH, HEIGHT, f"{course.subject}: {told}", shapes)


class _Scale:
    """Where a moment and a number stand in the figure."""

    def __init__(self, course: Course) -> None:
        self.first, last = course.given[0].at, course.given[-1].at
        self.width = (last - self.first).total_seconds()
        self.low = min(g.number for g in course.given)
        self.high = max(g.number for g in course.given)

    def across(self, at: dt.datetime) -> float:
        return LEFT + (RIGHT - LEFT) * ((at - self.first).total_seconds() / self.width)

    def up(self, number: float) -> float:
        part = (number - self.low) / (self.high - self.low)
        return BOTTOM - 16 - (BOTTOM - TOP - 20) * part

    def points(self, given: Sequence[Given]) -> tuple[float, list[float]]:
        return self.across(given[0].at), [self.up(g.number) for g in given]


def _labelled(given: Sequence[Given], scale: _Scale) -> Iterator[str]:
    """Yield the points of one time with their values, labels pushed apart where they would meet."""
    values: dict[float, list[Given]] = {}
    for one in given:
        values.setdefault(one.number, []).append(one)
    x = scale.across(given[0].at)
    below = HEIGHT * 2.0
    for number, own in sorted(values.items()):
        y = scale.up(number)
        below = min(y + 4.5, below - GAP)
        yield svg.dot((x, y), 4.5, "point")
        yield svg.words((x + 10, below), _label(own), "value")


def _label(own: Sequence[Given]) -> str:
    """Return "three · A B C"."""
    letters = list(dict.fromkeys(g.report for g in own))
    named = " ".join(letters[:FEW]) + (f" +{len(letters) - FEW}" if len(letters) > FEW else "")
    value = own[0].value
    return f"{value if len(value) <= LONGEST else value[: LONGEST - 1] + '…'} · {named}"


def _days(times: Sequence[dt.datetime], scale: _Scale) -> Iterator[str]:
    """Yield the days below the axis, those left out that would stand on the one before."""
    right = -100.0
    for t in times:
        x = scale.across(t)
        if x - right > 50 and (right < 0 or t.date() not in {u.date() for u in times if u < t}):
            yield svg.words((x - 2, BOTTOM + 22), day(t.date()), "quiet")
            right = x
