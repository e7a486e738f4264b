"""Read Word documents in reading order, tables and text boxes too. The only file that knows python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reconcile.errors import ReadError
from reconcile.model import BlockKind, Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.container import broken, has_members, opened
from reconcile.read.parts.document import Told, document
from reconcile.read.parts.extras import needed
from reconcile.read.parts.office import Paragraph, Row, pieces_of

if TYPE_CHECKING:
    from docx.document import Document

Element = Any  # of lxml, which stays behind python-docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading \d|title|headline", re.IGNORECASE)
_CAPTION = re.compile(r"caption|photo ?credit", re.IGNORECASE)
# what a paragraph holds that is no running text: deleted words, notes, field codes, older drawings
_SKIPPED = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}delText",
        f"{_W}pPr",
        f"{_W}rPr",
        _FALLBACK,
    }
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_STEPS = 12  # styles on which a style is based
_DEEPEST = 60  # elements inside elements


def read_docx(given: Input) -> Iterator[Report]:
    """Yield the report of a Word document; places in it are paths of its paragraphs.

    Raises ReadError for one that is broken or unpacks to too much, and NoNewsText for one without
    running text.
    """
    needed("docx", "formats", "Word documents", given.file)
    opened(given.file, given.data).close()  # caps, before anything is unpacked
    try:
        found, told = _opened(given.data)
    except ReadError:
        raise
    except Exception as error:  # a broken file makes python-docx and lxml raise nearly anything
        raise broken(given.file, str(error) or type(error).__name__) from error
    yield document(given, told, list(pieces_of(found)))


def _opened(data: bytes) -> tuple[list[Paragraph | Row], Told]:
    from docx import Document

    read = Document(io.BytesIO(data))
    kinds = _kinds(read)
    body = read.element.body
    return list(_flow(body, kinds, "/w:document/w:body", 0)), _told(read)


def _kinds(read: Document) -> dict[str, BlockKind]:
    """Return which styles are of headings and captions, by id; a style is what it is based on."""
    names, based = {}, {}
    for style in read.styles.element.findall(f"{_W}style"):
        key = style.get(f"{_W}styleId", "")
        name, parent = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        names[key] = name.get(f"{_W}val", "") if name is not None else ""
        based[key] = parent.get(f"{_W}val", "") if parent is not None else ""
    return {key: kind for key in names if (kind := _kind(key, names, based))}


def _kind(key: str, names: dict[str, str], based: dict[str, str]) -> BlockKind | None:
    for _ in range(_STEPS):
        name = names.get(key, "")
        if _HEADING.match(name):
            return BlockKind.HEADLINE
        if _CAPTION.match(name):
            return BlockKind.CAPTION
        key = based.get(key, "")
    return None


def _flow(
    parent: Element, kinds: dict[str, BlockKind], path: str, depth: int
) -> Iterator[Paragraph | Row]:
    """Yield paragraphs and rows of tables in the order of the document."""
    if depth > _DEEPEST:
        raise ReadError("", f"its tables are more than {_DEEPEST} deep in each other")
    number: dict[str, int] = {}
    for child in parent.iterchildren(f"{_W}*"):
        tag = child.tag.removeprefix(_W)
        number[tag] = number.get(tag, 0) + 1
        here = f"{path}/w:{tag}[{number[tag]}]"
        if tag == "p":
            yield from _paragraph(child, kinds, here, depth)
        elif tag == "tbl":
            yield from _table(child, kinds, here, depth)
        elif tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _flow(child, kinds, here, depth + 1)


def _table(table: Element, kinds: dict[str, BlockKind], path: str, depth: int) -> Iterator[Row]:
    for k, row in enumerate(table.iterchildren(f"{_W}tr"), 1):
        cells = []
        for c, cell in enumerate(row.iterchildren(f"{_W}tc"), 1):
            here = f"{path}/w:tr[{k}]/w:tc[{c}]"
            inside = _flow(cell, kinds, here, depth + 1)
            cells.append(
                tuple(
                    p
                    for found in inside
                    for p in (found.flat() if isinstance(found, Row) else (found,))
                )
            )
        yield Row(tuple(cells), f"{path}/w:tr[{k}]")


def _paragraph(
    element: Element, kinds: dict[str, BlockKind], path: str, depth: int
) -> Iterator[Paragraph | Row]:
    """Yield a paragraph and after it the text boxes that hang on it."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    kind = (
        kinds.get(style.get(f"{_W}val", ""), BlockKind.PARAGRAPH)
        if style is not None
        else BlockKind.PARAGRAPH
    )
    words: list[str] = []
    boxes: list[Element] = []
    _runs(element, words, boxes, depth)
    yield Paragraph(kind, "".join(words), path)
    for box in boxes:
        yield from _flow(box, kinds, f"{path}//w:txbxContent", depth + 1)


def _runs(element: Element, words: list[str], boxes: list[Element], depth: int) -> None:
    """Collect the words of a paragraph; those of text boxes are paragraphs of their own."""
    if depth > _DEEPEST:
        raise ReadError("", f"its elements are more than {_DEEPEST} deep in each other")
    for child in element.iterchildren("*"):
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}t":
            words.append(child.text or "")
        elif child.tag in _SIGNS:
            words.append(_SIGNS[child.tag])
        else:
            _runs(child, words, boxes, depth + 1)


def _told(read: Document) -> Told:
    about = read.core_properties
    made = about.created
    notes = sum(1 for _ in read.element.body.iter(f"{_W}footnoteReference"))
    left = (f"{notes} footnote{'s are' if notes > 1 else ' is'} left out",) if notes else ()
    saved = Published(made.date(), made, "date of the document") if made else None
    return Told("docx", title=about.title, byline=about.author, saved=saved, warnings=left)


def knows_docx(given: Input) -> bool:
    """Tell a Word document: a zip file with its main part."""
    return has_members(given.data, "[Content_Types].xml", "word/document.xml")


READER = Reader(
    about="Word documents (DOCX)",
    suffixes=(".docx", ".docm"),
    read=read_docx,
    knows=knows_docx,
    extra="formats",
    needs=("docx",),
)
