"""Find the text in the content of a NewsML-G2 item: inline XHTML, inline NITF, or plain data."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.markup import Element, children, name_of, parse_fragment, path_of
from reconcile.read.parts.nitf_story import nitf_story
from reconcile.read.parts.prose import lines, prose
from reconcile.read.parts.story import Story

_STORIES = {"nitf", "html", "body", "article"}
_PROSE = {"p", "div", "section", "h1", "h2", "ul", "ol", "blockquote"}


def body_of(content: Element | None, file: str) -> Story:
    """Return the first story in a `contentSet`, an empty one where it holds none.

    The renditions of an item say the same in several forms; XHTML and NITF go before plain data.
    Raises ReadError where elements are nested too deep.
    """
    found = [*_inline_xml(content, file), *_inline_data(content, file)]
    return next((s for s in found if any(p.kind is _TEXT for p in s.pieces)), Story())


_TEXT = BlockKind.PARAGRAPH


def _inline_xml(content: Element | None, file: str) -> Iterator[Story]:
    for inline in children(content, "inlineXML"):
        story = next((e for e in inline.iter() if name_of(e) in _STORIES), None)
        if story is not None and name_of(story) == "nitf":
            yield nitf_story(story, file)
        elif story is not None or any(name_of(c) in _PROSE for c in inline):
            yield _told(tuple(prose(inline if story is None else story, file)))


def _inline_data(content: Element | None, file: str) -> Iterator[Story]:
    for inline in children(content, "inlineData"):
        kind = (inline.get("contenttype") or "text/plain").lower()
        text, line = "".join(inline.itertext()), inline.sourceline or 0
        if inline.get("encoding") or not (kind.startswith("text/") or "html" in kind):
            continue
        if "html" in kind:
            yield _told(tuple(prose(parse_fragment(file, text, kind), file, path_of(inline), line)))
        else:
            yield _told(tuple(lines(text, path_of(inline), line, counted=True)))


def _told(pieces: tuple[Piece, ...]) -> Story:
    """Return a story of pieces; its headline is their first."""
    heads = (p.text for p in pieces if p.kind is BlockKind.HEADLINE)
    return Story(pieces, title=next(heads, ""))
