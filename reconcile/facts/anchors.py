"""Say what a number is tied to in its clause: the verb that governs it, who does it, what it is of.

A noun alone does not say what is counted: "a city of 500,000 people" and "home to 120,000 people"
count people of two places. The words on the way from the counted noun up to its verb, the verb's
other core participants and the noun's own modifiers say it.
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.lexicon import derived, same_kind, synonyms
from reconcile.model import Parse, Quantity, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
CORE = ("nsubj", "nsubjpass", "dobj", "attr", "agent", "oprd")
# verbs that say nothing of what is counted, and nouns that only carry a number
EMPTY = frozenset(
    "be have do make get take give say tell report add put number total figure amount "
    "estimate least about other more new many several".split()
)
RELATED = 0.5  # likeness from which two nouns can be of one kind


def anchors(parse: Parse, quantity: Quantity) -> frozenset[str]:
    """Return the lemmas that say what a quantity is of: governors, participants and modifiers."""
    noun = head_of(parse, quantity)
    if noun is None:
        return frozenset()
    above = _above(parse, noun)
    measured = above and above[-1].pos not in {"VERB", "AUX"}
    found = above if measured else [*_below(parse, noun), *above]
    inside = {t.i for t in parse.within(quantity.span)} | {noun.i}
    return frozenset(
        t.lemma for t in found if t.pos in CONTENT and t.i not in inside and t.lemma not in EMPTY
    )


def doer(parse: Parse, quantity: Quantity) -> Token | None:
    """Return who does what a quantity is told of: "Tsuda" of "Tsuda, who threw 28 stones"."""
    noun = head_of(parse, quantity)
    if noun is None:
        return None
    verb = next((t for t in (noun, *parse.ancestors(noun)) if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    found = next(iter(parse.children(verb, "nsubj")), None)
    if verb.dep == "relcl" and (found is None or found.tag in {"WP", "WDT"}):
        return parse.head(verb)
    return found


def head_of(parse: Parse, quantity: Quantity) -> Token | None:
    """Return the token that stands for a quantity in the tree: the counted noun, else the number."""
    if quantity.counted_span is not None:
        counted = parse.within(quantity.counted_span)
        if counted:
            return counted[-1]
    tokens = parse.within(quantity.span)
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.i), None)


def _below(parse: Parse, noun: Token) -> list[Token]:
    """Return what modifies the noun: adjectives, compounds, and what it is of or in."""
    found = list(parse.children(noun, "amod", "compound", "nmod", "acl", "relcl"))
    for prep in parse.children(noun, "prep"):
        for inner in parse.children(prep, "pobj"):
            found += [inner, *parse.children(inner, "amod", "compound")]
    return found


def _above(parse: Parse, noun: Token) -> list[Token]:
    """Return what governs the noun up to the first verb, with that verb's core participants.

    In "a city of 500,000 people" the number measures the city, whatever is told of it: there the
    way ends.
    """
    found: list[Token] = []
    token = noun
    while token.head != token.i:
        below, token = token, parse.head(token)
        found.append(token)
        if token.pos in {"VERB", "AUX"}:
            for core in parse.children(token, *CORE):
                found += [core, *parse.children(core, "compound")]
            break
        found += parse.children(token, "compound", "poss")
        if below.dep == "prep" and token.pos in {"NOUN", "PROPN"}:
            return [t for t in found if t.pos not in {"VERB", "AUX"}]
    return found


def tied(a: frozenset[str], b: frozenset[str]) -> str:
    """Return a word that both sets hold, in the same or a like sense; "" where there is none."""
    shared = a & b
    if shared:
        return min(shared)
    return next((x for x in sorted(a) for y in sorted(b) if _alike(x, y)), "")


@lru_cache(maxsize=50_000)
def _alike(a: str, b: str) -> bool:
    """Tell whether two words mean the same: synonyms, one kind of thing, a verb and its noun."""
    return bool(
        b in synonyms(a, "v")
        or a in synonyms(b, "v")
        or b in derived(a, "v")
        or a in derived(b, "v")
        or same_kind(a, b) >= RELATED
    )
