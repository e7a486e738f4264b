"""Score how surely one sentence contradicts another.

Predicates of both are aligned by word, synonym, kind and derivation, and by their participants.
A denied predicate contradicts an affirmed one when the other sentence tells all that is denied: "no
dog is running" is contradicted by "a dog is running on the beach", not the other way round. Two
affirmed predicates contradict each other when they are opposites of the same participants. Method
after de Marneffe, Rafferty and Manning 2008, "Finding contradictions in text".
"""

from __future__ import annotations

from reconcile.facts.opposites import opposed
from reconcile.facts.retold import (
    KIN,
    LIKE,
    OBJECTS,
    SHARED,
    SHORT,
    SUBJECTS,
    likeness,
    may_be,
    own,
    roles,
)
from reconcile.model import Factuality, Parse, Sentence, Token

DENIED = frozenset({Factuality.DENIED, Factuality.IMPROBABLE, Factuality.POSSIBLY_NOT})
EMPTY = frozenset(
    "be have do there not no nobody nothing none never also very other such it they he she".split()
)
NEGATIVE = frozenset("not n't no never nobody nothing none neither nor without".split())
STRICT = 4  # a clash with four of five words told by the other is no better than even
WHOLE = 0.77  # what the likeness of whole sentences is worth beside that of predicates
LONGER = 2.5  # times as many words: the longer one has other things to deny than what is told
# Two sides of one deal: "A sold it" and "B bought it" agree, "A sold it" and "A bought it" do not.
CONVERSE = frozenset(
    {("buy", "sell"), ("lend", "borrow"), ("give", "receive"), ("send", "receive")}
    | {("teach", "learn"), ("win", "lose"), ("lease", "rent")}
)
OPPOSITION = 0.87  # opposites are a little less sure than a plain "not"
PLACES = frozenset(
    {("near", "far"), ("into", "out"), ("on", "off"), ("in", "out"), ("with", "without")}
    | {("inside", "outside"), ("before", "after"), ("up", "down"), ("above", "below")}
)


def contradiction(a: Sentence, b: Sentence, alike: float = 0.0) -> float:
    """Return how surely one sentence contradicts the other, from 0 to 1; order makes no difference.

    Both need their parse and their stances. `alike` is the likeness of the two as wholes, negation
    aside, where the caller knows it (`facts/wholes.py`): it is the evidence for predicates that no
    word of the lexicon joins. From .5 on a contradiction is likely.
    """
    clash = max(polarity_clash(a, b), polarity_clash(b, a), opposition(a, b))
    if alike <= 0 or _denies(a) == _denies(b):
        return clash**STRICT
    return max(clash**STRICT, WHOLE * alike * (_aimed(a, b) if _denies(b) else _aimed(b, a)))


def _aimed(affirming: Sentence, denying: Sentence) -> float:
    """Return how likely it is that what one sentence denies is what the other tells, from 0 to 1.

    Of two sentences of like length it is taken for granted. One that is much longer says much
    besides: there the clauses that are denied must have the words of the other.
    """
    told = words(affirming.parse)
    short, long = sorted((len(told), len(words(denying.parse))))
    apart = max(0.0, 1 - LONGER * short / max(long, 1))
    if not apart:
        return 1.0
    covered = max((coverage(told, c) for c in _denied_clauses(denying)), default=0.0)
    return 1 - (1 - covered) * apart


def _denied_clauses(sentence: Sentence) -> list[tuple[Token, ...]]:
    """Return the content words of each clause that is denied, with all that hangs on its head."""
    tree = sentence.parse
    heads = {t.head for t in tree if t.text.lower() in NEGATIVE}
    heads.update(t.i for t in _predicates(sentence, denied=True))
    clauses = []
    for i in sorted(heads):
        inside = own(tree, tree[i]) | {t.i for t in tree.subtree(tree[i])}
        clauses.append(tuple(tree[k] for k in sorted(inside) if has_content(tree[k])))
    return clauses


def _denies(sentence: Sentence) -> bool:
    """Tell whether a sentence denies anything."""
    negative = any(t.text.lower() in NEGATIVE for t in sentence.parse)
    return negative or bool(_predicates(sentence, denied=True))


def polarity_clash(affirming: Sentence, denying: Sentence) -> float:
    """Return how much of what one sentence denies the other affirms, over the closest predicates."""
    best = 0.0
    told, not_told = _predicates(affirming, denied=False), _predicates(denying, denied=True)
    for y in not_told:
        for x in told:
            like = _predicate_likeness(affirming.parse, x, denying.parse, y)
            if like > best and _same_participants(affirming.parse, x, denying.parse, y):
                best = max(best, like * coverage(_clause(denying.parse, y), words(affirming.parse)))
    return best


def opposition(a: Sentence, b: Sentence) -> float:
    """Return how surely two predicates of the same polarity are opposites of the same things."""
    for denied in (False, True):
        for x in _predicates(a, denied):
            for y in _predicates(b, denied):
                if _opposites(a.parse, x, b.parse, y) and _same_participants(
                    a.parse, x, b.parse, y
                ):
                    one, other = words(a.parse), words(b.parse)
                    return OPPOSITION * max(coverage(one, other), coverage(other, one))
    return 0.0


# ---------------------------------------------------------------- words


def words(tree: Parse) -> tuple[Token, ...]:
    """Return the words that carry content: nouns, names, verbs, adjectives, numbers."""
    return tuple(t for t in tree if has_content(t))


def has_content(token: Token) -> bool:
    """Tell whether a word carries content here: more than `EMPTY` words do."""
    return token.pos in SHORT and token.lemma not in EMPTY


def coverage(some: tuple[Token, ...], others: tuple[Token, ...]) -> float:
    """Return the share of words that have a like word, or an opposite, among the others."""
    if not some:
        return 0.0
    told = sum(1 for w in some if any(likeness(w, o) >= LIKE or _opposite(w, o) for o in others))
    return told / len(some)


def _opposite(a: Token, b: Token) -> bool:
    pos = SHORT.get(a.pos, "")
    return pos == SHORT.get(b.pos, "-") and opposed(a.lemma, b.lemma, pos)


# ---------------------------------------------------------------- predicates


def _predicates(sentence: Sentence, denied: bool) -> tuple[Token, ...]:
    """Return the predicates that the sentence denies, or those it does not."""
    return tuple(
        sentence.parse[stance.token]
        for stance in sentence.stances
        if (stance.factuality in DENIED) == denied
    )


def _predicate_likeness(one: Parse, x: Token, other: Parse, y: Token) -> float:
    """Return the likeness of two predicates; a bare "is" is like whatever its subject does."""
    bare = y.lemma == "be" and not other.children(y, "acomp")
    if bare and x.pos in {"VERB", "AUX"}:
        return 0.9
    return likeness(x, y) if y.lemma not in EMPTY else 0.0


def _clause(tree: Parse, predicate: Token) -> tuple[Token, ...]:
    """Return the content words of what a predicate says, with the subject at its head."""
    subjects = _participants(tree, predicate, SUBJECTS)
    inside = {t.i for t in tree.subtree(predicate)} | {t.i for t in subjects}
    return tuple(tree[i] for i in sorted(inside) if has_content(tree[i]))


def _same_participants(one: Parse, x: Token, other: Parse, y: Token) -> bool:
    """Tell whether nothing speaks against two predicates having the same subject and object."""
    for deps in (SUBJECTS, OBJECTS):
        left, right = _participants(one, x, deps), _participants(other, y, deps)
        if left and right and not any(_may_be(c, d) for c in left for d in right):
            return False
    return True


def _participants(tree: Parse, token: Token, deps: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the dependents in a role; a conjunct's or participle's subject is at its head."""
    found = tree.children(token, *deps)
    if found or deps is OBJECTS or token.head == token.i:
        return found
    head = tree.head(token)
    if token.dep in SHARED:
        return tree.children(head, *deps)
    return (head,) if token.dep == "acl" and token.tag == "VBG" else ()


def _may_be(x: Token, y: Token) -> bool:
    """Tell whether two nouns can name one thing: alike, names, or one of them a pronoun."""
    if "PRON" in {x.pos, y.pos} or "ADP" in {x.pos, y.pos}:
        return True
    return likeness(x, y) >= KIN or "PROPN" in {x.pos, y.pos}


def _opposites(one: Parse, x: Token, other: Parse, y: Token) -> bool:
    """Tell whether two predicates are opposites, or one predicate at opposite places."""
    if x.lemma != y.lemma:
        return _opposite(x, y) and not _one_deal(one, x, other, y)
    left, right = _places(one, x), _places(other, y)
    return any((p, q) in PLACES or (q, p) in PLACES for p in left for q in right)


def _places(tree: Parse, token: Token) -> frozenset[str]:
    return frozenset(c.lemma for c in tree.children(token, "prep", "prt", "advmod"))


def _one_deal(one: Parse, x: Token, other: Parse, y: Token) -> bool:
    """Tell whether two predicates may be the two sides of one deal, told of different doers."""
    if (x.lemma, y.lemma) not in CONVERSE and (y.lemma, x.lemma) not in CONVERSE:
        return False
    doers, others = roles(one, x)[0], roles(other, y)[0]
    return not any(may_be(c, d) for c in doers for d in others)
