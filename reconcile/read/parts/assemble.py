"""Make a report of the pieces that a structured format names: headline, byline, paragraphs, credit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.model import Block, BlockKind, Report, Span, Stretch
from reconcile.text.agencies import agencies_in, once
from reconcile.text.bare import are_bare, begins_like
from reconcile.text.blocks import find_blocks
from reconcile.text.masthead import against_dateline, read_masthead
from reconcile.text.notices import find_notices


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of the file with one purpose, and where it stands there."""

    kind: BlockKind
    text: str
    line: int = 0
    column: int = 0
    page: int = 0
    path: str = ""
    literal: bool = False  # see Stretch


def assemble(given: Report, pieces: Sequence[Piece]) -> Report:
    """Return `given` with the text, blocks and map of the pieces; what it says already stays.

    Pieces are parted by an empty line. A PARAGRAPH piece is searched for datelines, captions and
    credits as plain text is; the kind of every other piece is taken as the format says.
    """
    pieces = [p for p in pieces if any(map(str.isalnum, p.text))]
    spans = list(_spans(pieces))
    text = "\n\n".join(p.text for p in pieces)
    told = [Block(p.kind, s) for p, s in zip(pieces, spans, strict=True) if p.kind is not _SEARCHED]
    blocks = _blocks(text, pieces, spans, told)
    head = read_masthead(text, blocks)
    published = given.published or head.published
    return replace(
        given,
        text=text,
        blocks=blocks,
        source=given.source or head.source,
        published=published,
        place=given.place or head.place,
        title=given.title or head.title,
        agencies=once([*given.agencies, *agencies_in(given.credit), *head.agencies]),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        warnings=(*given.warnings, *against_dateline(given.published, text, blocks)),
        notices=(*given.notices, *find_notices(text, blocks)),
        map=tuple(
            Stretch(s, p.line, p.column, p.page, p.path, p.literal)
            for p, s in zip(pieces, spans, strict=True)
        ),
    )


_SEARCHED = BlockKind.PARAGRAPH


def _blocks(
    text: str, pieces: Sequence[Piece], spans: Sequence[Span], told: Sequence[Block]
) -> tuple[Block, ...]:
    """Return the blocks: what the format told, and what is found in the rest, be it prose alone."""
    searched = [(p.text, s) for p, s in zip(pieces, spans, strict=True) if p.kind is _SEARCHED]
    heads = [b.span.of(text) for b in told]
    begins = {words[:24].lower() for words, _ in searched}
    if (
        searched
        and len(begins) == len(searched)
        and are_bare([words for words, _ in searched], opening=True)
        and not any(begins_like(words, heads) for words, _ in searched[:2])
    ):
        prose = (Block(_SEARCHED, span) for _, span in searched)
        return tuple(sorted((*told, *prose), key=lambda b: b.span.start))
    return tuple(_merged(find_blocks(text), told))


def _spans(pieces: Iterable[Piece]) -> Iterator[Span]:
    at = 0
    for piece in pieces:
        yield Span(at, at + len(piece.text))
        at += len(piece.text) + 2


def _merged(found: Iterable[Block], told: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks in text order: those told, and of those found what lies outside them."""
    outside = [b for b in found if not any(b.span.overlaps(t.span) for t in told)]
    yield from sorted([*outside, *told], key=lambda b: b.span.start)
