"""Cut a text into front matter and paragraphs, however its lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model import Span

_FRONT = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>.*?(?:\r\n?|\n)|)(?P=mark)[ \t]*(?:\r\n?|\n|\Z)",
    re.S,
)
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?>\r\n|\r|\n|\u2029)[^\S\r\n]*(?:\r\n|\r|\n|\u2029)|\u2029|\f")
_MARKDOWN = re.compile(
    r"(?P<heading>#{1,6}[ \t]+)|(?P<item>(?:[-*+•]|\d{1,2}[.)])[ \t]+(?=\S))|(?P<quote>>[ \t]?)"
)
_PLAIN_BLANK = re.compile(r"\n[^\S\n]*\n")  # the same where no other line end occurs
_COLON = re.compile(r":\s|\s:")  # "Image Source : AP" is the head of a caption
_RULE = re.compile(r"[-=*_~ \t]{3,}\Z")
_END = re.compile(r"""[.!?:;,…]["'”’)\]]*\Z""")
# A line that ends in one of these goes on in the next one.
_OPEN = frozenset(
    "a an the of to in on at for from with by and or but as that than into near about after before "
    "was were is are be been has have had his her its their who which when while said".split()
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, without white space around it and without Markdown marks before it."""

    span: Span
    heading: bool = False  # a Markdown heading, or a short line set off from the text below


def front_matter(text: str) -> tuple[Span, str] | None:
    """Return the span of the front matter and its kind ("---" or "+++"), None if there is none."""
    m = _FRONT.match(text)
    return (Span(m.start("mark"), m.end()), m["mark"]) if m else None


def find_paragraphs(text: str, start: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of text[start:]: blank lines part them, single line ends do not.

    Headings, list items and rules of Markdown part them too, and so does a short first line
    without a full stop that is no part of what follows.
    """
    first = True
    for chunk in _chunks(text, start):
        lines = _lines(text, chunk)
        if len(lines) == 1 and not _MARKDOWN.match(text, lines[0].start, lines[0].end):
            first = False
            yield Paragraph(lines[0])
            continue
        for group in _groups(text, lines, first):
            first = False
            yield group


def _chunks(text: str, start: int) -> Iterator[Span]:
    odd = "\r" in text or "\u2029" in text or "\f" in text
    for m in (_BLANK if odd else _PLAIN_BLANK).finditer(text, start):
        yield Span(start, m.start())
        start = m.end()
    yield Span(start, len(text))


def _lines(text: str, chunk: Span) -> list[Span]:
    """Return the lines of a chunk that hold a word, without white space around them."""
    lines = []
    for m in _LINE.finditer(text, chunk.start, chunk.end):
        words = m[0].strip()
        if words and not _RULE.match(words):
            at = m.start() + len(m[0]) - len(m[0].lstrip())
            lines.append(Span(at, at + len(words)))
    return lines


def _groups(text: str, lines: list[Span], first: bool) -> Iterator[Paragraph]:
    """Join the lines of a chunk into paragraphs."""
    run: list[Span] = []
    items = False  # whether the chunk is a list
    width = max((line.end - line.start for line in lines), default=0)
    for line, after in pairwise([*lines, None]):
        assert line is not None
        mark = _MARKDOWN.match(text, line.start, line.end)
        if mark and mark["item"] and run and not (items or _END.search(run[-1].of(text))):
            mark = None  # a dash or a figure that the margin brought to the head of a line
        items = items or (mark is not None and mark["item"] is not None)
        if mark and run:
            yield Paragraph(Span(run[0].start, run[-1].end))
            run = []
        kept = Span(mark.end() if mark else line.start, line.end)
        if mark and mark["heading"]:
            yield Paragraph(kept, heading=True)
        elif not run and first and after and _stands_alone(text, kept, after, width):
            yield Paragraph(kept, heading=not _date_line(text, kept))
        else:
            run.append(kept)
            continue
        first = first and _date_line(text, kept)
    if run:
        yield Paragraph(Span(run[0].start, run[-1].end))


def _date_line(text: str, line: Span) -> bool:
    return text[line.start : line.start + 5].lower() == "date "


def _stands_alone(text: str, line: Span, after: Span, width: int) -> bool:
    """Tell a heading from a line that was merely broken at the margin."""
    words, following = line.of(text).split(), after.of(text)
    if words[0].lower() == "date" and len(words) < 8:
        return not _COLON.search(line.of(text))
    if len(words) > 20 or _END.search(words[-1]) or words[-1].lower() in _OPEN:
        return False
    room = width - (line.end - line.start)
    begins = following.lstrip("\"'“‘(")[:1]
    return begins.isupper() and room > len(following.split()[0]) + 12
