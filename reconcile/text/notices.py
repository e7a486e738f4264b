"""Read what a text says of itself to editors: UPDATE 2, 1st Ld-Writethru, CORRECTS, KILL, "Eds:".

Agencies send a story again and again; slugs in front of the headline, lines to editors and notes at
the foot say which version it is, what was corrected, and what must no longer be used. They are no
news, and are set aside as blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reconcile.model import Block, BlockKind, Notice, NoticeKind, Span
from reconcile.text.amends import amends

# "UPDATE 2-Gas blast …", "CORRECTED-UPDATE 1-…", "CORRECTION: …"
_SLUG = re.compile(
    r"(?P<word>UPDATED?|CORRECTED|CORRECTS|CORRECTION|CLARIFICATION|REFILE|RECASTS?|WRAPUP|KILL(?:ED)?|"
    r"WITHDRAW(?:N|AL|S)|RETRACT(?:ED|ION)|ADVISORY)(?:\s+(?P<number>\d{1,2}))?\s*(?:[-–—:]+|(?=\s*\Z))\s*"
    r"|(?P<soft>Updated?|Correct(?:ion|ed)|Clarification|Retraction|Editor[’']s note|Editors?[’']? note)\s*:\s*"
)
_WRITETHRU = re.compile(
    r"\b(?:(?P<number>\d{1,2})(?:st|nd|rd|th)[ -](?:Ld|LD|Lead)(?:[ -]?(?:Writethru|Write-[Tt]hru|Add|Sub))?"
    r"|Writethru|Write-[Tt]hru|WRITETHRU)\b"
)
_SLUG_WORD = re.compile(r"[,-]\s*(?P<word>KILL|WITHDRAWAL|CORRECTION|ADVISORY)\b\s*\Z")
_TO_EDITORS = re.compile(
    r"\(?(?:Eds|EDS|Editors|EDITORS|NOTE TO EDITORS|Note to editors)\s*[:.–—-]"
)
_ADDS = re.compile(
    r"\((?:Updates?|Adds|Recasts|Corrects|Refiles|Removes|Changes|Clarifies|Fixes|Deletes|Drops|Rewrites|New throughout)\b[^()]{0,400}\)"
)
_TEXT = r"(?:story|report|article|item|dispatch|post|piece|headline|lead)"
# "This story has been corrected to …", "An earlier version of this report misstated …"
_OF_ITSELF = re.compile(
    rf"\(?\b(?:This\s+(?:[\w.,’'-]+\s+){{0,4}}(?:{_TEXT}|version)\s+(?:(?:has been|was|is|have been)\s+(?:corrected|updated|amended|"
    rf"clarified|retracted|withdrawn)|corrects|updates|CORRECTS|UPDATES)"
    rf"|(?:An?|The|In an?)\s+(?:earlier|previous|prior|initial|original)\s+(?:version|edition)\s+of\s+(?:this|the|our)\s+{_TEXT}"
    rf"|(?:An?|The|In an?)\s+(?:earlier|previous|prior|initial|original)\s+{_TEXT}[^.;]{{0,40}}?\b(?:misstated|incorrectly|wrongly|erroneously|"
    rf"misidentified|mistakenly|in error))\b[^()]{{0,400}}?(?:[.!?]\)?(?=\s|\Z)|\Z)"
)
_KILL = re.compile(
    rf"\b(?:(?:asked|advised|requested|required)\s+to|[Pp]lease|[Mm]ust)\s+(?:kill|withdraw|disregard|delete|not\s+use)\s[^.]{{0,80}}?\b(?:{_TEXT}|versions?|copy)\b[^.]{{0,160}}"
    rf"|(?:(?<=[.:;]\s)|(?<![\s\S]))(?:Kill|Disregard|Withdraw)\s+(?:the|this|our|all)\s+(?:[\w-]+\s+){{0,3}}(?:{_TEXT}|versions?)\b[^.]{{0,200}}"
    rf"|\b(?:We|AP|Reuters|AFP|The\s+Associated\s+Press|The\s+agency)\s+(?:has|have|is|are)\s+(?:withdrawn|withdrawing|retracted|retracting|killed|killing)\s"
    rf"[^.]{{0,60}}?\b(?:{_TEXT}|versions?)\b[^.]{{0,160}}|\b[Aa]\s+kill\s+is\s+mandatory\b"
)
# words in lower case without which _OF_ITSELF and _KILL cannot match; looked for first
_BEFORE = ("earlier", "previous", "prior", "initial", "original")
_WRONG = ("misst", "misident", "mistaken", "incorrect", "wrong", "erroneous", "in error")
_MENDED = ("correct", "updat", "amend", "clarif", "retract", "withdrawn")
_REVOKED = ("kill", "disregard", "withdr", "retract")
_TEXTS = tuple("story report article item dispatch post piece headline lead version copy".split())
_HEAD = 8  # blocks in which slugs and lines to editors stand
_LONGEST = 140  # of a slug line

_KINDS = {
    NoticeKind.KILL: re.compile(
        r"\b(?:kill\b|KILLED|Kill(?:ed)?\s*:|[Ww]ith(?:draw|drew)|WITHDRAW|[Rr]etract|RETRACT|[Dd]isregard|not\s+use\b)|\bKILL\b"
    ),
    NoticeKind.CORRECTION: re.compile(
        r"correct|sted\b|misstated|incorrectly|wrongly|erroneous|misidentif|mistaken|fixes|in error|amended",
        re.I,
    ),
    NoticeKind.UPDATE: re.compile(
        r"updat|adds\b|recast|wrapup|new throughout|rewrites|earlier version", re.I
    ),
}


def set_notices_aside(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with notices cut out of headlines and paragraphs, as blocks of their own."""
    out: list[Block] = []
    for k, block in enumerate(blocks):
        last = k >= len(blocks) - 3
        out += _cut(text, block, k < _HEAD, last)
    return out


def find_notices(text: str, blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """Return what the notices of a report say, in text order."""
    return tuple(
        notice
        for block in blocks
        if block.kind is BlockKind.NOTICE
        for notice in _read(text, block.span)
    )


def _cut(text: str, block: Block, head: bool, foot: bool) -> Iterator[Block]:
    if block.kind not in {BlockKind.HEADLINE, BlockKind.PARAGRAPH}:
        yield block
        return
    at = block.span.start
    for start, end in _places(text, block, head, foot):
        if start < at:
            continue
        yield from _left(text, block.kind, at, start)
        yield Block(BlockKind.NOTICE, _trimmed(text, start, end))
        at = end
    if at == block.span.start:
        yield block
    else:
        yield from _left(text, block.kind, at, block.span.end)


def _left(text: str, kind: BlockKind, start: int, end: int) -> Iterator[Block]:
    if re.search(r"\w", text[start:end]):
        yield Block(kind, _trimmed(text, start, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _places(text: str, block: Block, head: bool, foot: bool) -> Iterator[tuple[int, int]]:
    """Yield where the notices of a block stand, in order."""
    words = block.span.of(text)
    start, end = block.span.start, block.span.end
    if head or foot:
        if _whole(words, block.kind):
            yield start, end
            return
        slug = _slug_end(words) if head else 0
        if slug:
            yield start, start + slug
        adds = _ADDS.match(words, slug) if head else None
        if adds:
            yield start + adds.start(), start + adds.end()
    if block.kind is BlockKind.PARAGRAPH:
        cues = _cues_of(text)
        low = words.lower() if cues else ""
        cued = _cued(low) if any(cue in low for cue in cues) else ()
        for begin, stop in sorted(m.span() for p in cued for m in p.finditer(words)):
            yield start + begin, start + stop


@lru_cache(maxsize=2)
def _cues_of(text: str) -> tuple[str, ...]:
    """Return the cues that stand anywhere in a text; asked for each of its paragraphs."""
    low = text.lower()
    return tuple(c for c in (*_BEFORE, "this", *_REVOKED) if c in low) if any(_cued(low)) else ()


def _cued(low: str) -> Iterator[re.Pattern[str]]:
    """Yield which of the patterns inside running text may match it, by words that they need."""
    before = any(word in low for word in _BEFORE)
    if ("this" in low and any(word in low for word in _MENDED)) or (
        before and ("version" in low or "edition" in low or any(word in low for word in _WRONG))
    ):
        yield _OF_ITSELF
    revoked = any(word in low for word in _REVOKED)
    if (revoked or before or "this " in low) and any(word in low for word in _TEXTS):
        if revoked or "delete" in low or "not use" in low:
            yield _KILL
    elif "mandatory" in low:
        yield _KILL


def _whole(words: str, kind: BlockKind) -> bool:
    """Tell whether a block is nothing but a notice: a slug line, a line to editors, a correction."""
    if _TO_EDITORS.match(words):
        return True
    line = len(words) <= _LONGEST and "\n" not in words.strip()
    if line and (_WRITETHRU.search(words) or _SLUG_WORD.search(words)):
        return not re.search(r"[.!?]\s+[A-Z]", words)
    slug = _SLUG.match(words)
    if slug is None or kind is BlockKind.HEADLINE:
        return False
    said = slug["word"] or slug["soft"]
    return _kind(said) in {NoticeKind.CORRECTION, NoticeKind.KILL} or "note" in said.lower()


def _slug_end(words: str) -> int:
    """Return where the slugs in front of a headline end: "CORRECTED-UPDATE 2-"."""
    at = 0
    while (m := _SLUG.match(words, at)) and m.end() > at:
        at = m.end()
    return at


def _kind(words: str) -> NoticeKind:
    """Return what a notice says, the gravest first."""
    found = (kind for kind, pattern in _KINDS.items() if pattern.search(words))
    return next(found, NoticeKind.ADVISORY)


def _read(text: str, span: Span) -> Iterator[Notice]:
    """Yield the notices of a block: "CORRECTED-UPDATE 2-" is two."""
    words = span.of(text)
    slugs = [m for m in _SLUG.finditer(words[: _slug_end(words)]) if m.end() > m.start()]
    for m in slugs:
        yield Notice(
            _kind(m["word"] or m["soft"]),
            span if len(slugs) == 1 else Span(span.start + m.start(), span.start + m.end()),
            int(m["number"] or 0),
            *(amends(text, span) if len(slugs) == 1 else ()),
        )
    if slugs:
        return
    version = _WRITETHRU.search(words)
    kind = _kind(words)
    if version and kind in {NoticeKind.ADVISORY, NoticeKind.UPDATE}:
        yield Notice(NoticeKind.WRITETHRU, span, int(version["number"] or 0))
    else:
        yield Notice(kind, span, 0, *amends(text, span))
