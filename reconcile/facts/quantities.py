"""Find the quantities of a sentence and bind each to what it counts or measures."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from reconcile.facts.bounds import bound_after, bound_before, change_before, interval
from reconcile.facts.counted import Counted, counted_after
from reconcile.facts.labels import is_label
from reconcile.facts.line import Line, line_of
from reconcile.facts.measures import Measure, measure
from reconcile.facts.numbers import Number, find_numbers
from reconcile.facts.singles import is_counting_one, ordinals, zeros
from reconcile.facts.units import rate_after, to_unit
from reconcile.model import Quantity, QuantityKind, Sentence

__all__ = ["find_quantities", "to_unit"]

_ANY = re.compile(
    r"\d|[½¼¾⅓⅔⅛]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?"
    r"|thousands?|\w*illions?|dozens?|scores|several|few|handful|couple|half|third|quarter|no|nobody"
    r"|none|first|second|\w+th)\b",
    re.I,
)


def find_quantities(sentence: Sentence, text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in text order; spans are offsets into the report's text.

    A measure said in two units gives two quantities, the second `restated`. Dates, clock times, and
    numbers that only name something are left out; a figure that counts nothing told is BARE.
    """
    line = line_of(sentence, text)
    if not _ANY.search(line.text):
        return ()
    found = [q for n in find_numbers(line.text) if (q := _read(line, n)) is not None]
    found = _joined(line, found)
    found += [*zeros(line), *ordinals(line)]
    found.sort(key=lambda q: (q.span, q.kind))
    return tuple(_resolved(line, _restated(line, found)))


def _read(line: Line, number: Number) -> Quantity | None:
    """Make a quantity of a number, or None when it is a label."""
    said = measure(line, number)
    if is_label(line, number, said is not None):
        return None
    if line.text[number.start : number.end].lower() == "one" and not said:
        if not is_counting_one(line, number.start):
            return None
    if said and said.unit:
        return _build(line, number, said, None)
    end = said.end if said else number.end
    if _glued(line, number, end):
        return None
    counted = counted_after(line, _past_words(line, end), number.value)
    if counted and counted.name and _names_it(line, number):
        return None
    if number.ratio:
        said = Measure(QuantityKind.RATIO, "", number.start, end)
    elif counted is None and not _stands_for_people(line, number):
        said = Measure(QuantityKind.BARE, "", number.start, end, said.scale if said else 1.0)
    else:
        said = said or Measure(QuantityKind.COUNT, "", number.start, end)
    return _build(line, number, said, counted)


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
    words = {t.lemma for t in line.tokens[max(0, k - 12) : k + 6]}
    return bool(words & _TOLL)


_TOLL = frozenset(
    "toll dead death casualty kill injure wound die hurt injured killed fatality".split()
)


def _build(line: Line, number: Number, said: Measure, counted: Counted | None) -> Quantity:
    """Put value, interval, unit and noun together."""
    sign = -1.0 if _negative(line, said.start) else 1.0
    low, high = sorted((sign * number.low * said.scale, sign * number.high * said.scale))
    bound, start = bound_before(line.text, said.start)
    after, end = bound_after(line.text, said.end)
    if bound in ("more than",) and _means_during(line, start, said):
        bound, start = "", said.start
    bound, (start, end) = bound or after, (start, end)
    if not bound and number.bound != "exact":
        bound = number.bound
    elif number.bound != "exact" and bound in ("about", "nearly"):
        low, high = interval(bound, low, high)[1:]
        bound = number.bound
    name, low, high = (
        interval(bound, low, high) if bound not in ("between", "vague") else (bound, low, high)
    )
    kind, unit = said.kind, said.unit
    if said.dimension == "decade of age":
        name, high = "vague", low + 9
    if kind in (QuantityKind.COUNT, QuantityKind.BARE) and not unit:
        last = line.end_of(counted.last) if counted else said.end
        rate = rate_after(line.text, last)
        if rate and not (counted and counted.pronoun):
            kind, unit = (
                QuantityKind.RATE,
                f"{counted.lemma if counted else ''} per {rate[0]}".strip(),
            )
    return Quantity(
        span=line.span(start, end),
        value=sign * number.value * said.scale,
        low=low,
        high=high,
        kind=kind,
        unit=unit,
        counted=counted.lemma if counted else "",
        counted_span=line.span(line.starts[counted.first], line.end_of(counted.last))
        if counted and not (counted.pronoun and not counted.lemma)
        else None,
        bound=name,
        change=change_before(line, start),
        token=line.token_at(number.end - 1),
    )


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


_TO = re.compile(r"\s?(?:-|–|—|to|or)\s?", re.I)
_FROM = re.compile(r"\bfrom (?:about |around |between )?\Z", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about )?\Z", re.I)


def _joined(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Join ranges whose ends each have a unit: "$3bn to $5bn", "between 5% and 6%"."""
    out: list[Quantity] = []
    for q in found:
        if out and (whole := _as_range(line, out[-1], q)):
            out[-1] = whole
        else:
            out.append(q)
    return out


def _as_range(line: Line, a: Quantity, b: Quantity) -> Quantity | None:
    if (
        not a.unit
        or a.bound not in ("exact", "about")
        or b.bound != "exact"
        or a.kind is QuantityKind.AGE
    ):
        return None
    head, tail = _stem(a.unit), _stem(b.unit)
    if head != tail or a.value >= b.value:
        return None
    start, end = a.span.start - line.offset, a.span.end - line.offset
    gap = line.text[end : b.span.start - line.offset]
    between = _BETWEEN.search(line.text[max(0, start - 16) : start])
    if not (_TO.fullmatch(gap) or (gap.lower() == " and " and between)):
        return None
    if _FROM.search(line.text[max(0, start - 14) : start]):
        return None
    span = replace(a.span, end=b.span.end)
    return replace(
        a, span=span, unit=b.unit, kind=b.kind, high=b.high, low=a.value, bound="between"
    )


def _stem(unit: str) -> str:
    return unit.split(" per ")[0]


_BRACKET = re.compile(r"(?:\s?[(\[/]\s?|, (?:or|about) |, )(?:or |about |nearly |around )?\Z")


def _restated(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Mark a measure that says the one before it in another unit: "5 meters (16 feet)"."""
    out: list[Quantity] = []
    for q in found:
        before = out[-1] if out else None
        gap = (
            line.text[before.span.end - line.offset : q.span.start - line.offset] if before else ""
        )
        if before and before.unit and q.unit and before.unit != q.unit and _same_size(before, q):
            bracket = re.fullmatch(r"\s?[(\[]\s?(?:or |about |nearly )?", gap)
            spoken = re.fullmatch(r",? (?:or|about) ", gap)
            q = replace(q, restated=bool(bracket or spoken))  # noqa: PLW2901
        out.append(q)
    return out


def _same_size(a: Quantity, b: Quantity) -> bool:
    """Tell whether two measures can be the same one; money always can, rates of exchange vary."""
    if a.kind is QuantityKind.MONEY and b.kind is QuantityKind.MONEY:
        return True
    if QuantityKind.MONEY in (a.kind, b.kind) or a.kind is QuantityKind.DURATION:
        return False
    turned = to_unit(replace(a, low=a.value, high=a.value), b.unit)
    return turned is not None and math.isclose(turned[0], b.value, rel_tol=0.25)


def _resolved(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Give "12 others", "another 40" and "22 of them" the noun that was counted before them."""
    out: list[Quantity] = []
    noun = ""
    for q in found:
        elliptic = q.kind in (QuantityKind.COUNT, QuantityKind.RATE) and q.counted in ("", "other")
        if elliptic and noun and (q.counted == "other" or _points_back(line, q)):
            q = replace(q, counted=noun)  # noqa: PLW2901
        elif q.kind is QuantityKind.COUNT and q.counted:
            noun = q.counted
        out.append(q)
    return out


def _points_back(line: Line, q: Quantity) -> bool:
    """Tell whether the words around a number say that its noun has been told."""
    start, end = q.span.start - line.offset, q.span.end - line.offset
    after = re.match(r" (?:more|of (?:them|whom|which|those))\b", line.text[end : end + 10], re.I)
    before = re.search(
        r"\b(?:another|other|further|including|compared with) \Z", line.text[:start], re.I
    )
    return bool(after or before or " per " in q.unit)
