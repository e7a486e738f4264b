"""Pages of the fact sheet and the timeline as goldens that one can read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.plugin import Renderer, discover
from reconcile.render.page.table import harmless
from reconcile.settings import Settings
from tests.render.made_sheet import SHEETS, TIMELINES

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"terminal": "txt", "markdown": "md"}
PAGES = [
    (folder, name, case, made)
    for folder, cases in (("sheet", SHEETS), ("timeline", TIMELINES))
    for name in discover(f"reconcile.render.{folder}", "RENDERER", Renderer)
    for case, made in cases.items()
]


@pytest.mark.parametrize(("folder", "name", "case", "made"), PAGES)
def test_page(folder, name, case, made, golden: Callable[[Path, str], None]) -> None:
    renderers = discover(f"reconcile.render.{folder}", "RENDERER", Renderer)
    page = renderers[name].render(made(), Settings(width=100))
    page = re.sub(r'"version": "[^"]+"', '"version": "any"', page)
    golden(GOLDEN / folder / f"{case}.{ENDINGS.get(name, name)}", page)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize(("folder", "name", "case", "made"), PAGES)
def test_no_line_is_wider_than_the_page(folder, name, case, made, width) -> None:
    from rich.cells import cell_len

    if name == "terminal":
        renderer = discover(f"reconcile.render.{folder}", "RENDERER", Renderer)[name]
        page = renderer.render(made(), Settings(width=width))
        assert max(map(cell_len, page.splitlines())) <= width


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "−1", "|cmd", "\r=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["14", "at least 14", "nine - or ten", ""])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
