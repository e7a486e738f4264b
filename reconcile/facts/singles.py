"""Find the counts that are no number words: "no one", "none of them", the "one" that counts, ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.facts.line import Line
from reconcile.model import Quantity, QuantityKind

_NOT_ONE = re.compile(
    r"\b(?:no|any|every|some|each|the|this|that|which|square|number|first|last|next|only the|\w+er"
    r"|\w+est|everyone|another|good|bad|big|new|old|single-|plus)[ -]\Z",
    re.I,
)
_AFTER_ONE = re.compile(
    r" (?:another|day,|(?:way|thing|point|stage|moment|side|hand|reason)\b|more time)|'|-(?:time|way|on|off|sided)|\s?[,.]?\Z",
    re.I,
)
_HARM = (
    r"injur(?:y|ies)|casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|survivors?|arrests?|dead"
    r"|wounded|hostages?|suspects?|passengers?|people|persons?|civilians?|children|deaths or injuries"
    r"|injuries or deaths|loss of life"
)
_NONE = re.compile(
    rf"\b(?:(?P<no>no|zero)(?: \w+)? (?P<noun>{_HARM})\b|(?P<body>no[ -]one|nobody)\b(?! (?:else|knows?|but|can|could|should|wants?|is sure))"
    r"|(?P<none>none) of (?:the|his|her|its|their) (?:\w+ )?(?P<of>\w+s|people|children)\b)",
    re.I,
)
_TOUCHED = re.compile(
    r"(?:\W+\w+){0,6}?\W+(?:hurt|injured|killed|wounded|harmed|died|arrested|detained|dead|missing|charged"
    r"|hospitali[sz]ed|evacuated|rescued|survived|aboard|inside)\b",
    re.I,
)
_LEMMAS = {"people": "person", "persons": "person", "children": "child", "dead": "dead"}
_ORDINAL_WORDS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        range(1, 13),
        strict=True,
    )
)
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<word>{'|'.join(_ORDINAL_WORDS)})|(?P<digits>\d+)(?:st|nd|rd|th))(?![\w-])",
    re.I,
)


def is_counting_one(line: Line, start: int) -> bool:
    """Tell whether "one" counts: "one man", "one was killed", "one of the guards"; not "no one"."""
    k = line.token_at(start)
    token = line.tokens[k]
    if _NOT_ONE.search(line.text, max(0, start - 14), start) or _AFTER_ONE.match(
        line.text, start + 3
    ):
        return False
    after = line.tokens[k + 1] if k + 1 < len(line.tokens) else None
    if after is not None and after.tag == "CD":
        return False
    if token.tag == "CD":
        return True
    if after is None:
        return False
    return after.text.lower() == "of" or after.tag in ("NN", "JJ", "VBD", "VBN")


def zeros(line: Line) -> Iterator[Quantity]:
    """Yield the counts that are nought: "no injuries", "no one was hurt", "none of the children"."""
    for match in _NONE.finditer(line.text):
        if match["body"] and not _TOUCHED.match(line.text, match.end()):
            continue
        noun = (match["noun"] or match["of"] or "person").lower()
        end = match.end("no") if match["no"] else match.end("body" if match["body"] else "none")
        where = match.span("noun") if match["noun"] else match.span("of") if match["of"] else None
        yield Quantity(
            span=line.span(match.start(), end),
            value=0.0,
            low=0.0,
            high=0.0,
            kind=QuantityKind.COUNT,
            counted=_lemma(noun),
            counted_span=line.span(*where) if where else None,
            token=line.token_at(match.start()),
        )


def _lemma(noun: str) -> str:
    if noun in _LEMMAS:
        return _LEMMAS[noun]
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


_NO_RANK = frozenset("time place aid lady minister responder class hand half".split())


def ordinals(line: Line) -> Iterator[Quantity]:
    """Yield ranks: "the third attack", "her 22nd goal"; not dates, centuries and names."""
    for match in _ORDINAL.finditer(line.text):
        k = line.token_at(match.start())
        token = line.tokens[k]
        if (
            token.tag not in ("JJ", "CD", "NN")
            or token.entity in ("DATE", "TIME")
            or token.pos == "PROPN"
        ):
            continue
        head = line.tokens[token.head]
        if head.i <= k or head.pos != "NOUN" or head.i - k > 4 or head.lemma in _NO_RANK:
            continue
        value = float(match["digits"] or _ORDINAL_WORDS[(match["word"] or "first").lower()])
        yield Quantity(
            span=line.span(*match.span()),
            value=value,
            low=value,
            high=value,
            kind=QuantityKind.ORDINAL,
            counted=head.lemma,
            counted_span=line.span(line.starts[head.i], line.end_of(head.i)),
            token=k,
        )
