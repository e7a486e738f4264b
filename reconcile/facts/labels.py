"""Tell digits that only name something (dates, clock times, flights, routes, models, scores) from figures.

"Flight 370", "F-16", "at 8.40pm", "Sept. 20-24", "the FTSE 100" and "beat them 3-1" measure nothing.
"""

from __future__ import annotations

import re

from reconcile.facts.line import Line
from reconcile.facts.numbers import Number

MONTH = (
    r"(?:March|May|Mar|(?i:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))"
)
_CLOCK_BEFORE = re.compile(r"(?:\d[:.]|\b\d{4}-(?:\d\d?-)?|\b\d\d?/)\Z")
_CLOCK_AFTER = re.compile(
    r":\d\d|[.]\d\d\s?[ap]\.?m|\s?[ap]\.?m\b\.?|\s(?:GMT|UTC|BST|EST|EDT|PST|PDT|CET|CEST|IST|AEST)\b"
    r"|\s?o'clock|\s?hours (?:GMT|local)|-\d\d?-\d|/\d\d?(?:/\d|\b)|-\d{3,}|'s\b|h\d\d",
    re.I,
)
_DAY_BEFORE = re.compile(rf"\b{MONTH}\.? (?:\d\d?(?:st|nd|rd|th)?(?: and |, |-|–| or | to ))?\Z")
_DAY_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: and \d\d?| to \d\d?|-\d\d?)?(?: of)?,? {MONTH}\b")
_YEAR_NEAR = re.compile(rf"(?:\b{MONTH}\.?,? (?:\d\d?,? )?|\b\d\d?/)\Z")
# words that are everyday ones unless capitalised: "Game 6", "Group 4"
_ONLY_CAPITAL = re.compile(
    r"\b(?:Act|Group|Part|Unit|Line|Class|Count|Case|Station|War|World|Area|Big|Top|Last|Under|Over"
    r"|Game|Level|Train|Bus|Engine|Box|Court|Road|Figure|Table|File|Pool|Quarter|Fortune|Floor"
    r"|Building|Block|Lot|Item|Type|Day|Week|Title|Division|Round|Season)[ -]?\Z"
)
_ALWAYS = re.compile(
    r"\b(?:[Ff]lights?|[Rr]oute|[Hh]ighway|[Ii]nterstate|[Rr]oom|[Aa]rticle|[Ss]ection|[Cc]hapter"
    r"|[Nn]os?\.|[Nn]umber|[Vv]ol\.|[Vv]ersion|[Cc]hannel|[Pp]hase|[Rr]esolution|[Aa]mendment"
    r"|[Gg]ate|[Pp]latform|[Tt]erminal|[Rr]unway|[Mm]odel|[Pp]age|[Pp]aragraph|[Ee]pisode|[Tt]ier"
    r"|[Aa]partment|[Ss]uite|[Ee]xit|[Gg]rade|[Ss]tage|[Dd]istrict|[Ww]ard|[Ss]ector|#)[ -]?\Z"
)
_RANKED = re.compile(r"\b(?:top|bottom|the last)[ -]\Z", re.I)  # "the bottom three"
_SCORE = re.compile(r"\d+\s?[-–]\s?\d+")
_KEPT_BEFORE_HYPHEN = re.compile(
    r"(?:minus|plus|sub|magnitude|estimated|another|around|about)-\Z", re.I
)


def is_label(line: Line, number: Number, measured: bool) -> bool:
    """Tell whether a number in digits names or dates something; `measured` says a unit follows."""
    text, start, end = line.text, number.start, number.end
    if number.spelled:
        named = _ALWAYS.search(text, max(0, start - 14), start)
        ranked = _RANKED.search(text, max(0, start - 8), start) and not _counts_on(
            line, line.token_at(end - 1)
        )
        return not measured and bool(named or ranked)
    before = text[max(0, start - 24) : start]
    if _stuck(before, measured):
        return True
    if measured:
        return False
    if text[start] == "." or _phone(text, start, end):
        return True  # ".357 Magnum"
    if _CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(text, end):
        return True
    return (
        _dated(line, number, before)
        or _year(line, number)
        or _named(line, number, before)
        or _scored(line, number)
        or _bracketed(line, number)
    )


def _stuck(before: str, measured: bool) -> bool:
    """Tell whether the digits hang on letters: "F-16", "COVID-19", "mid-30"; not "minus-130"."""
    if before[-1:].isalpha():
        return not measured
    if before[-1:] in ("-", "/", "_") and before[-2:-1].isalpha():
        return not _KEPT_BEFORE_HYPHEN.search(before)
    return before[-1:] in ("#", "@", "_")


def _dated(line: Line, number: Number, before: str) -> bool:
    if number.high > 31 or number.value != int(number.value):
        return False
    if _DAY_AFTER.match(line.text, number.end):
        return True
    if not _DAY_BEFORE.search(before):
        return False
    k = line.token_at(number.start)
    after = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    # "in May 22 people died": a plural follows and the parser saw no date
    return not (after and after.tag == "NNS" and line.tokens[k].entity != "DATE")


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")


def _year(line: Line, number: Number) -> bool:
    """Tell whether four digits are a year: no comma, in range, and nothing plural is counted."""
    text = line.text[number.start : number.end]
    first = _YEAR.match(text)
    if not first or (len(text) > 4 and not re.fullmatch(r"\d{4}\W\d\d(?:\d\d)?", text)):
        two = re.fullmatch(r"(?:between )?\d{4} (?:to|or|and) \d{4}", text, re.I)
        k = line.token_at(number.end - 1)
        years = 1500 <= number.low <= 2099 and 1500 <= number.high <= 2099
        return bool(two) and years and line.tokens[k].entity not in ("CARDINAL", "QUANTITY")
    k = line.token_at(number.start)
    entity = line.tokens[k].entity if k >= 0 else ""
    if _YEAR_NEAR.search(line.text, max(0, number.start - 18), number.start):
        return True
    after = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    counts = after is not None and after.tag == "NNS" and entity in ("CARDINAL", "QUANTITY")
    bounded = re.search(
        r"\b(?:about|around|some|nearly|almost|over|than|least|roughly|approximately|to|of) \Z",
        line.text[max(0, number.start - 16) : number.start],
    )
    if bounded and bounded[0] in ("to ", "of ", "around ", "about ", "over "):
        return not counts and entity not in ("CARDINAL", "MONEY")
    return not (counts or bounded or entity == "MONEY")


def _named(line: Line, number: Number, before: str) -> bool:
    if _ALWAYS.search(before) or _ONLY_CAPITAL.search(before):
        return True
    k = line.token_at(number.start)
    if k < 1 or not before.endswith(" "):
        return False
    token = line.tokens[k]
    if token.entity in _PROPER and not token.entity_starts and not _counts_on(line, k):
        return True
    name = line.tokens[k - 1]
    if name.pos != "PROPN" or name.entity == "PERSON" or titled(line):
        return False
    if not any(letter.isupper() for letter in name.text):
        return False
    return not _counts_on(line, k)


_PROPER = frozenset({"ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART"})


def _counts_on(line: Line, k: int) -> bool:
    """Tell whether a plural or a state follows the number: then it counts, whatever the name."""
    after = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    return bool(after and (after.tag in ("NNS", "NNPS", "VBN") or after.lemma == "people"))


def titled(line: Line) -> bool:
    """Tell whether most words are capitalised, as in a headline: capitals then say nothing."""
    words = [t.text for t in line.tokens if t.text.isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _scored(line: Line, number: Number) -> bool:
    """Tell whether two small numbers with a hyphen are a score: nothing is counted by them."""
    pair = _SCORE.match(line.text, number.start)
    second = re.search(r"\d\s?[-–]\Z", line.text[max(0, number.start - 3) : number.start])
    if not pair:
        return bool(second)
    if number.bound != "between":
        return True
    k = line.token_from(number.end)
    noun = any(t.tag in ("NNS", "NNPS") or t.lemma == "people" for t in line.tokens[k : k + 3])
    return pair.end() == number.end and not noun and number.high < 1000


_PHONE = re.compile(
    r"(?<![\d.,$£€])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,5}\) ?|\b0\d{2,4}[ -]|\b\d{3}-)\d{3,}(?:[ -]\d{3,})*"
)


def _phone(text: str, start: int, end: int) -> bool:
    """Tell whether the digits are part of a telephone number."""
    around = text[max(0, start - 20) : end + 20]
    offset = max(0, start - 20)
    return any(
        m.start() + offset <= start and end <= m.end() + offset for m in _PHONE.finditer(around)
    )


def _bracketed(line: Line, number: Number) -> bool:
    """Tell whether the number stands alone in brackets, or heads a list: "(4)", "1. Call"."""
    around = line.text[max(0, number.start - 1) : number.end + 1]
    if around[:1] == "(" and around[-1:] == ")":
        return True
    return number.start == 0 and line.text[number.end : number.end + 2] in (". ", ") ")
