"""Cut a parsed sentence into clauses, and set aside the words that only say who said it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Parse, Token

# verbs whose clausal complement is the news, and whose subject is only the one who tells it
SAYING = frozenset(
    "say tell report add state announce note claim quote confirm explain warn stress insist "
    "declare believe think argue allege maintain reveal disclose acknowledge admit indicate suggest write "
    "mention recount recall predict estimate cite comment remark reply respond relate describe "
    "accord".split()
)
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"})
TELLER = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "dative", "mark", "punct"})
ASIDE = frozenset({"prep", "advmod", "npadvmod"})
SHORTEST = 4  # words; a shorter stretch stays with the clause around it


def clause_tokens(parse: Parse) -> tuple[tuple[Token, ...], ...]:
    """Return the clauses as disjoint groups of tokens, in order of their first word.

    A clause is a predicate with all below it that belongs to no clause further down. A stretch of
    fewer than four words stays with the clause around it.
    """
    owner = _owners(parse)
    groups: dict[int, list[Token]] = {}
    for token in parse:
        if not token.tag.startswith(("``", "''")):
            groups.setdefault(owner[token.i], []).append(token)
    return tuple(tuple(group) for group in groups.values())


def _owners(parse: Parse) -> list[int]:
    """Say for each token the index of the predicate whose clause it belongs to."""
    heads = {t.i for t in parse if _opens(parse, t)}
    owner = [_nearest(parse, t, heads) for t in parse]
    sizes: dict[int, int] = {}
    for i in owner:
        sizes[i] = sizes.get(i, 0) + 1
    long = {i for i in heads if sizes.get(i, 0) >= SHORTEST}
    return [_nearest(parse, t, long) for t in parse]


def _opens(parse: Parse, token: Token) -> bool:
    """Tell whether a token is the predicate of a clause of its own."""
    if token.dep in CLAUSES:
        return token.dep == "ROOT" or token.pos in {"VERB", "AUX"}
    return token.dep == "conj" and token.pos in {"VERB", "AUX"} and parse.head(token).pos == "VERB"


def _nearest(parse: Parse, token: Token, heads: set[int]) -> int:
    """Return the closest of the heads at or above a token, or the top of its tree."""
    while token.i not in heads and token.head != token.i:
        token = parse.tokens[token.head]
    return token.i


def attribution(parse: Parse) -> frozenset[int]:
    """Return the indices of the words that say who tells the news and nothing else.

    They are the saying verb with its subject, adverbs and addressee where it governs a clause, and
    "according to X". One speaker in two reports is no evidence that they tell the same thing.
    """
    found: set[int] = set()
    for token in parse:
        if token.lemma == "accord" and token.pos not in {"NOUN", "PROPN"}:
            found.update(t.i for t in parse.subtree(token))
        elif token.lemma in SAYING and token.pos == "VERB":
            found.update(_frame(parse, token))
    return frozenset(found)


def _frame(parse: Parse, verb: Token) -> Iterator[int]:
    """Yield the indices of a saying verb and what hangs on it, the told clause left out."""
    told = parse.children(verb, "ccomp", "parataxis")
    if not told and verb.dep not in {"parataxis"}:
        return
    yield verb.i
    for child in parse.children(verb):
        if child.dep in TELLER or (child.dep in ASIDE and _short(parse, child)):
            yield from (t.i for t in parse.subtree(child))


def _short(parse: Parse, token: Token) -> bool:
    return len(parse.subtree(token)) <= 6
