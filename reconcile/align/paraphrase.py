"""Say to what degree two sentences are paraphrases: how far one could be printed for the other.

This is not the question of `likeness.py`. Likeness is the chance that two sentences of one incident
tell the same fact, so a differing figure must not make them less alike: it is the very thing the
checks look for. It makes the rows, and knows the reports around the sentences. A paraphrase is
judged by the two sentences alone, and a figure or a name in the place of another makes it less of
one. No check and no row rests on it: it is there for users of the library.

The degree is a logistic function of what two sentences have in common, with the weights of
`paraphrase.toml`, which `benchmarks/fit_paraphrase.py` fits. Its targets follow the scale of SemEval
(Agirre and others 2012), a fifth a step: .2 for another event of the same kind, .4 for some details
in common, .6 where a part of importance differs, 1 for the same in other words. The function is
flatter than the scale: unrelated sentences get about .15, a copy .76, and a claim with one changed
word hardly less than one told in other words. So the degree is for ranking, not for proof.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from reconcile.align.candidates import Pair
from reconcile.align.likeness import Weights
from reconcile.align.pool import Pool
from reconcile.align.profile import Profile
from reconcile.align.wordings import FLOOR
from reconcile.facts.retold import likeness as word_likeness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

NAMES = (
    "meaning",  # cosine of the sentences
    "covered",  # share of the words, by idf, that the other sentence has: the lesser of the two;
    # a word is met by the nearest, by vector (Zhang and others 2020) or by WordNet
    "letters",  # Dice coefficient of the trigrams of letters
    "names",  # share of the names of both that both have, 1 where there is none
    "other name",  # what is covered, where each has a name that the other lacks, else 0
    "other number",  # the same of numbers: of two copies, the one with another figure stands out
    "number left out",  # what is covered, where one has a number that the other lacks, else 0
)
AGAINST = frozenset({"other name", "other number", "number left out"})  # never weighed as a gain


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights in the order of the features."""
    table = tomllib.loads(files("reconcile.align").joinpath("paraphrase.toml").read_text("utf-8"))
    return Weights(np.array([table[name] for name in NAMES]), float(table["constant"]))


def paraphrase(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return to what degree the sentences of each pair are paraphrases, 0 to 1, shape (pairs,).

    Which words are rare, and weigh more, is learnt from the pool: it should hold more than the two
    sentences, those of all the reports or of a whole collection. The order of a pair is of no account.
    """
    return weights().chance(features(pool, pairs))


def features(pool: Pool, pairs: Sequence[Pair]) -> Numbers:
    """Return the features of pairs, shape (pairs, len(NAMES)), columns as in NAMES."""
    rows = [_row(pool, i, j) for i, j in pairs]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def _row(pool: Pool, i: int, j: int) -> tuple[float, ...]:
    a, b = pool.profiles[i], pool.profiles[j]
    meaning = float(pool.meanings.sentences[i] @ pool.meanings.sentences[j])
    covered = _covered(pool, i, j)
    clashes = (clash * covered for clash in _clashes(a, b))
    return meaning, covered, _letters(a.key, b.key), _names(a, b), *clashes


def _covered(pool: Pool, i: int, j: int) -> float:
    """Return how well the words of a sentence are met by the other's, the lesser of the two."""
    a, b = pool.profiles[i], pool.profiles[j]
    if not a.words or not b.words:
        return 0.0
    stack = pool.meanings.words
    near = (stack.of(i) @ stack.of(j).T - FLOOR) / (1 - FLOOR)
    near = np.maximum(np.clip(near, 0, 1), _listed(a, b))
    own, others = (np.array([pool.idf[w.term] for w in p.words]) for p in (a, b))
    x = float(near.max(axis=1) @ own / (own.sum() + 0.1))
    y = float(near.max(axis=0) @ others / (others.sum() + 0.1))
    return min(x, y)


def _listed(a: Profile, b: Profile) -> Numbers:
    """Return how surely each word of one sentence means each of the other, by WordNet."""
    left, right = a.sentence.parse, b.sentence.parse
    return np.array(
        [
            [
                1.0 if x.term == y.term else word_likeness(left[x.token], right[y.token])
                for y in b.words
            ]
            for x in a.words
        ]
    )


def _letters(a: str, b: str) -> float:
    one, other = _trigrams(a), _trigrams(b)
    return 2 * (one & other).total() / max(1, one.total() + other.total())


@lru_cache(maxsize=4096)
def _trigrams(key: str) -> Counter[str]:
    padded = f" {key} "
    return Counter(padded[k : k + 3] for k in range(len(padded) - 2))


def _names(a: Profile, b: Profile) -> float:
    either = a.names | b.names
    return len(a.names & b.names) / len(either) if either else 1.0


def _clashes(a: Profile, b: Profile) -> tuple[bool, bool, bool]:
    """Tell of another name, another number, and a number left out."""
    return (
        bool(a.names - b.names and b.names - a.names),
        bool(a.numbers - b.numbers and b.numbers - a.numbers),
        a.numbers != b.numbers,
    )
