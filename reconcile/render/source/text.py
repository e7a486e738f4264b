"""Print what was read of each report: what is said about it between two rules, then its text.

The page of one report is itself a report with front matter, which `reconcile` reads again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.model import Report, Status
from reconcile.plugin import Renderer
from reconcile.render.page.words import legible, visible
from reconcile.settings import Settings

_PLAIN = re.compile(r"\w[\w .,/()+-]*", re.ASCII)  # what needs no quotation marks
_FRONT = re.compile(
    r"---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)|\+\+\+[ \t]*\r?\n.*?\n\+\+\+[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)


def render(reports: Sequence[Report], settings: Settings) -> str:
    """Return the reports one after the other, each with its head."""
    return "\n".join(_page(report) for report in reports)


def _page(report: Report) -> str:
    head = [f"{key}: {_value(value)}" for key, value in _head(report) if value]
    own = _FRONT.match(report.text)  # is in the head already
    text = report.text[own.end() :] if own else report.text
    return "\n".join(["---", *head, "---", "", legible(text).strip("\n"), ""])


def _head(report: Report) -> Iterator[tuple[str, str]]:
    published = report.published
    yield "file", report.file
    yield "part", report.part
    yield "format", report.format
    yield "source", report.source
    yield "published", (published.at or published.day).isoformat() if published else ""
    yield "headline", report.title
    yield "dateline", report.place
    yield "byline", report.byline
    yield "credit", report.credit
    yield "agencies", ", ".join(report.agencies)
    yield "urgency", str(report.urgency or "")
    yield "item", report.item
    yield "version", str(report.version or "")
    yield "status", "" if report.status is Status.USABLE else report.status
    yield "embargo", report.embargo.isoformat() if report.embargo else ""
    yield "encoding", "" if report.encoding == "utf-8" else report.encoding
    for warning in report.warnings:
        yield "warning", warning


def _value(value: str) -> str:
    """Return a value on one line; in quotation marks where something in it could mislead a reader."""
    told = visible(value).strip()
    if _PLAIN.fullmatch(told) or '"' in told:
        return told
    return f'"{told}"'


RENDERER = Renderer(render=render, suffix="md")
