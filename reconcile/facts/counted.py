"""Find what a number counts. What stands next to it goes before what the parser made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
# words that stand where the noun would
_STANDING = {"others": "other", "who": "person", "whose": "person", "times": "time"}
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight "
    "january february march april may june july august september october november december "
    "percent percentage".split()
)
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS", "VBN", "VBG", "HYPH", "AFX", "CD"})
_WORDS = {"people": "person", "persons": "person", "women": "woman", "men": "man"}


LONGEST = 16  # words from the number to its noun at most


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
    more, since = False, k
    while k < len(tokens) and tokens[k].text.lower() in _MORE and tokens[k].tag != "NNS":
        # "eight other guards" are other ones; "eight more guards" are guards
        since = k if tokens[k].text.lower() == "other" else k + 1
        more, k = True, k + 1
    word = tokens[k].text.lower() if k < len(tokens) else ""
    if word in _STANDING:
        return Counted(_STANDING[word], k, k, pronoun=word != "times")
    if word == "of":
        k = since = _into(tokens, k + 1)
        if k < len(tokens) and tokens[k].text.lower() in ("them", "whom", "which", "those", "us"):
            return Counted("", k, k, pronoun=True)
    found = _phrase(line, k, value)
    if found and since < k and found.first == k:
        return replace(found, first=since)
    return found or (Counted("", k - 1, k - 1, pronoun=True) if more else None)


def _into(tokens: tuple[Token, ...], k: int) -> int:
    """Skip the articles, possessives and numbers after "of": "three of the 25 fighters"."""
    while k < len(tokens) and tokens[k].tag in ("DT", "PRP$", "CD", "PDT"):
        if tokens[k].text.lower() in ("those", "these"):
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            if not after or after.tag not in _NOUN | _MODIFIER or after.text.lower() in STATES:
                return k
        k += 1
        if k < len(tokens) and tokens[k].text in ("M", "K", "B", "m") and tokens[k - 1].tag == "CD":
            k += 1
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after and after.tag == "CD" and tokens[k].tag in _MODIFIER:
        k += 2 + (
            k + 2 < len(tokens) and tokens[k + 2].text in ("M", "K", "B", "m")
        )  # "of the combined 4,000 sales"
    return k


def _joined(tokens: tuple[Token, ...], k: int) -> Counted | None:
    """Read the noun of a compound: "four-cylinder engine" counts cylinders."""
    if k < len(tokens) and tokens[k].tag in _NOUN and tokens[k].text.isalpha():
        return Counted(lemma_of(tokens[k]), k, k)
    if k < len(tokens) and tokens[k].text.lower() == "strong":
        return Counted("", k, k, pronoun=True)  # "a 1,200-strong crowd": people, as a rule
    return None


def _phrase(line: Line, k: int, value: float) -> Counted | None:
    """Walk over modifiers to the noun that closes the phrase."""
    tokens, first, aim = line.tokens, k, _aim(line, k)
    nouns: list[int] = []
    end = min(len(tokens), k + LONGEST)
    while k < end and not _stops(tokens, k, nouns):
        token = tokens[k]
        if token.text.lower() in STATES and not nouns and token.tag in ("NN", "NNP"):
            return Counted(token.text.lower(), k, k)  # headlines: "Dozens Hurt in Blast"
        if token.tag in _NOUN:
            nouns.append(k)
            if token.tag in ("NNS", "NNPS") and k >= aim and not _noun_next(tokens, k):
                break
        elif token.tag == "POS" and nouns:
            nouns, first = [], k + 1  # "two of the mayor's guards"
        elif token.text.lower() in STATES and not _attributive(tokens, k):
            return _close(tokens, first, nouns, value, aim) or Counted(token.text.lower(), k, k)
        elif token.tag in ("VBN", "VBG") and not nouns and not _bridged(tokens, k):
            if token.tag == "VBN" and not _attributive(tokens, k):
                return None
            first = k + 1
        elif not _continues(tokens, k, nouns, aim, first):
            break
        k += 1
    return _close(tokens, first, nouns, value, aim)


def _stops(tokens: tuple[Token, ...], k: int, nouns: list[int]) -> bool:
    """Tell whether the phrase ends before the word at k: a day, or the name of another phrase."""
    word, tag = tokens[k].text.lower(), tokens[k].tag
    if word in _CALENDAR and tag != "NNS":
        return True
    if word == "half" and not nouns and tokens[k].dep not in ("amod", "compound", "nmod"):
        return True
    if word in ("last", "next", "this", "earlier", "later") and not nouns:
        return True
    closed = bool(nouns) and tokens[nouns[-1]].tag in ("NNS", "NNPS")
    return closed and tag in ("NNP", "NNPS")


def _continues(tokens: tuple[Token, ...], k: int, nouns: list[int], aim: int, start: int) -> bool:
    """Tell whether a word that is no noun may stand inside the phrase."""
    if tokens[k].tag in _MODIFIER:
        return not nouns or k < aim or _bridged(tokens, k)
    if tokens[k].tag in ("CC", ","):
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        between_adjectives = (
            k > start and not nouns and after is not None and after.tag in ("JJ", "NN")
        )
        return (k < aim <= k + 4) or (between_adjectives and tokens[k - 1].tag in ("JJ", "VBN"))
    return False


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
            return tokens[k].head >= j or (
                tokens[j].head >= j and tokens[k].dep in ("amod", "compound")
            )
        j += 1
    return j < len(tokens) and tokens[j].tag in ("NNS", "NNPS") and tokens[k].dep == "amod"


def _close(
    tokens: tuple[Token, ...], first: int, nouns: list[int], value: float, aim: int
) -> Counted | None:
    """Choose among the nouns: the last plural one, else the one that the number can stand for."""
    if not nouns:
        return None
    plural = [k for k in nouns if tokens[k].tag in ("NNS", "NNPS")]
    head = nouns[-1]
    if plural:
        head = aim if aim in nouns and aim > plural[-1] else plural[-1]
    elif (
        value > 1
        and tokens[nouns[0]].tag == "NN"
        and nouns[0] == first
        and not _plural(tokens[head])
    ):
        head = nouns[0]  # "a 12 page document"
    name = not plural and all(tokens[k].tag == "NNP" for k in nouns)
    name = name and not tokens[head].text.endswith("s")
    while first < head and tokens[first].tag in ("RB", "RBR", "RBS", "CC", ",", "DT", "HYPH"):
        first += 1
    return Counted(lemma_of(tokens[head]), first, head, name=name and tokens[head].entity != "NORP")


_INVARIANT = frozenset(
    "aircraft spacecraft staff police personnel crew offspring fish sheep cattle livestock series "
    "species headquarters infantry clergy artillery".split()
)


def _plural(token: Token) -> bool:
    """Tell whether a noun that looks singular counts as many: "several government aircraft"."""
    return token.text.lower() in _INVARIANT


def lemma_of(token: Token) -> str:
    """Return the lemma of a counted noun; people are persons, names lose their plural."""
    word = token.text.lower()
    if word in _WORDS:
        return _WORDS[word]
    if token.tag == "NNPS" and token.lemma == word and word.endswith("s"):
        return word.removesuffix("s")
    return token.lemma
