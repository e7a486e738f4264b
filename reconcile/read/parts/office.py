"""Make pieces of the paragraphs and tables of an office document: tables of figures are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.document import clean

_END = re.compile(r"""[.!?]["'”’)\]]*\Z""")
_PROSE = 8  # words; a cell with more, or with a full stop after some, is running text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document, its words as they stand there, and the path of its element."""

    kind: BlockKind
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of each cell."""

    cells: tuple[tuple[Paragraph, ...], ...]
    path: str

    def flat(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of all cells, from left to right."""
        return (paragraph for cell in self.cells for paragraph in cell)


def pieces_of(found: Iterable[Paragraph | Row]) -> Iterator[Piece]:
    """Yield a piece for each paragraph; a row of short cells is one, and no running text.

    A table that only lays out a page has cells of prose, which are read as paragraphs.
    """
    for part in found:
        if isinstance(part, Paragraph):
            yield from _piece(part)
        elif any(_is_prose(p.text) for p in part.flat()):
            for paragraph in part.flat():
                yield from _piece(paragraph)
        else:
            cells = (" ".join(clean(p.text) for p in cell).strip() for cell in part.cells)
            words = " | ".join(cell for cell in cells if cell).replace("\n", " ")
            yield Piece(BlockKind.CAPTION, words, path=part.path)


def _piece(paragraph: Paragraph) -> Iterator[Piece]:
    """Yield what a paragraph says; a line break inside it parts nothing."""
    yield Piece(paragraph.kind, clean(paragraph.text), path=paragraph.path)


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) > _PROSE or (len(words) > 3 and _END.search(text.strip()) is not None)
