"""Measure what in a report backs a claim, and what it has instead: names, numbers, opposites.

A claim may be false by one word only, so each word is looked for in its surroundings: the content
words beside it, the word that governs it, and those that it governs. A word whose surroundings
stand in the report with another word of its class in its place was exchanged.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from reconcile.facts.contradiction import EMPTY, contradiction, words
from reconcile.facts.opposites import opposed
from reconcile.facts.retold import SHORT, likeness
from reconcile.language.meaning import Reading, read
from reconcile.model import Account, Parse, Sentence, Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

NAMES = (
    "names apart",  # names and numbers that nothing around them backs, at most three
    "new names",  # names that are nowhere in the report, at most three
    "other number",  # how much of the surroundings of a number stands around another number
    "farthest word",  # 1 less the cosine of the word that is least like any in the telling sentences
    "open pronoun",  # 1 when a pronoun comes before any noun that it could stand for
    "opposites",  # words whose opposite the telling sentences have, at most two
    "contradiction",  # of a sentence and one that tells the same (`facts/contradiction.py`)
    "length",  # ln(1 + content words): a long claim has more to go wrong
)
TELLING = 4  # sentences of the report that are taken to tell what one of the claim tells
CLOSEST = 2  # of these, the ones that are searched for opposites
MOST = 3
LIKE = 0.7  # from here on two words are taken for one
PRONOUNS = frozenset("he she they it we his her their its him them this".split())
CLASSES = {"PROPN": "name", "NUM": "number", "NOUN": "noun", "VERB": "verb", "AUX": "verb"}


@dataclass(frozen=True, slots=True)
class Word:
    """A content word with its surroundings: before, after, governor, and what it governs."""

    token: Token
    around: tuple[Token | None, Token | None, Token | None]
    below: tuple[Token, ...]
    vector: Numbers

    @property
    def kind(self) -> str:
        """Return the class of words that may stand in its place."""
        return CLASSES.get(self.token.pos, "other")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is compared: its words and its vector."""

    sentence: Sentence
    words: tuple[Word, ...]
    vector: Numbers


@dataclass(frozen=True, slots=True)
class Backing:
    """The features of one claim in the order of `NAMES`, and what was seen, in plain words."""

    values: tuple[float, ...]
    clashes: tuple[str, ...]  # what the report has otherwise
    unknown: tuple[str, ...]  # what the report does not have


def backings(claims: Sequence[Account], report: Account) -> list[Backing]:
    """Return what a report has for and against each claim. Raises PartError without the models."""
    accounts = [report, *claims]
    news = [[s for s in a.sentences if s.news] for a in accounts]
    texts = [a.words(s.span) for a, ss in zip(accounts, news, strict=True) for s in ss]
    readings = dict(read(texts))
    lines, k = [], 0
    for ss in news:
        lines.append([_line(s, readings[k + n]) for n, s in enumerate(ss)])
        k += len(ss)
    return [_backing(own, lines[0]) for own in lines[1:]]


def _line(sentence: Sentence, reading: Reading) -> Line:
    tree, found = sentence.parse, words(sentence.parse)
    governor = {t.i: _governor(tree, t) for t in found}
    made = []
    for n, t in enumerate(found):
        before = found[n - 1] if n else None
        after = found[n + 1] if n + 1 < len(found) else None
        below = tuple(c for c in found if (g := governor[c.i]) is not None and g.i == t.i)
        vector = _vector(t, sentence.span.start, reading)
        made.append(Word(t, (before, after, governor[t.i]), below, vector))
    return Line(sentence, tuple(made), reading.whole.astype(np.float64))


def _governor(tree: Parse, token: Token) -> Token | None:
    return next((a for a in tree.ancestors(token) if a.pos in SHORT and a.lemma not in EMPTY), None)


def _vector(token: Token, start: int, reading: Reading) -> Numbers:
    """Return the mean of the word's pieces in the sentence, of length one."""
    begin, end = token.span.start - start, token.span.end - start
    rows = [k for k, (a, b) in enumerate(reading.offsets) if a < end and begin < b and a < b]
    mean = reading.pieces[rows].mean(axis=0) if rows else reading.whole
    vector: Numbers = np.asarray(mean, np.float64)
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def _backing(claim: Sequence[Line], report: Sequence[Line]) -> Backing:
    if not report:
        return Backing((0.0,) * len(NAMES), (), ("the report has no sentences",))
    apart = new = opposite = 0
    number = farthest = clash = 0.0
    clashes: list[str] = []
    unknown: list[str] = []
    known = {w.token.text.lower() for line in report for w in line.words}
    rarity = Counter(w.token.lemma for line in report for w in line.words)
    for line in claim:
        near = _telling(line, report, rarity)
        farthest = max([farthest, *_distances(line, near)])
        clash = max([clash, *(contradiction(line.sentence, n.sentence) for n in near[:CLOSEST])])
        mine = {w.token.lemma for w in line.words}
        for word in line.words:
            opposing = _opposing(word, near[:CLOSEST])
            if opposing:
                opposite += 1
                clashes.append(f"“{word.token.text}”, the report has “{opposing}”")
            if word.kind not in {"name", "number"}:
                continue
            backed, instead, other = _surroundings(word, near, mine)
            apart += backed <= 0
            if word.kind == "name" and word.token.text.lower() not in known:
                new += 1
                unknown.append(f"“{word.token.text}” is not in the report")
            if instead > max(backed, 0):
                clashes.append(f"“{word.token.text}”, the report has “{other}” there")
                if word.kind == "number":
                    number = max(number, instead - max(backed, 0))
    values = (
        float(min(apart, MOST)),
        float(min(new, MOST)),
        float(number),
        farthest,
        float(_open_pronoun(claim)),
        float(min(opposite, 2)),
        clash,
        math.log1p(sum(len(line.words) for line in claim)),
    )
    return Backing(values, tuple(clashes), tuple(unknown))


def _telling(line: Line, report: Sequence[Line], rarity: Counter[str]) -> list[Line]:
    """Return the sentences of the report nearest to one of the claim: by meaning and rare words."""
    weights = {w.token.lemma: 1 / (1 + rarity[w.token.lemma]) for w in line.words}
    whole = sum(weights.values()) or 1.0

    def nearness(other: Line) -> float:
        shared = {w.token.lemma for w in other.words} & weights.keys()
        return float(line.vector @ other.vector) + sum(weights[lemma] for lemma in shared) / whole

    return sorted(report, key=lambda o: (-nearness(o), o.sentence.index))[:TELLING]


def _distances(line: Line, near: Sequence[Line]) -> Iterator[float]:
    """Yield how far each word is from the nearest word of the telling sentences."""
    rows = [w.vector for other in near for w in other.words]
    if rows:
        stack = np.array(rows)
        for word in line.words:
            yield 1 - float((stack @ word.vector).max())


def _opposing(word: Word, near: Sequence[Line]) -> str:
    """Return a word of the telling sentences that excludes this one; "" where they have the same."""
    short = SHORT[word.token.pos]
    for line in near:
        if all(w.token.lemma != word.token.lemma for w in line.words):
            for other in line.words:
                same = SHORT[other.token.pos] == short
                if same and opposed(word.token.lemma, other.token.lemma, short):
                    return other.token.text
    return ""


def _surroundings(word: Word, near: Sequence[Line], mine: set[str]) -> tuple[int, int, str]:
    """Return how much of a word's surroundings the report has around it, and around another word.

    The first is -1 where the report does not have the word; the last is the other word.
    """
    backed, instead, text = -1, 0, ""
    for line in near:
        here = any(w.token.lemma == word.token.lemma for w in line.words)
        for other in line.words:
            if other.token.lemma == word.token.lemma:
                backed = max(backed, _agreement(word, other))
            elif not here and other.kind == word.kind and other.token.lemma not in mine:
                agreed = _agreement(word, other)
                if agreed > instead:
                    instead, text = agreed, other.token.text
    return backed, instead, text


def _agreement(a: Word, b: Word) -> int:
    """Count what two words have in common around them, 0 to 4."""
    sides = sum(
        x is not None and y is not None and likeness(x, y) >= LIKE
        for x, y in zip(a.around, b.around, strict=True)
    )
    return sides + bool({t.lemma for t in a.below} & {t.lemma for t in b.below})


def _open_pronoun(claim: Sequence[Line]) -> bool:
    """Tell whether a pronoun comes before any noun: nobody can say whom the claim is about."""
    for line in claim:
        for token in line.sentence.parse:
            if token.text.lower() in PRONOUNS:
                return True
            if token.pos in {"NOUN", "PROPN"}:
                return False
    return False
