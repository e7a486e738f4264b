"""Read how many came: the size of a march, a rally, a vigil or a crowd, and in which town.

"Some 20,000 people marched", "a rally attended by 20,000", "police put the crowd at 20,000". What is
only expected, and those who came on top of others, are no size of a crowd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.language.lexicon import is_a
from reconcile.model import Account, BlockKind, Quantity, QuantityKind, Sentence

_CAME = (
    r"march(?:ed|ing)?|rall(?:y|ied|ying)|gather(?:ed|ing)?|protest(?:ed|ing)?|demonstrat(?:ed|ing)?|"
    r"(?:take|took|taking|taken|pour(?:ed|ing)|fill(?:ed|ing)) (?:in)?to the streets|turn(?:ed|ing) (?:out|up)|attend(?:ed|ing)?|"
    r"(?:take|took|taking) part|assembl(?:ed|ing)|converg(?:ed|ing)|throng(?:ed|ing)|set off|came together|join(?:ed|ing) together"
)
_GATHERING = r"march|rall(?:y|ies)|protests?|demonstrations?|vigils?|funerals?|crowds?|gatherings?|procession|parade|concert|turnout"
_ABOUT = r"(?:(?:at|least|most|more|than|about|around|some|nearly|almost|up|to|as|many|over|an|approximate|approximately|estimated|roughly|between|a|total|of) )*"
_AFTER = re.compile(
    rf"^(?: (?!and\b|who\b|killed|were killed)[\w'’-]+){{0,4}}?,?(?: who| that)?(?: (?:have|had|has|were|are|also|then|later))* (?:{_CAME})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:(?:crowds?|gatherings?|turnout|march|rally|protest) (?:of|by|that drew)|"
    rf"(?:{_GATHERING})\b(?: [\w'’-]+){{0,12}}? (?:was |were |is )?(?:attended by|drew|attracted|numbered|estimated at|put at|numbering)|"
    rf"(?:put|estimat\w+|count\w*) the (?:crowd|turnout|number of (?:marchers|protesters|demonstrators)) (?:at|to be)) {_ABOUT}$",
    re.IGNORECASE,
)
_ON_TOP = re.compile(r"\b(?:another|further|additional|of the|other) $", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:expect\w*|plan\w*|will|would|could|may|might|due|hop\w+|call\w*|last (?:year|month|week)|previous\w*|earlier)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]+")
_TOWN = re.compile(
    r"\b(?i:in|at|of|across|outside|near|around) (?:the )?"
    r"(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)",
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """A number of people who came together."""

    slot: (
        str  # "crowd", or "crowd in dervio" where the sentence names a town that the lead does not
    )
    quantity: Quantity


def crowds(sentence: Sentence, account: Account, text: str) -> Iterator[Crowd]:
    """Yield the sizes of crowds in one sentence."""
    for quantity in sentence.quantities:
        if quantity.kind is QuantityKind.COUNT and _came(quantity, sentence, text):
            yield Crowd(_slot(sentence, account, text), quantity)


def _came(quantity: Quantity, sentence: Sentence, text: str) -> bool:
    before = text[sentence.span.start : quantity.span.start]
    after = text[quantity.span.end : sentence.span.end]
    if not _people(quantity) or _NOT_YET.search(before) or _NOT_YET.search(after[:60]):
        return False
    if _BEFORE.search(before[-150:]):
        return True
    return not _ON_TOP.search(before) and bool(_AFTER.match(after[:110]))


def _people(quantity: Quantity) -> bool:
    noun = quantity.counted
    return not noun or noun in {"person", "people"} or is_a(noun, "person")


def _slot(sentence: Sentence, account: Account, text: str) -> str:
    """Return the slot of the crowd in the town that the sentence names; of the story's own by default.

    Read off the words, not the names: small towns abroad are the names that a tagger misses.
    """
    lead = [s for s in account.sentences if s.block is BlockKind.PARAGRAPH][:1]
    lead += [s for s in account.sentences if s.block is BlockKind.HEADLINE]
    home = {w for s in lead for w in _CAPITAL.findall(s.span.of(text))}
    home.update(account.report.place.title().split())
    named = [m["town"] for m in _TOWN.finditer(sentence.span.of(text))]
    away = [town for town in named if not home & set(town.split())]
    return f"crowd in {away[0].lower()}" if away else "crowd"
