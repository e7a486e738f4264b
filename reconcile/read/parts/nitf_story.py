"""Read one NITF document, a file of its own or inside another format: its head, and its pieces."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.markup import (
    LANGUAGE,
    Element,
    children,
    first,
    name_of,
    path_of,
    words_of,
)
from reconcile.read.parts.prose import prose
from reconcile.read.parts.stamps import instant, published
from reconcile.read.parts.story import Story, number, status


def nitf_story(root: Element, file: str, path: str = "", line: int = 0) -> Story:
    """Return the story of an `nitf` element; `path` and `line` as `prose` takes them.

    The date is that of issue; a date of release is an embargo. Raises ReadError as `prose` does.
    """
    data = first(root, "head", "docdata")
    head, content = first(root, "body", "body.head"), first(root, "body", "body.content")
    pieces = tuple(_pieces(root, head, content, file, path, line))
    key, dateline = first(data, "du-key"), first(head, "dateline")
    return Story(
        language=str(root.get(LANGUAGE) or ""),
        pieces=pieces,
        title=words_of(first(head, "hedline", "hl1")) or words_of(first(root, "head", "title")),
        byline=words_of(first(head, "byline")),
        place=words_of(first(dateline, "location")),
        source=words_of(first(head, "distributor")),
        published=published(_norm(data, "date.issue"), "date.issue")
        or published(_norm(dateline, "story.date"), "story.date"),
        embargo=instant(_norm(data, "date.release")),
        urgency=number(_attribute(data, "urgency", "ed-urg")),
        item=_attribute(data, "doc-id", "id-string") or _get(key, "key"),
        version=number(_get(key, "version")),
        status=status(_get(data, "management-status")),
        warnings=_summary(content, pieces),
    )


def _pieces(
    root: Element, head: Element, content: Element, file: str, path: str, line: int
) -> Iterator[Piece]:
    """Yield headline, notices, byline, dateline, the story and what follows it."""

    def one(kind: BlockKind, element: Element | None, words: str = "") -> Iterator[Piece]:
        words = words or words_of(element)
        if element is not None and words:
            yield Piece(kind, words, line or element.sourceline or 0, path=path or path_of(element))

    for headline in children(first(head, "hedline"), "hl1", "hl2"):
        yield from one(BlockKind.HEADLINE, headline)
    for message in children(first(root, "head", "docdata"), "ed-msg", "correction"):
        told = " ".join(t for t in (_get(message, "msg-type"), _get(message, "info")) if t)
        if name_of(message) == "correction":
            told = f"Correction: {told}" if told else "Correction"
        if told:
            yield from one(_NOTE, message, told)
    for name, kind in (("note", _NOTE), ("byline", _BYLINE), ("dateline", _DATELINE)):
        for element in children(head, name):
            yield from one(kind, element)
    story = list(prose(content, file, path, line)) if content is not None else []
    if not any(p.kind is BlockKind.PARAGRAPH for p in story):
        for abstract in children(head, "abstract"):
            story += prose(abstract, file, path, line)
    yield from story
    for element in children(first(root, "body", "body.end"), "tagline"):
        yield from one(BlockKind.CREDIT, element)


_NOTE, _BYLINE, _DATELINE = BlockKind.NOTICE, BlockKind.BYLINE, BlockKind.DATELINE


def _summary(content: Element | None, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    told = any(p.kind is BlockKind.PARAGRAPH for p in pieces)
    if not told or (content is not None and words_of(content)):
        return ()
    return ("it carries only a summary of the story",)


def _get(element: Element | None, name: str) -> str:
    return str(element.get(name) or "").strip() if element is not None else ""


def _attribute(parent: Element | None, child: str, name: str) -> str:
    return _get(first(parent, child), name)


def _norm(parent: Element | None, child: str) -> str:
    """Return the date that an element gives for machines, or else its words."""
    element = first(parent, child)
    return _get(element, "norm") or words_of(element)
