"""The page for a browser: whole, self-contained, true to the texts; fragments that one can read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from reconcile.model import Reconciliation
from reconcile.render.browser.moved import longest_rising
from reconcile.render.html import render
from reconcile.render.page.words import legible
from reconcile.settings import Settings
from tests.render.made import MADE, account
from tests.render.test_properties import ANY, reconciliations

GOLDEN = Path(__file__).parent / "golden"
VOID = {"meta", "link", "input", "br"}
FRAGMENTS = {
    "card": r'<article class="card.*?</article>',
    "grid": r'<section id="grid".*?</section>',
    "text": r'<article class="text".*?</article>',
    "figures": r'<section id="figures".*?</section>',
}


class Page(HTMLParser):
    """A page as a strict reader sees it: every tag closed in order, texts of the reports apart."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.bodies: list[str] = []
        self.content: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = (tag, {name: value or "" for name, value in attrs})
        assert len(found[1]) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)
            if found[1].get("class") == "body":
                self.bodies.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        assert "html" not in {tag for tag, _ in self.open[1:]}
        inside = {tag for tag, _ in self.open}
        if any(attrs.get("class") == "body" for _, attrs in self.open):
            self.bodies[-1] += data
        if not inside & {"style", "script"}:
            self.content.append(data)

    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]


def page(incident: str, **look: object) -> str:
    return render(MADE[incident](), Settings(**look))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("incident", "fragment"),
    [*(("coach", fragment) for fragment in FRAGMENTS), ("hostile", "grid"), ("hostile", "text")],
)
def test_fragment(incident: str, fragment: str, golden: Callable[[Path, str], None]) -> None:
    found = re.search(FRAGMENTS[fragment], page(incident), re.DOTALL)
    assert found
    golden(GOLDEN / incident / f"html-{fragment}.html", found[0] + "\n")


@pytest.mark.parametrize("incident", MADE)
def test_every_link_leads_to_one_place_of_the_page(incident: str) -> None:
    told = Page(page(incident, not_comparable=True))
    ids = told.ids()
    assert len(ids) == len(set(ids))
    for _, attrs in told.elements:
        for name in ("href", "aria-labelledby"):
            target = attrs.get(name, "")
            if name == "href" and target.startswith("data:"):
                continue
            assert not target or target.removeprefix("#") in ids, target


@pytest.mark.parametrize("incident", MADE)
def test_the_page_asks_nothing_of_anybody(incident: str) -> None:
    found = page(incident)
    told = Page(found)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(", found)
    for tag, attrs in told.elements:
        assert tag not in {"iframe", "object", "embed", "img", "base"}
        assert not any(name.startswith("on") or name in {"style", "src"} for name in attrs)


def test_the_policy_names_the_style_and_the_script_by_hash() -> None:
    found = page("coach")
    policy = next(a["content"] for _, a in Page(found).elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", found, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<a href='javascript:alert(1)'>here</a> javascript:alert(1)",
        "<!-- --> ]]> </p></div></main> &lt;b&gt; &amp;amp;",
        "{{ 7 * 7 }} {% for x in y %}",
    ],
)
def test_markup_in_a_report_is_shown_as_text(words: str) -> None:
    plain = Page(page("agreed")).elements
    a, b = (account(id_, words, "2024-03-06", f"{words}\n", words, words) for id_ in "AB")
    made = MADE["agreed"]()
    found = Reconciliation((a, b), made.rows, (), made.lineage, True, words)
    told = Page(render(found, Settings()))
    assert told.bodies == [f"{words}\n"] * 2
    assert [tag for tag, _ in told.elements] == [tag for tag, _ in plain]
    assert not any("javascript:" in attrs.get("href", "") for _, attrs in told.elements)


def test_characters_that_turn_the_line_are_named() -> None:
    told = Page(page("hostile"))
    assert "<U+202E>" in told.bodies[0]
    assert "␛" in "".join(told.content)


def test_every_divergence_has_its_place() -> None:
    made = MADE["coach"]()
    ids = Page(page("coach")).ids()
    assert [i for i in ids if re.fullmatch("f-[0-9a-f]{12}", i)] == [
        f"f-{d.fingerprint}" for d in made.divergences
    ]


def test_nothing_compared_and_nothing_found_are_said() -> None:
    assert "Nothing could be compared: the reports do not tell" in page("apart")
    assert "Nothing diverges: 1 fact compared" in page("agreed")


@given(reconciliations())
@settings(**ANY)
def test_any_text_gives_a_whole_page_that_holds_the_text(found: Reconciliation) -> None:
    told = Page(render(found, Settings(not_comparable=True)))
    assert told.bodies == [legible(a.report.text) for a in found.accounts]


def test_what_keeps_its_order_has_not_moved() -> None:
    assert longest_rising([1, 2, 2, 3]) == {0, 1, 2, 3}
    assert longest_rising([4, 1, 2, 3]) == {1, 2, 3}
    assert longest_rising([1, 5, 2, 3, 9]) == {0, 2, 3, 4}
    assert longest_rising([]) == set()
