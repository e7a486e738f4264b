"""The page as a reader uses it: filters, permalinks, keys, texts that light up together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import BUILD, SHORT
from tests.browser.reader import NARROW, WIDE, ZOOMED, Reader

INCIDENTS = ("harbour-ferry", "baghdad-embassy")
PAGES = ("index", *INCIDENTS, f"redacted/{SHORT}")
FERRY = "harbour-ferry.html"
CARDS = ".divergences > .card"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_and_asks_for_nothing(name: str, reader: Reader, pages: Path) -> None:
    reader.open(pages / f"{name}.html")
    assert reader.one("h1").is_displayed()
    assert reader.driver.title


def test_the_index_leads_to_every_page(reader: Reader, pages: Path) -> None:
    for name in INCIDENTS:
        reader.open(pages / "index.html")
        reader.one(f'tbody th a[href="./{name}.html"]').click()
        assert reader.driver.current_url == (pages / f"{name}.html").as_uri()


# ---------------------------------------------------------------- filters and search


@pytest.mark.parametrize("by", ["severity", "kind", "relation", "report"])
def test_a_filter_leaves_what_was_asked_for(by: str, reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    everything = len(reader.shown(CARDS))
    values = reader.run(
        "return [...document.querySelector(`select[data-by=${arguments[0]}]`).options]"
        ".map((o) => o.value).filter(Boolean)",
        by,
    )
    assert len(values) > 1
    for value in values:
        reader.choose(by, value)
        shown = reader.shown(f"{CARDS}, .single")
        assert shown
        assert all(value in card.get_attribute(f"data-{by}").split(" ") for card in shown)
        assert reader.one("#shown").text.startswith(f"{len(shown)} of ")
    reader.one("#filters button[type=reset]").click()
    reader.waits_for("return !document.querySelector('.card.off')")
    assert len(reader.shown(CARDS)) == everything


def test_a_search_finds_words_of_the_reports(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    before = len(reader.shown(CARDS))
    reader.one("#search").send_keys("BREAKWATER")
    found = reader.shown(CARDS)
    assert 0 < len(found) < before
    assert all("breakwater" in card.text.lower() for card in found)
    assert reader.all(".body .hit")
    assert "sentences" in reader.one("#shown").text


# ---------------------------------------------------------------- permalinks


def test_a_permalink_leads_to_its_divergence(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    links = [link.get_attribute("hash") for link in reader.all(".card .permalink")]
    assert len(set(links)) == len(links)
    assert all(link.startswith("#f-") for link in links)
    reader.open(pages / FERRY, links[-1][1:])
    card = reader.one(links[-1])
    assert reader.sees(card)
    assert reader.run("return document.activeElement === arguments[0]", card)


def test_what_a_permalink_names_is_shown_though_filtered(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    note = reader.one(".card.note").get_attribute("id")
    reader.choose("severity", "error")
    assert not reader.one(f"#{note}").is_displayed()
    reader.run("location.hash = arguments[0]", note)
    reader.waits_for(
        "return !document.getElementById(arguments[0]).classList.contains('off')", note
    )
    assert reader.sees(reader.one(f"#{note}"))


def test_a_cell_of_the_grid_leads_to_the_words(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    cell = reader.one("#grid tbody td a")
    words, target = cell.text, cell.get_attribute("hash")
    cell.click()
    sentence = reader.one(target)
    reader.waits_for(
        "const b = arguments[0].getBoundingClientRect(); return b.top < innerHeight", sentence
    )
    assert reader.sees(sentence)
    assert words in sentence.text


# ---------------------------------------------------------------- keys


def test_keys_go_through_the_divergences(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    cards = [card.get_attribute("id") for card in reader.shown(CARDS)]
    visited = []
    for key in "jjjk":
        reader.press(key)
        here = reader.one(".card.here")
        assert reader.sees(here)
        visited.append(here.get_attribute("id"))
    assert visited == [cards[0], cards[1], cards[2], cards[1]]


def test_keys_search_and_help(reader: Reader, pages: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.open(pages / FERRY)
    reader.press("/")
    assert reader.run("return document.activeElement.id") == "search"
    reader.press("j?")
    assert reader.one("#search").get_attribute("value") == "j?"
    assert not reader.all(".card.here")
    reader.press(Keys.ESCAPE)
    reader.press("?")
    assert reader.one("#help").is_displayed()
    reader.press(Keys.ESCAPE)
    reader.waits_for("return !document.getElementById('help').open")


# ---------------------------------------------------------------- the texts side by side


def test_partners_of_a_sentence_light_up_and_come_into_view(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    texts = reader.all(".strip .text")
    own = texts[0].find_elements("css selector", ".body .s")[-1]
    rows = set(own.get_attribute("data-r").split())
    reader.point_at(own)
    reader.waits_for("return arguments[0].classList.contains('lit')", own)
    lit = reader.all(".body .s.lit")
    partners = [s for s in lit if s.id != own.id]
    assert partners
    assert all(rows & set(s.get_attribute("data-r").split()) for s in partners)
    unlit = reader.all(".body .s:not(.lit)")
    assert not any(rows & set(s.get_attribute("data-r").split()) for s in unlit)
    assert any(reader.sees(partner) for partner in partners)


def test_a_link_to_a_sentence_lights_up_its_partners(reader: Reader, pages: Path) -> None:
    reader.open(pages / FERRY)
    target = reader.one(".body .s").get_attribute("id")
    reader.open(pages / FERRY, target)
    reader.waits_for("return document.querySelectorAll('.s.lit').length > 1")
    assert reader.sees(reader.one(f"#{target}"))


# ---------------------------------------------------------------- every reader


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_keeps_a_reader_out(
    name: str, width: int, reader: Reader, pages: Path, checker: str
) -> None:
    reader.screen(width)
    reader.open(pages / f"{name}.html")
    reader.unroll(width)
    for look in ("light", "dark"):
        reader.dark(look == "dark")
        reader.picture(BUILD / "pictures" / f"{name.replace('/', '-')}-{width}-{look}.png")
        # in the dark only the colours are others
        rules = ("color-contrast",) if look == "dark" else ()
        assert reader.violations(checker, rules) == [], look


@pytest.mark.parametrize("width", [NARROW, ZOOMED])
@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_scrolls_one_way(
    name: str, width: int, reader: Reader, pages: Path
) -> None:
    reader.screen(width)
    reader.open(pages / f"{name}.html")
    assert reader.overflow() <= 0


@pytest.mark.parametrize("name", INCIDENTS)
def test_without_scripts_everything_is_there(name: str, reader: Reader, pages: Path) -> None:
    reader.scripts(False)
    fragment = "reading"
    reader.open(pages / f"{name}.html", fragment)
    assert reader.all(CARDS)
    assert not reader.one("#filters").is_displayed()
    assert len(reader.shown(CARDS)) == len(reader.all(CARDS))
    assert reader.one("#reading").is_displayed()
