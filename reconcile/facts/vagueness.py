"""Find the words by which a sentence leaves open who says or thinks something, or how sure it is.

These are the "weasel words" of the CoNLL-2010 task on hedges (Farkas et al. 2010): a hedge, a group
without name or number ("some experts", "many believe"), an opinion in the passive with nobody who
holds it ("it is widely considered"), and a rank that nobody gave ("one of the most popular").
Factuality says what holds on the scale of FactBank; this says where the wording is vague.
"""

from __future__ import annotations

from reconcile.facts import hedges
from reconcile.model import Parse, Sentence, Span, Token

GROUPS = frozenset("some many most several certain few numerous countless".split())
SPREAD = frozenset(
    "widely largely mostly mainly primarily chiefly predominantly popularly commonly".split()
)
OPINIONS = frozenset(
    "believe think suspect assume presume suppose speculate feel suggest indicate imply hint "
    "hypothesize theorize".split()
)
# In the passive without "by" they hide whose opinion it is.
HELD = OPINIONS | frozenset(
    "consider regard say know view claim argue see describe call report rumor rumour accept credit "
    "attribute associate note allege understand hold deem perceive recognize recognise rate "
    "expect".split()
)
UNSURE = frozenset("likely possible probable potential uncertain unclear unknown unlikely".split())
MODALS = frozenset({"may", "might"})


def find_vague(sentence: Sentence, text: str) -> tuple[Span, ...]:
    """Return the spans of `text` that are vague, one a word, in text order."""
    tree = sentence.parse
    return tuple(token.span for token in tree if _is_vague(tree, token))


def _is_vague(tree: Parse, token: Token) -> bool:
    if token.tag in {"JJS", "RBS"}:  # a rank, but for "at least"
        return tree[max(token.i - 1, 0)].lemma != "at"
    if token.lemma in GROUPS:
        return _names_no_one(tree, token)
    if token.pos in {"ADV", "ADJ"}:
        return token.lemma in SPREAD or token.lemma in UNSURE or _is_hedge(token)
    if token.tag == "MD":
        return token.lemma in MODALS
    return token.pos == "VERB" and (token.lemma in OPINIONS or _hides_holder(tree, token))


def _is_hedge(token: Token) -> bool:
    effect = hedges.ADVERBS.get(token.lemma)
    return effect is not None and not effect.denies


def _names_no_one(tree: Parse, token: Token) -> bool:
    """Tell "some experts" and "many of them" from "some 200 people" and "at most"."""
    after = tree[token.i + 1] if token.i + 1 < len(tree) else token
    before = tree[token.i - 1].lemma if token.i else ""
    return after.pos != "NUM" and before not in {"at", "how", "as", "the"}


def _hides_holder(tree: Parse, token: Token) -> bool:
    """Tell whether an opinion verb stands in the passive without anybody who holds the opinion."""
    return (
        token.tag == "VBN"
        and token.lemma in HELD
        and bool(tree.children(token, "auxpass"))
        and not any(t.lemma == "by" and t.i > token.i for t in tree.subtree(token))
    )
