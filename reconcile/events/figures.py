"""Read the numbers that answer a fixed question: how old, how long a sentence, how much bail.

Such figures are told in set phrases, once or twice a report, and need no linked sentences: "Ann Lee,
36," and "36-year-old Ann Lee"; "jailed for seven years" and "a nine-year prison term"; "held on
$50,000 bail" and "bail was set at $75,000".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Name, NameKind, Quantity, QuantityKind, Sentence

_AGE_AFTER = re.compile(r"^(?:,| \(|,? (?:who (?:is|was) |is |was )?(?:aged |an? ))\s*(?:aged )?$")
_AGE_BEFORE = re.compile(r"^[- ](?:[a-z][\w-]* ){0,3}$")
_TERM_BEFORE = re.compile(
    r"\b(?:sentenc(?:ed|es|ing)|jail(?:ed|s|ing)|imprison(?:ed|s)|locked up|condemned|sent to (?:prison|jail))\b"
    r"(?: [\w'’-]+){0,4}? (?:to|for)(?: (?:at least|about|almost|nearly|more than|a total of|serve|a))*\s*$",
    re.IGNORECASE,
)
_TERM_AFTER = re.compile(
    r"^[ -]*(?:(?:prison|jail|federal|state|custodial|suspended) )*(?:term|sentence|stretch|imprisonment|prison|jail)\b|"
    r"^ (?:in (?:\w+ )?(?:prison|jail|custody)|behind bars|of imprisonment)\b",
    re.IGNORECASE,
)
# what might have been, what was served or left: no sentence that was passed
_NOT_PASSED = re.compile(
    r"\b(?:fac(?:e[sd]?|ing)|could|would|may|might|up to|maximum|minimum|carr(?:y|ies|ied)|punishable|seek(?:s|ing)?|sought|asked|"
    r"demand\w*|recommend\w*|serv(?:ed|ing)|after|spent|consecutive|remaining|parole|probation|already|suspended|offered|deal|plea)\b",
    re.IGNORECASE,
)
_SUMS = {
    "bail": r"bail|bond",
    "fine": r"fined?|fines",
    "ransom": r"ransom",
    "bribe": r"bribes?|bribery|kickbacks?|pay-?offs?",
    "reward": r"reward|bounty",
    "compensation": r"compensation|payout",
}
_SUM = "|".join(f"(?P<{name}>{words})" for name, words in _SUMS.items())
_SUM_BEFORE = re.compile(
    rf"\b(?:{_SUM})\b(?: (?!but|and|or|after|for)[\w'’-]+){{0,4}}?(?: (?:of|at|to|was|is|totall?ing|worth|reaching))?(?: (?:more than|about|around|nearly|almost|some|at least|a|up to))?\s*$",
    re.IGNORECASE,
)
_SUM_AFTER = re.compile(
    rf"^(?: in| of| as| worth of)?(?: (?:an?|the|cash|total))*[ -]+(?:{_SUM})\b", re.IGNORECASE
)

# quakes that are not the one the incident is about, and quakes in general
OTHER_QUAKE = re.compile(
    r"\b(?:after-?shocks?|fore-?shocks?|(?:second|another|earlier|previous|new|subsequent) (?:[\w.-]+ ){0,3}(?:quake|earthquake|tremor|temblor|jolt)|"
    r"(?:quakes|earthquakes|tremors|temblors)|(?:quake|earthquake|tremor|temblor)s? (?:can|could|may) )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that answers a slot: "age lee ann", "term", "sum bail"."""

    slot: str
    quantity: Quantity


def figures(sentence: Sentence, text: str) -> Iterator[Figure]:
    """Yield the figures of one sentence."""
    for quantity in sentence.quantities:
        slot = ""
        if quantity.kind is QuantityKind.AGE and quantity.unit == "year":
            slot = _age(quantity, sentence, text)
        elif quantity.kind is QuantityKind.DURATION:
            slot = _term(quantity, sentence, text)
        elif quantity.kind is QuantityKind.MONEY and not quantity.restated:
            slot = _sum(quantity, sentence, text)
        if slot:
            yield Figure(slot, quantity)


def _age(quantity: Quantity, sentence: Sentence, text: str) -> str:
    """Return the slot of a person's age where the words bind it to a full name."""
    owner = _owner(quantity, sentence, text)
    words = owner.key.split() if owner else []
    return f"age of {words[0]} {words[-1]}" if len(words) > 1 else ""


def _owner(quantity: Quantity, sentence: Sentence, text: str) -> Name | None:
    """Return the person whose age is given: the name beside the number, with no other between."""
    people = [n for n in sentence.names if n.kind is NameKind.PERSON]
    before = [n for n in people if n.span.end <= quantity.span.start]
    if before and _AGE_AFTER.match(text[before[-1].span.end : quantity.span.start]):
        return before[-1]
    after = [n for n in people if n.span.start >= quantity.span.end]
    if after and _AGE_BEFORE.match(text[quantity.span.end : after[0].span.start]):
        return after[0]
    return None


def _term(quantity: Quantity, sentence: Sentence, text: str) -> str:
    """Return "term <unit>" for the length of a sentence that was passed."""
    before = text[sentence.span.start : quantity.span.start][-70:]
    after = text[quantity.span.end : sentence.span.end][:40]
    passed = _TERM_BEFORE.search(before) or _TERM_AFTER.match(after)
    if not passed or _NOT_PASSED.search(before) or _NOT_PASSED.search(after[:25]):
        return ""
    return f"term {quantity.unit}"


def _sum(quantity: Quantity, sentence: Sentence, text: str) -> str:
    """Return "sum bail", "sum fine", … for money that the words beside it name."""
    before = text[sentence.span.start : quantity.span.start][-60:]
    match = _SUM_AFTER.match(
        text[quantity.span.end : sentence.span.end][:30]
    ) or _SUM_BEFORE.search(before)
    return f"sum {match.lastgroup} {quantity.unit}" if match else ""
