"""Tell times from what only looks like one: "the Sunday Times", "some 2000 people", "April Jones"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.timewords import Word
from reconcile.model import Sentence

_BEFORE_SEASONS = frozenset("in by since until during every each".split())
_IDIOMS = frozenset(("high noon", "a future"))
_PAPERS = frozenset(
    "times telegraph mail mirror express post herald independent tribune star news".split()
)


def misread(sentence: Sentence, words: Sequence[Word], first: int, last: int, form: str) -> bool:
    """Tell whether the words [first, last) of a form are no time in this sentence."""
    named = [w for w in words[first:last] if w.kind != "the"]
    earlier = words[first - 1].text if first else ""
    if form == "year" and last - first == 1:
        return _counts(sentence, words, first)
    if form == "decade" and len(named) == 1 and named[0] is words[first]:
        # "in her 30s" is an age, "the 30s" a decade
        return named[0].text[0].isdigit() and len(named[0].text) < len("1930s")
    if form == "season" and [w.text for w in named] in (["fall"], ["spring"]):
        return earlier not in _BEFORE_SEASONS
    return (
        _of_a_title(sentence, words, last)
        or _titled(sentence, words, first, last)
        or f"{earlier} {named[0].text if named else ''}" in _IDIOMS
        or (earlier == "as" and words[first].text == "many")  # "the third in as many days"
        or (form in ("month", "weekday", "season") and _in_name(sentence, words[last - 1]))
    )


def _of_a_title(sentence: Sentence, words: Sequence[Word], last: int) -> bool:
    """Tell whether a paper or a prayer follows: "the Sunday Times", "Friday prayers"."""
    if last == len(words) or words[last - 1].kind not in ("weekday", "often"):
        return False
    after = words[last]
    return after.text == "prayers" or (after.text in _PAPERS and _capital(sentence, after))


def _titled(sentence: Sentence, words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a programme is named: "60 Minutes", "Seven Days", outside a headline."""
    unit = words[last - 1]
    if last - first < 2 or unit.kind != "units" or not first:
        return False
    return _capital(sentence, unit) and not _capital(sentence, words[first - 1])


def _in_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a name goes on after the word: "April Jones", "August Town"."""
    at = sentence.span.start + word.start
    token = next((t for t in sentence.parse if t.span.start == at), None)
    if token is None or token.entity in ("", "DATE", "TIME") or token.i + 1 == len(sentence.parse):
        return False
    after = sentence.parse[token.i + 1]
    return after.entity == token.entity and not after.entity_starts and after.tag.startswith("NNP")


def _capital(sentence: Sentence, word: Word) -> bool:
    at = sentence.span.start + word.start
    return any(t.span.start == at and t.text[0].isupper() for t in sentence.parse)


def _counts(sentence: Sentence, words: Sequence[Word], first: int) -> bool:
    """Tell whether four figures count something: "2000 people", "1,500 2010 models"."""
    at = sentence.span.start + words[first].start
    parse = sentence.parse
    token = next((t for t in parse if t.span.start == at), None)
    if token is None or token.dep != "nummod":
        return False
    head = parse.head(token)
    return (
        head.tag in ("NNS", "NNPS")
        and head.i == token.i + 1
        and words[max(first - 1, 0)].kind != "the"
    )
