"""Figures as SVG that one can read: the graph of origins, the course of a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reconcile.model import Derivation, Lineage, Place, Quantity, QuantityKind
from reconcile.render.figures.course import courses, draw
from reconcile.render.figures.origins import origin_graph
from tests.render.made import coach, many

GOLDEN = Path(__file__).parent / "golden" / "figures"


def lines(figure: str) -> str:
    return figure.replace("><", ">\n<") + "\n"


def test_the_graph_of_origins(golden: Callable[[Path, str], None]) -> None:
    page = coach()
    lineage = replace(
        page.lineage,
        sentences=tuple(
            (Place(r, k), "AP") for r, number in (("A", 5), ("B", 2)) for k in range(number)
        ),
        derivations=(Derivation("B", "A", False, 0.4, (0,), "40% of B stands in A"),),
    )
    figure = origin_graph(lineage, [a.report for a in page.accounts])
    golden(GOLDEN / "origins.svg", lines(figure))


def test_no_origin_is_no_figure() -> None:
    assert origin_graph(Lineage(), [a.report for a in coach().accounts]) == ""


def with_numbers(number: int) -> tuple:
    """Return the made reports with the count of each sentence as a quantity."""
    page = many(number)
    values = {cell.where.report: cell for cell in page.rows[0].cells}
    accounts = []
    for account in page.accounts:
        cell = values.get(account.report.id)
        counted: tuple[Quantity, ...] = ()
        if cell:
            size = float(cell.value)
            counted = (Quantity(cell.span, size, size, size, QuantityKind.COUNT),)
        first = replace(account.sentences[0], quantities=counted)
        accounts.append(replace(account, sentences=(first,)))
    return page.rows, tuple(accounts)


def test_the_course_of_a_number(golden: Callable[[Path, str], None]) -> None:
    rows, accounts = with_numbers(5)
    (course,) = courses(rows, accounts)
    golden(GOLDEN / "course.svg", lines(draw(course)))


def test_reports_of_one_day_are_no_course() -> None:
    rows, accounts = with_numbers(4)
    same = [
        replace(
            a,
            report=replace(
                a.report, published=replace(a.report.published, day=dt.date(2024, 3, 1))
            ),
        )
        for a in accounts
    ]
    assert courses(rows, same) == ()


def test_a_report_without_a_date_is_named() -> None:
    rows, accounts = with_numbers(5)
    last = replace(accounts[-1], report=replace(accounts[-1].report, published=None))
    (course,) = courses(rows, (*accounts[:-1], last))
    assert course.undated == ("R4",)
