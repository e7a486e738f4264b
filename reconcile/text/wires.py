"""Know the agencies that a desk has added: find their names, and read a paragraph as if it knew them.

The patterns of datelines, credits and bylines know the agencies of `agencies.py`. A paragraph with
an added one is read with the name of a known one in its stead, and what is found is put back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Block, BlockKind, Span, Wire
from reconcile.settings.nouns import Agency
from reconcile.text.blocks import find_blocks
from reconcile.text.dateline import read_dateline

STAND_IN = "Reuters"


@dataclass(frozen=True, slots=True)
class StandIn:
    """A text with names exchanged, and where its places stand in the first one."""

    text: str
    theirs: tuple[int, ...]  # ends of the exchanged names in this text, with 0 in front
    ours: tuple[int, ...]  # the same ends in the first text

    def outward(self, span: Span) -> Span:
        """Return the span in the first text; a span never ends inside an exchanged name."""
        return Span(self._place(span.start), self._place(span.end))

    def _place(self, at: int) -> int:
        k = bisect_right(self.theirs, at) - 1
        return self.ours[k] + at - self.theirs[k]


def named(text: str, agencies: tuple[Agency, ...]) -> tuple[Wire, ...]:
    """Return where a text names agencies that a desk has added, in order."""
    if not agencies:
        return ()
    pattern, names = _spelled(agencies)
    return tuple(
        Wire(names[" ".join(m[0].split()).casefold()], Span(m.start(), m.end()))
        for m in pattern.finditer(text)
    )


@lru_cache(maxsize=64)
def _spelled(agencies: tuple[Agency, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {s.casefold(): a.name for a in reversed(agencies) for s in (a.name, *a.spellings)}
    spelled = {s for a in agencies for s in (a.name, *a.spellings)}
    exact = "|".join(
        _loose(s) if len(s) > 4 else re.escape(s)  # "CNS" must stand as it is written
        for s in sorted(spelled, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w.])(?:{exact})(?!\w)"), names


def _loose(spelling: str) -> str:
    return "(?i:" + r"\s+".join(map(re.escape, spelling.split())) + ")"


def stand_in(text: str, wires: Sequence[Wire]) -> StandIn:
    """Return the text with each added agency under a known one's name."""
    out, at, theirs, ours = "", 0, [0], [0]
    for wire in wires:
        out += text[at : wire.span.start] + STAND_IN
        at = wire.span.end
        theirs.append(len(out))
        ours.append(at)
    return StandIn(out + text[at:], tuple(theirs), tuple(ours))


def cut_anew(
    text: str, blocks: Sequence[Block], wires: Sequence[Wire]
) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with datelines, credits and bylines of added agencies cut off, and the place.

    The place is that of the first such dateline, "" where none has one.
    """
    out: list[Block] = []
    place = ""
    for block in blocks:
        inside = [w for w in wires if block.span.covers(w.span)]
        if block.kind is not BlockKind.PARAGRAPH or not inside:
            out.append(block)
            continue
        start = block.span.start
        moved = [Wire(w.agency, Span(w.span.start - start, w.span.end - start)) for w in inside]
        words = stand_in(block.span.of(text), moved)
        for piece in find_blocks(words.text):
            span = words.outward(piece.span)
            out.append(Block(piece.kind, Span(start + span.start, start + span.end)))
            if piece.kind is BlockKind.DATELINE and not place:
                found = read_dateline(words.text, piece.span.start, len(words.text))
                place = found.place if found else ""
    return tuple(out), place


def credited(blocks: Sequence[Block], wires: Sequence[Wire]) -> Iterator[str]:
    """Yield the added agencies that header, datelines, bylines and credits name."""
    kinds = {BlockKind.HEADER, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BYLINE}
    for wire in wires:
        if any(b.kind in kinds and b.span.covers(wire.span) for b in blocks):
            yield wire.agency
