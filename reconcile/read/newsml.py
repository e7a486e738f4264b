"""Read NewsML-G2: news items alone, in a package or in a message, with XHTML, NITF or plain bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.g2_body import body_of
from reconcile.read.parts.markup import (
    LANGUAGE,
    Element,
    children,
    first,
    name_of,
    parse_xml,
    path_of,
    words_of,
)
from reconcile.read.parts.root import root_of
from reconcile.read.parts.stamps import instant, published
from reconcile.read.parts.story import Story, headed, host, number, report_of, status, under

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_NO_NEWS = {
    "conceptItem": "it is an item about a concept",
    "knowledgeItem": "it is an item of knowledge, not of news",
    "planningItem": "it is a plan of coverage",
    "catalogItem": "it is a catalogue of codes",
    "packageItem": "it is a package that only refers to items",
    "newsMessage": "its items have no text",
    "contentMeta": "it is the metadata of an item",
    "itemMeta": "it is the metadata of an item",
    "groupSet": "it is the list of a package, which only refers to items",
}
_ROOTS = {"newsItem", "contentSet", *_NO_NEWS}
_KINDS = {"picture", "graphic", "audio", "video", "animation"}


def read_newsml(given: Input) -> Iterator[Report]:
    """Yield the reports of a file, one for each news item with text, in its order.

    Raises ReadError where it is no such XML, and NoNewsText where no item has text.
    """
    document = parse_xml(given.file, given.data, READER.about)
    root, name = document.root, name_of(document.root)
    if name not in _ROOTS:
        raise ReadError(given.file, f"its root element is <{name}>", "give NewsML-G2")
    items = [e for e in root.iter() if name_of(e) == "newsItem"] if name != "contentSet" else [root]
    known = Report(
        given.file, "", format="newsml", encoding=document.encoding, warnings=document.warnings
    )
    reports = [r for item in items if (r := _report(item, known, several=len(items) > 1))]
    if not reports:
        raise NoNewsText(given.file, _NO_NEWS.get(name) or _without_text(root))
    yield from reports


def _without_text(item: Element) -> str:
    """Say what a news item without text is instead."""
    kind = _coded(first(item, "itemMeta", "itemClass"))
    return f"it is of the class {kind} and has no text" if kind else "its item has no text"


def _report(item: Element, known: Report, several: bool) -> Report | None:
    content = item if name_of(item) == "contentSet" else first(item, "contentSet")
    body, kind = body_of(content, known.file), _coded(first(item, "itemMeta", "itemClass"))
    told = _story(item, body.title)
    if kind in _KINDS:
        told = replace(told, warnings=(f"the item is of the class {kind}; its text is read",))
    known = replace(known, part=told.item if several else "")
    return report_of(under(told, body, (*told.pieces, *body.pieces)), known)


def _story(item: Element, headline: str) -> Story:
    """Return what an item says of itself, beside its body; the version's date is the report's."""
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    title = words_of(first(content, "headline"))
    provider = _party(first(meta, "provider"))
    holder = _party(first(item, "rightsInfo", "copyrightHolder"))
    credit = words_of(first(content, "creditline"))
    return Story(
        headed("" if _same(title, headline) else title, [], *_at(first(content, "headline")))
        + tuple(_notices(meta))
        + tuple(_dateline(content)),
        title=title,
        byline=words_of(first(content, "by")) or _named(first(content, "creator")),
        place=_place(content),
        source=provider or holder,
        credit=credit or ", ".join(filter(None, map(_party, children(content, "infoSource")))),
        published=published(words_of(first(meta, "versionCreated")), "versionCreated")
        or published(words_of(first(content, "contentModified")), "contentModified")
        or published(words_of(first(content, "contentCreated")), "contentCreated")
        or published(words_of(first(meta, "firstCreated")), "firstCreated"),
        embargo=instant(words_of(first(meta, "embargoed"))),
        urgency=number(words_of(first(content, "urgency"))),
        item=str(item.get("guid") or ""),
        language=_language(item, content),
        version=number(item.get("version")),
        status=status(_coded(first(meta, "pubStatus"))),
    )


def _notices(meta: Element | None) -> Iterator[Piece]:
    """Yield what is said to editors, and the signals of a later version: correction, update, kill."""
    for note in children(meta, "edNote"):
        yield Piece(BlockKind.NOTICE, words_of(note), *_at(note)[:1], path=_at(note)[1])
    for signal in children(meta, "signal"):
        word = _named(signal) or _coded(signal)
        if any(mark in word.lower() for mark in _SIGNALS):
            yield Piece(BlockKind.NOTICE, word.capitalize(), *_at(signal)[:1], path=_at(signal)[1])


_SIGNALS = ("correct", "update", "kill", "withdraw", "retract", "cancel", "writethru", "write-thru")


def _dateline(content: Element | None) -> Iterator[Piece]:
    dateline = first(content, "dateline")
    if dateline is not None:
        yield Piece(
            BlockKind.DATELINE, words_of(dateline), *_at(dateline)[:1], path=_at(dateline)[1]
        )


def _place(content: Element | None) -> str:
    """Return the place where the content was made, as its dateline or the field for it says."""
    dateline = (
        words_of(first(content, "dateline")).partition("(")[0].partition(",")[0].strip(" -–—")
    )
    return dateline or _named(first(content, "located"))


def _language(item: Element, content: Element | None) -> str:
    """Return the language of the content, or else that of the item's own fields."""
    told = first(content, "language")
    return str((told.get("tag") if told is not None else "") or item.get(LANGUAGE) or "")


def _at(element: Element | None) -> tuple[int, str]:
    """Return the line and XPath of an element."""
    return (element.sourceline or 0, path_of(element)) if element is not None else (0, "")


def _named(element: Element | None) -> str:
    """Return the name of a concept, the English one if there are several."""
    names = list(children(element, "name"))
    english = [n for n in names if (n.get(LANGUAGE) or "en").lower().startswith("en")]
    return words_of((english or names or [None])[0])


def _party(element: Element | None) -> str:
    """Return who a person or organisation is: its name, its code, or the host of its address."""
    if element is None:
        return ""
    told = _named(element) or element.get("literal") or _coded(element)
    return str(told or host(element.get("uri") or ""))


def _coded(element: Element | None) -> str:
    """Return the last part of a code: "usable" of qcode="stat:usable" and of its full address."""
    if element is None:
        return ""
    code = element.get("qcode") or ""
    return str(code.rpartition(":")[2] or (element.get("uri") or "").rpartition("/")[2])


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def knows(given: Input) -> bool:
    """Tell a NewsML-G2 file by its root element."""
    root = root_of(given.data)
    return root.name in _ROOTS and root.namespace in {NAMESPACE, ""}


READER = Reader(
    about="NewsML-G2",
    suffixes=(".xml",),
    read=read_newsml,
    knows=knows,
    extra="formats",
    needs=("lxml",),
)
