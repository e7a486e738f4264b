"""Find what a number counts. What stands next to it goes before what the parser made of it."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.facts.line import Line
from reconcile.model import Token

# states that headlines and tolls count like nouns: "22 injured", "a toll of 31 killed"
STATES = frozenset(
    "killed dead injured wounded hurt missing arrested detained displaced hospitalised hospitalized "
    "rescued homeless kidnapped abducted evacuated trapped sick ill infected alive unaccounted "
    "captured stranded drowned burned burnt poisoned jailed charged held slain martyred dying "
    "unhurt uninjured unharmed affected".split()
)
_MORE = frozenset("other others more additional further another extra".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight "
    "january february march april may june july august september october november december "
    "percent percentage".split()
)
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "VBN", "VBG", "HYPH", "AFX", "CD"})
_WORDS = {"people": "person", "persons": "person", "women": "woman", "men": "man"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted: its lemma, and the tokens from the first modifier to the noun."""

    lemma: str
    first: int
    last: int
    pronoun: bool = False  # "22 of them", "12 others", "another 40": the noun stands before
    name: bool = False  # a singular proper name: "787 Dreamliner" counts nothing


def counted_after(line: Line, end: int, value: float) -> Counted | None:
    """Return what is counted by the number that ends at a place, or None when nothing is said."""
    tokens = line.tokens
    k = line.token_from(end)
    if k >= len(tokens):
        return None
    if tokens[k].tag == "HYPH" or tokens[k].text == "-":
        return _joined(tokens, k + 1)
    more = False
    while k < len(tokens) and tokens[k].text.lower() in _MORE and tokens[k].tag != "NNS":
        more, k = True, k + 1
    if k < len(tokens) and tokens[k].text.lower() == "others":
        return Counted("other", k, k, pronoun=True)
    if k < len(tokens) and tokens[k].text.lower() == "of":
        k = _into(tokens, k + 1)
        if k < len(tokens) and tokens[k].text.lower() in ("them", "whom", "which", "those", "us"):
            return Counted("", k, k, pronoun=True)
    return _phrase(line, k, value) or (Counted("", k, k, pronoun=True) if more else None)


def _into(tokens: tuple[Token, ...], k: int) -> int:
    """Skip the articles, possessives and numbers after "of": "three of the 25 fighters"."""
    while k < len(tokens) and tokens[k].tag in ("DT", "PRP$", "CD", "PDT"):
        if tokens[k].text.lower() in ("those", "these"):
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            if not after or after.tag not in _NOUN | _MODIFIER or after.text.lower() in STATES:
                return k
        k += 1
    return k


def _joined(tokens: tuple[Token, ...], k: int) -> Counted | None:
    """Read the noun of a compound: "four-cylinder engine" counts cylinders."""
    if k < len(tokens) and tokens[k].tag in _NOUN:
        return Counted(lemma_of(tokens[k]), k, k)
    return None


def _phrase(line: Line, k: int, value: float) -> Counted | None:
    """Walk over modifiers to the noun that closes the phrase."""
    tokens, first = line.tokens, k
    nouns: list[int] = []
    aim = _aim(line, k)
    while k < len(tokens):
        token = tokens[k]
        if token.text.lower() in _CALENDAR and token.tag != "NNS":
            break
        if token.tag in _NOUN or (token.pos in ("NOUN", "PROPN") and token.tag == "CD"):
            if _state_ends(tokens, k, nouns):
                break
            nouns.append(k)
        elif token.tag == "POS" and nouns:
            nouns, first = [], k + 1
        elif token.tag in _MODIFIER and (not nouns or k < aim or _bridged(tokens, k)):
            if token.text.lower() in STATES and not _attributive(tokens, k):
                return (
                    Counted(token.text.lower(), k, k)
                    if not nouns
                    else _close(tokens, first, nouns, value, aim)
                )
            if token.tag in ("VBN", "VBG") and not nouns:
                if token.tag == "VBN" and not _attributive(tokens, k):
                    return None
                first = k + 1
        elif token.tag in ("CC", ",") and k < aim and aim - k <= 4:
            pass
        elif token.text.lower() in STATES and not nouns:
            return Counted(token.text.lower(), k, k)
        else:
            break
        if nouns and tokens[k].tag in ("NNS", "NNPS") and k >= aim and not _noun_next(tokens, k):
            break
        k += 1
    return _close(tokens, first, nouns, value, aim) if nouns else None


def _aim(line: Line, k: int) -> int:
    """Return the noun that the parser has the number before k modify, when it stands after it."""
    for token in reversed(line.tokens[max(0, k - 4) : k]):
        if token.tag == "CD" and token.dep == "nummod" and k <= token.head < k + 8:
            return token.head
    return -1


def _noun_next(tokens: tuple[Token, ...], k: int) -> bool:
    return (
        k + 1 < len(tokens)
        and tokens[k + 1].tag in ("NN", "NNS")
        and tokens[k].head == k + 1
        and tokens[k].dep in ("compound", "nmod")
    )


def _bridged(tokens: tuple[Token, ...], k: int) -> bool:
    """Tell whether a hyphen binds what stands around it: "first-team players"."""
    return tokens[k].tag == "HYPH" or tokens[k - 1].tag == "HYPH"


def _attributive(tokens: tuple[Token, ...], k: int) -> bool:
    """Tell whether a participle or adjective stands before its noun: "three injured soldiers"."""
    j = k + 1
    while j < len(tokens) and tokens[j].tag in ("JJ", "NN", "NNP", "HYPH", "VBN"):
        if tokens[j].text.lower() in _CALENDAR:
            return False
        if tokens[j].tag in ("NN", "NNP"):
            return (
                tokens[k].head >= j or tokens[j].head >= j and tokens[k].dep in ("amod", "compound")
            )
        j += 1
    return j < len(tokens) and tokens[j].tag in ("NNS", "NNPS") and tokens[k].dep == "amod"


def _state_ends(tokens: tuple[Token, ...], k: int, nouns: list[int]) -> bool:
    """Tell whether the noun at k opens another phrase: "22 injured police said"."""
    return (
        bool(nouns)
        and tokens[nouns[-1]].tag in ("NNS", "NNPS")
        and tokens[k].tag in ("NNP", "NNPS")
    )


def _close(
    tokens: tuple[Token, ...], first: int, nouns: list[int], value: float, aim: int
) -> Counted:
    """Choose among the nouns: the last plural one, else the one that the number can stand for."""
    plural = [k for k in nouns if tokens[k].tag in ("NNS", "NNPS")]
    head = nouns[-1]
    if plural:
        head = aim if aim in nouns and aim > plural[-1] else plural[-1]
    elif value > 1 and aim not in nouns[1:] and tokens[nouns[0]].tag == "NN" and nouns[0] == first:
        head = nouns[0]  # "a 12 page document"
    name = (
        not plural and all(tokens[k].tag == "NNP" for k in nouns) and tokens[head].entity != "NORP"
    )
    while first < head and tokens[first].tag in ("RB", "RBR", "CC", ",", "DT"):
        first += 1
    return Counted(lemma_of(tokens[head]), first, head, name=name)


def lemma_of(token: Token) -> str:
    """Return the lemma of a counted noun; people are persons, names lose their plural."""
    word = token.text.lower()
    if word in _WORDS:
        return _WORDS[word]
    if token.tag == "NNPS" and token.lemma == word and word.endswith("s"):
        return word.removesuffix("s")
    return token.lemma
