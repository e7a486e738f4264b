"""Make claims of a parsed sentence: who did what to whom, how many, when, where, on whose word.

One claim a predicate: each verb that is not an auxiliary, each complement of a copula, and each
noun that names an event of an incident class. Passives, relative clauses, participles, control and
coordination give the participants that the words leave out.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facts.senses import senses
from reconcile.model import (
    Attribution,
    Claim,
    Factuality,
    Name,
    NameKind,
    Parse,
    Participant,
    Sentence,
    Span,
    Stance,
    Token,
)

WORDS = frozenset({"speech", "finding"})  # kinds of attribution that put a claim on somebody's word
NESTED = frozenset({"ccomp", "advcl", "relcl", "csubj", "parataxis", "acl"})
NEXT = 2  # tokens from a verb to one that is joined to it by "and" alone
_SENSE_ORDER = ("killing", "injury", "arrest", "attack", "quake", "crash", "fire", "evacuation")


def find_claims(sentence: Sentence, text: str) -> tuple[Claim, ...]:
    """Return the claims of a sentence in the order of their predicates."""
    return tuple(
        _claim(sentence, token) for token in sentence.parse if _predicates(sentence.parse, token)
    )


def _predicates(parse: Parse, token: Token) -> bool:
    """Tell whether a token heads a claim; a part of a hyphened word does not: "a hit-and-run"."""
    after = parse[token.i + 1] if token.i + 1 < len(parse) else None
    if after is not None and after.text == "-" and after.span.start == token.span.end:
        return False
    if token.pos == "VERB":
        return token.dep not in {"amod", "compound", "aux", "auxpass", "case", "prep"} or bool(
            senses(token.lemma)
        )
    if token.dep in {"acomp", "attr"} and parse.head(token).lemma == "be":
        return True
    return token.pos == "NOUN" and bool(senses(token.lemma) - {"statement"})


def _claim(sentence: Sentence, token: Token) -> Claim:
    parse = sentence.parse
    own = own_tokens(parse, token)
    span = Span(own[0].span.start, own[-1].span.end)
    inside = {t.i for t in own}

    def holds(found: Span) -> bool:
        return any(t.i in inside for t in parse.within(found))

    return Claim(
        sentence=sentence.index,
        span=span,
        token=token.i,
        predicate=token.lemma,
        sense=_sense(token),
        participants=tuple(_participants(sentence, token)),
        quantities=tuple(q for q in sentence.quantities if holds(q.span)),
        times=tuple(t for t in sentence.times if holds(t.span)),
        places=tuple(n for n in sentence.names if n.kind is NameKind.PLACE and holds(n.span)),
        stance=stance_of(sentence, token),
        attribution=attribution_of(sentence, token.span),
    )


def _sense(token: Token) -> str:
    """Return the incident class of a predicate, the gravest where it has several."""
    found = senses(token.lemma)
    return next((s for s in _SENSE_ORDER if s in found), min(found, default=""))


def stance_of(sentence: Sentence, token: Token) -> Stance:
    """Return the stance found for a token, or a flat statement."""
    for stance in sentence.stances:
        if stance.token == token.i:
            return stance
    return Stance(token.i, Factuality.CERTAIN)


def attribution_of(sentence: Sentence, span: Span) -> Attribution | None:
    """Return the outermost attribution whose content holds the span: who vouches in the end."""
    holding = [
        a
        for a in sentence.attributions
        if a.kind in WORDS and any(c.covers(span) for c in a.content)
    ]
    named = [a for a in holding if a.speaker] or holding
    return max(named, key=lambda a: sum(c.end - c.start for c in a.content), default=None)


def own_tokens(parse: Parse, token: Token) -> tuple[Token, ...]:
    """Return the tokens of a predicate's own clause: its subtree without other clauses."""
    found, stack = [token.i], list(token.children)
    while stack:
        child = parse[stack.pop()]
        if child.dep in NESTED or (child.dep == "conj" and child.pos in {"VERB", "AUX"}):
            continue
        found.append(child.i)
        stack.extend(child.children)
    head = parse.head(token)
    if token.dep in {"acomp", "attr"} and head.i != token.i:
        found.append(head.i)
        for child in parse.children(head, "nsubj", "neg", "advmod", "prep", "npadvmod", "aux"):
            found.extend(t.i for t in parse.subtree(child))
    return tuple(parse[i] for i in sorted(set(found)))


def _participants(sentence: Sentence, token: Token) -> Iterator[Participant]:
    """Yield the participants of a predicate, those that the words imply included."""
    parse = sentence.parse
    subject = find_subject(parse, token)
    if subject is not None:
        yield from _participants_of(sentence, subject[1], subject[0])
    for child in _arguments(parse, token):
        if child.dep in {"dobj", "obj"}:
            yield from _participants_of(sentence, "patient", child)
        elif child.dep in {"dative", "iobj"}:
            yield from _participants_of(sentence, "recipient", child)
        elif child.dep in {"prep", "agent"}:
            for noun in parse.children(child, "pobj"):
                role = "agent" if child.dep == "agent" else child.lemma
                yield from _participants_of(sentence, role, noun)
        elif (
            token.pos == "NOUN"
            and child.dep in {"poss", "compound", "amod", "nmod"}
            and child.pos in {"NOUN", "PROPN"}
        ):
            yield from _participants_of(sentence, "of", child)


def _arguments(parse: Parse, token: Token) -> tuple[Token, ...]:
    """Return the dependents of a predicate; those of the copula for a complement."""
    own = parse.children(token)
    head = parse.head(token)
    if token.dep in {"acomp", "attr"} and head.i != token.i:
        own = (*own, *parse.children(head, "prep", "dative"))
    return (*own, *_shared_object(parse, token))


def _shared_object(parse: Parse, token: Token) -> tuple[Token, ...]:
    """Return the object that a verb has in common with the next: "shot and killed a guard"."""
    if token.pos != "VERB" or parse.children(token, "dobj", "auxpass", "prep"):
        return ()
    following = (c for c in parse.children(token, "conj") if c.pos == "VERB")
    joined = next((c for c in following if c.i - token.i <= NEXT), None)
    return parse.children(joined, "dobj") if joined else ()


def find_subject(parse: Parse, token: Token) -> tuple[Token, str] | None:
    """Return the subject of a predicate and its role, followed through control and coordination."""
    for step in (token, *parse.ancestors(token)):
        found = parse.children(step, "nsubj", "nsubjpass")
        if found:
            subject = _antecedent(parse, found[0], step)
            passive = found[0].dep == "nsubjpass" if step.i == token.i else _passive(parse, token)
            return subject, "patient" if passive else "agent"
        if step.dep in {"acl", "relcl"} and step.pos == "VERB":
            head = parse.head(step)
            return head, "patient" if step.tag == "VBN" else "agent"
        if step.dep == "amod" and step.pos == "VERB":
            return parse.head(step), "patient" if step.tag == "VBN" else "agent"
        if step.dep not in {"conj", "xcomp", "acomp", "attr", "advcl", "pcomp", "prep"}:
            return None
    return None


def _passive(parse: Parse, token: Token) -> bool:
    """Tell whether a verb is passive, itself or as the next after a passive: "was shot and killed"."""
    if token.tag != "VBN":
        return False
    if token.dep == "conj" and not parse.children(token, "aux", "auxpass", "dobj"):
        return _passive(parse, parse.head(token)) or parse.head(token).dep in {"acl", "relcl"}
    return bool(parse.children(token, "auxpass"))


def _antecedent(parse: Parse, subject: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for."""
    if verb.dep == "relcl" and subject.tag in {"WDT", "WP"}:
        return parse.head(verb)
    return subject


def _participants_of(sentence: Sentence, role: str, head: Token) -> Iterator[Participant]:
    """Yield a noun as a participant, and each noun that is joined to it by "and"."""
    yield _participant(sentence, role, head)
    for other in sentence.parse.children(head, "conj"):
        if other.pos in {"NOUN", "PROPN", "PRON"}:
            yield from _participants_of(sentence, role, other)


def _participant(sentence: Sentence, role: str, head: Token) -> Participant:
    tokens = _phrase(sentence.parse, head)
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    name = next((n for n in sentence.names if n.span.covers(head.span)), None)
    return Participant(role, span, head.i, head.lemma, name.key if name else head.lemma)


def _phrase(parse: Parse, head: Token) -> tuple[Token, ...]:
    """Return a noun phrase without the clauses that hang on it."""
    found, stack = [head.i], list(head.children)
    while stack:
        child = parse[stack.pop()]
        if (
            child.dep in NESTED
            or (child.dep == "prep" and child.text.lower() != "of")
            or child.dep == "appos"
        ):
            continue
        found.append(child.i)
        stack.extend(child.children)
    return tuple(parse[i] for i in sorted(found))


def name_of(sentence: Sentence, participant: Participant) -> Name | None:
    """Return the name a participant is called by, if it is a name."""
    head = sentence.parse[participant.head].span
    return next((n for n in sentence.names if n.span.covers(head)), None)
