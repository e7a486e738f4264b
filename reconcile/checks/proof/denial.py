"""Tell whether a report denies something outright, and does not only tell that it was prevented."""

from __future__ import annotations

from itertools import pairwise

from reconcile.facts.contradiction import NEGATIVE
from reconcile.facts.hedges import MODALS
from reconcile.model import Account, Factuality, Parse, Sentence, Stance, Token

PLEAS = frozenset({"plead", "plea", "enter"})
# "I don't think he won" denies that he won, not that one thinks.
MINDS = frozenset("think believe feel expect want know seem appear suppose look".split())
# What is prevented or called off is told alike by all; what is denied or left undone is not.
NOT_DONE = NEGATIVE | frozenset(
    "cannot deny refute rebut dispute disprove reject dismiss rule fail refuse decline clear acquit lack "
    "neglect denial failure refusal exclude".split()
)

# "not always", "not only": some of it is so
PARTLY = frozenset(
    "always necessarily entirely fully completely wholly only just merely all every properly "
    "exactly enough".split()
)
PARTLY_WITHIN = 4  # words behind a negation in which such a word takes it

COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acomp"})


def denies(account: Account, sentence: Sentence, stance: Stance) -> bool:
    """Tell whether a report denies something outright, by a negation or in somebody's words.

    What was prevented or has failed is told alike by all; "not until" dates what has happened; in
    "a revolver, not a pistol" the negation is of the pistol.
    """
    if stance.factuality is not Factuality.DENIED:
        return False
    tree = sentence.parse
    token, cues = tree[stance.token], [t for c in stance.cues for t in tree.within(c)]
    if token.lemma in MINDS or tree.head(token).lemma in PLEAS or _dated(tree, token):
        return False
    if token.pos in {"NOUN", "PROPN", "ADJ"} and not _own_denial(tree, token, cues):
        return False
    if any(_in_part(tree, cue) or _supposed(tree, cue) for cue in cues):
        return False
    words = ((t.lemma, t.text.lower()) for t in cues)
    return not any(t.dep == "amod" for t in cues) and all(
        lemma in NOT_DONE or word in NOT_DONE or lemma in MODALS for lemma, word in words
    )


def _in_part(tree: Parse, cue: Token) -> bool:
    """Tell whether a negation leaves a part standing: "not always", "not only three"."""
    behind = tree.tokens[cue.i + 1 : cue.i + 1 + PARTLY_WITHIN]
    return cue.dep == "neg" and any(t.lemma in PARTLY for t in behind)


def _supposed(tree: Parse, cue: Token) -> bool:
    """Tell whether "without" stands in what is only thought out: "without them it could burn"."""
    verb = next((t for t in tree.ancestors(cue) if t.pos in {"VERB", "AUX"}), None)
    return (
        cue.lemma == "without"
        and verb is not None
        and any(t.lemma in MODALS for t in tree.children(verb, "aux"))
    )


def _dated(tree: Parse, token: Token) -> bool:
    """Tell whether "until" stands in the clause: it happened then."""
    return any(
        t.lemma in {"until", "till"} and t.i > token.i and t.dep in {"mark", "prep"} for t in tree
    )


def _own_denial(tree: Parse, token: Token, cues: list[Token]) -> bool:
    """Tell whether a noun or adjective is what the negation is about, and not a part of it."""
    if any(cue.i > token.i for cue in cues):
        return False
    near = token.dep in {"attr", "acomp", "ROOT"} or any(cue.head == token.i for cue in cues)
    return near or any(tree.head(token).i == cue.i or _above(tree, token, cue) for cue in cues)


def _above(tree: Parse, token: Token, cue: Token) -> bool:
    """Tell whether a noun is joined to a word of denial by a preposition: "cleared of fraud"."""
    head = tree.head(token)
    return head.dep == "prep" and head.head == cue.i


def below_negation(tree: Parse, token: Token) -> bool:
    """Tell whether a word stands below a negated one: "she never agreed to having it taken"."""
    for below, step in pairwise((token, *tree.ancestors(token))):
        if below.dep not in COMPLEMENTS:
            return False
        if tree.children(step, "neg"):
            return True
    return False
