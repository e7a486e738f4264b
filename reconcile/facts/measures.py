"""Read what stands around a number as its measure: money, percent, units, rates, ages, magnitudes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.facts.line import Line
from reconcile.facts.numbers import Number
from reconcile.facts.units import rate_after, unit_after
from reconcile.facts.unitwords import CODES, SYMBOLS, Unit
from reconcile.model import QuantityKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures, where number and unit stand, and the scale its suffix gives it."""

    kind: QuantityKind
    unit: str
    start: int
    end: int
    scale: float = 1.0
    dimension: str = ""


_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SIGN = re.compile(
    "(?:" + "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True)) + r")\s?\Z"
)
_CODE = re.compile(rf"(?<![A-Za-z])(?P<code>{'|'.join(sorted(CODES))})\$?\s?\Z")
_SUFFIX = re.compile(r"\s?(?P<letter>[kmbKMB])(?![\w/²³])")
_OLD = re.compile(r"\s?[ -]\s?(year|month|week|day|hour)s?\s?[ -]\s?(?:old|of age)s?\b", re.I)
_AGED = re.compile(
    r"(?:\b(?:aged?|ages|turn(?:ed|s)|at the age of|the age of|over the age of|under the age of)"
    r"(?: between| of| about| just| only)?) \Z",
    re.I,
)
_YOUNG = re.compile(
    r"\b(?:children|kids|boys|girls|men|women|people|anyone|those|adults|pupils|youths|teenagers)"
    r" (?:under|over|below|above) \Z",
    re.I,
)
_MAGNITUDE = re.compile(
    r"\b(?:magnitude|measur(?:ed|es|ing)|registered)(?: of)?(?: a)?[ -]\Z", re.I
)
_QUAKE = re.compile(r"(?: [\w-]+){0,2} (?:earthquake|quake|aftershock|tremor|temblor)s?\b", re.I)
_RICHTER = re.compile(r"[ -]magnitude\b| on the (?:Richter|moment magnitude)", re.I)
_CATEGORY = re.compile(r"\bcategory[ -]\Z", re.I)
_KIND = {
    "time": QuantityKind.DURATION,
    "money": QuantityKind.MONEY,
    "percent": QuantityKind.PERCENT,
    "percentage point": QuantityKind.PERCENT,
    "basis point": QuantityKind.PERCENT,
    "speed": QuantityKind.RATE,
    "data rate": QuantityKind.RATE,
    "fuel economy": QuantityKind.RATE,
}
# near these words, "pounds" are money; weight is the other reading
_COSTS = re.compile(
    r"£|\bsterling\b|\bpence\b|\b(?:cost|worth|paid|pay|fined?|price|raised|spen[dt]|earn|salary|bail"
    r"|reward|budget|loan|debt|damages|compensation|funding|profit|bill)",
    re.I,
)


def measure(line: Line, number: Number) -> Measure | None:
    """Return what the number measures, or None where it counts things or stands alone."""
    return (
        _money_before(line, number)
        or _age(line, number)
        or _magnitude(line, number)
        or _unit(line, number)
    )


def _money_before(line: Line, number: Number) -> Measure | None:
    """Read "$3.2bn", "US $1.2 million", "AUD1.5m"; the sign may stand before "between" too."""
    text, place = line.text, number.start
    digits = re.compile(r"\d|\.\d").search(text, number.start, number.end)
    if number.spelled or not digits:
        return None
    place = digits.start()
    sign = _SIGN.search(text, max(0, place - 6), place)
    code = None if sign else _CODE.search(text, max(0, place - 6), place)
    if sign and sign[0][0].isalpha() and text[max(0, sign.start() - 1) : sign.start()].isalpha():
        return None
    if not sign and not code:
        return None
    unit = SYMBOLS[sign[0].rstrip()] if sign else CODES[code["code"]].name if code else ""
    start = min(number.start, (sign or code).start())  # type: ignore[union-attr]
    end, scale = number.end, 1.0
    suffix = _SUFFIX.match(text, end)
    if suffix and not number.scaled:
        end, scale = suffix.end(), _LETTERS[suffix["letter"].lower()]
    # "$3 million Australian": the sign has said it; but "$15 US dollars" says it twice
    again = unit_after(text, end)
    if again and again[0].dimension == "money":
        unit, end = (again[0].name if again[0].name != "cent" else unit), again[1]
    return _rated(text, Measure(QuantityKind.MONEY, unit, start, end, scale, "money"))


def _age(line: Line, number: Number) -> Measure | None:
    """Read "36-year-old", "aged 36", "Smith, 36," and "Smith (36)"."""
    text, start, end = line.text, number.start, number.end
    old = _OLD.match(text, end)
    if old:
        return Measure(QuantityKind.AGE, old[1].lower(), start, old.end(), dimension="age")
    if not (0 < number.value <= 115 and number.value == int(number.value)):
        return None
    follows = text[end : end + 1]
    if _AGED.search(text, max(0, start - 24), start) or _YOUNG.search(
        text, max(0, start - 20), start
    ):
        unit = unit_after(text, end)
        if not unit or unit[0].dimension == "time":
            name, end = (unit[0].name, unit[1]) if unit else ("year", end)
            return Measure(QuantityKind.AGE, name, start, end, dimension="age")
    if re.match(r"s\b", text[end : end + 2]) and number.value % 10 == 0:
        if re.search(r"\b(?:his|her|their|early|mid|late)[ -]\Z", text[max(0, start - 7) : start]):
            return Measure(QuantityKind.AGE, "year", start, end + 1, dimension="decade of age")
        return None
    return _apposed_age(line, number, follows)


def _apposed_age(line: Line, number: Number, follows: str) -> Measure | None:
    text, start, end = line.text, number.start, number.end
    gap = text[max(0, start - 2) : start]
    k = line.token_at(start)
    if number.spelled or number.bound != "exact" or k < 1 or not text[start:end].isdigit():
        return None
    apposed = (gap == ", " and follows in (",", ".", ";", ")", "")) or (
        gap == " (" and follows == ")"
    )
    bearer = line.tokens[k - 2] if apposed and k >= 2 and gap == ", " else line.tokens[k - 1]
    if apposed and gap == " (":
        bearer = line.tokens[k - 2] if k >= 2 else bearer
    person = bearer.entity == "PERSON" or (bearer.pos == "PROPN" and bearer.entity in ("", "ORG"))
    named = apposed and person and bearer.text[0].isupper()
    listed = re.search(r"\b\d{1,3}, \Z", text[max(0, start - 6) : start])
    # copy that lost its commas: "Nick Hague 44 has spent"
    after = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    acts = after is not None and after.pos in ("AUX", "VERB") and after.tag != "VBN"
    loose = gap.endswith(" ") and line.tokens[k - 1].entity == "PERSON" and number.value >= 14
    if (named and not listed) or (loose and acts):
        return Measure(QuantityKind.AGE, "year", start, end, dimension="age")
    return None


def _magnitude(line: Line, number: Number) -> Measure | None:
    text, start, end = line.text, number.start, number.end
    after = _RICHTER.match(text, end)
    before = _MAGNITUDE.search(text, max(0, start - 20), start)
    said = after or (before and before[0].lower().startswith("magn"))
    if said and number.high <= 12:
        stop = after.end() if after and "magnitude" in after[0] else end
        begin = min(start, before.start()) if before else start
        return Measure(QuantityKind.MEASURE, "magnitude", begin, stop, dimension="magnitude")
    if "." in text[start:end] and number.high < 10 and _QUAKE.match(text, end):
        return Measure(QuantityKind.MEASURE, "magnitude", start, end, dimension="magnitude")
    category = _CATEGORY.search(text, max(0, start - 10), start)
    if category and number.value in (1, 2, 3, 4, 5):
        where = category.start()
        return Measure(QuantityKind.MEASURE, "category", where, end, dimension="category")
    return None


def _unit(line: Line, number: Number) -> Measure | None:
    text, end, scale = line.text, number.end, 1.0
    found = unit_after(text, end) or _after_adjective(text, end)
    glued = _SUFFIX.match(text, end)
    if glued and not number.scaled and not number.spelled and _is_scale(line, glued, found):
        end, scale = glued.end(), _LETTERS[glued["letter"].lower()]
        found = unit_after(text, end)
        if not found:
            return Measure(QuantityKind.COUNT, "", number.start, end, scale)
    if re.match(r"p\b", text[end : end + 2]) and not number.spelled:
        found = Unit("penny", "money"), end + 1
    feet = re.match(r"'(?:\s?\d{1,2}(?:\"|''))?(?=[\s,.;)])", text[end : end + 6])
    if not found and feet and not number.spelled and not re.search(r"(?:^|\s)'", text[:end]):
        found = Unit("foot", "length"), end + 1
    if not found or not _means_it(line, number, found[0], found[1]):
        return None
    unit, stop = found
    unit = _pounds(line, unit, number, stop)
    kind = _KIND.get(unit.dimension, QuantityKind.MEASURE)
    return _rated(text, Measure(kind, unit.name, number.start, stop, scale, unit.dimension))


_BEFORE_UNIT = re.compile(
    r" (?:more|additional|extra|further|consecutive|straight|successive|full|whole|long|previous"
    r"|solid|continuous|entire|short)(?= )"
)


def _after_adjective(text: str, end: int) -> tuple[Unit, int] | None:
    """Read the unit behind an adjective: "two more days", "50 previous years"."""
    match = _BEFORE_UNIT.match(text, end)
    return unit_after(text, match.end()) if match else None


def _is_scale(line: Line, glued: re.Match[str], found: tuple[Unit, int] | None) -> bool:
    """Tell whether a letter after the figure is a scale: "4.3M sales", "5m people"; not "5m deep"."""
    letter, touching = glued["letter"], not glued[0][0].isspace()
    if not touching:
        return False
    if letter == "m" and line.m:
        return line.m == "million"
    if letter == "m":
        after = unit_after(line.text, glued.end())
        k = line.token_from(glued.end())
        token = line.tokens[k] if k < len(line.tokens) else None
        plural = token is not None and (token.tag == "NNS" or token.lemma == "people")
        return bool(after and after[0].dimension == "money") or (plural and token is not None)
    return found is None or letter in "MBKkb"


def _means_it(line: Line, number: Number, unit: Unit, stop: int) -> bool:
    """Tell whether a word that may be a unit is one here: not "two second-half goals", "five won"."""
    said = line.text[number.end : stop].strip(" -").lower()
    after = line.text[stop : stop + 1]
    if (
        said == "second"
        and number.value != 1
        and (after == "-" or "-" not in line.text[number.end : stop])
    ):
        return False
    if said in ("won", "real", "rand"):
        k = line.token_from(number.end)
        return k < len(line.tokens) and line.tokens[k].pos != "VERB"
    if unit.dimension == "time" and number.spelled and number.value == 1 and said == "day":
        before = line.text[max(0, number.start - 8) : number.start].split()
        return bool(before) and before[-1].lower() in (
            "in for after within only just about than lasted last every past next".split()
        )
    return True


def _pounds(line: Line, unit: Unit, number: Number, stop: int) -> Unit:
    """Decide whether pounds are weight or sterling, from what stands around them."""
    if unit.name != "pound-mass" or not re.search(r"pounds?\Z", line.text[:stop], re.I):
        return unit
    if line.text.startswith(" of ", stop) or line.text[number.end : number.end + 1] == "-":
        return unit
    around = line.text[max(0, number.start - 40) : stop + 25]
    return Unit("pound sterling", "money") if _COSTS.search(around) else unit


def _rated(text: str, found: Measure) -> Measure:
    """Add what the measure is per: "$98 a share" is in "dollar per share"."""
    rate = rate_after(text, found.end)
    if not rate or (found.kind is QuantityKind.PERCENT and rate[0] not in ("year", "month")):
        return found
    # "a $5 million a year deal" but "for 90 minutes a day" too: both are rates
    return Measure(
        QuantityKind.RATE,
        f"{found.unit} per {rate[0]}",
        found.start,
        rate[1],
        found.scale,
        f"{found.dimension} per {rate[0]}",
    )
