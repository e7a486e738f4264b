"""Find the article of a web page. The only file that knows trafilatura.

Trafilatura says which words belong to the article; where they stand is looked up in the page. To be
quick it is shown only the element that plainly holds the text, where there is one, without what is
never text.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.document import clean
from reconcile.read.parts.markup import Element, words_of
from reconcile.read.parts.office import Paragraph, Row, pieces_of
from reconcile.read.parts.page import Paths, copy_without

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

_NO_TEXT = (
    "script style svg iframe noscript template button select input textarea label fieldset nav aside "
    "footer dialog object embed video audio canvas figure picture img map math link meta source"
).split()
_HOLDERS = ("article", "main", "div", "section")
_ASIDE = re.compile(
    r"comment|related|teaser|card|promo|recommend|sidebar|most-?read", re.IGNORECASE
)
# what pages call that which stands in an article and is none of it
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|captions?|photo-?credit|image-?credit|newsletters?|sign-?up|"
    r"subscribe|share|sharing|social|related|recommended|read-?more|most-?read|more-?stories|promos?|teasers?|"
    r"adverts?|advertisement|sponsored|breadcrumbs?|comments?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SMALL = 0.3  # of the text: what is larger is the article, whatever it is called
_PLAIN = 0.6  # of the page's text in paragraphs: an element with more holds the article
_NEARLY = 0.95  # of the most that any element holds: the element inside it with as much is meant
_LEAST = 80  # characters of an article: a brief of one sentence
_BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "td",
    "th",
    "dd",
    "dt",
    "pre",
)
_KEY = 60  # characters by which a paragraph is found again
_BREAK = re.compile(r"\n[^\S\n]*(?:\n\s*)+")
_SENTENCE_END = re.compile(r"""[.!?…:]["'”’)\]]*\Z""")
_LINKED = 0.8  # of a paragraph's words in links: one without a full stop is a pointer elsewhere


def article_of(tree: Element) -> list[Piece]:
    """Return the headings and paragraphs of a page's article, none where it has no article."""
    holder = _holder(tree)
    pieces = list(_pieces(holder, plain=True)) if holder is not None else []
    if sum(len(p.text) for p in pieces) < _LEAST:
        body = tree.find("body")
        pieces = list(_pieces(tree if body is None else body, plain=False))
    return pieces


def _holder(tree: Element) -> Element | None:
    """Return the innermost element that plainly holds the article, None where none does."""
    held: dict[Element, int] = {}  # characters of the paragraphs in each element that may be it
    whole = 0
    for paragraph in tree.iter("p"):
        size = len("".join(paragraph.itertext()))
        around = list(paragraph.iterancestors())
        if any(
            e.tag in {"aside", "footer", "nav"} or (e.tag in _HOLDERS and _is_aside(e))
            for e in around
        ):
            continue
        whole += size
        for element in around:
            if element.tag in {"article", "main"} or element.get("itemprop") == "articleBody":
                held[element] = held.get(element, 0) + size
    most = max(held.values(), default=0)
    if most < _LEAST or most < _PLAIN * whole:
        return None
    return next(e for e, size in held.items() if size >= _NEARLY * most)


def _is_aside(element: Element) -> bool:
    return bool(element.attrib) and _ASIDE.search(_names(element)) is not None


def _names(element: Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _pieces(holder: Element, plain: bool) -> Iterator[Piece]:
    """Yield what trafilatura takes for the article inside an element, each with its place."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it says what we tell better
    page = copy_without(holder, _NO_TEXT)
    _strip_furniture(page)
    found = bare_extraction(page, options=_options(plain))
    if found is None or isinstance(found, dict) or found.body is None:
        return
    places = _Places(holder)
    for element in found.body:
        yield from _of(element, places)


def _strip_furniture(page: Element) -> None:
    """Take out of a page the small elements whose names say that they are no text of an article."""
    named = [e for e in page.iter() if e.attrib and _FURNITURE.search(_names(e))]
    whole = len("".join(page.itertext())) if named else 0
    for element in named:
        if len("".join(element.itertext())) < _SMALL * whole:
            element.drop_tree()


@cache
def _options(plain: bool) -> Extractor:
    """Return how to look: "xml" spares a rendering of the text, "fast" other methods of finding it.

    Where the article plainly is the page that is shown, nothing is gained by weighing what was found
    against the page and looking again, which trafilatura does when its focus is "balanced".
    """
    from trafilatura.settings import Extractor

    options = Extractor(output_format="xml", fast=True, comments=False)
    options.focus = "article" if plain else options.focus
    options.min_extracted_size = _LEAST  # below it paragraphs are run together
    return options


def _of(element: Element, places: _Places) -> Iterator[Piece]:
    """Yield the pieces of one element as trafilatura names it: p, head, list, quote, table."""
    tag = element.tag
    if tag == "table":
        rows = (
            Row(
                tuple((Paragraph(BlockKind.PARAGRAPH, words_of(c), ""),) for c in row.iter("cell")),
                "",
            )
            for row in element.iter("row")
        )
        for piece in pieces_of(rows):
            yield places.put(piece, piece.text)
    elif tag in {"list", "quote"} and len(element):
        if (element.text or "").strip():
            yield from _texts(element.text, BlockKind.PARAGRAPH, places)
        for child in element:
            yield from _of(child, places)
    else:
        kind = BlockKind.HEADLINE if tag == "head" else BlockKind.PARAGRAPH
        yield from _texts(_broken(element), kind, places)
    if (element.tail or "").strip():
        yield from _texts(element.tail, BlockKind.PARAGRAPH, places)


def _broken(element: Element) -> str:
    """Return the words of an element; a line break in it is a line end."""
    words = [element.text or ""]
    for node in element.iter():
        if node is not element:
            words += [
                "\n" if node.tag in {"lb", "item", "p"} else "",
                node.text or "",
                node.tail or "",
            ]
    return "".join(words)


def _texts(words: str, kind: BlockKind, places: _Places) -> Iterator[Piece]:
    for text in _BREAK.split(words):
        if any(c.isalnum() for c in text):
            piece = places.put(Piece(kind, clean(text)), text)
            if piece.kind is not None:
                yield piece


class _Places:
    """Finds the elements of a page by the words they begin with, each a bit after the last."""

    def __init__(self, holder: Element) -> None:
        self.paths, self.elements = Paths(), dict[str, deque[Element]]()
        for element in holder.iter(*_BLOCKS):
            self.elements.setdefault(_key("".join(element.itertext())), deque()).append(element)
        self.last = holder

    def put(self, piece: Piece, words: str) -> Piece:
        """Return a piece with its line and path; those of the piece before it where none is found."""
        found = self.elements.get(_key(words))
        if found:
            self.last = found.popleft() if len(found) > 1 else found[0]
        kind = BlockKind.CAPTION if found and _points_elsewhere(self.last, piece) else piece.kind
        return Piece(
            kind, piece.text, line=self.last.sourceline or 0, path=self.paths.of(self.last)
        )


def _key(words: str) -> str:
    return "".join(words[: 4 * _KEY].split())[:_KEY]


def _points_elsewhere(element: Element, piece: Piece) -> bool:
    """Tell a paragraph that is a link to another story: "Read more: Mayor resigns"."""
    if piece.kind is BlockKind.HEADLINE or _SENTENCE_END.search(piece.text):
        return False
    linked = sum(len(words_of(a)) for a in element.iter("a"))
    return linked > _LINKED * len(piece.text) or (
        linked > 0.5 * len(piece.text) and ":" in piece.text
    )
