"""Cut a text into blocks: header, headline, dateline, paragraphs, captions, credits, bylines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from reconcile.model import Block, BlockKind, Span
from reconcile.text.captions import depicts, find_captions, find_teasers
from reconcile.text.credits import find_bylines, find_credits
from reconcile.text.notices import set_notices_aside
from reconcile.text.opening import date_line, find_inner_heads, peel
from reconcile.text.paragraphs import Paragraph, find_paragraphs, front_matter
from reconcile.text.squeeze import squeeze

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_FINAL = re.compile(r"""[.!?…:;,]["'”’)\]]*\Z""")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_MANY = 40  # captions looked for again; a page with more is a gallery
_OPENING = 8  # paragraphs in which headlines, stamps and datelines of the head may stand

Finder = Callable[[str, Span], Iterable[Block]]


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order, without overlap.

    White space, Markdown marks and rules between blocks belong to none.
    """
    front = front_matter(text)
    blocks = [Block(BlockKind.HEADER, front[0])] if front else []
    paragraphs = list(find_paragraphs(text, front[0].end if front else 0))
    line = date_line(text, paragraphs[0].span) if paragraphs else None
    if line:
        blocks.append(line)
        rest = _trim(text, line.span.end, paragraphs[0].span.end)
        paragraphs[:1] = [Paragraph(rest)] if rest else []
    flat = squeeze(text)
    cut = list(_head(flat.text, [Paragraph(flat.inward(p.span), p.heading) for p in paragraphs]))
    for finder in (find_bylines, find_captions, find_teasers, find_credits, find_inner_heads):
        cut = list(_cut_all(flat.text, cut, finder))
    cut = _repeats(flat.text, set_notices_aside(flat.text, cut))
    return (*blocks, *(Block(b.kind, flat.outward(b.span)) for b in cut))


def _head(text: str, paragraphs: list[Paragraph]) -> Iterator[Block]:
    """Yield the paragraphs, with header, headlines and datelines cut off."""
    headlines: tuple[str, ...] = ()
    prose = False  # whether running text was met
    for k, paragraph in enumerate(paragraphs):
        span, rest = paragraph.span, paragraph.span.start
        if not prose or k < _OPENING:
            for piece in peel(text, span, headlines):
                yield piece
                rest = piece.span.end
                if piece.kind is BlockKind.HEADLINE:
                    headlines += (piece.span.of(text),)
        left = _trim(text, rest, span.end)
        if left is None:
            continue
        if _is_headline(text, left, paragraph, paragraphs[k + 1 : k + 2], prose):
            headlines += (left.of(text),) if not prose else ()
            yield Block(BlockKind.HEADLINE, left)
        else:
            prose = prose or _is_prose(text, left)
            yield Block(BlockKind.PARAGRAPH, left)


def _is_prose(text: str, span: Span) -> bool:
    """Tell running text from bylines and captions, after which a headline may still come."""
    return not any(find_bylines(text, span)) and not any(
        b.span.start == span.start for b in find_captions(text, span)
    )


def _is_headline(
    text: str, span: Span, paragraph: Paragraph, after: list[Paragraph], prose: bool
) -> bool:
    """Tell whether a paragraph is a headline: short, on its own, without a full stop.

    A full stop is forgiven when the story itself follows, with a dateline.
    """
    if paragraph.heading:
        return True
    if not after or _longer(text, span, 8 if prose else 25):
        return False
    words = span.of(text).split()
    if (
        any(find_bylines(text, span))
        or any(find_credits(text, span))
        or any(find_captions(text, span))
    ):
        return False
    asks = words[-1].endswith(("?", "!"))
    if asks or not _FINAL.search(words[-1]) or _ACRONYM.search(words[-1]):
        return not prose or (words[0][0].isupper() and not asks)
    if prose or len(words) > 15:
        return False
    pieces = list(peel(text, after[0].span, (span.of(text),)))
    return any(p.kind is BlockKind.DATELINE for p in pieces) or bool(pieces)


def _longer(text: str, span: Span, words: int) -> bool:
    """Tell whether a span of a squeezed text has more than so many words."""
    return text.count(" ", span.start, span.end) >= words


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space around it, None if it holds no letter or digit."""
    words = text[start:end]
    if not _LETTER.search(words):
        return None
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + len(words.rstrip()))


def _cut_all(text: str, blocks: Iterable[Block], finder: Finder) -> Iterator[Block]:
    """Yield the blocks with what the finder sees cut out of the paragraphs."""
    for block in blocks:
        pieces = tuple(finder(text, block.span)) if block.kind is BlockKind.PARAGRAPH else ()
        if pieces:
            yield from _cut(text, block.span, pieces)
        else:
            yield block


def _cut(text: str, span: Span, pieces: Iterable[Block]) -> Iterator[Block]:
    at = span.start
    for piece in pieces:
        before = _trim(text, at, piece.span.start)
        if before:
            yield Block(BlockKind.PARAGRAPH, before)
        yield piece
        at = piece.span.end
    left = _trim(text, at, span.end)
    if left:
        yield Block(BlockKind.PARAGRAPH, left)


# ---------------------------------------------------------------- what is printed again and again


def _repeats(text: str, blocks: list[Block]) -> list[Block]:
    """Mark captions said again without their mark, and paragraphs printed over and over."""
    texts = [_key(b.span.of(text)) for b in blocks if b.kind is BlockKind.CAPTION]
    again = [
        re.compile(_loose(k), re.IGNORECASE)
        for k in list(dict.fromkeys(texts))[:_MANY]
        if k.count(" ") >= 6
    ]

    def captions(text: str, span: Span) -> Iterator[Block]:
        found = sorted(
            (m.start(), m.end()) for p in again for m in p.finditer(text, span.start, span.end)
        )
        last = span.start
        for start, end in found:
            if start >= last:
                yield Block(BlockKind.CAPTION, Span(start, end))
                last = end

    cut = list(_cut_all(text, blocks, captions)) if again else blocks
    if _begin_alike(text, cut):
        return list(_printed_again(text, cut))
    return [
        b
        for block in cut
        for b in (_lead_twice(text, block) if block.kind is BlockKind.PARAGRAPH else (block,))
    ]


def _begin_alike(text: str, blocks: list[Block]) -> bool:
    """Tell whether two paragraphs begin with the same words; if none do, none is printed again.

    The first four words of a key, read without its rest, which costs more than all else here.
    """
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            words = block.span.of(text)
            mark = _MARK.match(words)
            begins = words[mark.end() if mark else 0 :][:_BEGINNING]
            first = tuple(_WORD.findall(begins.lower())[:4])
            if first in seen or (len(first) < 4 and len(begins) == _BEGINNING):
                return True
            seen.add(first)
    return False


_BEGINNING = 120  # characters, in which four words stand


def _printed_again(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, with paragraphs printed three times (or twice, as captions are) marked."""
    keys = [_key(b.span.of(text)) if b.kind is BlockKind.PARAGRAPH else "" for b in blocks]
    times = Counter(k for k in keys if k.count(" ") >= 4)
    told = [k for k in keys if k][:2]
    seen: set[str] = set()
    for block, key, after in zip(blocks, keys, [*keys, ""][1:], strict=True):
        twice = times[key] == 2 and (key in seen or depicts(block.span.of(text)))
        teaser = key.count(" ") >= 4 and (
            after.startswith(key + " ") or _before_dateline(key, told)
        )
        seen.add(key)
        if times[key] > 2 or twice or teaser:
            yield Block(BlockKind.CAPTION, block.span)
        elif block.kind is BlockKind.PARAGRAPH:
            yield from _lead_twice(text, block)
        else:
            yield block


def _before_dateline(key: str, told: list[str]) -> bool:
    """Tell whether the first of the paragraphs is said again by the one after the dateline."""
    return len(told) > 1 and told[0] == key and told[1].startswith(key + " ")


def _lead_twice(text: str, block: Block) -> Iterator[Block]:
    """Yield the paragraph; a first sentence that is printed twice in a row is cut off once."""
    span = block.span
    begins = text[span.start : span.start + 31]
    if text.find(begins, span.start + 31, span.start + 700) < 0:  # said once
        yield block
        return
    for m in _SENTENCE_END.finditer(text, span.start, min(span.end, span.start + 600)):
        lead = text[span.start : m.start()]
        if len(lead) > 30 and text.startswith(lead, m.end()):
            yield Block(BlockKind.CAPTION, Span(span.start, m.start()))
            yield Block(BlockKind.PARAGRAPH, Span(m.end(), span.end))
            return
    yield block


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+")
_MARK = re.compile(
    r"(?:image|photo|picture|video|caption)\s*(?:source|credit|courtesy)?\s*:\s*(?:(?-i:[A-Z]{2,})\b|reuters\b)?",
    re.IGNORECASE,
)
_MARKS = re.compile(rf"^(?:{_MARK.pattern})|\([^()]*\)\s*$", re.IGNORECASE)


def _key(words: str) -> str:
    """Return the words of a block, without a caption's mark and credit."""
    return " ".join(_WORD.findall(_MARKS.sub(" ", words).lower()))


def _loose(key: str) -> str:
    """Return a pattern that finds the words of a key whatever stands between them."""
    return r"\b" + r"\W+".join(map(re.escape, key.split())) + r"\b[.!?]?"
