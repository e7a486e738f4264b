"""Run the table of web pages, and read pages in every charset, broken and hostile."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BOILERPLATE, Report
from reconcile.plugin import Input
from reconcile.read.parts.charset import decode_declared
from reconcile.read.parts.choice import knowing, read_input
from reconcile.settings import Settings
from reconcile.text.positions import locate
from tests.read import made

CASES = tomllib.loads((Path(__file__).parent / "pages.toml").read_text("utf-8"))["case"]
SECTIONS = "".join(f'<li><a href="/{k}">Section {k}</a></li>' for k in range(20))
CARDS = "".join(
    f'<div class="card"><a href="/a{k}"><h3>Other story {k}</h3></a><p>Councillors met {k} times.</p></div>'
    for k in range(6)
)
BEFORE = f"""<div id="cookie-banner"><p>We use cookies to give you the best experience. Accept them all.</p></div>
<header><nav><ul>{SECTIONS}</ul></nav></header>"""
AFTER = f"""<section class="more-stories"><h2>More stories</h2>{CARDS}</section>
<footer><p>© 2021 The Herald. All rights reserved.</p></footer>"""
STORY = (
    "<p>Nine people were hurt on Thursday in the “old” harbour, the café’s owner said to reporters.</p>"
    "<p>The harbour master said that the engines had failed and that nobody was missing afterwards.</p>"
    "<p>Two of the injured were still in hospital on Friday morning, and five had been sent home.</p>"
)


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}\n</head><body>\n{BEFORE}\n{body}\n{AFTER}\n</body></html>'


def read(data: bytes, file: str = "a.html") -> Report:
    (report,) = read_input(Input(file, data, Settings()))
    return report


def news(report: Report) -> list[str]:
    return [
        " ".join(b.span.of(report.text).split()) for b in report.blocks if b.kind not in BOILERPLATE
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_page(case: dict[str, Any]) -> None:
    report = read(page(case["page"].strip("\n"), case["head"].strip("\n")).encode())
    published = report.published
    assert news(report) == case["news"]
    assert report.title == case["title"]
    assert report.source == case.get("source", "")
    assert report.byline == case.get("byline", "")
    assert report.item == case.get("item", "")
    assert list(report.warnings) == case.get("warnings", [])
    if "at" in case:
        assert str(published and published.at) == case["at"]
    else:
        assert (published.day.isoformat() if published else "") == case.get("day", "")
    if "lines" in case:
        found = [locate(report, b.span) for b in report.blocks if b.kind not in BOILERPLATE]
        assert [at.line for at in found] == case["lines"]
        assert all(at.path.startswith("/html/body/article/") for at in found)


@pytest.mark.parametrize(
    ("codec", "declared", "encoding", "warned"),
    [
        ("utf-8", "utf-8", "utf-8", ""),
        ("utf-8", "", "utf-8", ""),
        ("utf-8", "iso-8859-1", "utf-8", "declared as iso-8859-1, but it is UTF-8"),
        ("cp1252", "iso-8859-1", "cp1252", ""),
        ("cp1252", "", "cp1252", "read as Windows-1252"),
        ("cp1252", "utf-8", "cp1252", "declared as utf-8, which it is not"),
        ("cp1252", "klingon", "cp1252", "declared as klingon, which it is not"),
        ("utf-16", "utf-8", "utf-16-le", ""),
        ("cp1250", "windows-1250", "cp1250", ""),
    ],
)
def test_charset(codec: str, declared: str, encoding: str, warned: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    report = read(page(f"<article>{STORY.replace('é', 'é')}</article>", head).encode(codec))
    assert "“old” harbour, the café’s owner" in report.text
    assert report.encoding == encoding
    assert warned in " ".join(report.warnings)
    assert bool(report.warnings) is bool(warned)


def test_a_charset_that_is_none_of_characters_is_passed_over() -> None:
    assert decode_declared("a", b"caf\xe9 is closed", "zlib_codec").text == "café is closed"
    assert decode_declared("a", "日本".encode("iso2022_jp"), "iso-2022-jp").text == "日本"


def test_a_page_without_an_article_has_no_news_text() -> None:
    with pytest.raises(NoNewsText):
        read(b"<html><body></body></html>")
    with pytest.raises(NoNewsText):
        read(page("").encode())


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b"\xef\xbb\xbf \n<!-- saved -->\n<!DOCTYPE html><p>", True),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', True),
        ("<html>".encode("utf-16"), True),
        (b"<nitf><body>", False),
        (b"Nine people were hurt. <html>", False),
        (b"<header>", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(data: bytes, known: bool) -> None:
    assert ("html" in dict(knowing(Input("a", data, Settings())))) is known


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + STORY,
        "<p>" + "a" * 300_000,
        "<b><i>" * 20_000 + STORY,
        "<p>&lol;" * 1_000,
        STORY + "<table>" * 300,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + STORY,
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [[]], "headline": {}}</script>'
        + STORY,
        "<p>\0\x01\ufffe " + STORY,
        STORY + "<!--" * 10_000,
        "<" * 100_000,
    ],
    ids=lambda b: b[:12],
)
def test_a_hostile_page_is_read_or_refused_in_time(body: str) -> None:
    began = time.process_time()
    assert "\n" not in made.outcome("a.html", page(body).encode("utf-8", "surrogatepass"))
    assert time.process_time() - began < 8


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(ReadError, match="elements, the limit is"):
        read(page("<br>" * 20_001).encode())
