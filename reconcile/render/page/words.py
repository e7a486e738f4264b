"""Make words of a report fit to be shown: nothing in them steers a terminal or turns a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.model import Span

# C0 and C1 controls, marks that turn the direction of a line, invisible spaces, stray surrogates.
# The joiners U+200C and U+200D stay: scripts and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# Stands for each character that --redact-text took out of a text: no text has it (it is no
# character, says Unicode), and a page shows any number of them as one "…".
LEFT_OUT = "\ufdd0"
_LEFT_OUT = re.compile(f"{LEFT_OUT}(?:[{LEFT_OUT}\\s]*{LEFT_OUT})?")
_STRAY = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, marked where the reports differ."""

    text: str
    marked: bool


def whole_characters(text: str) -> str:
    """Replace half characters, which no encoding can write, one for one: offsets stay true.

    Only what was taken out of a text becomes shorter: "…".
    """
    return _left_out(_STRAY.sub("\ufffd", text))


def _left_out(text: str) -> str:
    """Show what was taken out of a text as "…"."""
    return _LEFT_OUT.sub("…", text) if LEFT_OUT in text else text


def visible(text: str) -> str:
    """Return the text on one line, each control or direction character shown as its name."""
    return _UNSEEN.sub(_name, _SPACES.sub(" ", _left_out(text)))


def legible(text: str, span: Span | None = None) -> str:
    """Return the text with its lines as they are, each control or direction character as its name.

    Every way to end a line becomes a line feed. The texts of neighbouring spans, one after the
    other, are the text of both.
    """
    if span:
        cut_in_two = text[span.end - 1 : span.end + 1] == "\r\n"
        text = text[span.start : span.end - cut_in_two]
    lines = _LINE_ENDS.sub("\n", _left_out(text)).replace("\t", " ").split("\n")
    return "\n".join(_UNSEEN.sub(_name, line) for line in lines)


def _name(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for escape
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def pieces(text: str, span: Span, marks: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """Cut the words at a span into marked and unmarked pieces; what lies outside it is left out."""
    found: list[Piece] = []
    at = span.start
    for mark in joined(text, marks):
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end and text[start:end].strip():
            found += [Piece(visible(text[at:start]), False), Piece(visible(text[start:end]), True)]
            at = end
    found.append(Piece(visible(text[at : span.end]), False))
    return tuple(piece for piece in found if piece.text)


def joined(text: str, marks: Iterable[Span]) -> list[Span]:
    """Return the marks in text order, those with nothing but a space between them as one."""
    found: list[Span] = []
    for mark in sorted(marks):
        if found and not text[found[-1].end : mark.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, mark.end))
        else:
            found.append(mark)
    return found
