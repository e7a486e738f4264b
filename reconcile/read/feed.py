"""Read RSS and Atom feeds: an item is a report, told in full or, with a warning, in summary.

The only door to feedparser, which is given bytes, never an address, so that nothing is fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.extras import needed
from reconcile.read.parts.feed_item import Words, report_of_item
from reconcile.read.parts.root import root_of
from reconcile.read.parts.stamps import published
from reconcile.read.parts.story import Story

Parsed: TypeAlias = Any  # of feedparser, which has no types: a dictionary with attributes

_ROOTS = {
    "rss": ("", "http://backend.userland.com/rss2"),
    "feed": ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    "RDF": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#",),
}
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.S)


def read_feed(given: Input) -> Iterator[Report]:
    """Yield a report for each item with text, in the order of the file.

    Raises ReadError where it is no feed or is cut off, and NoNewsText where no item has text.
    """
    parsed = _parsed(given)
    starts = [m.start() for m in _ITEM.finditer(given.data)]
    at = starts if len(starts) == len(parsed.entries) else []
    known = Report(
        given.file,
        "",
        format="feed",
        encoding=str(parsed.get("encoding") or "utf-8"),
        warnings=_mended(parsed),
    )
    feed = _line(parsed.feed.get("title"))
    reports = []
    for k, entry in enumerate(parsed.entries):
        line = given.data.count(b"\n", 0, at[k]) + 1 if at else 0
        part = str(entry.get("id") or entry.get("link") or f"item {k + 1}")
        report = report_of_item(
            _story(entry, feed, _line(parsed.feed.get("language"))),
            _words(entry),
            replace(known, part=part),
            line,
        )
        if report is not None:
            reports.append(report)
    if not reports:
        raise NoNewsText(
            given.file, "its items have no text" if parsed.entries else "it has no item"
        )
    yield from reports


def _parsed(given: Input) -> Parsed:
    name = root_of(given.data).name
    if name not in _ROOTS:
        reason = f"its root element is <{name}>" if name else "it is no XML"
        raise ReadError(given.file, reason, "give RSS or Atom")
    needed("feedparser", "formats", READER.about, given.file)
    import feedparser

    text = decode(given.file, given.data).text
    if "<!ENTITY" in text:
        raise ReadError(given.file, "it declares entities of its own", "remove its DOCTYPE")
    try:
        # relative addresses are of no use here; scripts and forms are left out later
        parsed = feedparser.parse(
            io.BytesIO(given.data), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # a parser of everything may fail in any way; it never did in tests
        raise ReadError(given.file, f"it is no feed that can be read ({error})") from error
    if not _END.search(text[-2000:]):
        raise ReadError(
            given.file, "it is cut off", "ask for the whole feed again", _place(parsed, text)
        )
    if not parsed.version and not parsed.entries:
        raise ReadError(given.file, "it is no feed", "give RSS or Atom", _place(parsed, text))
    return parsed


def _place(parsed: Parsed, text: str) -> str:
    """Return line and column where a feed breaks, else where it ends."""
    error = parsed.get("bozo_exception")
    if hasattr(error, "getLineNumber"):
        return f"{error.getLineNumber()}:{error.getColumnNumber() + 1}"
    return f"{text.count(chr(10)) + 1}:{len(text) - text.rfind(chr(10))}"


def _mended(parsed: Parsed) -> tuple[str, ...]:
    """Return a warning where a feed was read although it is not well-formed."""
    error = parsed.get("bozo_exception")
    if not hasattr(error, "getLineNumber"):
        return ()
    reason = str(error.getMessage())
    return (
        f"the feed is not well-formed XML at line {error.getLineNumber()} ({reason}); it is read as far as it can be",
    )


def _story(entry: Mapping[str, Any], feed: str, language: str) -> Story:
    source = entry.get("source")
    return Story(
        title=_line(entry.get("title")),
        byline=", ".join(filter(None, (_line(a.get("name")) for a in entry.get("authors") or ())))
        or _line(entry.get("author")),
        source=_line(source.get("title") if source else "") or feed,
        published=_dated(entry),
        language=language,
        item=str(entry.get("id") or entry.get("link") or ""),
    )


def _dated(entry: Mapping[str, Any]) -> Published | None:
    return published(entry.get("published"), "published") or published(
        entry.get("updated"), "updated"
    )


def _words(entry: Mapping[str, Any]) -> list[Words]:
    """Return what an item says, the fullest first."""
    full = [
        Words(str(c.get("value") or ""), str(c.get("type") or ""))
        for c in entry.get("content") or ()
    ]
    detail = entry.get("summary_detail") or {}
    short = Words(str(entry.get("summary") or ""), str(detail.get("type") or ""), summary=True)
    return [*full, short]


def _line(words: object) -> str:
    return " ".join(str(words or "").split())


def knows(given: Input) -> bool:
    """Tell a feed by its root element."""
    root = root_of(given.data)
    return root.name in _ROOTS and root.namespace in _ROOTS[root.name]


READER = Reader(
    about="an RSS or Atom feed",
    suffixes=(".rss", ".atom", ".xml"),
    read=read_feed,
    knows=knows,
    extra="formats",
    needs=("feedparser", "lxml"),
)
