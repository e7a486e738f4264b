"""Set words in columns of a fixed width, wrapping them; nothing is ever cut off."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.console import Console
from rich.text import Text

from reconcile.model import Severity
from reconcile.render.page.words import Piece

GAP = 2  # blank columns between two cells

SEVERITY = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "cyan"}
MARK = "bold underline"
QUIET = "dim"
TITLE = "bold"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a line: its words and how wide it is set."""

    words: Text
    width: int


def marked(pieces: Iterable[Piece], style: str = MARK) -> Text:
    """Return words with «» around the marked pieces, which are underlined too."""
    text = Text()
    for piece in pieces:
        if piece.marked:
            text.append(f"«{piece.text}»", style)
        else:
            text.append(piece.text)
    return text


def wrapped(words: Text, width: int) -> list[Text]:
    """Return the words as lines of at most `width` columns; a word longer than that is folded."""
    return list(words.wrap(_ruler(), max(width, 1), overflow="fold")) or [Text()]


@lru_cache(maxsize=1)
def _ruler() -> Console:
    return Console(file=io.StringIO(), width=80, _environ={})


def lines(columns: Sequence[Column], indent: int = 0) -> Iterator[Text]:
    """Yield the lines of cells set side by side, as many as the longest cell needs."""
    cells = [wrapped(column.words, column.width) for column in columns]
    for k in range(max(map(len, cells), default=0)):
        out = Text(" " * indent)
        for cell, column in zip(cells, columns, strict=True):
            part = cell[k].copy() if k < len(cell) else Text()
            part.rstrip()
            out.append_text(part)
            if column is not columns[-1]:
                out.append(" " * (column.width - part.cell_len + GAP))
        out.rstrip()
        yield out


def block(words: Text, width: int, indent: int = 0) -> Iterator[Text]:
    """Yield words as lines, all of them indented."""
    return lines([Column(words, width - indent)], indent)


def rule(title: str, width: int) -> Iterator[Text]:
    """Yield "── title ─────" across the page."""
    head = Text(f"── {title} ", TITLE)
    yield from block(head.append("─" * (width - head.cell_len)), width)


def drawn(lines: Iterable[Text], color: bool) -> Iterator[str]:
    """Yield each line as it is written, with the codes of its colours or without any."""
    if not color:
        yield from (line.plain for line in lines)
        return
    console = Console(
        file=io.StringIO(), force_terminal=True, color_system="standard", _environ={}, width=80
    )
    for line in lines:
        with console.capture() as captured:
            console.print(line, end="", soft_wrap=True, highlight=False, markup=False, emoji=False)
        yield captured.get()
