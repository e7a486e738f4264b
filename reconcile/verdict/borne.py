"""Tell whether an origin bears out a word: says it, a synonym, the same figure or the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.align.profile import fold, number
from reconcile.facts.senses import senses
from reconcile.language.lexicon import synonyms
from reconcile.model import Attribution, Place, Sentence, Span, Time, Token
from reconcile.verdict.sayings import Ground, carrying

_SORTS = {"VERB": "v", "NOUN": "n", "ADJ": "a"}


@dataclass(frozen=True, slots=True)
class Heard:
    """The words that one origin uses in a row."""

    words: frozenset[str]
    times: tuple[Time, ...]


def hear(places: Sequence[Place], known: Ground) -> dict[str, Heard]:
    """Return the words of each independent origin at some places."""
    groups: dict[str, list[Sentence]] = {}
    counting = carrying(places, known)
    for place in places:
        origin = known.origin.get(place, place.report)
        if origin in counting or place not in known.origin:
            groups.setdefault(origin, []).append(known.sentence(place))
    return {
        origin: Heard(
            frozenset(key for s in told for t in s.parse for key in _keys(t)),
            tuple(time for s in told for time in s.times),
        )
        for origin, told in groups.items()
    }


def bears_out(
    sentence: Sentence, others: Sequence[Heard], disputed: Sequence[Span]
) -> Callable[[Token], bool]:
    """Return what tells whether all of some origins bear out a word that is not in dispute.

    Who says it and that it is said need no support: with them a statement is weaker than without.
    """
    said = [s for a in sentence.attributions if _asserted(a, sentence) for s in (*a.source, *a.cue)]

    def told(token: Token) -> bool:
        if any(token.span.overlaps(mark) for mark in disputed):
            return False
        if any(token.span.overlaps(s) for s in said):
            return True
        return all(_hears(heard, token, sentence) for heard in others)

    return told


def _asserted(said: Attribution, sentence: Sentence) -> bool:
    """Tell whether somebody says it, and not that nobody did: "did not say why"."""
    tree = sentence.parse
    return not any(tree.children(t, "neg") for cue in said.cue for t in tree.within(cue))


def _keys(token: Token) -> Iterator[str]:
    """Yield what a word may be met by: its lemma, its form, its figure, its incident class."""
    yield fold(token.lemma)
    yield fold(token.text)
    for sense in senses(token.lemma):
        yield f"class {sense}"
    if figure := number(token):
        yield figure


def _hears(heard: Heard, token: Token, sentence: Sentence) -> bool:
    if heard.words & set(_keys(token)):
        return True
    if any(_same_time(heard, t) for t in sentence.times if t.span.overlaps(token.span)):
        return True
    sort = _SORTS.get(token.pos)
    return sort is not None and bool(heard.words & synonyms(token.lemma, sort))


def _same_time(heard: Heard, time: Time) -> bool:
    """Tell whether an origin names this time or one that lies inside it."""
    return any(other.value == time.value or _inside(other, time) for other in heard.times)


def _inside(other: Time, time: Time) -> bool:
    if not (time.begin and time.end and other.begin and other.end):
        return False
    return time.begin <= other.begin and other.end <= time.end
