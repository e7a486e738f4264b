"""Parse XML files and fragments of XHTML, safe from hostile ones. The only door to lxml.

Nothing is fetched: no DTD is loaded and no external entity followed. A file that declares entities
of its own is refused: no news format needs them, and every expansion bomb does. XML nested deeper
than 256 elements is refused as well, and HTML is cut off there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any, TypeAlias

from reconcile.errors import ReadError
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.extras import needed

Element: TypeAlias = Any  # of lxml, which has no types: tag, text, tail, get(), sourceline

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"  # the attribute xml:lang


@dataclass(frozen=True, slots=True)
class Document:
    """The root element of an XML file, the encoding it was read in, and what had to be assumed."""

    root: Element
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


def parse_xml(file: str, data: bytes, form: str) -> Document:
    """Parse an XML file: `parse_xml(given.file, given.data, "NITF").root`.

    An encoding that the file declares and does not keep is mended with a warning. Raises ReadError
    with line and column where it is not well-formed, is cut off, declares entities or is nested too
    deep, and MissingExtra without lxml.
    """
    needed("lxml.etree", "formats", form, file)
    from lxml import etree

    try:
        found = Document(etree.fromstring(data, _xml_parser()), _declared(data) or "utf-8")
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        found = _decoded(file, data, error)
    tree = found.root.getroottree()
    doctype = tree.docinfo.internalDTD
    if doctype is not None:
        if next(doctype.iterentities(), None) is not None:
            raise ReadError(file, "it declares entities of its own", "remove its DOCTYPE")
        _put_characters(found.root)
    return found


def parse_fragment(file: str, text: str, form: str) -> Element:
    """Return an element around a run of XHTML or HTML, page or fragment, mended as browsers do.

    Raises ReadError where nothing can be made of it, and MissingExtra without lxml.
    """
    needed("lxml.etree", "formats", form, file)
    from lxml import etree

    try:
        return etree.fromstring(f"<div>{text}</div>", _html_parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ReadError(file, f"its text is no HTML ({error})") from error


def name_of(element: Element) -> str:
    """Return an element's name without its namespace: "p"; "" for what is no element."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if "}" in tag else tag


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of the names, in any namespace."""
    for child in element if element is not None else ():
        if name_of(child) in names:
            yield child


def first(element: Element | None, *path: str) -> Element | None:
    """Return the first element along a path of names: `first(root, "itemMeta", "provider")`."""
    for name in path:
        element = next(children(element, name), None)
    return element


def words_of(element: Element | None) -> str:
    """Return all words inside an element, on one line; "" for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def path_of(element: Element) -> str:
    """Return the XPath of an element in its document."""
    return str(element.getroottree().getpath(element))


@cache
def _xml_parser() -> Element:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


@cache
def _html_parser() -> Element:
    from lxml import etree

    return etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)


_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
_ENCODING = re.compile(rb"\s*<\?xml[^<>]*?encoding\s*=\s*[\"']([\w.:-]+)")


def _declared(data: bytes) -> str:
    m = _ENCODING.match(data[:400])
    return m[1].decode("ascii", "replace").lower() if m else ""


def _decoded(file: str, data: bytes, first_error: Exception) -> Document:
    """Parse again what may only be in another encoding than it declares; raises ReadError."""
    from lxml import etree

    said, decoded = _declared(data), decode(file, data)
    text = _DECLARATION.sub(lambda m: re.sub(r"[^\r\n]", " ", m[0]), decoded.text, count=1)
    try:
        root = etree.fromstring(text.lstrip("\ufeff"), _xml_parser())
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise _no_xml(file, first_error) from first_error
    note = f"it does not keep the encoding it declares ({said or 'UTF-8'}); it is read as {decoded.encoding}"
    return Document(root, decoded.encoding, (note,))


def _no_xml(file: str, error: Exception) -> ReadError:
    """Say what is wrong with a file and where, in one line."""
    reason = " ".join(str(getattr(error, "msg", None) or error).partition(", line ")[0].split())
    line, column = getattr(error, "position", None) or (0, 0)
    return ReadError(
        file,
        f"it is not well-formed XML ({reason[:1].lower()}{reason[1:]})",
        "ask for the file again, or mend it there",
        f"{line}:{column}" if line else "",
    )


def _put_characters(root: Element) -> None:
    """Put characters in the place of the entities of a DTD that was not loaded: é for &eacute;."""
    from lxml import etree

    for entity in list(root.iter(etree.Entity)):
        words = unescape(entity.text) + (entity.tail or "")
        before, parent = entity.getprevious(), entity.getparent()
        if before is not None:
            before.tail = (before.tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        entity.tail = None
        parent.remove(entity)
