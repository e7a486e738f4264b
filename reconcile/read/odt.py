"""Read OpenDocument texts in reading order, tables and text boxes too."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import partial

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.container import has_members, member, opened
from reconcile.read.parts.document import Told, document
from reconcile.read.parts.markup import Element, name_of, parse_xml, words_of
from reconcile.read.parts.office import Paragraph, Row, pieces_of
from reconcile.text.dates import read_date

_MARK = b"application/vnd.oasis.opendocument.text"
_HEADING = re.compile(r"(?:title|heading|headline)(?:_20_|\b)", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|illustration|figure|drawing)\b", re.IGNORECASE)
# what stands in the flow and is no running text
_SKIPPED = frozenset(
    {
        "tracked-changes",
        "annotation",
        "note",
        "sequence-decls",
        "forms",
        "table-of-content",
        "bibliography",
        "alphabetical-index",
        "ruby-text",
    }
)
_INSIDE = frozenset(
    {
        "section",
        "list",
        "list-item",
        "list-header",
        "text-box",
        "frame",
        "g",
        "custom-shape",
        "index-body",
        "a",
        "text",
    }
)
_ROWS = frozenset({"table-rows", "table-header-rows", "table-row-group"})
_SIGNS = {"tab": " ", "s": " ", "line-break": "\n"}
_STEPS = 12  # styles on which a style is based

Kinds = Mapping[str, BlockKind]


def read_odt(given: Input) -> Iterator[Report]:
    """Yield the report of an OpenDocument text; places in it are paths of its paragraphs.

    Raises ReadError for one that is broken, encrypted or unpacks to too much, and NoNewsText for
    one without running text.
    """
    part = partial(_part, given)
    content = part("content.xml")
    if content is None:
        raise ReadError(given.file, "it has no content.xml", "save it again, or export it as text")
    texts = [e for e in content.iter("{*}text") if name_of(e.getparent()) == "body"]
    if not texts:
        raise NoNewsText(given.file, "the document is no text")
    kinds = _kinds([content, part("styles.xml")])
    flow = list(_flow(texts[0], kinds, "/office:document-content/office:body/office:text"))
    notes = sum(1 for _ in content.iter("{*}note"))
    left = (f"{notes} footnote{'s are' if notes > 1 else ' is'} left out",) if notes else ()
    yield document(given, _told(part("meta.xml"), left), list(pieces_of(flow)))


def _part(given: Input, name: str) -> Element | None:
    """Return the root element of a member, None where there is none."""
    with opened(given.file, given.data) as packed:
        if b"encryption-data" in member(given.file, packed, "META-INF/manifest.xml"):
            raise ReadError(given.file, "it is encrypted", "save it without a password")
        data = member(given.file, packed, name)
    return parse_xml(given.file, data, "ODT").root if data else None


def _kinds(roots: list[Element | None]) -> Kinds:
    """Return which styles are of headings and captions, by name; a style is what it is based on."""
    based = {
        str(style.get(_key(style, "name"), "")): str(
            style.get(_key(style, "parent-style-name"), "")
        )
        for root in roots
        if root is not None
        for style in root.iter("{*}style")
    }
    return {name: kind for name in based if (kind := _kind(name, based))}


def _key(element: Element, name: str) -> str:
    """Return the whole name of an attribute in the namespace of its element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def _kind(name: str, based: Mapping[str, str]) -> BlockKind | None:
    for _ in range(_STEPS):
        if _HEADING.match(name):
            return BlockKind.HEADLINE
        if _CAPTION.match(name):
            return BlockKind.CAPTION
        name = based.get(name, "")
    return None


def _flow(parent: Element, kinds: Kinds, path: str) -> Iterator[Paragraph | Row]:
    """Yield paragraphs and rows of tables in the order of the document."""
    number: dict[str, int] = {}
    for child in parent.iterchildren("*"):
        name = name_of(child)
        number[name] = number.get(name, 0) + 1
        here = f"{path}/{child.prefix or '*'}:{name}[{number[name]}]"
        if name in {"p", "h"}:
            yield from _paragraph(child, kinds, here)
        elif name == "table":
            yield from _rows(child, kinds, here)
        elif name in _INSIDE:
            yield from _flow(child, kinds, here)


def _rows(parent: Element, kinds: Kinds, path: str) -> Iterator[Row]:
    number: dict[str, int] = {}
    for child in parent.iterchildren("*"):
        name = name_of(child)
        number[name] = number.get(name, 0) + 1
        here = f"{path}/table:{name}[{number[name]}]"
        if name in _ROWS:
            yield from _rows(child, kinds, here)
        elif name == "table-row":
            cells = [c for c in child.iterchildren("*") if name_of(c) == "table-cell"]
            inside = (
                _flow(cell, kinds, f"{here}/table:table-cell[{k}]")
                for k, cell in enumerate(cells, 1)
            )
            yield Row(tuple(tuple(_flat(cell)) for cell in inside), here)


def _flat(found: Iterator[Paragraph | Row]) -> Iterator[Paragraph]:
    for part in found:
        yield from part.flat() if isinstance(part, Row) else (part,)


def _paragraph(element: Element, kinds: Kinds, path: str) -> Iterator[Paragraph | Row]:
    """Yield a paragraph and after it the text boxes that hang on it."""
    words: list[str] = []
    boxes: list[Element] = []
    _runs(element, words, boxes)
    style = str(element.get(_key(element, "style-name"), ""))
    kind = kinds.get(style, _kind(style, {}) or BlockKind.PARAGRAPH)
    text = "".join(words)
    yield Paragraph(BlockKind.HEADLINE if name_of(element) == "h" else kind, text, path)
    for box in boxes:
        yield from _flow(box, kinds, f"{path}//draw:text-box")


def _runs(element: Element, words: list[str], boxes: list[Element]) -> None:
    """Collect the words of a paragraph; those of text boxes are paragraphs of their own."""
    words.append(element.text or "")
    for child in element.iterchildren():
        name = name_of(child)
        if name == "text-box":
            boxes.append(child)
        elif name in _SIGNS:
            words.append(_SIGNS[name])
        elif name and name not in _SKIPPED:
            _runs(child, words, boxes)
        words.append(child.tail or "")


def _told(meta: Element | None, left: tuple[str, ...]) -> Told:
    """Return what the properties say: title, author, and when the document was made."""
    if meta is None:
        return Told("odt", warnings=left)
    said = {name: words_of(next(meta.iter("{*}" + name), None)) for name in _PROPERTIES}
    return Told(
        "odt",
        title=said["title"],
        byline=said["initial-creator"] or said["creator"],
        saved=_date(said["creation-date"]) or _date(said["date"]),
        warnings=left,
    )


_PROPERTIES = ("title", "initial-creator", "creator", "creation-date", "date")


def _date(words: str) -> Published | None:
    try:
        at = dt.datetime.fromisoformat(words)
    except ValueError:
        return read_date(words, "date of the document")
    return Published(at.date(), at, "date of the document")


def knows_odt(given: Input) -> bool:
    """Tell an OpenDocument text: a zip file that begins with its type."""
    return given.data.startswith(b"PK\3\4") and (
        _MARK in given.data[:200] or has_members(given.data, "content.xml", "META-INF/manifest.xml")
    )


READER = Reader(
    about="OpenDocument texts (ODT)",
    suffixes=(".odt", ".ott"),
    read=read_odt,
    knows=knows_odt,
    extra="formats",
    needs=("lxml",),
)
