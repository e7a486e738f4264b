"""Find the quantities of a sentence and bind each to what it counts or measures."""

from __future__ import annotations

import re

from reconcile.facts.bounds import bound_after, bound_before, change_before, interval
from reconcile.facts.counted import Counted, counted_after
from reconcile.facts.labels import is_label
from reconcile.facts.line import Line, line_of
from reconcile.facts.measures import Measure, measure
from reconcile.facts.neighbours import complete
from reconcile.facts.numbers import Number, find_numbers
from reconcile.facts.singles import is_counting_one, ordinals, zeros
from reconcile.facts.units import rate_after, to_unit
from reconcile.model import Quantity, QuantityKind, Sentence, Span
from reconcile.settings.nouns import MeaningOfM

__all__ = ["find_quantities", "to_unit"]

_ANY = re.compile(
    r"\d|[½¼¾⅓⅔⅛]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?"
    r"|thousands?|\w*illions?|dozens?|scores|several|few|handful|couple|half|third|quarter|no|nobody"
    r"|none|first|second|\w+th)\b",
    re.I,
)


def find_quantities(
    sentence: Sentence, text: str, m: MeaningOfM | None = None
) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in text order; spans are offsets into the report's text.

    A measure said in two units gives two quantities, the second `restated`. Dates, clock times, and
    numbers that only name something are left out; a figure that counts nothing told is BARE. `m` is
    what the outlet means by the letter in "5m", None where the words around it decide.
    """
    line = line_of(sentence, text, m)
    if not line.tokens or not _ANY.search(line.text):
        return ()
    found = [q for n in find_numbers(line.text) if (q := _read(line, n)) is not None]
    found += [*zeros(line), *ordinals(line)]
    found.sort(key=lambda q: (q.span, q.kind))
    return tuple(complete(line, found))


def _read(line: Line, number: Number) -> Quantity | None:
    """Make a quantity of a number, or None when it is a label."""
    said = measure(line, number)
    if is_label(line, number, said is not None):
        return None
    one = line.text[number.start : number.end].lower() == "one" and not said
    if one and not is_counting_one(line, number.start):
        return None
    if said and said.unit:
        return _build(line, number, said, None)
    end = said.end if said else number.end
    if _glued(line, number, end):
        return None
    counted = counted_after(line, _past_words(line, end), number.value)
    if counted and counted.name and number.value != 1:
        if _names_it(line, number) or counted.lemma in _STREETS:
            return None
        counted = None  # "at least 126 Observatory says": a name beside it is not counted
    if number.ratio:
        said = Measure(QuantityKind.RATIO, "", number.start, end)
    elif counted is None and not _stands_for_people(line, number):
        said = Measure(QuantityKind.BARE, "", number.start, end, said.scale if said else 1.0)
    else:
        said = said or Measure(QuantityKind.COUNT, "", number.start, end)
    return _build(line, number, said, counted)


_STREETS = frozenset("street avenue road lane drive boulevard square terrace crescent".split())


def _glued(line: Line, number: Number, end: int) -> bool:
    """Tell whether letters hang on the digits and are no unit: "4x4", "22nd", "1980s"."""
    return not number.spelled and line.text[end : end + 1].isalpha()


def _past_words(line: Line, end: int) -> int:
    """Step over "or more" to the noun: "20 or more people"."""
    return bound_after(line.text, end)[1]


def _names_it(line: Line, number: Number) -> bool:
    """Tell whether a number before a proper name belongs to the name: "his 787 Dreamliner"."""
    if number.spelled or number.scaled:
        return False
    k = line.token_at(number.start)
    before = line.tokens[k - 1] if k else None
    return before is None or before.tag not in (
        "VBD",
        "VBZ",
        "VBN",
        "VBG",
        "VB",
        "IN",
        "CC",
        "JJR",
        "JJS",
    )


def _stands_for_people(line: Line, number: Number) -> bool:
    """Tell whether a number without a noun still counts: "killed 16", "rose to 32", "seven died"."""
    if number.value != int(number.value) or number.value > 1e7 or number.bound == "vague":
        return number.bound == "vague"
    k = line.token_at(number.end - 1)
    token = line.tokens[k]
    if token.dep in ("nsubj", "nsubjpass", "dobj") and line.tokens[token.head].pos in (
        "VERB",
        "AUX",
    ):
        return True
    return bool(_TOLL.search(line.text, max(0, number.start - 300), number.end + 100))


_TOLL = re.compile(
    r"\b(?:tolls?|dead|deaths?|casualt|kill|injur|wound|die[sd]?\b|dying|hurt|fatal|victims?)", re.I
)


def _build(line: Line, number: Number, said: Measure, counted: Counted | None) -> Quantity:
    """Put value, interval, unit and noun together."""
    sign = -said.scale if _negative(line, said.start) else said.scale
    bound, low, high, span = _interval(line, number, said, sign)
    kind, unit = _per(line, said, counted)
    shown = counted is not None and bool(counted.lemma)
    return Quantity(
        span=span,
        value=sign * number.value,
        low=low,
        high=high,
        kind=kind,
        unit=unit,
        counted=counted.lemma if counted else "",
        counted_span=line.span(line.starts[counted.first], line.end_of(counted.last))
        if counted and shown
        else None,
        bound=bound,
        change=change_before(line, span.start - line.offset, kind),
        token=line.token_at(number.end - 1),
    )


def _interval(
    line: Line, number: Number, said: Measure, sign: float
) -> tuple[str, float, float, Span]:
    """Return the bound, the closed interval, and the span with the words that bound it."""
    low, high = sorted((sign * number.low, sign * number.high))
    bound, start = bound_before(line.text, said.start)
    vaguely_over = number.bound == "vague" and line.text[start : start + 4].lower() == "over"
    if bound == "more than" and (vaguely_over or _means_during(line, start, said)):
        bound, start = "", said.start
    after, end = bound_after(line.text, said.end)
    bound = bound or after
    if number.bound != "exact" and bound in ("", "about", "nearly"):
        bound = number.bound  # "about 20 to 30" is no wider than it says
    else:
        bound, low, high = interval(bound, low, high)
    if said.dimension == "decade of age":
        bound, high = "vague", low + 9
    return bound, low, high, line.span(start, end)


def _per(line: Line, said: Measure, counted: Counted | None) -> tuple[QuantityKind, str]:
    """Return kind and unit; a count per time is a rate: "15 murders a year"."""
    if said.unit or said.kind not in (QuantityKind.COUNT, QuantityKind.BARE):
        return said.kind, said.unit
    rate = rate_after(line.text, line.end_of(counted.last) if counted else said.end)
    if not rate or (counted and counted.pronoun):
        return said.kind, said.unit
    return QuantityKind.RATE, f"{counted.lemma if counted else ''} per {rate[0]}".strip()


def _means_during(line: Line, start: int, said: Measure) -> bool:
    """Tell whether "over" before a duration means "during": "over two days" may; "for over" not."""
    if said.kind is not QuantityKind.DURATION or not line.text.startswith("over", start):
        return False
    before = line.text[:start].split()[-1:] or [""]
    return before[0].lower() not in (
        "for",
        "in",
        "after",
        "just",
        "well",
        "of",
        "took",
        "lasted",
        "by",
    )


def _negative(line: Line, start: int) -> bool:
    return bool(
        re.search(r"(?:\bminus[ -]?|(?:^|[\s(])[-−])\Z", line.text[max(0, start - 7) : start], re.I)
    )
