"""Shorten a sentence to what other origins bear out, by leaving out phrases it can do without.

Leaving a phrase out makes an affirmative statement weaker, never stronger, so what is left still
follows from the sentence (monotonicity: MacCartney and Manning 2007). Under "no", "all", "only" or
"if" that does not hold, and only asides between commas are left out there. Words are never changed
or moved; quoted words stay whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from reconcile.model import Parse, Sentence, Span, Token

CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ", "ADV"})
_PHRASES = frozenset("prep advcl relcl acl appos npadvmod amod advmod".split())
_ASIDES = frozenset("relcl acl appos advcl prep npadvmod".split())
_TURNS = frozenset(  # words under which a statement with fewer words says more
    "no not n't never no-one nobody none nothing neither nor without all every each any only if unless few least most until".split()
)
_NEEDED = frozenset(  # modifiers that a statement changes its sense without
    "alleged suspected apparent possible likely potential former attempted false fake unconfirmed reported "
    "first last next other same own such not never almost nearly hardly barely about only even at".split()
)
_ARGUMENT = frozenset("of to against than between as".split())
_TIMELY = frozenset(
    "earlier later meanwhile then also too however instead still already yesterday today".split()
)
_COMMAS = frozenset({",", "–", "—", "-", "(", ";"})
_EDGES = frozenset({*_COMMAS, ":", "and", "but"} - {"("})
_QUOTES = frozenset('"“”')
_PRONOUNS = frozenset("he she it they we i this that these those them him her".split())


def pruned(
    sentence: Sentence, inside: Collection[int], borne_out: Callable[[Token], bool]
) -> tuple[Span, ...]:
    """Return the spans of what is left of a sentence, in text order; none where nothing safe is.

    `inside` are the tokens to keep at most; `borne_out` tells whether others say a word too.
    """
    tree = sentence.parse
    left = {t.i for t in tree if t.i in inside}
    quoted = {t.i for q in sentence.quotations for t in tree.within(q.span)}
    while bad := [t for t in tree if t.i in left and says(t) and not borne_out(t)]:
        phrase = _phrase_around(tree, bad[0], left, quoted)
        if not phrase:
            return ()
        left -= phrase
    return tuple(_spans(tree, _tidy(tree, left))) if _whole(tree, left) else ()


def says(token: Token) -> bool:
    """Tell whether a word carries content of its own."""
    return (
        token.pos in CONTENT
        and token.dep not in {"aux", "auxpass"}
        and any(c.isalnum() for c in token.text)
    )


def _phrase_around(tree: Parse, token: Token, left: set[int], quoted: set[int]) -> set[int]:
    """Return the smallest phrase around a token that can be left out; empty where there is none."""
    turned = any(t.text.lower() in _TURNS for t in tree if t.i in left)
    for step in (token, *tree.ancestors(token)):
        phrase = {t.i for t in tree.subtree(step)} & left
        if step.i in quoted and not {i for i in quoted if i in left} <= phrase:
            continue
        if _can_go(tree, step, left, turned):
            return phrase | _marks_around(tree, phrase, left)
    return set()


def _can_go(tree: Parse, token: Token, left: set[int], turned: bool) -> bool:
    if token.head == token.i or token.lemma in _NEEDED:
        return False
    aside = token.dep in _ASIDES and _set_off(tree, token, left)
    if turned or (token.dep in {"relcl", "acl", "appos"} and not aside):
        return aside
    if token.dep == "conj":
        return token.pos == "VERB" and not _subject_of_others(tree, token)
    if token.dep == "advmod":
        return token.lemma in _TIMELY
    if token.dep == "prep":
        return aside or not _argument(tree, token)
    return token.dep in _PHRASES


def _argument(tree: Parse, token: Token) -> bool:
    """Tell whether a preposition belongs to its head: "hit by", "the roof of", "slammed into"."""
    head = tree.head(token)
    if token.lemma in _ARGUMENT or head.pos in {"ADJ", "ADP"}:
        return True
    return head.pos in {"VERB", "AUX"} and token.i == head.i + 1 and not tree.children(head, "dobj")


def _subject_of_others(tree: Parse, token: Token) -> bool:
    return bool(tree.children(token, "conj"))


def _set_off(tree: Parse, token: Token, left: set[int]) -> bool:
    """Tell whether a phrase stands between commas or at an edge of what is left, after a comma."""
    phrase = sorted({t.i for t in tree.subtree(token)} & left)
    if not phrase:
        return False
    before = _beside(tree, phrase[0], -1)
    after = _beside(tree, phrase[-1], 1)
    if min(left) == phrase[0]:
        return after is not None and after.text in _COMMAS
    return before is not None and (before.text in _COMMAS or tree[phrase[0]].text in _COMMAS)


def _beside(tree: Parse, i: int, step: int) -> Token | None:
    return tree[i + step] if 0 <= i + step < len(tree) else None


def _marks_around(tree: Parse, phrase: Collection[int], left: set[int]) -> set[int]:
    """Return the commas that set a phrase off, and the word that joined it."""
    first, last = min(phrase), max(phrase)
    gone = set()
    before, after = _beside(tree, first, -1), _beside(tree, last, 1)
    if before is not None and before.dep == "cc" and before.i in left:
        gone.add(before.i)
        before = _beside(tree, before.i, -1)
    if before is not None and before.text in _COMMAS and before.i in left:
        gone.add(before.i)
    closes = after is not None and after.text in {",", "–", "—", ")"}
    if closes and after is not None and (gone or first == min(left)):
        gone.add(after.i)
    return gone


def _tidy(tree: Parse, left: set[int]) -> set[int]:
    """Leave out marks that now stand at an edge, and the end of the sentence."""
    kept = sorted(left)
    while kept and tree[kept[0]].text.lower() in _EDGES:
        kept.pop(0)
    while kept and (tree[kept[-1]].text.lower() in _EDGES or tree[kept[-1]].text == "."):
        kept.pop()
    marks = [i for i in kept if tree[i].text in _QUOTES]
    if len(marks) == 1 and marks[0] in {kept[0], kept[-1]}:  # the other one was left out
        kept.remove(marks[0])
    return set(kept)


def _whole(tree: Parse, left: set[int]) -> bool:
    """Tell whether what is left is a statement of its own: a predicate with a named subject."""
    subjects = [
        t for t in tree if t.i in left and t.dep in {"nsubj", "nsubjpass"} and t.head in left
    ]
    verbs = [t for t in tree if t.i in left and t.pos in {"VERB", "AUX"}]
    return bool(subjects and verbs) and any(t.lemma not in _PRONOUNS for t in subjects)


def _spans(tree: Parse, left: Collection[int]) -> Iterator[Span]:
    """Yield the stretches of text that tokens next to each other make."""
    run: list[Token] = []
    for token in tree:
        if token.i in left:
            run.append(token)
        elif run:
            yield Span(run[0].span.start, run[-1].span.end)
            run = []
    if run:
        yield Span(run[0].span.start, run[-1].span.end)
