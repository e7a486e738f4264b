"""Read the samples of ninjs, NewsML-G2, NITF and feeds, and what is hostile or broken in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import NoNewsText
from reconcile.model import Report, Span
from reconcile.read import read_reports
from reconcile.text.positions import locate

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "news_formats.toml").read_text("utf-8"))["case"]
PLAIN = ("format", "part", "item", "title", "byline", "place", "source", "credit", "urgency")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_sample(case: dict[str, Any]) -> None:
    path = HERE / "samples" / case["file"]
    if "nothing" in case:
        with pytest.raises(NoNewsText, match=case["nothing"]) as caught:
            read_reports(path)
        assert "no news text" in str(caught.value)
        return
    reports = read_reports(path)
    assert len(reports) == len(case["report"])
    for report, wanted in zip(reports, case["report"], strict=True):
        compare(report, wanted)


def compare(report: Report, wanted: dict[str, Any]) -> None:
    for name in (*PLAIN, "version", "status"):
        if name in wanted:
            assert getattr(report, name) == wanted[name], name
    for name in ("agencies", "warnings"):
        if name in wanted:
            assert list(getattr(report, name)) == wanted[name], name
    if "at" in wanted:
        assert report.published
        assert report.published.at
        assert report.published.at.isoformat() == wanted["at"]
    if "embargo" in wanted:
        assert report.embargo
        assert report.embargo.isoformat() == wanted["embargo"]
    if "text" in wanted:
        assert report.text.split("\n\n") == wanted["text"]
    if "kinds" in wanted:
        assert [b.kind.value for b in report.blocks] == wanted["kinds"]
    if "notices" in wanted:
        assert [n.kind.value for n in report.notices] == wanted["notices"]
    for words, line in wanted.get("lines", {}).items():
        assert place(report, words).line == line, words
    for words, xpath in wanted.get("paths", {}).items():
        assert place(report, words).path == xpath, words


def place(report: Report, words: str) -> Any:
    at = report.text.index(words)
    return locate(report, Span(at, at + len(words)))


def test_every_piece_has_its_place() -> None:
    for case in CASES:
        for report in read_reports(HERE / "samples" / case["file"]) if "report" in case else ():
            assert all(stretch.line for stretch in report.map), case["name"]
