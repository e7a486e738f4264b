"""Cut running text into sentences. The only door to nupunkt, with repairs for wire copy.

nupunkt knows abbreviations and quotation marks well. The repairs mend what remains: abbreviations
that end a sentence after all ("at 7 a.m. Police came"), everyday words that it takes for
abbreviations ("… did not say how. Later …"), full stops without a space after them, ranks in a
row ("Lt. Col. Roe"), and closing marks that were left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model import Span
from reconcile.text.fold import plain

LONGEST = 2000  # characters; a longer sentence is cut at a semicolon, a comma or a space

_TITLES = (
    "Mr Mrs Ms Dr Prof Lt Col Gen Sgt Capt Cpl Pvt Maj Adm Brig Cmdr Gov Sen Rep Rev Fr Hon Pres "
    "Supt Insp Det Ofc Ald Amb Sec Mt Ft Messrs Mme Sens Reps Govs Gens Lts Spc Pfc Cllr"
).split()
_STARTERS = (
    "The A An He She It They We You I His Her Its Their This That These Those There Here In On At "
    "By For From With After Before During Since While When Where As If Although Though However But "
    "And Or So Yet Then Now Later Earlier Meanwhile Also According About Some Many Most Several "
    "One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Both Each Another "
    "Other Others No None Nobody Nothing Police Officials Authorities Witnesses Residents Reports "
    "Last Next Under Over Between Until Despite Because What Who Why How Not Only Even Still"
).split()
_CLOCK_WORDS = (
    "Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb "
    "Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec January February March April June July August "
    "September October November December GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT PT BST CET "
    "Eastern Central Mountain Pacific Greenwich Universal Local"
).split()
_LOWER_ABBREVIATIONS = (
    "vs approx al ca cf ft lb lbs oz est dept ext fig vol pp ed eds op viz nr sq mph min sec "
    "ie eg incl resp govt"
).split()


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(words) + ")"


_STARTER = re.compile(rf"[\"'(\[]*{_any(_STARTERS)}\b")
_NO_BREAK_AFTER = re.compile(
    rf"(?:\b{_any(_TITLES)}\.|\b[A-Z][\w'-]+ [A-Z]\.|^[A-Z]\.|\be\.g\.|\bi\.e\.|\bvs\.)\Z"
)
_BREAK_WANTS = (  # the end of a sentence, and what at the head of the next one joins them again
    (re.compile(r"\b[ap]\.m\.\Z"), re.compile(rf"{_any(_CLOCK_WORDS)}\b")),
    (
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Nn]os?)\.\Z"),
        re.compile(r"\d"),
    ),
    (re.compile(r"\Z"), re.compile(r"[\"')\]]+(?:[\s,;:]|\Z)|[,;:)\]]")),
)
_LOWER = re.compile(r"[\"'(\[]*[a-z]")
_PREFIXED = re.compile(r"(?:al|el|bin|ibn|de|van|von|i[A-Z]\w*|e[A-Z]\w*)\b")
_FINAL = re.compile(r"[.!?]['\")\]]*\Z")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}\Z")

# Where a break was missed: group 1 is the last word, and the next sentence begins at the match's end.
_MISSED = re.compile(
    r"(?:(?<![\w./@])(?P<lower>[a-z][a-z'-]+)\.(?P<gap>[\"')\]]*\s+|[\"']?(?=[A-Z][a-z]+\s))"
    r"|(?P<clock>\b[ap]\.m\.|\b\d\s?[ap]m\.)\s+"
    r"|(?P<firm>\b(?:Inc|Corp|Co|Ltd|Bros|St|Ave|Rd|Blvd|Jr|Sr|Ph\.D|M\.D|(?:[A-Z]\.)+[A-Z])\.)\s+)"
    r"(?=[\"'(\[]*[A-Z0-9])"
)


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the sentences of text[start:end], without white space around them.

    Line ends count as spaces. The spans are in order, do not overlap, and leave out nothing but
    white space.
    """
    from nupunkt import sent_spans

    flat = plain(text[start:end])
    spans = [s for a, b in sent_spans(flat) if (s := _tight(flat, a, b))]
    spans = _joined(flat, [part for span in spans for part in _parted(flat, span)])
    return [
        Span(start + part.start, start + part.end) for span in spans for part in _short(flat, span)
    ]


def _tight(flat: str, start: int, end: int) -> Span | None:
    words = flat[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None


def _parted(flat: str, span: Span) -> Iterator[Span]:
    """Yield the span, cut where a break was missed."""
    start = span.start
    for m in _MISSED.finditer(flat, span.start, span.end):
        if _is_break(flat, m, start):
            part = _tight(flat, start, m.end())
            if part:
                yield part
            start = m.end()
    last = _tight(flat, start, span.end)
    if last:
        yield last


def _is_break(flat: str, m: re.Match[str], start: int) -> bool:
    following = flat[m.end() : m.end() + 30]
    if m["lower"]:
        number = m["lower"] in {"no", "nos"} and following[:1].isdigit()
        return not number and m["lower"] not in _LOWER_ABBREVIATIONS
    if m["clock"]:
        return not _BREAK_WANTS[0][1].match(following)
    return m.start() > start and _STARTER.match(following) is not None


def _joined(flat: str, spans: list[Span]) -> list[Span]:
    """Join what is one sentence cut in two."""
    out: list[Span] = []
    for span in spans:
        if out and _belongs(flat, out[-1], span):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def _belongs(flat: str, before: Span, span: Span) -> bool:
    """Tell whether a piece goes on the sentence before it."""
    tail = flat[max(before.start, before.end - 40) : before.end]
    head = flat[span.start : min(span.end, span.start + 40)]
    if _NO_BREAK_AFTER.search(tail) and not (tail[-3:-2] == " " and _STARTER.match(head)):
        return True
    if any(end.search(tail) and begin.match(head) for end, begin in _BREAK_WANTS[:2]):
        return True
    if _BREAK_WANTS[2][1].match(head) and not _opens(flat, before, head):
        return True
    if _ACRONYM.search(tail) and tail.count(" ") <= 1 and before.end - before.start < 15:
        return not _STARTER.match(head)  # "The G.O.P. | Lawmakers agreed"
    if _LOWER.match(head):
        return not (_PREFIXED.match(head) and _FINAL.search(tail))
    return _bracket_open(flat, before) and ")" in head


def _opens(flat: str, before: Span, head: str) -> bool:
    """Tell whether a straight quotation mark alone at the head opens something new."""
    return (
        head[0] == '"' and flat.count('"', before.start, before.end) % 2 == 0 and head[1:2] != " "
    )


def _bracket_open(flat: str, before: Span) -> bool:
    tail = flat[max(before.start, before.end - 80) : before.end]
    return tail.rfind("(") > tail.rfind(")")


def _short(flat: str, span: Span) -> Iterator[Span]:
    """Yield the span, cut where it is longer than any sentence: a list, a table, text without stops."""
    start = span.start
    while span.end - start > LONGEST:
        window = flat[start : start + LONGEST]
        at = max(window.rfind("; "), window.rfind(": "))
        at = (
            at
            if at > LONGEST // 2
            else max(window.rfind(", "), window.rfind(" ") if ", " not in window else 0)
        )
        stop = start + (at + 1 if at > LONGEST // 4 else LONGEST)
        part = _tight(flat, start, stop)
        if part:
            yield part
        start = stop
    last = _tight(flat, start, span.end)
    if last:
        yield last
