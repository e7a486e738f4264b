"""Read phrases off a parse: the noun phrase of a head, the subject of a verb, spans of tokens."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model import Parse, Span, Token

PUNCTUATION = frozenset({"PUNCT", "SPACE", "SYM"})
_EDGES = frozenset({",", ":", ";", "--", "-", "—", "–", ".", "(", ")"})
_CLIMBS = frozenset("conj xcomp advcl ccomp pcomp prep dep parataxis".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_HANGS = ("relcl", "acl", "advcl", "ccomp", "parataxis")


def subject_of(parse: Parse, token: Token, depth: int = 0) -> Token | None:
    """Return the head of a verb's subject: its own, its conjunct's, its controller's; or None.

    A relative pronoun stands as it is, see `antecedent`.
    """
    own = parse.children(token, *(("nsubj",) if depth == 0 else ("nsubj", "nsubjpass")))
    if own:
        return own[0]
    if depth > 8 or token.head == token.i:
        return None
    head = parse.head(token)
    if token.dep in ("acl", "relcl") and head.pos in _NOMINAL:
        return head
    if token.dep in _CLIMBS:
        return subject_of(parse, head, depth + 1)
    return None


def antecedent(parse: Parse, pronoun: Token) -> Token:
    """Return the noun that a relative "who" or "which" stands for; other words stand for themselves."""
    if pronoun.tag not in ("WP", "WDT"):
        return pronoun
    for above in parse.ancestors(pronoun):
        if above.dep == "relcl":
            return parse.head(above)
    return pronoun


def phrase(parse: Parse, head: Token) -> tuple[int, ...]:
    """Return the unbroken noun phrase around a head, without clauses that hang on it."""
    cut = {t.i for c in parse.children(head, *_HANGS) for t in parse.subtree(c)}
    kept = {t.i for t in parse.subtree(head)} - cut
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    while high > head.i and parse[high].pos in PUNCTUATION:
        high -= 1
    while low < head.i and parse[low].pos in PUNCTUATION:
        low += 1
    return tuple(range(low, high + 1))


def below(parse: Parse, heads: Iterable[Token]) -> frozenset[int]:
    """Return the tokens of the subtrees of some heads."""
    return frozenset(t.i for head in heads for t in parse.subtree(head))


def spans_of(parse: Parse, indices: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of runs of tokens; runs of nothing but punctuation are left out."""
    runs: list[list[Token]] = []
    for i in sorted(set(indices)):
        if runs and runs[-1][-1].i == i - 1:
            runs[-1].append(parse[i])
        else:
            runs.append([parse[i]])
    kept = [run for run in map(_bare, runs) if run]
    return tuple(Span(run[0].span.start, run[-1].span.end) for run in kept)


def _bare(run: list[Token]) -> list[Token]:
    """Take commas, colons and dashes off both ends; quotation marks and full stops stay."""
    low, high = 0, len(run)
    while low < high and run[low].text in _EDGES:
        low += 1
    while high > low and run[high - 1].text in _EDGES:
        high -= 1
    return run[low:high] if any(t.pos not in PUNCTUATION for t in run[low:high]) else []
