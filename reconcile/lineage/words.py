"""Fold the words of a report so that two house styles of the same copy read alike.

"The U.S. military" and "the US military", "5 meters" and "5m", "six" and "6", "that" and "which"
meet; articles are left out, because desks add and drop them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.model import Account, BlockKind, Report, Span
from reconcile.text.fold import plain

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[%$£€]")
# what every desk writes in these words: a stock phrase shared says nothing of whose text it is
_STOCK = re.compile(
    r"(?:there (?:was|were|has been|have been) )?no immediate (?:claims? of responsibility|comment|reports? of|word)"
    r"(?: for the \w+| from any group| on the \w+)?"
    r"|no (?:group|one|organi[sz]ation) (?:has |had )?(?:immediately |yet )?claimed responsibility(?: for the \w+)?"
    r"|on (?:the )?condition of anonymity(?: because| since| as)?(?:[^.;“”\"]{0,60}\b(?:authori[sz]ed|allowed|permitted) to"
    r" [^.;“”\"]{0,60})?"
    r"|(?:could|can) ?not (?:immediately )?be (?:independently |immediately )?(?:verified|confirmed|reached for comment)"
    r"(?: independently)?"
    r"|did not (?:immediately )?(?:respond|reply|return)\b[^.;“”\"]{0,60}\bcomment"
    r"|any(?:one|body) with (?:any )?(?:further )?information\b[^.;“”\"]{0,60}\b(?:asked|urged|requested) to [^.“”\"]{0,100}"
    r"|withheld (?:pending|until) [^.;“”\"]{0,60}\b(?:kin|family|families|relatives)(?: (?:is|are|was|were) notified)?",
    re.IGNORECASE,
)
_MARK = re.compile('["“”„«»]')
_LEFT_OUT = frozenset("a an the that which".split())
_SAME = {
    "u.s.": "usa", "u.s": "usa", "american": "usa", "u.k.": "britain", "uk": "britain", "british": "britain",
    "u.n.": "un", "e.u.": "eu", "m": "metre", "meter": "metre", "meters": "metre", "metres": "metre",
    "km": "kilometre", "kilometer": "kilometre", "kilometers": "kilometre", "kilometres": "kilometre",
    "mph": "mile", "miles": "mile", "ft": "foot", "feet": "foot", "kg": "kilogram", "kilograms": "kilogram",
    "%": "percent", "cent": "percent", "per": "", "p.m.": "pm", "a.m.": "am", "didn't": "did", "not": "not",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "jan": "january", "feb": "february",
    "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
    "till": "until", "toward": "towards", "afterward": "afterwards", "amid": "amid", "amidst": "amid",
}  # fmt: skip
_SPELLING = (
    (re.compile(r"(?<=\w{3})our(?=s?\Z|ed\Z|ing\Z|hood)"), "or"),
    (re.compile(r"is(?=e[sd]?\Z|ing\Z|ation)"), "iz"),
)


class Word(NamedTuple):
    """One folded word of a report's news and where it stands.

    `quoted` words, inside quotation marks or a stock phrase, are never counted as shared copy.
    """

    key: str
    start: int
    end: int
    sentence: int
    quoted: bool
    part: int = 0  # rises where a headline ends or something that is no news stands between


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """Return the key of a word, "" for one that desks add and drop."""
    if word == "US":
        return "usa"
    low = word.lower()
    if low in _LEFT_OUT:
        return ""
    if low in _SAME:
        return _SAME[low]
    low = low.removesuffix("'s").replace(",", "")
    for pattern, written in _SPELLING:
        low = pattern.sub(written, low)
    return low


def news_words(account: Account) -> list[Word]:
    """Return the folded words of an account's news sentences, in order of the text."""
    flat = plain(account.report.text)
    words = []
    quotes = _apart(flat, account.report)
    part, headline, nearest = 0, False, 0
    for sentence in account.sentences:
        if not sentence.news or headline != (sentence.block is BlockKind.HEADLINE):
            part += 1
        headline = sentence.block is BlockKind.HEADLINE
        if not sentence.news:
            continue
        for m in _TOKEN.finditer(flat, sentence.span.start, sentence.span.end):
            key = fold_word(m[0])
            if key:
                start, end = m.span()
                while nearest < len(quotes) and quotes[nearest].end <= start:
                    nearest += 1
                inside = nearest < len(quotes) and quotes[nearest].start <= start
                words.append(Word(key, start, end, sentence.index, inside, part))
    return words


def text_words(text: str) -> list[Word]:
    """Return the folded words of a bare text, as one sentence, quotations not looked at."""
    flat = plain(text)
    found = ((fold_word(m[0]), *m.span()) for m in _TOKEN.finditer(flat))
    return [Word(key, start, end, 0, quoted=False) for key, start, end in found if key]


def _apart(flat: str, report: Report) -> list[Span]:
    """Return the quotations and the stock phrases of a report, in order of the text."""
    quotes = [q for b in report.blocks for q in _quoted(report.text, b.span)]
    return _joined(sorted([*quotes, *(Span(*m.span()) for m in _STOCK.finditer(flat))]))


def _joined(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _quoted(text: str, span: Span) -> list[Span]:
    """Return what stands between quotation marks in a block.

    A quotation may run over many sentences, and one that goes on in the next paragraph is not
    closed in this one.
    """
    found, opened = [], -1
    for m in _MARK.finditer(text, span.start, span.end):
        if opened < 0 and m[0] not in "”»":
            opened = m.end()
        elif opened >= 0 and m[0] not in "“„«":
            found.append(Span(opened, m.start()))
            opened = -1
    return [*found, Span(opened, span.end)] if opened >= 0 else found
