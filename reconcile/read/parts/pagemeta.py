"""Read what a web page says about its article: JSON-LD, Open Graph and other meta tags, its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reconcile.model import Published
from reconcile.read.parts.markup import Element, words_of
from reconcile.read.parts.stamps import published
from reconcile.text.dates import read_date

_ARTICLE = re.compile(
    r"(?:News|Reportage|Analysis|Background|Opinion|Review|Blog|LiveBlog|Advertiser)?\w*(?:Article|Posting)\Z"
)
_TITLE = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SITE = ("og:site_name", "application-name", "dc.publisher", "copyright-holder")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "cxenseparse:recs:publishtime",
    "ptime",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_SEPARATOR = re.compile(r"\s+(?:[|–—»·]|-)\s+")
_LARGEST = 2_000_000  # characters of one JSON-LD script
_STEPS = 2_000  # values looked at in one
ORIGIN = "page's metadata"


@dataclass(slots=True)
class PageFacts:
    """What a page says of its article; empty where it says nothing."""

    title: str = ""
    site: str = ""
    authors: list[str] = field(default_factory=list)
    published: Published | None = None
    modified: Published | None = None
    url: str = ""
    body: str = ""  # the whole text, where a script gives it
    script: Element | None = None  # the one that does


def read_facts(tree: Element) -> PageFacts:
    """Return what a page says of its article; a script for machines goes before tags of the head.

    Never raises: what is broken is passed over.
    """
    facts, tags = PageFacts(), _tags(tree)
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "") and 0 < len(script.text or "") < _LARGEST:
            for article in _articles(script.text):
                _take(facts, article, script)
    facts.title = facts.title or _first(tags, _TITLE)
    facts.site = facts.site or _first(tags, _SITE)
    facts.authors = facts.authors or _people(_first(tags, _AUTHOR))
    facts.published = facts.published or _dated(tags, _PUBLISHED)
    facts.modified = facts.modified or _dated(tags, _MODIFIED)
    facts.url = facts.url or tags.get("og:url", "") or tags.get("canonical", "")
    _from_text(facts, tree)
    return facts


def _tags(tree: Element) -> dict[str, str]:
    """Return the first content of each meta tag by lower-case name, and the canonical address."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta", "link"):
        if tag.tag == "link":
            if tag.get("rel", "").lower() == "canonical":
                tags.setdefault("canonical", tag.get("href", ""))
            continue
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = " ".join(tag.get("content", "").split())
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _first(tags: Mapping[str, str], names: Sequence[str]) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _dated(tags: Mapping[str, str], names: Sequence[str]) -> Published | None:
    return next((found for name in names if (found := date_of(tags.get(name, "")))), None)


def _from_text(facts: PageFacts, tree: Element) -> None:
    """Take from the page itself what neither script nor tags told: headline, site, date."""
    said = next(tree.iter("title"), None)
    parts = _SEPARATOR.split(words_of(said)) if said is not None else []
    if not facts.title:
        heads = [words_of(h) for h in tree.iter("h1")]
        facts.title = heads[0] if len(heads) == 1 and heads[0] else (parts[0] if parts else "")
    if not facts.site and len(parts) > 1 and len(parts[-1].split()) <= 5:
        facts.site = parts[-1]
    if facts.site and facts.title.endswith(facts.site):
        facts.title = _SEPARATOR.split(facts.title)[0]
    if facts.published is None:
        times = [date_of(t.get("datetime", "")) for t in tree.iter("time")]
        facts.published = next((t for t in times if t), None)


def _articles(script: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD script that are articles, in its order."""
    try:
        waiting: list[Any] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_STEPS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_STEPS]
        elif isinstance(value, dict):
            kinds = value.get("@type")
            if any(_ARTICLE.match(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield value
            waiting[:0] = [
                value[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in value
            ]


def _take(facts: PageFacts, article: Mapping[str, Any], script: Element) -> None:
    facts.title = facts.title or _name(article.get("headline")) or _name(article.get("name"))
    facts.site = facts.site or _name(article.get("publisher"))
    facts.authors = facts.authors or _names(article.get("author")) or _names(article.get("creator"))
    facts.published = facts.published or date_of(_name(article.get("datePublished")))
    facts.modified = facts.modified or date_of(_name(article.get("dateModified")))
    facts.url = facts.url or _name(article.get("url"))
    body = article.get("articleBody")
    if isinstance(body, str) and len(body) > len(facts.body):
        facts.body, facts.script = body, script


def _name(value: object) -> str:
    """Return a name that is given as words, as an object with one, or as a list of these."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [name for one in listed[:20] for name in _people(_name(one))]


def _people(words: str) -> list[str]:
    """Return the names in a field for authors, none where it holds an address instead."""
    words = re.sub(r"\Aby\s+", "", words, flags=re.IGNORECASE)
    if not words or "/" in words or "@" in words or len(words) > 200:
        return []
    return [name.strip() for name in re.split(r",|;|\band\b", words) if name.strip()]


def date_of(words: str) -> Published | None:
    """Return the moment of a date as pages give it: ISO 8601, as in mail, or in words."""
    return published(words, ORIGIN) or read_date(words, ORIGIN)
