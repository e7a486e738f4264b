"""Read the toll slots: how many were killed, injured, missing, held or driven out, in which group.

Adjacency beats the parse for counts: "22 injured", "a toll of 31 killed and 74 wounded", "killed
16 outside a bakery" are read from the words beside the number, and only what they leave open from
the dependency tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.language.lexicon import is_a
from reconcile.model import Quantity, QuantityKind, Sentence, Span

_WORDS = {
    "killed": r"killed|kills|killing|dead|died|die|dies|(?<!pro-)(?<!anti-)deaths?(?! (?:penalty|sentences?|row|threats?|squads?|certificates?))|fatalit(?:y|ies)|slain|murdered|perished|drowned|martyr(?:s|ed)?|massacred|executed|lost their lives",
    "injured": r"injured|injures|injuring|injur(?:y|ies)|wounded|wounds|wounding|hurt|maimed",
    "missing": r"missing|unaccounted for|disappeared",
    "arrested": r"arrested|arrests|arresting|detained|detaining|in(?:to)? custody|rounded up|apprehended",
    "rescued": r"rescued|rescues|rescuing|pulled from the",
    "evacuated": r"evacuated|evacuates|evacuating",
    "displaced": r"displaced|displaces|displacing|homeless|driven from their homes",
    "trapped": r"trapped|trapping|stranded|stranding",
    "kidnapped": r"kidnapped|kidnapping|abducted|abducting|(?:taken|held|holding) hostage",
    "hospitalised": r"hospitali[sz]ed|taken to (?:an? |the )?(?:\w+ )?hospitals?",
}
_ANY = "|".join(f"(?P<{slot}>{words})" for slot, words in _WORDS.items())
# "people", "others", "of its fighters", "Lebanese pilgrims", then perhaps a verb, then the class
_AFTER = re.compile(
    rf"^(?:\W+(?!killed|dead|injured|wounded|hurt|missing)[\w'’-]+){{0,4}}?\W+"
    rf"(?:(?:were|was|are|is|have|has|had|been|being|reported|confirmed|reportedly|feared|also|left|seriously|critically|slightly|lightly|badly)\s+)*(?:{_ANY})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:{_ANY})\s+(?:(?:at|least|most|more|than|about|around|some|nearly|almost|up|to|as|many|over|another|an|estimated|a|total|of|the|other|an?|including)\s+)*$",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:(?:death )?toll|number of (?:dead|deaths|those killed|people killed|fatalities))\b[^.;\d]{0,110}?"
    r"(?:\b(?:to|at|of|is|was|reach(?:ed|es|ing)?|exceed(?:ed|s)?|stands|stood|climbed|put|hit)\b)[^.;\d]{0,25}$",
    re.IGNORECASE,
)
# "the death toll rose to nine after two …": the two are among the nine
_ADDED = re.compile(
    r"\btoll\b[^.;]{0,90}\b(?:to|at)\s+[\w,-]+(?: people)?,? (?:after|when|as)\W+(?:(?:at least|another|a further|the)\s+)?$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:claim|cost|took|taken?|taking|lost)\w*\b(?: the)?(?: lives of)?[^.;]{0,20}$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among (?:them|those|whom)|of (?:whom|them|which)|with|mostly)\W+"
    r"(?:(?:at least|about|some|around|more than)\s+)?$",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"^\W+of (?:the|those|these|them|its|whom)\b[^.;,]{0,25}?\b(?:dead|killed|wounded|injured|victims|casualties|bodies|\d+|them|those)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most) of (?:the |those |these |its |their )?$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"^[^.;]{{0,40}}\b(?:were|was|are) among (?:the |those |at least )?(?:[\w,]+ ){{0,3}}?(?:{_ANY})\b",
    re.IGNORECASE,
)
_AUXILIARY = frozenset({"be", "have", "leave", "report", "confirm", "fear", "feared"})
_GENERIC = frozenset(
    "person people other civilian victim worker life martyr man resident passenger pilgrim villager employee colleague".split()
)


def toll_slot(sentence: Sentence, quantity: Quantity, text: str) -> str:
    """Return "killed", "injured", … for a count of casualties, "" for any other quantity."""
    if quantity.kind not in {QuantityKind.COUNT, QuantityKind.BARE} or quantity.unit:
        return ""
    before = text[sentence.span.start : quantity.span.start]
    after = text[quantity.span.end : sentence.span.end]
    if _OF_THE.match(after) or _WHOLE.search(before[-30:]) or _ADDED.search(before[-150:]):
        return ""
    return _beside(sentence, before, after, quantity) or _governed(sentence, quantity)


def _beside(sentence: Sentence, before: str, after: str, quantity: Quantity) -> str:
    """Read the class off the words next to the number."""
    right = _AFTER.match(after[:90])
    left = _BEFORE.search(before[-70:])
    if right and _one_phrase(sentence, quantity, after[: right.start(right.lastgroup or 0)]):
        return right.lastgroup or ""
    if _TOLL.search(before[-110:]):
        return "killed"
    if left:
        return left.lastgroup or ""
    if quantity.counted in {"life", "lives"} or re.match(r"\s+lives\b", after):
        return "killed"
    if _LIVES.search(before[-40:]) and re.search(r"lives of[^.;]{0,20}$", before[-40:]):
        return "killed"
    return ""


def _one_phrase(sentence: Sentence, quantity: Quantity, words: str) -> bool:
    """Tell whether nothing but the counted noun and auxiliaries stand between a number and its class."""
    end = quantity.span.end
    verbs = any(
        t.pos == "VERB" and t.dep not in {"amod", "aux", "auxpass"} and t.lemma not in _AUXILIARY
        for t in sentence.parse.within(Span(end, end + len(words)))
    )
    return not verbs and not _clause_break(words)


def _clause_break(words: str) -> bool:
    """Tell whether a new clause or another number stands between a number and its class."""
    return bool(
        re.search(
            r"[,;:\d]|\b(?:and|after|when|who|that|which|as|but|while|in|on|by|from|near|outside|to|for|was|were|where)\b",
            re.sub(r"\b(?:were|was)\s*$", "", words.strip()),
            re.IGNORECASE,
        )
    )


def _governed(sentence: Sentence, quantity: Quantity) -> str:
    """Read the class off the predicate that the counted noun depends on."""
    token = _noun(sentence, quantity)
    if token is None:
        return ""
    parse = sentence.parse
    noun = parse[token]
    for child in parse.children(noun, "acl", "relcl", "amod"):
        if child.lemma != "death" and (found := slot_of(child.text)):
            return found
    while noun.dep == "conj" and parse.head(noun).pos == "NOUN":  # "30 students and 12 workers"
        noun = parse.head(noun)
    if noun.dep in {"nsubj", "nsubjpass", "dobj", "conj"}:
        head = parse.head(noun)
        return slot_of(head.text) if head.pos in {"VERB", "ADJ", "AUX"} else ""
    return ""


def _noun(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return the index of the counted noun's token, or of the number's own."""
    span = quantity.counted_span or quantity.span
    found = [t for t in sentence.parse.within(span) if t.pos in {"NOUN", "PROPN"}]
    if found:
        return found[-1].i
    return quantity.token if 0 <= quantity.token < len(sentence.parse) else None


@lru_cache(maxsize=5000)
def slot_of(word: str) -> str:
    """Return the toll slot of one word form: "wounding" -> "injured"."""
    match = re.fullmatch(_ANY, word, re.IGNORECASE)
    return (match.lastgroup or "") if match else ""


def is_part(sentence: Sentence, quantity: Quantity, text: str) -> bool:
    """Tell whether the words say that this is a part of a larger count: "including 10 children"."""
    before = text[sentence.span.start : quantity.span.start]
    after = text[quantity.span.end : sentence.span.end]
    return bool(_PART.search(before[-40:]) or _AMONG.match(after[:100]) or _OF_THE.match(after))


def group_of(quantity: Quantity) -> str:
    """Return the group that a count is of, "" for people at large."""
    noun = quantity.counted
    if not noun or noun in _GENERIC or slot_of(noun):
        return ""
    return noun


def counts_people(quantity: Quantity) -> bool:
    """Tell whether a count is of people: of no noun at all, or of one that WordNet calls a person."""
    noun = quantity.counted
    return (
        not noun
        or bool(slot_of(noun))
        or noun in _GENERIC
        or is_a(noun, "person")
        or is_a(noun, "group")
    )


def toll_quantities(sentence: Sentence, text: str) -> Iterator[tuple[Quantity, str]]:
    """Yield the casualty counts of a sentence with their slots."""
    last = ""
    for quantity in sentence.quantities:
        slot = toll_slot(sentence, quantity, text)
        if not slot and quantity.kind is QuantityKind.COUNT:
            slot = _of_the_others(sentence, quantity, text, last)
        if slot and counts_people(quantity):
            yield quantity, slot
            last = slot


def _of_the_others(sentence: Sentence, quantity: Quantity, text: str, last: str) -> str:
    """Return the class of a part that the words give no class of its own: "including 10 children"."""
    before = text[sentence.span.start : quantity.span.start]
    after = text[quantity.span.end : sentence.span.end]
    if last and _PART.search(before[-40:]):
        return last
    match = _AMONG.match(after[:100])
    return (match.lastgroup or "") if match else ""
