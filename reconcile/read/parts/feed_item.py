"""Make a report of one item of a feed, whichever format the feed has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.model import BlockKind, Report
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.markup import parse_fragment, words_of
from reconcile.read.parts.prose import lines, prose
from reconcile.read.parts.story import SUMMARY, Story, headed, report_of

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_MORE = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.)\s*\Z|\b(?:continue reading|read more)\b.{0,60}\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Words:
    """What an item says in one of its fields, and whether that is only a summary."""

    text: str
    kind: str = ""  # media type; "" is not known
    summary: bool = False
    path: str = ""


def report_of_item(
    story: Story, told: Sequence[Words], given: Report, line: int = 0
) -> Report | None:
    """Return the report of an item from the first of its fields that has text, None if none has.

    A summary is read with a warning. Raises ReadError where its markup cannot be read.
    """
    title = _plain(story.title, given.file)
    for words in told:
        pieces = list(_pieces(words, given.file, line))
        if not any(p.kind is BlockKind.PARAGRAPH for p in pieces):
            continue
        return report_of(
            replace(
                story,
                pieces=headed(title, pieces, line, "title"),
                title=title,
                warnings=(SUMMARY,) if words.summary or _MORE.search(pieces[-1].text) else (),
            ),
            given,
        )
    return None


def _pieces(words: Words, file: str, line: int) -> Sequence[Piece]:
    if "html" in words.kind or (words.kind != "text/plain" and _MARKUP.search(words.text)):
        root = parse_fragment(file, words.text, "the text of a feed")
        return list(prose(root, file, words.path, line))
    return list(lines(words.text, words.path, line))


def _plain(title: str, file: str) -> str:
    """Return a headline without markup."""
    if not _MARKUP.search(title):
        return title
    return words_of(parse_fragment(file, title, "the text of a feed"))
