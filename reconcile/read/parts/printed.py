"""Make paragraphs of printed pages again: running heads go, lines and words cut at the margin are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reconcile.model import BlockKind
from reconcile.read.parts.assemble import Piece

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE
)
_HYPHEN = re.compile(r"(?P<head>[^\W\d_]{2,})[-\u00ad\u2010]\Z")
_LOWER = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_END = re.compile(r"""[.!?:]["'”’)\]]*\Z""")
_EDGE = 3  # lines at the head and foot of a page in which running heads may stand
_GAP = 1.35  # of the usual distance of lines: a wider one parts paragraphs
_LARGER = 1.15  # of the usual size of letters: a larger one is a heading
_KEPT = frozenset(
    "self well ex non anti co vice all half mid pre post then so cross two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words and, where the format tells, its place and size in points."""

    text: str
    page: int  # from 1
    number: int  # on its page, from 1
    x: float = 0.0
    y: float = 0.0  # upwards
    size: float = 0.0


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """Return headings and paragraphs in reading order, without running heads and page numbers."""
    kept = _without_running(lines)
    if not kept:
        return []
    usual = _usual(kept)
    words = Counter(w.lower() for line in kept for w in _WORD.findall(line.text))
    return [_piece(group, usual, words) for group in _groups(kept, usual)]


@dataclass(frozen=True, slots=True)
class _Usual:
    """What most lines of a text are like."""

    size: float
    step: float  # from line to line
    width: int  # characters of a full line
    left: float


def _usual(lines: Sequence[Line]) -> _Usual:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    steps = [
        a.y - b.y
        for a, b in pairwise(lines)
        if a.page == b.page and 0 < a.y - b.y < 5 * max(size, 8)
    ]
    lengths = sorted(len(line.text) for line in lines)
    lefts = Counter(round(line.x) for line in lines)
    return _Usual(
        size,
        median(steps) if steps else 0.0,
        lengths[len(lengths) * 3 // 4],
        lefts.most_common(1)[0][0],
    )


def _without_running(lines: Sequence[Line]) -> list[Line]:
    """Leave out page numbers, and lines at a page's edge that other pages have there, too."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    seen = Counter(key for page in pages.values() for key in {_key(e) for e in _edges(page)})
    least = max(2, (len(pages) + 1) // 2)

    def runs(line: Line) -> bool:
        lone = _PAGE_NUMBER.fullmatch(line.text) is not None
        return lone or (seen[_key(line)] >= least and len(line.text) < 120)

    return [line for page in pages.values() for line in _inside(page, runs)]


def _inside(page: Sequence[Line], runs: Callable[[Line], bool]) -> Sequence[Line]:
    """Return a page without the running lines at its head and foot."""
    start, end = 0, len(page)
    while start < min(_EDGE, end) and runs(page[start]):
        start += 1
    while end > max(start, len(page) - _EDGE) and runs(page[end - 1]):
        end -= 1
    return page[start:end]


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _key(line: Line) -> str:
    """Return what is the same in a running head on every page: its words, not its page number."""
    return _DIGITS.sub("0", " ".join(line.text.lower().split()))


def _groups(lines: Sequence[Line], usual: _Usual) -> Iterator[list[Line]]:
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _parted(before, line, usual):
            yield group
            group = []
        group.append(line)
    yield group


def _parted(before: Line, line: Line, usual: _Usual) -> bool:
    """Tell whether a paragraph begins with a line, by size, distance, indent or a short line before."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    ended = _END.search(before.text) is not None
    step = before.y - line.y
    if before.page == line.page and step > 0 and usual.step:
        if step > _GAP * max(usual.step, line.size):
            return True
        if line.size > _LARGER * usual.size:  # a heading of several lines
            return False
    indent = 4 < line.x - usual.left < 60 and abs(before.x - usual.left) < 2
    short = len(before.text) < 0.75 * usual.width
    return (ended and (indent or short)) or (indent and not line.text[:1].islower())


def _piece(group: Sequence[Line], usual: _Usual, words: Counter[str]) -> Piece:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, words)
    first = group[0]
    large = usual.size > 0 and first.size > _LARGER * usual.size and len(text.split()) <= 40
    kind = BlockKind.HEADLINE if large else BlockKind.PARAGRAPH
    return Piece(kind, text, line=first.number, page=first.page)


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """Join a line to those before it, and the halves of a word that the margin cut.

    The hyphen stays where the text writes the word with it elsewhere, or its first half takes one.
    """
    head, tail = _HYPHEN.search(text), _LOWER.match(line)
    if head is None or tail is None or not tail[0].islower():
        return f"{text} {line}" if not text.endswith(("-", "—")) else text + line
    one, two = f"{head['head']}{tail[0]}".lower(), f"{head['head']}-{tail[0]}".lower()
    with_hyphen = words[two] > 0 or (head["head"].lower() in _KEPT and not words[one])
    return (text if with_hyphen else text[: head.end("head")]) + line
