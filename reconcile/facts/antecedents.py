"""Find whom a pronoun or a bare description stands for inside one report, by light means.

"He" and "she" go back to the subject nearest before them that names or describes one person, "they"
to the nearest that names or describes several. "The driver" is the person whom the same report
calls "driver Ann Lee" or "Ann Lee, the driver". What does not fit stays what it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.language.lexicon import is_a
from reconcile.model import Claim, Name, NameKind, Participant, Sentence, Token

ONE = frozenset("he him she her".split())
MANY = frozenset("they them".split())
PRONOUNS = ONE | MANY
SUBJECT = frozenset({"nsubj", "nsubjpass"})
DEFINITE = frozenset({"the", "this", "that"})
BACK = 2  # sentences that a pronoun goes back over
KEPT = 6  # persons remembered


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who was mentioned: where, under what key, one or several, as a subject or not."""

    sentence: int
    at: int
    key: str
    many: bool
    subject: bool


def resolved(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a report with the keys of those whom pronouns and descriptions mean."""
    meant = _meant(sentences)
    return tuple(
        replace(
            claim,
            participants=tuple(
                replace(p, key=key) if (key := meant.get((claim.sentence, p.head))) else p
                for p in claim.participants
            ),
        )
        if any((claim.sentence, p.head) in meant for p in claim.participants)
        else claim
        for claim in claims
    )


def stands_for(participant: Participant) -> str:
    """Return the word that a participant is compared by: what a pronoun means, else its own lemma."""
    if participant.lemma in PRONOUNS and participant.key != participant.lemma:
        return participant.key
    return participant.lemma


def _meant(sentences: Sequence[Sentence]) -> dict[tuple[int, int], str]:
    """Return the key that each resolved pronoun or description stands for, by sentence and token."""
    bearers = _bearers(sentences)
    before: deque[Mention] = deque(maxlen=KEPT)
    meant: dict[tuple[int, int], str] = {}
    for sentence in sentences:
        if not sentence.news:
            continue
        for token in sentence.parse:
            if token.lemma in PRONOUNS and token.tag == "PRP":
                found = _back(before, sentence, token)
                if found:
                    meant[sentence.index, token.i] = found.key
                    before.append(replace(found, sentence=sentence.index, at=token.i, subject=True))
            elif mention := _mention(sentence, token, bearers):
                before.append(mention)
                if mention.key != token.lemma and token.pos == "NOUN":
                    meant[sentence.index, token.i] = mention.key
    return meant


def _back(before: Sequence[Mention], sentence: Sentence, pronoun: Token) -> Mention | None:
    """Return whom a pronoun means: the nearest subject of its number, else the nearest of it."""
    many = pronoun.lemma in MANY
    near = [
        m
        for m in reversed(before)
        if m.many == many
        and sentence.index - m.sentence <= BACK
        and not (m.sentence == sentence.index and _joined(sentence, m.at, pronoun))
    ]
    return next((m for m in near if m.subject), near[0] if near else None)


def _joined(sentence: Sentence, at: int, pronoun: Token) -> bool:
    """Tell whether a mention and a pronoun are parts of one predicate, and so two persons."""
    return sentence.parse[at].head == pronoun.head


def _mention(sentence: Sentence, token: Token, bearers: dict[str, str]) -> Mention | None:
    """Return whom a noun or a name mentions, None where it is no person or only part of a name."""
    if token.pos not in {"NOUN", "PROPN"} or token.dep in {"compound", "appos", "attr", "nmod"}:
        return None
    subject = token.dep in SUBJECT
    name = next((n for n in _persons(sentence) if n.head == token.i), None)
    if name is not None:
        return Mention(sentence.index, token.i, name.key, False, subject)
    if token.pos == "PROPN" or not _somebody(token.lemma):
        return None
    many = token.tag == "NNS" or token.lemma == "people"
    definite = any(t.lemma in DEFINITE for t in sentence.parse.children(token, "det"))
    key = bearers.get(token.lemma, "") if definite and not many else ""
    return Mention(sentence.index, token.i, key or token.lemma, many, subject)


def _somebody(noun: str) -> bool:
    """Tell whether a noun is of persons; WordNet has drivers for a part of a computer first."""
    return noun in {"driver", "operator"} or is_a(noun, "person")


def _persons(sentence: Sentence) -> Iterator[Name]:
    return (n for n in sentence.names if n.kind is NameKind.PERSON)


def _bearers(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Return the person whom a report calls by each description, where it calls only one so."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        tree = sentence.parse
        for name in _persons(sentence):
            if not 0 <= name.head < len(tree):
                continue
            head = tree[name.head]
            beside = [*tree.children(head, "compound", "appos")]
            if head.dep == "appos":
                beside.append(tree.head(head))
            for noun in beside:
                if noun.pos == "NOUN" and _somebody(noun.lemma):
                    found.setdefault(noun.lemma, set()).add(name.key)
    return {noun: next(iter(keys)) for noun, keys in found.items() if len(keys) == 1}
