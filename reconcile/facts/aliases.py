"""Tell whether two names are the same bearer's. The only door to jellyfish."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.facts.names import country_stem

_PAIRS = (
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("sh", "s"),
    ("ch", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("q", "k"),
)
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "al", "de"})


@lru_cache(maxsize=50_000)
def same_key(a: str, b: str, *, persons: bool = False) -> bool:
    """Tell whether two name keys are spellings, cuts or initials of one name."""
    if a == b:
        return True
    if not a or not b:
        return False
    if persons:
        return _same_person(a.split(), b.split()) or transliterated(a, b)
    return bool(
        country_stem(a) == country_stem(b)
        or (initials(a) and initials(a) in _acronyms(b))
        or (initials(b) and initials(b) in _acronyms(a))
        or _cut(a.split(), b.split())
        or transliterated(a, b)
    )


def _same_person(a: list[str], b: list[str]) -> bool:
    """Compare family names, then given names where both have one."""
    short, long_ = sorted((a, b), key=len)
    if len(short) == 1:
        return any(
            _same_word(short[0], word)
            for word in (long_[-1], long_[0] if len(long_) > 2 else long_[-1])
        )
    if not _same_word(short[-1], long_[-1]):
        return False
    if len(short) < len(long_) and all(map(_same_word, short, long_[-len(short) :])):
        return True
    return short[0][0] == long_[0][0] and (
        min(len(short[0]), len(long_[0])) <= 2
        or short[0][:3] == long_[0][:3]
        or _same_word(short[0], long_[0])
    )


@lru_cache(maxsize=50_000)
def _same_word(a: str, b: str) -> bool:
    """Tell whether two words of persons' names are one: spellings, or one letter more or less."""
    import jellyfish

    if a == b or transliterated(a, b):
        return True
    longer = len(a) != len(b) and min(len(a), len(b)) > 4 and a[:2] == b[:2]
    return longer and jellyfish.damerau_levenshtein_distance(a, b) == 1


@lru_cache(maxsize=20_000)
def misprinted(a: str, b: str) -> bool:
    """Tell whether two keys begin alike and are a few letters apart: one may be a slip for the other."""
    import jellyfish

    short, long_ = sorted((a, b), key=len)
    if len(short) < 5 or a[:4] != b[:4]:
        return False
    return jellyfish.damerau_levenshtein_distance(a, b) <= (3 if len(long_) > 8 else 2)


def _cut(a: list[str], b: list[str]) -> bool:
    """Tell whether one name is the other with words left off at the front or at the end."""
    short, long_ = sorted((a, b), key=len)
    if len(short) == len(long_) or len(short[0]) < 3:
        return False
    return long_[: len(short)] == short or long_[-len(short) :] == short


def _acronyms(key: str) -> tuple[str, ...]:
    """Return what a key may be the acronym of: itself, and itself without its country."""
    word = key.replace(" ", "")
    return (word, word.removeprefix("us")) if len(word) > 3 and word.startswith("us") else (word,)


@lru_cache(maxsize=20_000)
def initials(key: str) -> str:
    """Return the acronym of a key of several words: "syrian democratic forces" -> "sdf"."""
    words = [w for w in re.split(r"[\s-]+", key) if w and w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


@lru_cache(maxsize=50_000)
def transliterated(a: str, b: str) -> bool:
    """Tell whether two keys look like two Latin spellings of one foreign name.

    The consonants must agree after the usual digraphs are merged, and the whole must be near
    (Jaro-Winkler similarity above 0.6, Winkler 1990).
    """
    import jellyfish

    bones = skeleton(a)
    return (
        len(bones) >= 3 and bones == skeleton(b) and jellyfish.jaro_winkler_similarity(a, b) > 0.6
    )


@lru_cache(maxsize=20_000)
def skeleton(key: str) -> str:
    """Return the consonants of a key with digraphs merged, doubles and final h dropped."""
    folded = key.replace("-", " ")
    for pair, one in _PAIRS:
        folded = folded.replace(pair, one)
    words = (w.replace("c", "k").removesuffix("h") for w in folded.split())
    return " ".join(re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouwy']", "", w)) for w in words)
