"""Markdown as GitHub's own parser reads it: every word as it is, no link, no mention, no markup."""

from __future__ import annotations

import html
import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Reconciliation
from reconcile.render.mark.lines import difference, marked
from reconcile.render.markdown import render
from reconcile.render.page.escape import markdown
from reconcile.render.page.words import visible
from reconcile.settings import Settings
from tests.render.made import MADE, account, words
from tests.render.test_properties import ANY, reconciliations

TAGS = re.compile(r"</?([a-z0-9]+)[^>]*>")
OWN = {
    *{"h1", "h2", "h3", "p", "strong", "del", "ul", "li", "blockquote", "code", "a"},
    *{"table", "thead", "tbody", "tr", "th", "td"},
}
HOSTILE = {
    "a pipe": "one | two",
    "backticks": "`rm -rf` and ```more```",
    "emphasis": "*not* _this_ **or** __that__ ~~gone~~",
    "HTML": "<script>alert(1)</script> <b>bold</b> <!-- gone -->",
    "an entity": "AT&amp;T &copy; &#64;you",
    "a link": "[click](javascript:alert(1)) ![x](http://evil.example/x.png) [a]: b",
    "addresses": "http://evil.example www.evil.example me@evil.example ftp://evil.example",
    "a footnote": "said so[^1]",
    "mathematics": "between $5 and $6",
    "a list": "- not a list",
    "a numbered list": "1. not a list",
    "a heading": "# no heading",
    "a rule": "---",
    "a backslash": r"C:\news\|x",
}


def set_as_html(text: str) -> str:
    # as it is, so that HTML out of a report would be seen here
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


def words_of(page: str) -> str:
    return " ".join(html.unescape(TAGS.sub("", page)).replace("\u200b", "").split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "- {}", "| a | {} |\n| --- | --- |", "> {}", "**A**: {}"])
def test_words_are_shown_as_they_are(text: str, frame: str) -> None:
    page = set_as_html(frame.format(markdown(text)) + "\n")
    assert text.replace("  ", " ") in words_of(page)
    assert set(TAGS.findall(page)) <= OWN - {"a", "del", "code"}


@pytest.mark.parametrize("text", ["@desk", "#12", "GH-12", ":smile:", "http://x", "a@b.example"])
def test_what_is_found_in_the_set_page_is_kept_apart(text: str) -> None:
    assert "\u200b" in markdown(text)


@pytest.mark.parametrize(
    "text", ["at 7:40 a.m.", "No. 12, a 5% rise", "so-called; “words” (sic) – yes!", "3.2bn"]
)
def test_common_words_stay_as_they_are(text: str) -> None:
    assert markdown(text) == text


@given(st.text(max_size=80))
@settings(**ANY)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    page = set_as_html(f"- x: {markdown(text)} y\n")
    expected = " ".join(visible(text).replace("\u200b", "").split())
    assert words_of(page) == " ".join(f"x: {expected} y".split())
    assert TAGS.findall(page) == ["ul", "li", "li", "ul"]


@pytest.mark.parametrize("redact", [False, True])
@given(reconciliations())
@settings(**ANY)
def test_no_report_can_add_markup(redact: bool, found: Reconciliation) -> None:
    page = set_as_html(render(found, Settings(not_comparable=True, show="all", redact=redact)))
    assert set(TAGS.findall(page)) <= OWN
    assert set(re.findall(r'href="(.)', page)) <= {"#"}


@pytest.mark.parametrize("incident", MADE)
def test_links_lead_to_headings(incident: str) -> None:
    page = render(MADE[incident](), Settings())
    slugs = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= slugs


def diff(old: str, new: str) -> str:
    a, b = account("A", "Herald", "", old), account("B", "Courier", "", new)
    whole = [told.sentences[0].span for told in (a, b)]
    return difference(a.report.text, whole[0], b.report.text, whole[1])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "The van hit 12 stalls.\n",
            "The van hit nine stalls.\n",
            "The van hit ~~12~~ **nine** stalls.",
        ),
        (
            "The van hit the stalls.\n",
            "The van hit the stalls, police said.\n",
            "The van hit the stalls, **police said**.",
        ),
        (
            "The red van hit the stalls.\n",
            "The van hit the stalls.\n",
            "The ~~red~~ van hit the stalls.",
        ),
        ("The van hit the stalls.\n", "The van hit the stalls.\n", ""),
        ("The van hit the stalls.\n", "Nobody saw where it came from.\n", ""),
    ],
)
def test_two_tellings_stand_in_one_line(old: str, new: str, told: str) -> None:
    assert diff(old, new) == told


WORDS = st.lists(
    st.sampled_from(
        ["a", "van", "hit", "“nine”", "12", "$5", "(the)", "stalls,", "*", "so-called"]
    ),
    min_size=1,
    max_size=9,
)


@given(WORDS, WORDS)
@settings(**ANY)
def test_without_the_old_words_the_new_telling_is_left(old: list[str], new: list[str]) -> None:
    told = diff(" ".join(old), " ".join(new))
    page = set_as_html(f"x {told}\n")
    left = words_of(re.sub(r"<del>.*?</del>", "", page))
    if told:
        assert left.replace(" ", "") == "x" + "".join(new)
        assert "~~" not in left
        assert "**" not in left


def test_marks_beside_punctuation_are_read() -> None:
    told = account("A", "Herald", "", "The mayor said the“quiet”town voted.\n")
    page = set_as_html(
        marked(told.report.text, told.sentences[0].span, [words(told, "“quiet”")]) + "\n"
    )
    assert "<strong>“quiet”</strong>" in page
