"""Find bylines, credits and site furniture: "By Jane Doe", "--Reuters", "Follow us on Twitter".

Each rule has cues: lower-case words without which its pattern cannot match. They are looked for
first, because nearly every paragraph of news has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class _Rule:
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    tail: int = 0  # look only at so many last characters; 0 looks at all


def _rule(cues: str, pattern: str, tail: int = 0) -> _Rule:
    return _Rule(tuple(cues.split("|")) if cues else (), re.compile(pattern, re.VERBOSE), tail)


_LIST = rf"{PATTERN}(?:\s?[/,&]\s?{PATTERN}|\sand\s{PATTERN}){{0,4}}"
_ANYONE = rf"(?:{_LIST}|(?i:(?:news\ )?agencies|wires))"
_HEAD = r"(?<![\w.])(?:[\w.'’-]{1,24}\ ){0,9}"
_CREDIT_RULES = (
    _rule(
        "(",
        r"\((?i:with|inputs?\ (?:from|by)|additional|source|reporting|compiled|edited|writing|agenc(?:y|ies)|adapted|this\ (?:story|report))"
        r"\b[^()]{0,160}\)",
    ),
    _rule(
        "with ",
        r"(?i:with\ (?:inputs?|reporting|files|material|additional\ reporting)\ (?:from|by)\ [^.()]{2,120}\.?\Z)",
        160,
    ),
    _rule(
        "reporting by|writing by|editing by",
        r"(?i:(?:additional\ )?(?:reporting|writing|editing)\ by\ [^.()]{3,160}(?:\.|\Z))",
    ),
    _rule(
        "contributed",
        rf"{_HEAD}(?i:contributed\ (?:to\ this\ (?:report|story|article)|reporting)|also\ contributed)[^.]{{0,60}}\.?",
    ),
    _rule("agencies contributed", r"(?i:(?:the\ )?agencies\ contributed\b[^.]{0,60}\.?)"),
    _rule("-|–|—|/", rf"(?<=[\w.!?\"'”’)])\s*(?:[-–—]{{1,2}}|/)\s*\(?{_LIST}\)?\.?\s*\Z", 90),
    _rule("source", rf"(?i:source)\s*:\s*{_ANYONE}\.?\s*\Z", 120),
    _rule("(", rf"\({_ANYONE}\)\.?\s*\Z", 90),
    _rule("", r"(?<=[.!?\"”])\s+[A-Z]{2,4}(?:\s?[-/]\s?[A-Z0-9]{1,4})?\s*\Z", 40),
    _rule("©|(c)|copyright", r"(?:©|\(c\)|(?i:copyright\b))\s*(?:(?:19|20)\d\d|[A-Z©]).*\Z"),
    _rule("all rights reserved", r"(?i:all\ rights\ reserved)\b.*\Z"),
)
_HANDLE = r"(?:[A-Z][\w'’-]{1,20}\ ){1,3}\(@?\w{2,20}\)"
_JUNK_RULES = (
    _rule(
        "pic.twitter",
        rf"pic\.twitter\.com/?\w+(?:\ {_HANDLE}\ (?:[A-Z][a-z]+\.?\ )?\d\d?,?\ (?:19|20)\d\d)?",
    ),
    _rule("http|www.", r"(?:https?://|www\.)\S+"),
    _rule("(@", rf"(?:[—–-]\s*)?{_HANDLE}\s*(?:[A-Z][a-z]+\.?\ \d\d?,\ \d{{4}})?"),
    _rule(
        "follow ",
        r"(?i:follow\ (?:us|@\w+|[A-Z]\w+)\ on\ (?:twitter|facebook|instagram|x|telegram|whatsapp)\b[^.]{0,60}\.?)",
    ),
    _rule(
        "read |see |watch |also read|related ",
        r"(?:\b(?i:read|see|watch)\s+(?i:also|more|next)\b|Also\ [Rr]ead|Related\ (?:stories|articles|links|topics))\s*:?[^.]{0,160}\Z",
        200,
    ),
    _rule(
        "click here|sign up|subscribe",
        r"\b(?i:click\ here|sign\ up\ (?:for|to)|subscribe\ (?:to|now))\b[^.]{0,120}(?:\.|\Z)",
    ),
    _rule(" app", r"\b(?i:(?:download|get)\ (?:the|our)\ [\w ]{1,30}\bapp\b)[^.]{0,80}(?:\.|\Z)"),
    _rule("share ", r"\b(?i:share\ (?:this|on)\b)[^.]{0,50}\Z", 80),
    _rule(
        "community standards|comment via|comments via|a comment",
        r"(?:\.\.\.\s*)?(?:\b\d{1,6}\s+)?(?i:community\ standards\ ?discussion|comments?\ via\ facebook|(?:leave|post)\ a\ comment).*\Z",
    ),
    _rule("advertisement", r"\b(?:ADVERTISEMENT|Advertisement)\b(?=\s|\Z)"),
    _rule("topic ", r"(?:\.\.\.\s*)?(?:\b\d{1,6}\s+)?Topic\s[^.()]{2,80}\(\d+\)\s+Related\b.*\Z"),
    _rule(
        "newspaper|news agency|website|magazine|broadcaster|publication|news network",
        r"(?<!\w)(?:[A-Z][\w'’-]{1,20}\ ){1,8}is\ (?:the|an?)\ (?:[\w’'-]{1,20}\ ){0,4}?"
        r"(?i:premier|leading|largest|award-winning|independent|oldest|online)\b[^.]{0,80}\b"
        r"(?i:newspaper|news\ agency|website|magazine|broadcaster|publication|news\ network)\b.*\Z",
        900,
    ),
    _rule("tags", r"\bTags:?\s+(?:[A-Z][\w-]*[ ,]*){2}[^.]{0,200}\Z", 260),
)


_RULES = (*_CREDIT_RULES, *_JUNK_RULES)


def find_bylines(text: str, span: Span) -> Iterator[Block]:
    """Yield the whole span when it is a byline: "By Jane Doe", "Jane Doe and John Roe, AP"."""
    words = span.of(text)
    if len(words) < 160 and _BYLINE.match(words):
        yield Block(BlockKind.BYLINE, span)


def find_credits(text: str, span: Span) -> Iterator[Block]:
    """Yield credits and site furniture inside a span: "(With inputs from …)", "--Reuters"."""
    rules = _rules_of(text)
    if not rules:
        return
    words = span.of(text)
    low = words.lower()
    found = [place for rule in rules if _cued(rule, low) for place in _places(rule, words)]
    last = 0
    for begin, end in sorted(found):
        start = end - len(words[begin:end].lstrip())
        if start >= last and end > start:
            yield Block(BlockKind.CREDIT, Span(span.start + start, span.start + end))
            last = end


@lru_cache(maxsize=2)
def _rules_of(text: str) -> tuple[_Rule, ...]:
    """Return the rules whose cues stand anywhere in a text; asked for each of its paragraphs."""
    low = text.lower()
    return tuple(rule for rule in _RULES if _cued(rule, low))


def _cued(rule: _Rule, low: str) -> bool:
    """Tell whether a rule's pattern may match; a loop, because it runs for each paragraph and rule."""
    for cue in rule.cues:
        if cue in low:
            return True
    return not rule.cues


def _places(rule: _Rule, words: str) -> list[tuple[int, int]]:
    begin = max(0, len(words) - rule.tail) if rule.tail else 0
    return [m.span() for m in rule.pattern.finditer(words, begin)]
