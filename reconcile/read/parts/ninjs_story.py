"""Make a story of a ninjs item: which of its bodies is read, and what its fields say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.errors import MissingExtra, ReadError
from reconcile.model import BlockKind, Published
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.jsonplaces import Lines
from reconcile.read.parts.markup import parse_fragment, parse_xml, words_of
from reconcile.read.parts.ninjs_item import Item, Text
from reconcile.read.parts.nitf_story import nitf_story
from reconcile.read.parts.prose import lines, prose
from reconcile.read.parts.stamps import instant, published
from reconcile.read.parts.story import SUMMARY, Story, headed, number, status, under

_MARKUP = re.compile(r"</?(?:p|br|div|a|em|strong|b|i|span|su[bp]|h[1-6]|[uo]l|li)\b[^<>]*>", re.I)
_TELLING = {"", "text", "composite"}  # types of items whose description may stand for the story


@dataclass(frozen=True, slots=True)
class Where:
    """Where an item stands: file, lines, the place at which it begins, JSON pointer."""

    file: str
    at: Lines
    start: int
    place: str

    def line(self, words: str) -> int:
        """Return the line of a string of the item, 0 if it is not found."""
        return self.at.of(words, self.start)


def story_of(item: Item, file: str, at: Lines, place: str) -> Story:
    """Return the story of an item; its richest body is read, for the others say the same.

    Without a body the description is read, with a warning. `place` is the JSON pointer of the item.
    Raises ReadError where its markup cannot be read.
    """
    start = max(0, at.find(item.uri)) if item.uri else 0
    where = Where(file, at, start, place)
    inner, title = _body(item, where), _title(item, file)
    pieces = [*_notice(item, where), *inner.pieces]
    told = Story(
        title=title,
        byline=item.byline or item.by,
        place=item.located,
        source=item.copyrightholder,
        credit=item.creditline or _names(item),
        published=_dated(item),
        embargo=instant(item.embargoed),
        urgency=number(item.urgency),
        item=item.uri,
        language=item.language,
        version=number(item.version),
        status=status(item.pubstatus),
        warnings=()
        if item.type in _TELLING
        else (f"the item is of the type {item.type}; its text is read",),
    )
    return under(told, inner, headed(title, pieces, where.line(title), f"{place}/headline"))


def _title(item: Item, file: str) -> str:
    """Return the main headline, without markup; without any headline the item's name."""
    main = [t for t in item.headlines if t.role in {"", "main"}] or item.headlines
    title = next((t.value for t in main if t.value), item.title)
    if _MARKUP.search(title):
        title = words_of(parse_fragment(file, title, "ninjs"))
    return " ".join(title.split())


def _dated(item: Item) -> Published | None:
    """Return when this version of the item was made, or else its content, or the item."""
    return (
        published(item.versioncreated, "versionCreated")
        or published(item.contentcreated, "contentCreated")
        or published(item.firstcreated, "firstCreated")
    )


def _names(item: Item) -> str:
    sources = (*item.infosources, *item.infosource)
    return ", ".join(name for s in sources if (name := s.name or s.literal))


def _notice(item: Item, where: Where) -> Iterator[Piece]:
    words = " ".join(item.ednote.split())
    if words:
        yield Piece(BlockKind.NOTICE, words, where.line(words), path=f"{where.place}/ednote")


def _body(item: Item, where: Where) -> Story:
    """Return the story of the first body that has one, else that of a description."""
    found = _first(item.bodies, where)
    if found is None and item.type in _TELLING and item.eventdetails is None:
        told = [d for d in item.descriptions if "caption" not in d.role]
        found = _first(told, where)
        found = replace(found, warnings=(*found.warnings, SUMMARY)) if found else None
    return found or Story()


def _first(texts: Sequence[Text], where: Where) -> Story | None:
    """Return the story of the richest text with words; raises what stopped it where none has any."""
    stopped: ReadError | None = None
    for text in sorted(texts, key=_rank):
        try:
            story = _read(text, where)
        except ReadError as error:
            stopped = stopped if stopped and isinstance(error, MissingExtra) else error
            continue
        if any(p.kind is BlockKind.PARAGRAPH for p in story.pieces):
            return story
    if stopped is not None:
        raise stopped
    return None


def _rank(text: Text) -> int:
    """Return 0 for XHTML, 1 for NITF, 2 for plain text, 3 for other XML."""
    kind = text.contenttype.lower()
    if "nitf" in kind or text.value.lstrip()[:5] == "<nitf":
        return 1
    if "html" in kind or (
        kind != "text/plain" and "xml" not in kind and _MARKUP.search(text.value)
    ):
        return 0
    return 3 if "xml" in kind else 2


def _read(text: Text, where: Where) -> Story:
    file, path = where.file, where.place + text.path
    line, rank = where.line(text.value), _rank(text)
    if rank == 0:
        root = parse_fragment(file, text.value, "XHTML in ninjs")
        return Story(tuple(prose(root, file, path, line)))
    if rank == 1:
        document = parse_xml(file, text.value.encode(), "NITF in ninjs")
        return nitf_story(document.root, file, path, line)
    return Story(tuple(lines(text.value, path, line)) if rank == 2 else ())
