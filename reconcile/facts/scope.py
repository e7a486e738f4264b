"""Carry certainty down the dependency tree: what a word hands to the words below it.

Conjuncts share, content of an embedding word is changed by it, and what is taken for granted
(relative clauses, adjuncts, definite nouns) starts afresh. Scope rules after Saurí and Pustejovsky
2012, "Are you sure that this happened?".
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.facts import hedges
from reconcile.facts.hedges import CERTAIN, UNKNOWN, Embedding
from reconcile.facts.modifiers import (
    SUBJECTS,
    VERBAL,
    State,
    condition,
    is_infinitive,
    is_new,
    is_ranked,
    modified,
    negative_phrase,
    negative_word,
    opens,
)
from reconcile.model import Parse, Token

FINITE = frozenset({"VBZ", "VBP", "VBD"})
FRESH = frozenset({"relcl", "nmod", "poss", "parataxis", "appos"})
MODIFYING = frozenset({"relcl", "acl"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "acl"})
COPULAS = frozenset("be become remain seem appear look".split())
# What came of it, not what it was for: "the index fell to close at …".
RESULTS = frozenset("become close end finish reach".split())
FINDING = frozenset("find show reveal confirm discover".split())
CONTENT_WITH_IF = (
    hedges.ASKING,
    hedges.SURE,
    hedges.WANTING,
    hedges.URGING,
)  # "asked if", "sure if"
SPOKEN = (hedges.SAYING, hedges.FEARING, hedges.ACCUSING, hedges.WANTING)
LEADING = frozenset("by in to into from".split())  # "caused by a leak", "led to a strike"


class Node:
    """One word with the state it is given, its own state, and the state of what it embeds."""

    def __init__(self, tree: Parse, token: Token, incoming: State) -> None:
        self.tree, self.token, self.incoming = tree, token, incoming
        self.base = modified(tree, token, incoming)  # before a negative subject or object
        self.own, self.shared = self.base, self.base
        self.nobody: int | None = None  # the negative word in the subject
        negative, is_subject = negative_phrase(tree, token)
        if negative is not None and not self.base.denied:
            self.own = self.base.after(hedges.NOT, negative)
            self.shared = self.own if is_subject else self.base
            self.nobody = negative if is_subject else None
        self.entry, self.embedder = self._entry()
        self.inside = self._inside()

    def _entry(self) -> tuple[Embedding | None, Token]:
        """Return the embedding that rules the content, and its word: "likely" in "is likely to"."""
        if self.token.lemma in COPULAS:
            for child in self.tree.children(self.token, *COMPLEMENTS):
                entry = lookup(self.tree, child)
                if entry is not None:
                    return entry, child
        return lookup(self.tree, self.token), self.token

    def _inside(self) -> State:
        """Return the state of the content of the embedding."""
        if self.entry is None:
            return self.own
        own = self.own
        if self.embedder is not self.token:
            own = modified(self.tree, self.embedder, self.own)
        if self.nobody is not None and self.tree.children(self.token, "auxpass"):
            # raised: "no one was reported hurt" denies the hurt, not the reporting
            return content(self.base, self.entry, self.embedder).after(hedges.NOT, self.nobody)
        return content(own, self.entry, self.embedder)

    def hands_down(self, child: Token) -> State:
        """Return the state a dependent starts from."""
        none = self.own.denied and negative_word(self.tree, self.token) is not None
        if none and self.entry is None and child.dep in MODIFYING:
            return self.own  # "there was nobody singing" denies the singing
        if child.dep in FRESH:
            return self._fresh()
        if child.dep in COMPLEMENTS and self.token.pos in VERBAL:
            return self._to_complement(child)
        return WAYS.get(child.dep, Node._to_noun)(self, child)

    def _fresh(self) -> State:
        """Return the state of what is taken for granted."""
        return State(reported=self.incoming.reported)

    def _to_conjunct(self, child: Token) -> State:
        """A conjunct shares what stands before both: "may attack or seize", not its neighbour's."""
        joints = {c.lemma for c in self.tree.children(self.token, "cc", "preconj")}
        if self.token.pos in VERBAL:
            own_words = any(c.dep in SUBJECTS or c.dep == "aux" for c in self.tree.children(child))
            same_form = child.tag in {self.token.tag, "VB"}
            if child.tag in FINITE and self.token.tag not in FINITE and not own_words:
                return self._fresh()  # "doubts it will be built and looks forward": of the doubter
            shared = self.shared if same_form and not own_words else self.incoming
        elif "or" in joints or "nor" in joints or self.own.level < self.incoming.level:
            shared = self.own
        else:
            shared = self.incoming
        return shared.after(hedges.NOT) if "nor" in joints and not shared.denied else shared

    def _to_adverbial(self, child: Token) -> State:
        """An adverbial clause is taken for granted, but for "if …", "to …" and open questions."""
        opener = opens(self.tree, child)
        timed = opener is not None and opener.lemma in {"when", "where"}
        asked = self.entry in CONTENT_WITH_IF or not timed
        if opener is not None and asked and self._leaves_open(opener):
            return self._to_question(opener)
        mark = condition(self.tree, child)
        if mark is not None:
            return self._fresh().after(hedges.OPEN, mark)
        if is_infinitive(self.tree, child) and child.lemma not in RESULTS:
            return self.inside if self.entry else self._fresh().after(hedges.WANTED)
        return self._fresh()

    def _leaves_open(self, opener: Token) -> bool:
        """Tell whether a clause with "whether", "if" or a question word is left open by this word.

        "Said why it fell" and "did not know why it fell" take the fall for granted; "did not say
        why", "it is not known why" and anything with "whether" do not.
        """
        if self.entry is None:
            return opener.lemma == "whether"
        passive = bool(self.tree.children(self.token, "auxpass"))
        doubted = self.own.denied or self.own.level < CERTAIN or self.inside.level == UNKNOWN
        if opener.lemma in hedges.OPEN_QUESTIONS:
            return opener.lemma == "whether" or doubted or self.entry in CONTENT_WITH_IF
        return doubted and (passive or self.entry is not hedges.KNOWING)

    def _to_question(self, opener: Token) -> State:
        """The content of "unclear whether …", "did not say how …" is open."""
        cues = (*self.own.cues, self.embedder.i, opener.i)
        return replace(self.inside, level=UNKNOWN, denied=False, cues=(*self.inside.cues, *cues))

    def _to_complement(self, child: Token) -> State:
        """The state of an adjective or noun behind a copula, or of "dead" in "feared dead"."""
        if negative_word(self.tree, child) is not None:
            return self.base
        wanted = self.entry is not None and self.entry.affirmed.future
        own = self.entry is None or wanted or self.embedder is not self.token
        return self.own if own else self.inside

    def _to_clause(self, child: Token) -> State:
        """The state of a clause that is subject, object or complement of this word."""
        opener = opens(self.tree, child)
        infinitive = is_infinitive(self.tree, child)
        if opener is not None and self._leaves_open(opener):
            return self._to_question(opener)
        if self.entry is not None:
            return self._to_told() if infinitive else self._to_finite(child)
        if child.dep == "acl" and not infinitive:
            return self._fresh()
        return self._to_infinitive(child) if infinitive else self.own

    def _to_finite(self, child: Token) -> State:
        """The state of a full clause; inside "that …" a "would" is a future seen from then."""
        that = any(c.lemma == "that" for c in self.tree.children(child, "mark"))
        return replace(self.inside, reported=self.inside.reported or that)

    def _to_told(self) -> State:
        """The state of an infinitive: "told them to leave" is a wish, "said to be" is hearsay."""
        if self.entry is not hedges.SAYING or self.token.lemma in FINDING:
            return self.inside
        ordered = self.token.lemma in {"tell", "warn"}
        return self.inside.after(hedges.WANTED if ordered else hedges.LIKELY, self.token.i)

    def _to_infinitive(self, child: Token) -> State:
        """The state of an infinitive under a word of no special kind: mostly still to come."""
        if is_ranked(self.tree, self.token) or child.lemma in RESULTS:
            return self.own
        if self.token.lemma in {"be", "have"}:
            return self.own if self.own.denied else self.own.after(hedges.COMING, self.token.i)
        return self.own.after(hedges.WANTED, self.token.i)

    def _to_preposition(self, child: Token) -> State:
        """The state of a prepositional phrase: content, cause or outcome, or mere circumstance."""
        if child.lemma in hedges.LEAVING_OUT:
            return self._fresh().after(hedges.NOT, child.i)
        if self.token.dep in {"prep", "agent"}:
            return self.incoming
        if self.entry is not None and self.entry.nominal and child.lemma in hedges.JOINING:
            return self.inside
        if self.token.pos == "NOUN" and child.lemma == "of":
            return self.own
        new = any(is_new(self.tree, c) for c in self.tree.children(child, "pobj"))
        leads = child.lemma in LEADING and new and not self.own.denied
        return self.own if leads else self._fresh()

    def _to_noun(self, child: Token) -> State:
        """The state of a noun: content of an embedding, new in this clause, or given before."""
        if self.token.dep in {"prep", "agent"}:
            return self.incoming
        if self.token.pos not in VERBAL:
            content = self.entry and self.entry.nominal and child.dep == "compound"
            return self.inside if content else self.incoming
        if negative_word(self.tree, child) is not None:
            return self.base
        new = is_new(self.tree, child)
        spoken = hedges.NOUNS.get(child.lemma) in SPOKEN and self.entry is not None
        if spoken:  # a claim that is rejected has been made
            return self._fresh()
        if self.entry is not None and self._takes(child):
            return self.inside if new or self.entry.affirmed.denies else self._fresh()
        return self.own if new and child.dep in OBJECTS else self._fresh()

    def _takes(self, child: Token) -> bool:
        """Tell whether a noun is content of the embedding: "deny the attack", "an attack is likely"."""
        raised = child.dep == "nsubjpass" or (
            child.dep == "nsubj" and self.embedder is not self.token
        )
        return bool(self.entry and self.entry.nominal) and (child.dep == "dobj" or raised)


WAYS = {
    "conj": Node._to_conjunct,
    "advcl": Node._to_adverbial,
    "prep": Node._to_preposition,
    "agent": Node._to_preposition,
    **dict.fromkeys(CLAUSES, Node._to_clause),
}


def lookup(tree: Parse, token: Token) -> Embedding | None:
    """Return the embedding of a word, "rule out" and other phrasal verbs included."""
    if token.pos in VERBAL:
        particles = tree.children(token, "prt")
        lemma = f"{token.lemma}_{particles[0].lemma}" if particles else token.lemma
        found = hedges.VERBS.get(lemma)
        return found or (hedges.ADJECTIVES.get(token.text.lower()) if token.tag == "VBN" else None)
    if token.pos == "ADJ":
        return hedges.ADJECTIVES.get(token.lemma)
    return hedges.NOUNS.get(token.lemma) if token.pos == "NOUN" else None


def content(own: State, entry: Embedding, word: Token) -> State:
    """Return the state of what an embedding word that has a state of its own holds inside."""
    if entry.factual:
        return State(reported=own.reported)
    effect = entry.denied if own.denied else entry.affirmed
    state = replace(
        own,
        denied=False,
        reported=own.reported or entry.reports,
        future=own.future and not entry.reports,
    )
    return state.after(effect, *(() if effect == hedges.FLAT else (word.i,)))
