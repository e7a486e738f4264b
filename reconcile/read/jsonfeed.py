"""Read JSON Feed 1 and 1.1: an item is a report, told in full or, with a warning, in summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.feed_item import Words, report_of_item
from reconcile.read.parts.jsonplaces import Lines, one_value
from reconcile.read.parts.jsontext import decode_json
from reconcile.read.parts.stamps import published
from reconcile.read.parts.story import Story


class Author(msgspec.Struct):
    """Who wrote an item or makes the feed."""

    name: str | None = None


class Item(msgspec.Struct):
    """One item of a feed; `content_html` and `content_text` are the whole story."""

    id: str | int | float | None = None
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: Author | None = None  # version 1
    authors: list[Author] | None = None  # version 1.1
    language: str | None = None


class Feed(msgspec.Struct):
    """What is read of a feed."""

    title: str | None = None
    language: str | None = None
    items: list[Item] = []


_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')


def read_json_feed(given: Input) -> Iterator[Report]:
    """Yield a report for each item with text, in the order of the file.

    Raises ReadError where it is no such JSON, and NoNewsText where no item has text.
    """
    value, decoded = decode_json(given.file, given.data)
    try:
        feed = msgspec.convert(value, Feed)
    except msgspec.ValidationError as error:
        reason = str(error)
        raise ReadError(
            given.file, f"it is no JSON Feed ({reason[:1].lower()}{reason[1:]})"
        ) from error
    known = Report(
        given.file, "", format="jsonfeed", encoding=decoded.encoding, warnings=decoded.warnings
    )
    reports, lines = [], Lines(given.data)
    for k, item in enumerate(feed.items):
        words = _words(item, f"/items/{k}")
        line = next((n for w in words if (n := lines.of(w.text))), 0)
        part = str(item.id or item.url or f"item {k + 1}")
        report = report_of_item(_story(item, feed), words, replace(known, part=part), line)
        if report is not None:
            reports.append(report)
    if not reports:
        raise NoNewsText(given.file, "its items have no text" if feed.items else "it has no item")
    yield from reports


def _words(item: Item, place: str) -> list[Words]:
    """Return what an item says, the fullest first."""
    return [
        Words(item.content_html or "", "text/html", path=f"{place}/content_html"),
        Words(item.content_text or "", "text/plain", path=f"{place}/content_text"),
        Words(item.summary or "", "text/plain", summary=True, path=f"{place}/summary"),
    ]


def _story(item: Item, feed: Feed) -> Story:
    authors = item.authors or ([item.author] if item.author else [])
    return Story(
        title=" ".join((item.title or "").split()),
        byline=", ".join(a.name for a in authors if a.name),
        source=feed.title or "",
        published=published(item.date_published, "date_published")
        or published(item.date_modified, "date_modified"),
        item=str(item.id or item.url or ""),
        language=item.language or feed.language or "",
    )


def knows(given: Input) -> bool:
    """Tell JSON Feed by the address that its version is."""
    return one_value(given.data) and _VERSION.search(given.data) is not None


READER = Reader(
    about="JSON Feed",
    suffixes=(".json",),
    read=read_json_feed,
    knows=knows,
    extra="formats",
    needs=("lxml",),
)
