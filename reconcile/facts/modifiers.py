"""Read off what stands at a word and changes its certainty: modals, adverbs, negations, "if".

Free functions over the dependency tree; each returns the effect or the index of the word that has
it. The scope of what they find is the business of `reconcile.facts.scope`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.facts import hedges
from reconcile.facts.hedges import CERTAIN, Effect
from reconcile.model import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RANKS = frozenset("first second third last only latest next".split())
DEFINITE = frozenset("the this that these those".split())
INDEFINITE_PRONOUNS = frozenset({"nobody", "nothing", "none", "neither"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class State:
    """How certain a word is: handed down from above, then changed by what stands at the word."""

    level: int = CERTAIN
    denied: bool = False
    future: bool = False
    reported: bool = False  # inside somebody's words
    cues: tuple[int, ...] = ()  # token indices

    def after(self, effect: Effect, *cues: int) -> State:
        """Return the state with an effect upon it."""
        return State(
            min(self.level, effect.level),
            self.denied != effect.denies,
            self.future or effect.future,
            self.reported,
            self.cues + cues,
        )


def modified(tree: Parse, token: Token, state: State) -> State:
    """Apply to a state whatever stands at the word: modal, adverb, adjective, negation, condition."""
    children = tree.children(token)
    no = negation(tree, token)
    for child in children:
        if child.tag == "MD" and child.dep == "aux":
            state = _with_modal(state, child, children, no is not None)
        else:
            effect = _effect(tree, token, child)
            if effect is not None:
                state = state.after(effect, child.i)
    if no is not None:
        state = state.after(hedges.NOT, no)
    mark = _condition_beside(tree, children)
    return state if mark is None else state.after(hedges.OPEN, mark)


def _with_modal(state: State, modal: Token, beside: tuple[Token, ...], negated: bool) -> State:
    """Apply a modal: "could not" denies, "would" in somebody's words is a future seen from then."""
    word = modal.text.lower()
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in beside)
    effect = hedges.MODALS.get(word)
    if effect is None or (negated and word in {"can", "could", "ca"}):
        return state
    if perfect and word in {"must", "would"}:
        effect = hedges.LIKELY if word == "must" else hedges.OPEN
    elif word in {"would", "'d"} and (state.reported or negated):
        effect = hedges.COMING
    return state.after(effect, modal.i)


def _effect(tree: Parse, token: Token, child: Token) -> Effect | None:
    """Return the effect of an adverb, of a word before a noun, or of an aside beside the word."""
    if child.dep in {"advmod", "npadvmod"}:
        return hedges.ADVERBS.get(child.lemma)
    if child.dep in {"amod", "compound"} and token.pos in {"NOUN", "PROPN"}:
        return before_noun(child)
    if child.dep == "parataxis":  # "the fire, officials believe, began at noon"
        embedding = hedges.VERBS.get(child.lemma)
        has_content = bool(tree.children(child, "ccomp", "xcomp", "dobj"))
        return embedding.affirmed if embedding and not has_content else None
    return None


def before_noun(token: Token) -> Effect | None:
    """Return the effect of "suspected", "possible" … before a noun."""
    return hedges.BEFORE_NOUNS.get(token.text.lower())


def negation(tree: Parse, token: Token) -> int | None:
    """Return the index of a word that negates this one, None without."""
    for child in tree.children(token):
        word = child.text.lower()
        if child.dep == "neg" and word != "no":
            following = tree[child.i + 1].lemma if child.i + 1 < len(tree) else ""
            if following not in hedges.NOT_A_NEGATION:
                return child.i
        elif child.dep in {"det", "preconj"} and word in {"no", "neither"}:
            return child.i
        elif child.dep == "advmod" and word in {"longer", "yet"}:
            longer = word == "longer" and bool(tree.children(child, "neg"))
            if longer or (word == "yet" and _has_yet_to(tree, token, child)):
                return child.i - 1 if longer else child.i
    return None


def _has_yet_to(tree: Parse, token: Token, yet: Token) -> bool:
    """Tell whether the word is in "has yet to confirm": nothing was confirmed so far."""
    after = tree[yet.i + 1].lemma if yet.i + 1 < len(tree) else ""
    return after == "to" and token.lemma in {"have", "be"}


def negative_phrase(tree: Parse, token: Token) -> tuple[int | None, bool]:
    """Return the negative word in a subject or object of a verb, and whether it is the subject."""
    if token.pos in VERBAL:
        for child in tree.children(token):
            subject = child.dep in SUBJECTS
            if subject or child.dep in {"dobj", "attr"}:
                found = negative_word(tree, child)
                if found is not None:
                    return found, subject
    return None, False


def negative_word(tree: Parse, token: Token) -> int | None:
    """Return the index of "no", "nobody", "none of" … in a noun phrase that says there is none."""
    if token.lemma in INDEFINITE_PRONOUNS:
        return token.i
    for child in tree.children(token, "det", "neg", "preconj", "cc", "amod", "compound", "nmod"):
        before = child if child.lemma in {"no", "neither"} else None
        # the determiner of "no kitchen fire" is at times hung on the word between
        before = before or next((c for c in tree.children(child, "det") if c.lemma == "no"), None)
        if before is not None:
            return before.i
    return None


def condition(tree: Parse, clause: Token) -> int | None:
    """Return the index of the "if" or "unless" that makes a clause a condition."""
    for mark in tree.children(clause, "mark"):
        before = tree[mark.i - 1].lemma if mark.i else ""
        if mark.lemma in hedges.CONDITIONS and before not in {"even", "as"}:
            return mark.i
    return None


def _condition_beside(tree: Parse, children: tuple[Token, ...]) -> int | None:
    """Return the "if" of a clause beside a verb with a modal: "if it rains, they will stay"."""
    if any(c.tag == "MD" for c in children):
        for child in children:
            mark = condition(tree, child) if child.dep == "advcl" else None
            if mark is not None:
                return mark
    return None


def opens(tree: Parse, clause: Token) -> Token | None:
    """Return the "whether", "if" or question word that opens a clause."""
    for mark in _leading(tree, clause):
        if mark.dep == "mark" and mark.lemma in hedges.OPEN_QUESTIONS:
            return mark
        if mark.tag in {"WRB", "WP", "WDT"} and mark.lemma in hedges.QUESTION_WORDS:
            return mark
    return None


def _leading(tree: Parse, clause: Token) -> Iterator[Token]:
    """Yield the dependents before a clause's predicate, and theirs: "how many people died"."""
    for child in tree.children(clause):
        if child.i < clause.i:
            yield child
            for inner in tree.children(child):
                yield inner
                yield from tree.children(inner)


def is_infinitive(tree: Parse, token: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep in {"aux", "auxpass"} and c.tag == "TO" for c in tree.children(token))


def is_ranked(tree: Parse, token: Token) -> bool:
    """Tell whether a noun is "the first …", "the only …", "the tallest …"."""
    return token.lemma in RANKS or any(
        c.tag == "JJS" or c.lemma in RANKS for c in tree.children(token)
    )


def is_new(tree: Parse, token: Token) -> bool:
    """Tell whether a noun is new to the reader: no article, or "a", "any", "some", "another"."""
    return token.pos == "NOUN" and not any(
        c.dep == "poss" or (c.dep == "det" and c.lemma in DEFINITE) for c in tree.children(token)
    )
