"""Find what a page carries around its news: captions, credits, bylines, links, comment boxes.

Every finder takes a text and a span of it, and yields pieces of that span with what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model import Block, BlockKind, Span
from reconcile.text.agencies import PATTERN

_PERSON = r"[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]+|de|van|von|al|el|bin|der|la)){1,3}"
_JOB = (
    r"(?:staff|writers?|reporters?|correspondents?|editors?|bureau|news|press|services?|agency|"
    r"agencies|wires?|politics|associate|senior|national|foreign|chief|in|the|of|and|for|&)"
)
_TAIL = rf"(?:\s*[,|/–—-]\s*|\s+)(?:{PATTERN}|[A-Z][\w.'’-]+|(?i:{_JOB}))(?:[ ](?:[A-Z][\w.'’-]+|(?i:{_JOB})))*"
_AND = rf"(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s*&\s*){_PERSON}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:(?i:by|from)\s+(?:{_PERSON}|(?i:our|the|a|staff|special)\b[^.]{{3,40}}|{PATTERN}){_AND}(?:{_TAIL}){{0,3}}"
    rf"|{_PERSON}{_AND}\s*[,|/]\s*(?:{PATTERN}|(?i:the\s+associated\s+press|staff\s+writers?))(?:[ ][\w ]{{1,30}})?"
    r")[.,]?\Z"
)

_PHOTO_CREDIT = (
    rf"\((?:{PATTERN}|[A-Z]\w+|(?i:file|pool|handout))?\s*(?i:photos?|file photo|pictures?|images?|handout|via|credit|/)[^()]{{0,80}}\)"
    rf"|\((?i:photo|image|picture|credit|source|courtesy)[^()]{{1,80}}\)"
    rf"|\([^()]{{1,50}}/\s*(?:{PATTERN}|(?i:getty(?: images)?|file|pool|handout|epa|shutterstock))[^()]{{0,30}}\)"
    rf"|(?:REUTERS|AFP|EPA|AP)\s?/\s?[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){{0,2}}"
)
_PHOTO = re.compile(_PHOTO_CREDIT)
_CAPTION_START = re.compile(
    r"(?:(?i:image|photo|picture|video)\s+(?i:source|credit|courtesy|by)\s*:|(?i:image|photo|picture|caption|credit)\s*:|"
    r"FILE\s*(?:PHOTO)?\s*[-–—:]+\s|(?i:pictured|seen here|shown here)\s*(?:above|left|right|here)?\s*[:,]|In this (?i:file |undated |still |image|photo|frame|picture))"
)
_DEPICTS = re.compile(
    r"\b(?:(?:are|is|was|were) (?:seen|pictured|shown|photographed)|pictured|stands? (?:in front|outside|near|guard)|"
    r"(?:walks?|gathers?|poses?|inspects?|looks?|attends?|holds?|waves?) .{0,60}\b(?:19|20)\d\d\b|file photo|in this)",
    re.IGNORECASE,
)

_CREDITS = re.compile(
    rf"""
    \((?i:with|additional|source|reporting|compiled|edited|writing|agencies|agency|adapted|this\ (?:story|report))[^()]{{0,160}}\)
    |(?i:with\ (?:inputs?|reporting|files|material|additional\ reporting)\ (?:from|by)\ [^.()\n]{{2,120}}\.?\Z)
    |(?i:(?:additional\ )?(?:reporting|writing|editing)\ by\ [^.()\n]{{3,160}}(?:\.|\Z))
    |(?i:(?:[\w.'’-]+\ ){{0,9}}(?:contributed\ (?:to\ this\ (?:report|story|article)|reporting)|also\ contributed))[^.\n]{{0,60}}\.?
    |(?i:(?:the\ )?agencies\ contributed\b[^.\n]{{0,60}}\.?)
    |(?<=[\w.!?"'”’)])\s*(?:[-–—]{{1,2}}|/)\s*\(?{PATTERN}(?:[/,&]\s?{PATTERN})*\)?\.?\s*\Z
    |(?i:source)\s*:\s*(?:{PATTERN}|(?i:agencies|news\ agencies|wires))(?:[,/&]?\s?(?:and\s)?{PATTERN})*\.?\s*\Z
    |\((?:{PATTERN}|(?i:agencies|wires))(?:\s*[/,&]\s*(?:{PATTERN}|(?i:agencies|wires)))*\)\.?\s*\Z
    |(?:©|\(c\)|(?i:copyright\b))\s*(?:(?:19|20)\d\d|[A-Z©])[^\n]*\Z
    |(?i:all\ rights\ reserved)\.?[^\n]*\Z
    """,
    re.VERBOSE,
)

_JUNK = re.compile(
    r"""
    pic\.twitter\.com/?\w+(?:\ (?:[A-Z][\w'-]+\ ){1,3}\(@?\w{2,20}\)\ (?:[A-Z][a-z]+\.?\ )?\d\d?,?\ (?:19|20)\d\d)? | (?:https?://|www\.)\S+
    |(?:[—–-]\s*)?[A-Z][\w .'’-]{2,40}\(@\w{2,20}\)\s*(?:[A-Z][a-z]+\.?\ \d\d?,\ \d{4})?
    |(?i:follow\ (?:us|@\w+|[A-Z]\w+)\ on\ (?:twitter|facebook|instagram|x|telegram|whatsapp)[^.\n]{0,60}\.?)
    |(?:(?i:read|see|watch)\s+(?i:also|more|next)\b|Also\ [Rr]ead|READ\ MORE|Related\ (?:stories|articles|links|topics))\s*:?[^.\n]{0,160}\Z
    |(?:(?i:click\ here)|(?i:sign\ up\ (?:for|to))|(?i:subscribe\ (?:to|now)))[^.\n]{0,120}(?:\.|\Z)
    |(?i:(?:download|get)\ (?:the|our)\ [\w ]{1,30}\bapp\b)[^.\n]{0,80}(?:\.|\Z)
    |(?i:share\ (?:this|on)\b)[^.\n]{0,50}(?:\.|\Z)
    |(?:\.\.\.\s*)?(?:\b\d{1,5}\s+)?(?i:community\ standards\ ?discussion|comment(?:s)?\ via\ facebook|(?:leave|post)\ a\ comment)[^\n]*\Z
    |(?i:advertisement)\b(?=\s|\Z)(?-i:(?<=ADVERTISEMENT)|(?<=Advertisement))
    |(?:\.\.\.\s*)?(?:\b\d{1,6}\s+)?Topic\s[^.()]{2,80}\(\d+\)\s+Related\b[^\n]*\Z
    |(?:[A-Z][\w'’-]+\ ){1,8}is\ (?:the|an?)\ (?:[\w’'-]+\ ){0,4}?(?i:premier|leading|largest|award-winning|independent|oldest|online)\b[^.\n]{0,80}\b(?i:newspaper|news\ agency|website|magazine|broadcaster|publication|news\ network)\b[^\n]*\Z
    |Tags:?\s+(?:[A-Z][\w-]*[ ,]*){2}[^.\n]{0,200}\Z
    """,
    re.VERBOSE,
)
_SIGN_OFF = re.compile(r"(?<=[.!?\"”])\s+[A-Z]{2,4}(?:\s?[-/]\s?[A-Z0-9]{1,4})?\s*\Z")
_CHEAP_CREDIT = re.compile(
    rf"(?i:with |by |contributed|source|copyright|©|\(c\)|rights reserved|agencies|wires)|{PATTERN}"
)
_CHEAP_JUNK = re.compile(
    r"(?i:http|www\.|twitter|@|follow|read|also|see more|watch|related|click|sign up|subscribe|app\b|share|comment|advertisement|tags|topic|newspaper|agency|website|magazine|broadcaster|publication|network)"
)
_TEASER = re.compile(
    r"(?:(?<=[.!?\"”]\s)|(?<![\s\S]))(?:REUTERS|AFP|AP|EPA|GETTY|SPUTNIK)\s(?:(?:[A-Z0-9][\w'’-]*|to|in|of|on|the|a|an|for|from|near|"
    r"and|at|by|with|over|after|as|al-\w+)\s){6,40}(?=[A-Z][\w'’-]*\s[a-z])"
)
_WORD = re.compile(r"\w+")


def find_bylines(text: str, span: Span) -> Iterator[Block]:
    """Yield the whole span when it is a byline: "By Jane Doe", "Jane Doe and John Roe, AP"."""
    words = span.of(text)
    if len(words) < 160 and _BYLINE.match(words):
        yield Block(BlockKind.BYLINE, span)


def find_captions(text: str, span: Span) -> Iterator[Block]:
    """Yield the captions inside a span: from their mark, or the words before a photo credit.

    A caption that opens with its mark ("Image source:") runs to the photo credit, or else to the
    end of the paragraph.
    """
    at = span.start
    for credit in _PHOTO.finditer(text, span.start, span.end):
        mark = _CAPTION_START.search(text, at, credit.start())
        start = mark.start() if mark else _opening(text, at, credit.start(), span.start)
        yield Block(BlockKind.CAPTION, Span(start, credit.end()))
        at = credit.end()
    mark = _CAPTION_START.match(text, at + _gap(text, at, span.end), span.end)
    if mark:
        yield Block(BlockKind.CAPTION, Span(mark.start(), span.end))


def _gap(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return len(words) - len(words.lstrip())


def _opening(text: str, start: int, credit: int, paragraph: int) -> int:
    """Return where a caption without a mark begins, going back from its credit.

    The whole paragraph when that is short; in run-on text only the sentences that say what a
    picture shows, and the bare credit when none does.
    """
    first = start + _gap(text, start, credit)
    sentences = [
        first,
        *(
            m.end()
            for m in re.finditer(r"[.!?][\"”]?\s+(?=[A-Z\"“])", text[:credit])
            if m.end() > first
        ),
    ]
    if start == paragraph and len(sentences) <= 4 and len(_WORD.findall(text[first:credit])) <= 80:
        return first
    for begin in reversed(sentences[-3:]):
        if _DEPICTS.search(text, begin, credit):
            return begin
    return credit


def depicts(words: str) -> bool:
    """Tell whether a paragraph says what a picture shows: "are seen outside", "poses"."""
    return _DEPICTS.search(words) is not None


def find_credits(text: str, span: Span) -> Iterator[Block]:
    """Yield credits and site furniture inside a span: "(With inputs from …)", "--Reuters"."""
    words = span.of(text)
    patterns = []
    if _CHEAP_CREDIT.search(words):
        patterns.append(_CREDITS)
    if _CHEAP_JUNK.search(words):
        patterns.append(_JUNK)
    found = [m.span() for p in (*patterns, _SIGN_OFF) for m in p.finditer(words)]
    last = 0
    for start, end in sorted(found):
        if start >= last and end > start:
            lead = _gap(words, start, end)
            yield Block(BlockKind.CREDIT, Span(span.start + start + lead, span.start + end))
            last = end


def find_teasers(text: str, span: Span) -> Iterator[Block]:
    """Yield a photo's agency with the headline of another story: "REUTERS Ferry Sinks Off Town"."""
    for m in _TEASER.finditer(text, span.start, span.end):
        run = m[0].rstrip()
        if sum(w[0].isupper() for w in run.split()) * 4 >= len(run.split()) * 3:
            yield Block(BlockKind.CAPTION, Span(m.start(), m.start() + len(run)))
