"""Find acts that one report tells as done in one place and as a mere attempt in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Account, Claim, EventKind, Factuality, Parse, Sentence, Span, Token

# Acts that succeed or fail; the words of one line tell one act, as verb or as noun.
ACTS = tuple(
    frozenset(words.split())
    for words in (
        "storm storming enter break break-in force breach invade invasion overrun seize seizure "
        "burst intrusion",
        "kidnap kidnapping abduct abduction",
        "hijack hijacking",
        "assassinate assassination murder kill killing",
        "rob robbery burglary burgle heist",
        "escape breakout jailbreak flee",
        "overthrow coup oust ouster topple",
        "rape",
        "theft steal",
    )
)
INWARD = frozenset({"break", "force", "burst", "fight", "push"})  # verbs that enter with "into"
INTO = frozenset({"into", "in", "inside", "through"})
FAILED = frozenset("attempted failed foiled thwarted unsuccessful aborted".split())
WHERE_AND_WHEN = frozenset({"GPE", "LOC", "DATE", "TIME"})
CONTENT = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Act:
    """One telling of an act: its line in ACTS, what it was done to, and its words."""

    line: int
    objects: frozenset[str]
    sentence: Sentence
    span: Span


def contradictory_acts(account: Account) -> Iterator[tuple[Act, Act]]:
    """Yield pairs of an act told as done and the same act on the same thing told as an attempt."""
    tried = [act for s in account.sentences if s.news for act in _attempts(s)]
    if tried:
        done = [act for claim in account.claims if (act := _done(account, claim))]
        for attempt in tried:
            for deed in done:
                if deed.sentence.index != attempt.sentence.index and _one_act(deed, attempt):
                    yield deed, attempt
                    break


def _one_act(a: Act, b: Act) -> bool:
    return a.line == b.line and bool(a.objects & b.objects)


def _line(lemma: str) -> int:
    return next((k for k, words in enumerate(ACTS) if lemma in words), -1)


def _attempts(sentence: Sentence) -> Iterator[Act]:
    """Yield the acts told as attempts: "the attempted storming", "an attempt to storm"."""
    parse = sentence.parse
    for token in parse:
        lower = token.text.lower()
        if lower in FAILED and (line := _line((act := _described(parse, token)).lemma)) >= 0:
            yield Act(line, _nouns(parse, act), sentence, _joined(token, act))
        elif token.lemma == "attempt" and token.pos == "NOUN":
            for act in parse.children(token, "acl"):
                if (line := _line(act.lemma)) >= 0:
                    yield Act(line, _nouns(parse, act), sentence, _joined(token, act))


def _described(parse: Parse, token: Token) -> Token:
    """Return the noun that a modifier describes: of "attempted embassy storming" the last."""
    head = parse.head(token)
    while head.dep == "compound":
        head = parse.head(head)
    return head


def _joined(a: Token, b: Token) -> Span:
    return Span(min(a.span.start, b.span.start), max(a.span.end, b.span.end))


def _done(account: Account, claim: Claim) -> Act | None:
    """Return the act that a verb states as done, None for attempts, hedges and other events."""
    sentence = account.sentences[claim.sentence]
    token, stance = sentence.parse[claim.token], claim.stance
    line = _line(claim.predicate)
    if line < 0 or token.pos != "VERB" or not sentence.news:
        return None
    certain = stance.factuality is Factuality.CERTAIN and not stance.future
    if not certain or claim.event is not EventKind.MAIN or _reaches_nowhere(sentence.parse, token):
        return None
    inward = [c for c in sentence.parse.children(token) if c.lemma in INTO]
    last = inward[0] if token.lemma in INWARD and inward else token
    return Act(line, _nouns(sentence.parse, token), sentence, _joined(token, last))


def _reaches_nowhere(parse: Parse, token: Token) -> bool:
    """Tell whether a verb is of another sense without "into": "broke the silence"; or tried only."""
    head = parse.head(token)
    if token.dep in {"xcomp", "acl"} and head.lemma in {"try", "attempt", "want", "fail", "seek"}:
        return True
    inward = any(c.lemma in INTO for c in parse.children(token))
    return token.lemma in INWARD and not inward


def _nouns(parse: Parse, token: Token) -> frozenset[str]:
    """Return the nouns that stand with an act: what it was done to, by whom; not where or when."""
    below = (t for t in parse.subtree(token) if t.i != token.i)
    return frozenset(t.lemma for t in below if t.pos in CONTENT and t.entity not in WHERE_AND_WHEN)
