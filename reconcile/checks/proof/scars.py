"""Find the scars that a careless edit leaves: a word twice, two articles before one name."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Span, Token

ARTICLES = frozenset({"the", "a", "an"})
# Words that never stand twice in a row on purpose ("had had", "that that", "in in" of a verb can).
SINGLE = ARTICLES | frozenset("of to and from with for at by or but as".split())


def scars(tokens: tuple[Token, ...]) -> Iterator[Span]:
    """Yield the stretches of a sentence that bear a scar: "of of", "the US the Department"."""
    words = [t.text.lower() for t in tokens]
    for k in range(1, len(tokens)):
        twice = words[k] in SINGLE and (
            words[k] == words[k - 1] or (words[k] in ARTICLES and words[k - 1] in ARTICLES)
        )
        if twice and not _letter(tokens[k]) and not _letter(tokens[k - 1]):
            yield Span(tokens[k - 1].span.start, tokens[k].span.end)
        elif k > 1 and _acronym_between(tokens, words, k):
            yield Span(tokens[k - 2].span.start, tokens[k + 1].span.end)


def _letter(token: Token) -> bool:
    """Tell whether "A" or "a" may be a letter or an initial, no article: "Vitamin A", "a.m."."""
    return token.text == "A" or "." in token.text


def _acronym_between(tokens: tuple[Token, ...], words: list[str], k: int) -> bool:
    """Tell whether an acronym stands between two articles and a name follows: "the US the Senate"."""
    before = tokens[k - 1]
    return (
        words[k] == words[k - 2] == "the"
        and k + 1 < len(tokens)
        and before.pos == tokens[k + 1].pos == "PROPN"
        and before.text.replace(".", "").isupper()
        and len(before.text) > 1
    )
