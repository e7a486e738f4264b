"""Pages as goldens that one can read, and what must hold of every page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.model import Reconciliation
from reconcile.plugin import Renderer, discover, names
from reconcile.render.page.words import visible
from reconcile.settings import Settings
from tests.render.made import MADE

GOLDEN = Path(__file__).parent / "golden"
RENDERERS = discover("reconcile.render", "RENDERER", Renderer)
FRAGMENTS = {"html"}  # pages too long to be read as one golden have tests of their own
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("incident", MADE)
@pytest.mark.parametrize("name", sorted({*RENDERERS} - FRAGMENTS))
def test_page(incident: str, name: str, golden: Callable[[Path, str], None]) -> None:
    page = RENDERERS[name].render(MADE[incident](), Settings(width=100))
    page = re.sub(r'"version": "[^"]+"', '"version": "any"', page)
    golden(GOLDEN / incident / f"{name}.{RENDERERS[name].suffix}", page)


def test_each_format_has_a_file_ending_of_its_own() -> None:
    endings = [renderer.suffix for renderer in RENDERERS.values()]
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_page_without_the_texts(name: str, golden: Callable[[Path, str], None]) -> None:
    page = RENDERERS[name].render(MADE["coach"](), Settings(width=100, redact=True))
    golden(GOLDEN / "coach" / f"{name}-redacted.{RENDERERS[name].suffix}", page)


@pytest.mark.parametrize("width", [80, 160])
def test_terminal_page_at_other_widths(width: int, golden: Callable[[Path, str], None]) -> None:
    page = RENDERERS["terminal"].render(MADE["coach"](), Settings(width=width))
    golden(GOLDEN / "coach" / f"terminal-{width}.txt", page)


@pytest.mark.parametrize("show", ["all", "changed", "divergences"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 160, 250])
@pytest.mark.parametrize("incident", MADE)
def test_no_line_is_wider_than_the_page(incident: str, width: int, show: str) -> None:
    from rich.cells import cell_len

    page = RENDERERS["terminal"].render(MADE[incident](), Settings(width=width, show=show))
    assert max(map(cell_len, page.splitlines())) <= width


@pytest.mark.parametrize("incident", MADE)
def test_nothing_steers_the_terminal(incident: str) -> None:
    for name in names("reconcile.render"):
        page = RENDERERS[name].render(MADE[incident](), Settings())
        shown = json.dumps(json.loads(page)["why"]) if name == "json" else page
        assert not UNSEEN.search(shown)


@pytest.mark.parametrize("incident", MADE)
def test_colour_changes_no_word(incident: str) -> None:
    render = RENDERERS["terminal"].render
    colored = render(MADE[incident](), Settings(color=True))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render(MADE[incident](), Settings())


def words(page: str) -> set[str]:
    return set(re.findall(r"\w+", page))


def test_nothing_is_cut_off(coach: Reconciliation) -> None:
    page = RENDERERS["terminal"].render(coach, Settings(width=40))
    for account in coach.accounts:
        for sentence in account.sentences:
            assert words(visible(account.words(sentence.span))) <= words(page)


def test_every_report_s_words_stand_in_its_card(coach: Reconciliation) -> None:
    page = RENDERERS["terminal"].render(coach, Settings(show="divergences"))
    for divergence in coach.divergences:
        if divergence.finding.kind == "coverage":
            assert divergence.fingerprint not in page
            continue
        assert divergence.fingerprint in page
        for evidence in divergence.finding.evidence:
            text = coach.accounts["AB".index(evidence.where.report)].report.text
            for mark in evidence.marks:
                assert f"«{mark.of(text)}»" in page


def test_the_earlier_report_of_an_update_comes_first(coach: Reconciliation) -> None:
    page = RENDERERS["terminal"].render(coach, Settings())
    card = page[page.index("WARNING") :]
    assert card.index("B  5 Mar") < card.index("A  6 Mar")


@pytest.fixture
def coach() -> Reconciliation:
    return MADE["coach"]()
