"""Find the proper names of a sentence and give each a key that survives house style.

Entities come from the parse; a run of proper nouns that the entity recogniser left out is a name
of kind OTHER, so that a missed label costs a kind and not the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.model import Name, NameKind, Sentence, Span, Token

KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "EVENT": NameKind.OTHER,
    "PRODUCT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER,
}

# words before or after a name that say what somebody is, not what he is called
TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady rev fr sen senator rep representative gov "
    "governor president premier minister prime vice chancellor secretary ambassador judge "
    "justice king queen prince princess sheikh sheik imam ayatollah pope cardinal bishop "
    "archbishop gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl "
    "brig brigadier adm admiral cmdr commander officer detective inspector chief chairman "
    "chairwoman chair director spokesman spokeswoman spokesperson mayor sheriff attorney "
    "former ex acting deputy jr sr ii iii the a an u.s. us state foreign interior defence "
    "defense coach manager".split()
)
# the words of a place's kind: "Homs city", "the city of Homs" and "Homs" are one place
PLACE_WORDS = frozenset(
    "city town village province district governorate region county state island port "
    "neighborhood neighbourhood suburb area quarter north northern south southern east "
    "eastern west western northeast northeastern northwest northwestern southeast "
    "southeastern southwest southwestern central greater downtown upper lower mainland of the "
    "in".split()
)
_ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "bin", "bint", "de", "la"}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def find_names(sentence: Sentence, text: str) -> tuple[Name, ...]:
    """Return the names of a sentence in text order; spans leave out articles and possessives."""
    return tuple(_name(tokens, kind, text) for tokens, kind in _runs(sentence))


def _runs(sentence: Sentence) -> Iterator[tuple[list[Token], NameKind]]:
    """Yield runs of tokens that make a name, with the kind the entity label gives."""
    run: list[Token] = []
    for token in [*sentence.parse, None]:
        if run and (token is None or not _continues(run[-1], token)):
            trimmed = _trim(run)
            if trimmed:
                yield trimmed, KINDS.get(trimmed[-1].entity, NameKind.OTHER)
            run = []
        if token is not None and (token.entity in KINDS or _bare(token)):
            run.append(token)


def _bare(token: Token) -> bool:
    """Tell whether a token outside entities is a proper noun."""
    return not token.entity and token.pos == "PROPN" and token.text[:1].isupper()


def _continues(last: Token, token: Token) -> bool:
    """Tell whether a token belongs to the name that `last` ended so far."""
    if last.entity in KINDS:
        return token.entity == last.entity and not token.entity_starts
    return _bare(token)


def _trim(run: list[Token]) -> list[Token]:
    """Drop articles, possessive endings and punctuation at either end."""
    while run and (run[0].pos in {"DET", "PUNCT", "ADP"} or run[0].text.lower() in {"the", "a"}):
        run = run[1:]
    while run and (run[-1].tag == "POS" or run[-1].pos == "PUNCT" or run[-1].text in {"'s", "’s"}):
        run = run[:-1]
    return run


def _name(tokens: list[Token], kind: NameKind, text: str) -> Name:
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    words = span.of(text)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[-1])
    return Name(span, kind, words, name_key(words, kind), head.i)


@lru_cache(maxsize=20_000)
def name_key(words: str, kind: NameKind = NameKind.OTHER) -> str:
    """Return the folded key of a name: ASCII, lower case, no titles, articles or possessives.

    Raises nothing; a name made of titles only keeps them.
    """
    from anyascii import anyascii

    folded = (
        anyascii(words).lower().replace("u.s.", "us").replace("u.n.", "un").replace("u.k.", "uk")
    )
    folded = re.sub(r"'s?(?=\W|$)", "", folded)
    parts = ["saint" if p == "st" else p for p in _WORD.findall(folded.replace(".", ""))]
    drop = TITLES | PLACE_WORDS if kind is NameKind.PLACE else TITLES
    kept = [p for p in parts if p not in drop and p not in _ARTICLES] if len(parts) > 1 else parts
    key = " ".join(kept or parts)
    return COUNTRIES.get(key, key)


# countries and their people whose adjective is not the country's name with an ending
COUNTRIES = {
    "america": "us",
    "american": "us",
    "americans": "us",
    "united states": "us",
    "united states america": "us",
    "usa": "us",
    "britain": "uk",
    "british": "uk",
    "united kingdom": "uk",
    "french": "france",
    "dutch": "netherlands",
    "spanish": "spain",
    "greek": "greece",
    "danish": "denmark",
    "swiss": "switzerland",
    "welsh": "wales",
    "polish": "poland",
    "german": "germany",
    "turkish": "turkey",
    "swedish": "sweden",
    "finnish": "finland",
    "irish": "ireland",
    "scottish": "scotland",
    "lebanese": "lebanon",
    "chinese": "china",
    "afghan": "afghanistan",
    "pakistani": "pakistan",
    "russian": "russia",
    "ukrainian": "ukraine",
    "united nations": "un",
    "european union": "eu",
    "european": "europe",
}
COUNTRY_WORDS = frozenset(
    word for pair in COUNTRIES.items() for name in pair for word in name.split()
)
_ENDINGS = re.compile(r"(?:ians?|ans?|ns|n|ese|is?|is|s)$")


def country_stem(key: str) -> str:
    """Return a stem that a country and its people share: "syr" of "syria" and "syrian"."""
    key = COUNTRIES.get(key, key)
    if len(key) < 4 or " " in key:
        return key
    return _ENDINGS.sub("", key).rstrip("aeiou")
