"""Cut the head of a story off its prose: date and source line, headline said twice, stamps, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.model import Block, BlockKind, Span
from reconcile.text.agencies import PATTERN
from reconcile.text.dateline import inner_datelines, read_dateline
from reconcile.text.dates import STAMP, may_hold_stamp

_LINE_HEAD = re.compile(r"(?:date|published|pubdate)\s*:?\s+(?=\S)", re.IGNORECASE)
_SOURCE = re.compile(
    rf"[ \t]+(?:{PATTERN}(?:,[ ](?:[A-Z][A-Z.'-]+)(?:[ ][A-Z][A-Z.'-]+){{0,2}}\b)?(?=\s)|[a-z][a-z0-9.-]+(?=[ \t]+[A-Z\"“]))"
)
_PUBLISHED = re.compile(
    r"(?:date of publication|publication date|(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|released|issued))\s*(?:on|at|:)?\s*",
    re.IGNORECASE,
)
_AGENCY = re.compile(rf"(?:{PATTERN})[ ,|-]*")
# what is printed after a stamp by the machine: "(updated 20:33 …)", "Get short URL 98", "by Desk English"
_AFTER = re.compile(
    r"\s*(?:\((?:updated|modified)[^()]*\)|\)|\|?\s*(?:Last )?[Uu]pdated?:?(?=\s*\d)|"
    r"(?:Get )?[Ss]hort URL|(?<=URL)\s*\d+|Topic\s[^()]{2,80}\(\d+\)(?:\s*\d+)?|"
    r"by (?:[A-Z][\w'-]+\s?){1,4}(?=English|Staff|Desk|Reuters|AFP)\w+|(?:IST|EST|GMT|BST|EDT)\b)"
)
_TAGS = re.compile(r"Tags:?\s+")
_INNER_TAGS = re.compile(r"(?<=[.!?\"”])\s+(?=Tags:?\s)")
_TAGS_END = re.compile(
    r"(?<=\s)(?:(?:At least|More than|An?|The|In|On|It|This|These|Dozens|Hundreds|Two|Three)\s"
    r"|[A-Z][\w-]+\s(?:has|have|had|is|are|was|were|said|says)\s)"
)
_TOKEN = re.compile(r"\w+")
_LINE = re.compile(r"[^\r\n]*")
_BLANK = re.compile(r"\s*")
_MOST = 12  # pieces in front of the prose; more is no head of a story
_STOP = re.compile(r"[.!?;:]\s|\s:")


def peel(text: str, span: Span, headlines: tuple[str, ...]) -> Iterator[Block]:
    """Yield what stands before the prose of a paragraph, piece by piece, in order.

    `headlines` are those met so far; a paragraph that begins with one repeats it.
    """
    at = span.start
    for _ in range(_MOST):
        at += _blank(text, at, span.end)
        piece = _next_piece(text, at, span.end, headlines)
        if piece is None:
            return
        yield piece
        at = piece.span.end


def _blank(text: str, at: int, end: int) -> int:
    blank = _BLANK.match(text, at, end)
    return len(blank[0]) if blank else 0


def _next_piece(text: str, at: int, end: int, headlines: tuple[str, ...]) -> Block | None:
    for headline in headlines:
        stop = _same_words(text, at, end, headline)
        if stop:
            return Block(BlockKind.HEADER, Span(at, stop))
    stop = _stamp_end(text, at, end)
    if stop:
        return Block(BlockKind.HEADER, Span(at, stop))
    dateline = read_dateline(text, at, end)
    if dateline:
        return Block(BlockKind.DATELINE, dateline.span)
    return _tags(text, at, end) or _before_stamp(text, at, end)


def date_line(text: str, span: Span) -> Block | None:
    """Return the line "date 2020-01-01 AP, BAGHDAD" at the head, or as much of it as is no prose."""
    head = _LINE_HEAD.match(text, span.start, span.end)
    if head is None:
        return None
    line = _LINE.match(text, span.start, span.end)
    stop = line.end() if line else span.end
    rest = text[head.end() : stop].rstrip()
    stamp = STAMP.match(text, head.end(), stop)
    plain = not _STOP.search(rest[10:]) and rest[-1:] not in {".", "!", "?"}
    if len(rest.split()) <= 7 and plain:
        return Block(BlockKind.HEADER, Span(span.start, head.end() + len(rest)))
    if stamp is None:
        return None
    source = _SOURCE.match(text, stamp.end(), span.end)
    return Block(BlockKind.HEADER, Span(span.start, source.end() if source else stamp.end()))


def _same_words(text: str, at: int, end: int, headline: str) -> int:
    """Return where the headline said again ends, 0 if it is not said here."""
    wanted = _words(headline)
    place = at
    if len(wanted) < 3:
        return 0
    for word in wanted:
        m = _TOKEN.search(text, place, end)
        if m is None or m[0].lower() != word or m.start() - place > 4:
            return 0
        place = m.end()
    rest = re.compile(r"[\s.:;,|–—\"'”’-]*").match(text, place, end)
    stop = rest.end() if rest else place
    following = text[stop : stop + 1]
    if following.islower():  # the sentence goes on: it merely begins like the headline
        return 0
    return place + len(text[place:stop].rstrip()) if stop < end else 0


@lru_cache(maxsize=256)
def _words(headline: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in _TOKEN.findall(headline))


def _stamp_end(text: str, at: int, end: int) -> int:
    """Return where "AFP Tuesday 5 Jul 2016" or "Published July 5 2016" ends, 0 if none is here."""
    label = _PUBLISHED.match(text, at, end)
    agency = None if label else _AGENCY.match(text, at, end)
    start = label.end() if label else agency.end() if agency else at
    stamp = STAMP.match(text, start, end)
    if stamp is None:
        return 0
    stop = stamp.end()
    while (more := _AFTER.match(text, stop, end)) and more.end() > stop:
        stop = more.end()
    following = text[stop : stop + 20].lstrip(" \t|–—-:")[:1]
    if following and (following.islower() or following in ",.;)") and not label:
        return 0
    return stop


def _tags(text: str, at: int, end: int) -> Block | None:
    m = _TAGS.match(text, at, end)
    stop = _TAGS_END.search(text, m.end(), min(end, at + 300)) if m else None
    return (
        Block(BlockKind.HEADER, Span(at, at + len(text[at : stop.start()].rstrip())))
        if stop
        else None
    )


def _before_stamp(text: str, at: int, end: int) -> Block | None:
    """Return words that run into a stamp without a full stop: a second headline, or page furniture."""
    window = min(end, at + 400)
    stamp = STAMP.search(text, at, window) if may_hold_stamp(text, at, window) else None
    if stamp is None or stamp.start() == at:
        return None
    agency = next(
        (m for m in _AGENCY.finditer(text, at, stamp.start()) if m.end() == stamp.start()), None
    )
    stop = agency.start() if agency else stamp.start()
    words = text[at:stop].split()
    after = text[stamp.end() : stamp.end() + 2].lstrip(" (")[:1]
    if (
        _STOP.search(text, at, stop)
        or not words
        or (after and not after.isupper() and text[stamp.end()] != "(")
    ):
        return None
    if not agency and text[stamp.end() : stamp.end() + 1] not in {"(", " "}:
        return None
    last = words[-1].lower()
    if last in {
        "on",
        "of",
        "since",
        "in",
        "until",
        "by",
        "from",
        "to",
        "before",
        "after",
        "and",
        "between",
        "dated",
    } or last.endswith(","):
        return None
    low = sum(w[0].islower() for w in words)
    kind = BlockKind.HEADLINE if len(words) >= 6 and low * 3 > len(words) else BlockKind.CAPTION
    return Block(kind, Span(at, at + len(text[at:stop].rstrip())))


def find_inner_heads(text: str, span: Span) -> Iterator[Block]:
    """Yield the datelines and lists of tags that stand after a full stop in run-on text."""
    found = [Block(BlockKind.DATELINE, d.span) for d in inner_datelines(text, span.start, span.end)]
    tagged = text.find("Tag", span.start, span.end) >= 0
    for m in _INNER_TAGS.finditer(text, span.start, span.end) if tagged else ():
        tags = _tags(text, m.end(), span.end)
        if tags:
            found.append(tags)
    yield from sorted(found, key=lambda block: block.span)
