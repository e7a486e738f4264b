"""Say how certain a sentence is of each thing it tells, on the FactBank scale.

The dependency tree is walked from the root down; each word hands its dependents a state, and what
stands at a word changes its own. Scale and method: Saurí and Pustejovsky 2009 (FactBank) and 2012.
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.facts import hedges
from reconcile.facts.hedges import CERTAIN, POSSIBLE, PROBABLE, UNKNOWN
from reconcile.facts.modifiers import VERBAL, State, before_noun
from reconcile.facts.scope import COMPLEMENTS, Node
from reconcile.language.lexicon import derived, topics
from reconcile.model import Factuality, Parse, Sentence, Stance, Token

SCALE = {
    (CERTAIN, False): Factuality.CERTAIN,
    (CERTAIN, True): Factuality.DENIED,
    (PROBABLE, False): Factuality.PROBABLE,
    (PROBABLE, True): Factuality.IMPROBABLE,
    (POSSIBLE, False): Factuality.POSSIBLE,
    (POSSIBLE, True): Factuality.POSSIBLY_NOT,
    (UNKNOWN, False): Factuality.UNKNOWN,
    (UNKNOWN, True): Factuality.UNKNOWN,
}
EVENTS = frozenset({"noun.act", "noun.event", "noun.process", "noun.phenomenon"})
DERIVED_EVENTS = EVENTS | {"noun.communication"}  # "statement", which is made of a verb
STATES = frozenset({"noun.state", "noun.cognition", "noun.feeling", "noun.attribute"})
WORDS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def find_stances(sentence: Sentence, text: str) -> tuple[Stance, ...]:
    """Return the stance of each predicate of a sentence, in the order of its tokens.

    Predicates are verbs, the copula and its adjective or noun, nouns of events ("attack"), and
    nouns that a word before them makes doubtful ("suspected gunmen"). Cues are spans of `text`.
    """
    tree = sentence.parse
    found = [
        Stance(
            token.i,
            SCALE[state.level, state.denied],
            tuple(tree[i].span for i in sorted(set(state.cues))),
            state.future,
        )
        for token, state in _states(tree)
        if _is_predicate(tree, token, state)
    ]
    return tuple(sorted(found, key=lambda stance: stance.token))


def _states(tree: Parse) -> list[tuple[Token, State]]:
    """Return the words that can be predicates with their states, parents before children."""
    start = State(UNKNOWN) if _is_question(tree) else State()
    stack = [(token, start) for token in tree if token.head == token.i]
    done = []
    while stack:
        token, incoming = stack.pop()
        if not token.children:  # nothing stands at it, nothing below it
            done.append((token, incoming))
            continue
        node = Node(tree, token, incoming)
        if token.pos in WORDS:
            done.append((token, node.own))
        stack.extend(
            (child, node.hands_down(child))
            for child in tree.children(token)
            if child.children or child.pos in WORDS
        )
    return done


def _is_question(tree: Parse) -> bool:
    words = [t.text for t in tree if t.text not in "\"'”’)"]
    return bool(words) and words[-1] == "?"


def _is_predicate(tree: Parse, token: Token, state: State) -> bool:
    """Tell whether a word says something that may or may not hold."""
    if token.pos in VERBAL:
        hedge = token.dep == "amod" and before_noun(token) is not None
        return not hedge and token.dep not in {"aux", "auxpass"}
    if token.pos == "ADJ":
        return token.dep in COMPLEMENTS or bool(tree.children(token, "neg"))
    if token.pos == "NOUN" and (token.dep in COMPLEMENTS or _names_event(token.lemma)):
        return True
    if token.pos == "NOUN" and state.cues and token.dep != "compound":
        return _names_state(token.lemma) or _is_hedged(tree, token)
    return _is_hedged(tree, token)


def _is_hedged(tree: Parse, token: Token) -> bool:
    return any(before_noun(c) is not None for c in tree.children(token, "amod", "compound"))


@lru_cache(maxsize=5000)
def _names_event(noun: str) -> bool:
    """Tell whether a noun names an event: by its first sense, or one made of a verb in another."""
    kinds = topics(noun, "n")
    if kinds and kinds[0] == "noun.person":
        return False
    if noun in hedges.NOUNS or (kinds and kinds[0] in EVENTS):
        return True
    return bool(derived(noun, "n")) and any(kind in DERIVED_EVENTS for kind in kinds)


@lru_cache(maxsize=5000)
def _names_state(noun: str) -> bool:
    """Tell whether a noun names something that may or may not be the case."""
    return any(kind in DERIVED_EVENTS or kind in STATES for kind in topics(noun, "n")[:1])
