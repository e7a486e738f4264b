"""Say how far the words reach that somebody's word covers, and where another's begin."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.facts.cues import VERBS
from reconcile.facts.phrases import below
from reconcile.facts.saying import goes_on
from reconcile.model import Parse, Token


def this_side(parse: Parse, token: Token, content: frozenset[int]) -> frozenset[int]:
    """Leave out what a semicolon parts from the verb: "Six died; the radio has called it an attack"."""
    marks = [t.i for t in parse if t.text == ";"]
    if not marks:
        return content
    low = max((k for k in marks if k < token.i), default=-1)
    near = frozenset(i for i in content if i > low)
    return near or content


def another(parse: Parse, preposition: Token) -> bool:
    """Tell whether another speaks in a phrase: "reported by the radio, with police confirming …"."""
    return preposition.text.lower() == "with" and any(
        verb.lemma in VERBS and verb.tag == "VBG"
        for noun in parse.children(preposition, "pobj")
        for verb in parse.children(noun, "acl")
    )


def weighty(parse: Parse, token: Token) -> bool:
    """Leave out reflexives and "so"."""
    return token.text.lower() not in ("so", "himself", "herself", "itself", "themselves")


def shared(parse: Parse, token: Token, heads: Iterable[Token]) -> frozenset[int]:
    """Return clauses joined by the parser to the content that go with the cue instead.

    In "says he respects her and calls her a friend", "calls" is the subject's, not said.
    """
    return below(
        parse,
        [
            c
            for head in heads
            for c in parse.children(head, "conj")
            if c.tag == token.tag
            and c.tag in ("VBZ", "VBG")
            and c.lemma in VERBS
            and not parse.children(c, "nsubj", "nsubjpass")
        ],
    ) | below(
        parse,
        [
            t
            for head in heads
            for t in parse.subtree(head)
            if t.i > token.i and (goes_on(parse, t) or _apart(parse, t))
        ],
    )


def _apart(parse: Parse, token: Token) -> bool:
    """Tell another's word set against the first: "said …, while others said …"."""
    if token.dep not in ("advcl", "conj") or token.lemma not in VERBS:
        return False
    marks = parse.children(token, "mark")
    against = bool(marks) and marks[0].text.lower() in ("while", "whereas") and marks[0].i > 0
    return against and parse[marks[0].i - 1].text == "," and bool(parse.children(token, "nsubj"))


def shares(parse: Parse, verb: Token, token: Token) -> bool:
    """Tell whether a verb before a phrase goes on with the subject of the one it is joined to.

    "The blast killed six and hurt ten, according to police" is all the police's word.
    """
    joined = verb.dep == "conj" and verb.i < token.i
    return joined and not parse.children(verb, "nsubj", "nsubjpass")
