"""Read saved web pages: the article without navigation, captions and notices around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.charset import decode_declared
from reconcile.read.parts.container import broken
from reconcile.read.parts.document import Told, clean, document
from reconcile.read.parts.extras import needed
from reconcile.read.parts.markup import Element, path_of, words_of
from reconcile.read.parts.page import parse_page
from reconcile.read.parts.pagemeta import PageFacts, read_facts

MOST = 20_000  # elements of a page; a long one has some 5,000
_OPENS = re.compile(
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_PROLOG = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page says its charset
_SHORT = 40  # characters of a paragraph; a page whose paragraphs are all shorter has no article
_LONG_TAG = 30_000  # characters
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LETTER = re.compile(r"\w+")


def read_html(given: Input) -> Iterator[Report]:
    """Yield the report of a web page; places in it are lines and paths of its elements.

    Raises ReadError for what is no page, and NoNewsText for a page without an article.
    """
    found = decode_declared(given.file, given.data, charset_of(given.data))
    tree = _tree(given, found.text)
    facts = read_facts(tree)
    pieces = _article(given, tree)
    prose = sum(len(p.text) for p in pieces if _is_prose(p))
    if len(facts.body) > max(_SHORT, 2 * prose):  # the page is drawn only in a browser
        pieces = list(_scripted(facts))
    elif not prose:
        raise NoNewsText(given.file, "the page has no article")
    warnings = found.warnings
    if facts.published and facts.modified and facts.published.day < facts.modified.day:
        warnings += (
            f"the page was modified on {facts.modified.day}; the day of publication is taken",
        )
    told = Told(
        "html",
        title=facts.title,
        source=facts.site,
        byline=", ".join(facts.authors),
        published=facts.published or facts.modified,
        encoding=found.encoding,
        item=facts.url,
        warnings=warnings,
    )
    yield document(given, told, [*_headline(tree, facts.title, pieces), *pieces])


def _is_prose(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and len(piece.text) >= _SHORT


def _scripted(facts: PageFacts) -> Iterator[Piece]:
    """Yield the paragraphs of a text that stands in a script."""
    path, line = "", 0
    if facts.script is not None:
        path, line = path_of(facts.script), facts.script.sourceline or 0
    for words in re.split(r"\n+", facts.body):
        yield Piece(BlockKind.PARAGRAPH, clean(words), line, path=path)


def pieces_of_page(given: Input, text: str) -> list[Piece]:
    """Return headings and paragraphs of the article in a page that stands in another file."""
    return _article(given, _tree(given, text))


def charset_of(data: bytes) -> str:
    """Return the charset that a page declares in its head, "" where it declares none."""
    m = _PROLOG.match(data) or _CHARSET.search(data, 0, _HEAD)
    return m[1].decode("ascii", "replace") if m else ""


def _tree(given: Input, text: str) -> Element:
    needed("trafilatura", "formats", "web pages", given.file)
    if text.count("<") > 3 * MOST or any(_is_crowded(tag) for tag in text.split("<")):
        raise ReadError(given.file, f"it has far more than {MOST} elements", "cut it")
    tree = parse_page(given.file, text)
    count = sum(1 for _ in tree.iter())
    if count > MOST:
        raise ReadError(given.file, f"it has {count} elements, the limit is {MOST}", "cut it")
    return tree


def _is_crowded(tag: str) -> bool:
    """Tell a tag with so many attributes that no parser gets through; a long value is none."""
    if len(tag) < _LONG_TAG:
        return False
    return len(_QUOTED.sub("", tag).partition(">")[0]) > _LONG_TAG


def _article(given: Input, tree: Element) -> list[Piece]:
    from reconcile.read.parts.article import article_of

    try:
        return article_of(tree)
    except Exception as error:  # whatever trafilatura makes of a page that is nowhere near one
        raise broken(given.file, str(error) or type(error).__name__) from error


def _headline(tree: Element, title: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the headline, where the article does not begin with it."""
    key = _folded(title)
    if not key or any(_folded(p.text) == key for p in pieces[:3]):
        return
    heads = [e for e in tree.iter("h1", "h2") if _folded(words_of(e)) == key]
    at = heads[0] if heads else next(tree.iter("title"), None)
    line, path = (at.sourceline or 0, path_of(at)) if at is not None else (0, "")
    yield Piece(BlockKind.HEADLINE, clean(title), line, path=path)


def _folded(words: str) -> str:
    return " ".join(_LETTER.findall(words.lower()))


def knows_html(given: Input) -> bool:
    """Tell a web page by how it begins; one in UTF-16 has a zero in every second byte."""
    head = given.data[:_HEAD]
    return _OPENS.match(head.replace(b"\0", b"")) is not None


READER = Reader(
    about="web pages (HTML)",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read_html,
    knows=knows_html,
    extra="formats",
    needs=("trafilatura", "lxml"),
)
