"""Turn the body of a story, in XHTML or NITF, into pieces: paragraphs, subheads, captions, credits.

Both formats share most element names, so one table serves both. What stands beside the story is
left out as far as the format says so: tables, forms, scripts, `nav`, `aside`, elements of the class
"related". Lines parted by one break are one paragraph, by two breaks two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reconcile.errors import ReadError
from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.markup import Element, name_of, path_of

DEEPEST = 250  # libxml2 stops at 256

_PARAGRAPHS = frozenset(
    "p div section article main header body html block body.content body.head body.end bq blockquote "
    "ul ol dl li dt dd center address details summary hl2 h1 h2 h3 h4 h5 h6 figure figcaption "
    "media media-caption media-producer byline dateline tagline note credit caption hr".split()
)
_LEFT_OUT = frozenset(
    "head title script style template noscript iframe object embed applet svg math canvas video audio "
    "picture source form button input select textarea label nav aside footer menu dialog table "
    "nitf-table fn media-metadata media-reference media-object abstract distributor rights "
    "bibliography".split()
)
_KINDS = {
    "h1": BlockKind.HEADLINE,
    "h2": BlockKind.HEADLINE,
    "h3": BlockKind.HEADLINE,
    "h4": BlockKind.HEADLINE,
    "h5": BlockKind.HEADLINE,
    "h6": BlockKind.HEADLINE,
    "hl2": BlockKind.HEADLINE,
    "figure": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "media": BlockKind.CAPTION,
    "media-caption": BlockKind.CAPTION,
    "media-producer": BlockKind.CREDIT,
    "caption": BlockKind.CAPTION,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "tagline": BlockKind.CREDIT,
    "credit": BlockKind.CREDIT,
    "note": BlockKind.NOTICE,
}
_CLASSES = {
    "caption": BlockKind.CAPTION,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "credit": BlockKind.CREDIT,
    "credits": BlockKind.CREDIT,
}
_BESIDE = re.compile(
    r"\b(?:related|see-?also|read-?more|newsletter|advert\w*|promo|social|share)\b", re.I
)
_SPACE = re.compile(r"[ \t\r\n]+")
_TWO_BREAKS = re.compile(r"[ \t\r]*\n[ \t\r]*\n[ \t\r\n]*")
_BREAK = "\v"  # stands for <br> until the paragraph is known
_BREAKS = re.compile(r"\v\s*\v\s*")


def prose(root: Element, file: str, path: str = "", line: int = 0) -> Iterator[Piece]:
    """Yield the pieces of a story from the element around its body, in order of reading.

    `line` and `path` are given for markup inside another format: all pieces stand on that line, and
    the path goes before their own. Raises ReadError where elements are nested too deep.
    """
    reader = _Reader(file, path, line)
    reader.enter(root, BlockKind.PARAGRAPH, 0)
    reader.close(root)
    return iter(reader.pieces)


def lines(
    text: str,
    path: str = "",
    line: int = 0,
    kind: BlockKind = BlockKind.PARAGRAPH,
    counted: bool = False,
) -> Iterator[Piece]:
    """Yield the paragraphs of plain text that a format carries.

    An empty line parts them; so does every line end where lines are longer than any margin. `line`
    is that of the first; `counted` where lines of the text are lines of the file.
    """
    text, at = text.replace("\r\n", "\n").replace("\r", "\n"), 0
    for gap in (*_TWO_BREAKS.finditer(text), None):
        chunk = text[at : gap.start() if gap else len(text)]
        for words, row in _rows(chunk):
            told = _SPACE.sub(" ", words).strip()
            down = text.count("\n", 0, at) + row if counted else 0
            if told:
                yield Piece(kind, told, line + down, path=path)
        at = gap.end() if gap else at


def _rows(chunk: str) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs of a chunk without empty lines, and in which row of it they begin."""
    rows = chunk.split("\n")
    if max(map(len, rows)) > _MARGIN:
        yield from zip(rows, range(len(rows)), strict=True)
    else:
        yield chunk, next((k for k, row in enumerate(rows) if row.strip()), 0)


_MARGIN = 130  # characters; mail and telex break lines at 60 to 80


@dataclass(slots=True)
class _Reader:
    """Walks through a body and gathers the words of the paragraph that is open."""

    file: str
    path: str
    line: int
    pieces: list[Piece] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH

    def enter(self, element: Element, kind: BlockKind, depth: int) -> None:
        """Read an element and all in it; those that part paragraphs close the open one."""
        if depth > DEEPEST:
            raise ReadError(self.file, f"its text is nested deeper than {DEEPEST} elements")
        self.kind = kind
        if element.text:
            self.open.append(element.text)
        for child in element:
            self._child(child, element, name_of(child), kind, depth)
            if child.tail:
                self.open.append(child.tail)

    def _child(
        self, child: Element, parent: Element, name: str, kind: BlockKind, depth: int
    ) -> None:
        if name == "br":
            self.open.append(_BREAK)
        elif name == "pre":
            self.close(parent)
            path = self.path if self.line else path_of(child)
            told = "".join(child.itertext())
            line = self.line or child.sourceline or 0
            self.pieces += lines(told, path, line, kind, counted=not self.line)
        elif name in _PARAGRAPHS:
            self.close(parent)
            inner = _kind(child, name, kind)
            if inner is not None:
                self.enter(child, inner, depth + 1)
                self.close(child)
            self.kind = kind
        elif name and name not in _LEFT_OUT:
            self.enter(child, kind, depth + 1)

    def close(self, element: Element) -> None:
        """End the paragraph that is open, if it has words; its element says where it stands."""
        if not self.open:
            return
        words = "".join(self.open)
        self.open.clear()
        told = words.split()  # a break, "\v", is white space too
        if not told:
            return
        line = self.line
        if not line:
            blank = words[: len(words) - len(words.lstrip())]
            line = (element.sourceline or 0) + blank.count("\n")
        path = self.path if self.line else path_of(element)
        runs = (part.split() for part in _BREAKS.split(words)) if _BREAK in words else (told,)
        for run in runs:
            if run:
                self.pieces.append(Piece(self.kind, " ".join(run), line, path=path))


def _kind(element: Element, name: str, around: BlockKind) -> BlockKind | None:
    """Return what an element that parts paragraphs is for, None for what stands beside the story."""
    classes = element.get("class")
    kind = _KINDS.get(name)
    if classes:
        if _BESIDE.search(classes):
            return None
        kind = kind or next((_CLASSES[c] for c in classes.lower().split() if c in _CLASSES), None)
    if kind is BlockKind.CREDIT or around in {BlockKind.PARAGRAPH, BlockKind.HEADLINE}:
        return kind or around
    return around  # all inside a figure is its caption
