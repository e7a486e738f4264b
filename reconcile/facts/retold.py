"""Tell whether a sentence tells again what another says with one of its predicates.

The two may use other predicates: a synonym, a word derived from it ("retaliated" and "in
retaliation"), a word of the same incident class, or a noun with a light verb. What proves one
proposition is that the words of the clause come back: its subject, its objects, its circumstances.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reconcile.facts.scope import lookup
from reconcile.facts.senses import senses
from reconcile.language.lexicon import derived, is_a, same_kind, synonyms
from reconcile.model import Factuality, Parse, Sentence, Stance, Token

SHORT = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "NUM": "m", "ADV": "r"}
EMPTY = frozenset(
    "be have do there not no nobody nothing none never also very other such it they he she "
    "any anyone anybody anything someone somebody one who that which this what whether if "
    "go come get let".split()
)
LIGHT = EMPTY | frozenset(
    "make take get give put come go keep hold become remain carry conduct commit use say tell "
    "suffer sustain occur happen play see know there look want".split()
)
SUBJECTS = ("nsubj", "nsubjpass", "agent")
OBJECTS = ("dobj", "attr", "acomp")
SHARED = frozenset({"conj", "xcomp", "advcl"})  # clauses whose subject stands at their head
ELSEWHERE = frozenset({"ccomp", "relcl", "advcl", "parataxis", "appos"})  # other propositions
NOT_YET = frozenset("before until till unless if".split())
UNDONE = frozenset({"dobj", "nsubjpass"})
ENDING = frozenset("halt stop end cease suspend pause cancel call_off lift abandon drop".split())
LIKE = 0.7  # from here on two words are taken for one
KIN = 0.5  # enough for two nouns in the same role of the same predicate


def has_content(token: Token) -> bool:
    """Tell whether a word carries content: a noun, name, verb, adjective, adverb or number."""
    return token.pos in SHORT and token.lemma not in EMPTY


def words(tree: Parse) -> tuple[Token, ...]:
    """Return the words of a sentence that carry content."""
    return tuple(t for t in tree if has_content(t))


def likeness(a: Token, b: Token) -> float:
    """Return how surely two words mean the same: 1 for one lemma, less for synonyms and kinds."""
    if a.lemma == b.lemma:
        return 1.0
    return _likeness(a.lemma, SHORT.get(a.pos, ""), b.lemma, SHORT.get(b.pos, ""))


@lru_cache(maxsize=200_000)
def _likeness(a: str, one: str, b: str, other: str) -> float:
    if one == other == "n":
        return same_kind(a, b)
    if one == other:
        near = b in synonyms(a, one) or a in synonyms(b, one)
        return 0.9 if near else 0.0
    made = b in derived(a, one) or a in derived(b, other)
    return 0.85 if made else 0.0


@lru_cache(maxsize=200_000)
def _one_act(a: str, one: str, b: str, other: str) -> float:
    """Return how surely two predicates of any part of speech tell the same act."""
    if a == b:
        return 1.0
    near = _likeness(a, one, b, other)
    if near >= LIKE:
        return near
    shared = senses(a) & senses(b) - {"statement", "claim"}
    if shared - {"attack"} or (shared and one == other == "n"):
        return 0.8
    as_verbs = {a} if one == "v" else derived(a, one)
    others = {b} if other == "v" else derived(b, other)
    if any(x == y or y in synonyms(x, "v") for x in as_verbs for y in others):
        return 0.75
    return 0.0


def one_act(x: Token, y: Token) -> float:
    """Return how surely two predicates, verbs, nouns or adjectives, tell the same act."""
    if x.lemma in LIGHT or y.lemma in LIGHT:
        return 1.0 if x.lemma == y.lemma and x.lemma not in EMPTY else 0.0
    if x.pos == "VERB" and y.pos == "NOUN" and (y.dep == "compound" or is_a(y.lemma, "person")):
        return 0.0  # "a death sentence" tells of no death, "critics" of nobody who criticised
    if (x.pos == "ADJ" and y.pos == "NOUN" and y.dep != "attr") or y.dep == "appos":
        return 0.0
    like = _one_act(x.lemma, SHORT.get(x.pos, ""), y.lemma, SHORT.get(y.pos, ""))
    return like if x.pos != "NOUN" or y.pos != "NOUN" or like >= 0.8 else 0.0


# ---------------------------------------------------------------- what a predicate says


@dataclass(frozen=True, slots=True)
class Content:
    """What a predicate says: the word that names the act, and the words it is about."""

    act: Token
    about: tuple[Token, ...]


def content_of(tree: Parse, token: Token, without: frozenset[int] = frozenset()) -> Content:
    """Return the content of a predicate without other clauses and without some words (cues)."""
    inside = own(tree, token)
    inside.update(t.i for t in subject_of(tree, token))
    for subject in subject_of(tree, token):
        inside.update(own(tree, subject))
    return Content(
        token,
        tuple(
            tree[i]
            for i in sorted(inside)
            if i != token.i and i not in without and has_content(tree[i])
        ),
    )


def content_at(sentence: Sentence, stance: Stance) -> Content:
    """Return what a marked predicate says, without the words that mark it."""
    cues = frozenset(t.i for c in stance.cues for t in sentence.parse.within(c))
    return content_of(sentence.parse, sentence.parse[stance.token], cues)


def own(tree: Parse, token: Token) -> set[int]:
    """Return the indices of a predicate's clause, without the clauses that hang on it."""
    found, stack = {token.i}, list(token.children)
    if token.dep in {"attr", "acomp"} or (token.dep == "pobj" and _copular(tree, token)):
        copula = _copula(tree, token)
        stack += [
            c for c in copula.children if tree[c].dep in {"nsubj", "prep", "npadvmod", "advmod"}
        ]
    while stack:
        child = tree[stack.pop()]
        if child.i in found or child.dep in ELSEWHERE:
            continue
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            continue
        found.add(child.i)
        stack.extend(child.children)
    return found


def _copula(tree: Parse, token: Token) -> Token:
    head = tree.head(token)
    return tree.head(head) if token.dep == "pobj" else head


def _copular(tree: Parse, token: Token) -> bool:
    """Tell whether a noun predicates through a preposition: "was in revenge", "is in custody"."""
    preposition = tree.head(token)
    return preposition.dep == "prep" and tree.head(preposition).lemma == "be"


def subject_of(tree: Parse, token: Token) -> tuple[Token, ...]:
    """Return the subject of a predicate; a conjunct's, an infinitive's, a participle's is above."""
    below = token
    for step in (token, *tree.ancestors(token)):
        ruled = tree.children(step, "dobj") if below.dep in {"prep", "xcomp"} else ()
        if ruled and step.i != token.i:
            return ruled  # "accused him of lying", "ordered her to leave"
        below = step
        found = tree.children(step, *SUBJECTS)
        if found:
            return tuple(
                tree.head(step) if step.dep == "relcl" and f.tag in {"WDT", "WP"} else f
                for f in found
            )
        if step.dep in {"acl", "relcl"}:
            return (tree.head(step),)
        if step.dep not in {*SHARED, "acomp", "attr", "oprd", "prep", "pobj", "pcomp"}:
            return ()
    return ()


def covered(some: tuple[Token, ...], others: tuple[Token, ...]) -> tuple[int, int]:
    """Return how many of some words have a like word among others, and how many there are.

    A number that does not come back is left out: it may be what the two disagree on.
    """
    told = [w for w in some if any(likeness(w, o) >= LIKE for o in others)]
    missing = sum(1 for w in some if w.pos != "NUM" and w not in told)
    return len(told), len(told) + missing


def told_again(content: Content, tree: Parse, other: Parse, token: Token) -> tuple[int, int]:
    """Return how many words of a content come back around a word that tells the act, and of how many.

    Who did it is no part of the question where that goes untold, or is told in words that can be
    of the same person: a name and a description.
    """
    theirs = tuple(w for w in words(other) if w.i != token.i)
    doers, others = roles(tree, content.act)[0], roles(other, token)[0]
    free: set[int] = set()
    if not others or any(may_be(x, y) for x in doers for y in others):
        free = {i for doer in doers for i in own(tree, doer)}
    left = tuple(
        w for w in content.about if w.i not in free or any(likeness(w, o) >= LIKE for o in theirs)
    )
    return covered(left, theirs)


# ---------------------------------------------------------------- how it is told


def standing(sentence: Sentence, token: Token) -> Stance:
    """Return the stance under which a word stands: its own, or that of the nearest word above."""
    by_token = {s.token: s for s in sentence.stances}
    tree, below = sentence.parse, token
    for step in (token, *tree.ancestors(token)):
        if step.dep == "advcl" and any(c.lemma in NOT_YET for c in tree.children(step, "mark")):
            return Stance(token.i, Factuality.UNKNOWN)
        if step.i != below.i and below.dep in UNDONE and _undoes(tree, step):
            return Stance(token.i, Factuality.DENIED, (step.span,))
        if step.i in by_token:
            return by_token[step.i]
        if step.dep in ELSEWHERE:
            break
        below = step
    return Stance(token.i, Factuality.CERTAIN)


def _undoes(tree: Parse, verb: Token) -> bool:
    """Tell whether a verb ends, prevents or denies what its object names."""
    entry = lookup(tree, verb)
    return verb.lemma in ENDING or (entry is not None and entry.affirmed.denies)


def clashing(one: Parse, x: Token, other: Parse, y: Token) -> bool:
    """Tell whether the doers of two predicates, or what they are done to, exclude each other."""
    for mine, yours in zip(roles(one, x), roles(other, y), strict=True):
        if mine and yours and not any(may_be(c, d) for c in mine for d in yours):
            return True
    return False


def roles(tree: Parse, token: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return who does what a predicate tells, and what it is done to; a noun's as "of" and "by"."""
    if token.pos == "NOUN" and token.dep not in {"attr", "acomp"}:
        joined = {c.lemma: c for c in tree.children(token, "prep")}
        doers = tree.children(joined["by"], "pobj") if "by" in joined else ()
        done = [
            o for p in ("of", "to", "on") if p in joined for o in tree.children(joined[p], "pobj")
        ]
        return doers, tuple(done)
    subjects = subject_of(tree, token)
    done_to = tree.children(token, *OBJECTS)
    passive = tree.children(token, "auxpass", "nsubjpass") or token.dep == "acl"
    if token.tag == "VBN" and passive:
        by = [o for c in tree.children(token, "agent") for o in tree.children(c, "pobj")]
        return tuple(by), subjects
    return subjects, done_to


def may_be(x: Token, y: Token) -> bool:
    """Tell whether two nouns can name one thing: alike, a name and a noun, or one a pronoun."""
    if "PRON" in {x.pos, y.pos} or "ADP" in {x.pos, y.pos}:
        return True
    if x.pos == y.pos == "PROPN":
        return x.lemma == y.lemma
    return likeness(x, y) >= KIN or "PROPN" in {x.pos, y.pos}
