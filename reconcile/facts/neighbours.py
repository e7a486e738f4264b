"""Let neighbouring quantities complete each other: ranges, lent units, conversions, "12 others".

"$3bn to $5bn" is one range; in "from 20 to 32 people" the 20 are people too; "5 meters (16 feet)" says
one length twice; in "killed 12 people and wounded 30 others" the 30 are people.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.facts.line import Line
from reconcile.facts.unitwords import dimension_of
from reconcile.model import Quantity, QuantityKind, Span

_TO = re.compile(r"\s?(?:-|–|—|to|or)\s?", re.I)
_LENDS = re.compile(r"(?:-|–)? ?(?:to|or|and|-|–)(?: (?:about|around|nearly|over))? ?", re.I)
_REACHES = re.compile(r"(?: [a-z]+)? to (?:about |nearly |around |close at )?")
_FROM = re.compile(r"\bfrom (?:about |around )?\Z", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about )?\Z", re.I)
_COUNTS = (QuantityKind.COUNT, QuantityKind.BARE)


def complete(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities of a line with what each can take from those beside it."""
    return _resolved(line, _restated(line, _lent(line, _joined(line, found))))


def _gap(line: Line, a: Quantity, b: Quantity) -> str:
    return line.text[a.span.end - line.offset : b.span.start - line.offset]


def _before(line: Line, q: Quantity, width: int = 20) -> str:
    start = q.span.start - line.offset
    return line.text[max(0, start - width) : start]


def _joined(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Join ranges whose ends each have a unit: "$3bn to $5bn", "between 5% and 6%"."""
    out: list[Quantity] = []
    for q in found:
        whole = _as_range(line, out[-1], q) if out else None
        small = _with_cents(line, out[-1], q) if out else None
        if whole or small:
            out[-1] = whole or small or q
        else:
            out.append(q)
    return out


def _with_cents(line: Line, a: Quantity, b: Quantity) -> Quantity | None:
    """Add "thirteen dollars and forty-five cents" up."""
    if a.kind is not QuantityKind.MONEY or b.unit not in ("cent", "penny") or b.high >= 100:
        return None
    if a.unit in ("cent", "penny") or _gap(line, a, b).lower() not in (" ", " and "):
        return None
    part = b.value / 100
    span = Span(a.span.start, b.span.end)
    return replace(a, span=span, value=a.value + part, low=a.low + part, high=a.high + part)


def _as_range(line: Line, a: Quantity, b: Quantity) -> Quantity | None:
    if not a.unit or b.bound != "exact" or a.bound not in ("exact", "about"):
        return None
    if a.kind is QuantityKind.AGE or a.value >= b.value:
        return None
    if a.unit.partition(" per ")[0] != b.unit.partition(" per ")[0]:
        return None
    gap, before = _gap(line, a, b), _before(line, a)
    between = _BETWEEN.search(before)
    if not (_TO.fullmatch(gap) or (gap.lower() == " and " and between)) or _FROM.search(before):
        return None
    if before.lower().endswith(" by ") and b.value > 3 * a.value:
        return None  # "rose by $3m to $31m" tells a step and a sum
    start = a.span.start - len(between[0]) if between else a.span.start
    return replace(
        a,
        span=Span(start, b.span.end),
        unit=b.unit,
        kind=b.kind,
        low=a.value,
        high=b.high,
        bound="between",
    )


def _lent(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Lend unit and noun: back in "a 7- or 8-inch screen", on in "fell 64 points to 4,577"."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):
        a, b = out[k], out[k + 1]
        if a.kind not in _COUNTS or a.counted or a.unit or b.kind is QuantityKind.AGE:
            continue
        gap = _gap(line, a, b)
        if _LENDS.fullmatch(gap) and (b.unit or (b.counted and " and " not in gap)):
            scale = _scale(line, a, b)
            out[k] = replace(
                a,
                kind=b.kind,
                unit=b.unit,
                counted=b.counted,
                counted_span=b.counted_span,
                value=a.value * scale,
                low=a.low * scale,
                high=a.high * scale,
            )
    for k in range(1, len(out)):
        a, b = out[k - 1], out[k]
        takes = b.kind is QuantityKind.BARE and not b.unit and _REACHES.fullmatch(_gap(line, a, b))
        gives = a.unit not in ("", "percentage", "cent", "penny") or a.counted == "point"
        if takes and gives:
            out[k] = replace(b, kind=a.kind, unit=a.unit, counted=a.counted)
    return out


def _scale(line: Line, a: Quantity, b: Quantity) -> float:
    """Return the scale word of b where a needs it too: "from 2 to 3 million"."""
    printed = re.search(
        r"\d[\d,.]*", line.text[b.span.start - line.offset : b.span.end - line.offset]
    )
    if not printed or not _FROM.search(_before(line, a)):
        return 1.0
    plain = float(printed[0].rstrip(".,").replace(",", ""))
    scale = b.low / plain if plain else 1.0
    return scale if scale >= 1000 and a.high < 1000 else 1.0


def _restated(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Mark a measure that says the one before it in another unit."""
    out = list(found)
    for k in range(1, len(out)):
        a, b = out[k - 1], out[k]
        if not a.unit or not b.unit or a.unit == b.unit:
            continue
        gap = _gap(line, a, b)
        said_again = re.fullmatch(r"\s?[(\[](?:or |about |nearly |around )?|,? (?:or|about) ", gap)
        if said_again and _same_size(a, b):
            out[k] = replace(b, restated=True)
    return out


def _same_size(a: Quantity, b: Quantity) -> bool:
    """Tell whether two measures can be the same; money always can, since rates of exchange vary."""
    if a.kind is QuantityKind.MONEY and b.kind is QuantityKind.MONEY:
        return True
    return a.kind is not QuantityKind.DURATION and "" != dimension_of(a.unit) == dimension_of(
        b.unit
    )


def _resolved(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Give "12 others", "another 40" and "22 of them" the noun that was counted before them."""
    out: list[Quantity] = []
    noun = ""
    for q in found:
        open_ = q.kind in (*_COUNTS, QuantityKind.RATE) and q.counted in ("", "other")
        if open_ and noun and (q.counted == "other" or _points_back(line, q)):
            unit = f"{noun} {q.unit}" if q.unit.startswith("per ") else q.unit
            kind = QuantityKind.COUNT if q.kind is QuantityKind.BARE else q.kind
            out.append(replace(q, counted=noun, unit=unit, kind=kind))
            continue
        if q.kind is QuantityKind.COUNT:
            # after "killing 16", "120 others" are others of those, and nobody says what they are
            noun = "" if q.counted == "other" else q.counted
        out.append(q)
    return out


def _points_back(line: Line, q: Quantity) -> bool:
    """Tell whether the words around a number say that its noun has been told."""
    end = q.span.end - line.offset
    after = re.match(r" (?:more|of (?:them|whom|which|those))\b", line.text[end : end + 10], re.I)
    before = re.search(r"\b(?:another|other|further|including) \Z", _before(line, q), re.I)
    return bool(after or before) or q.unit.startswith("per ")
