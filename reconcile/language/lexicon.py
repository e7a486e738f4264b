"""Look up antonyms, synonyms, kinds and derivations of words. The only door to the WordNet tables.

The table `data/wordnet.txt.gz` is made from WordNet 3.0 (Miller 1995; Fellbaum 1998) by
`benchmarks/build_lexicon.py`; see `data/NOTICE`. A part of speech is "n", "v" or "a"; lemmas are
lower case, with an underscore or a space in phrasal verbs ("blow_up"). An unknown word has an empty
answer, never an error. "Frequent senses" are the first one to three of a word, those that the
sense-tagged corpus counts at least a fifth as often as the first.
"""

from __future__ import annotations

import gzip
import hashlib
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reconcile.errors import PartError

TABLE = "data/wordnet.txt.gz"
TABLE_SHA256 = "0a3f80fcf2e1d1b2993a9aa54cfd1f4f081caa87cb3589b77378d549ff9f1e8d"
# The lexicographer files of WordNet in their order, lexnames(5WN).
TOPICS = """
adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute
noun.body noun.cognition noun.communication noun.event noun.feeling noun.food noun.group
noun.location noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession
noun.process noun.quantity noun.relation noun.shape noun.state noun.substance noun.time
verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption
verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession
verb.social verb.stative verb.weather adj.ppl
""".split()
EVENT_TOPICS = frozenset({"noun.act", "noun.event", "noun.process", "noun.phenomenon"})
PERSON = "person"
# Groups in WordNet that stand for their members when they are counted.
PLURALS = {"people": PERSON, "persons": PERSON, "folk": PERSON, "troop": "soldier"}
# Kinds this close to the top of the hierarchy ("artifact", "act", "substance") say nothing.
TOP_LEVELS = 4
RARER = 0.2  # what a meaning loses that is not among the frequent senses of a word


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one part of speech; a synset's id is its place in `synsets`."""

    words: list[str]
    synsets: list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the table says of one lemma."""

    senses: tuple[int, ...]
    frequent: int
    antonyms: frozenset[str]
    derived: frozenset[str]  # "kill.v"


NOTHING = Entry((), 0, frozenset(), frozenset())
NO_SECTION = Section([], [])


@lru_cache(maxsize=1)
def load() -> dict[str, Section]:
    """Read the table once, after checking that it is the tested one. Raises PartError."""
    packed = files("reconcile.language").joinpath(TABLE).read_bytes()
    if hashlib.sha256(packed).hexdigest() != TABLE_SHA256:
        raise PartError("WordNet table", f"{TABLE} is not the tested file", "install it again")
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    starts = {pos: lines.index(f"#words {pos}") for pos in "nva"}
    middles = {pos: lines.index(f"#synsets {pos}") for pos in "nva"}
    ends = {"n": starts["v"], "v": starts["a"], "a": len(lines)}
    return {
        pos: Section(lines[starts[pos] + 1 : middles[pos]], lines[middles[pos] + 1 : ends[pos]])
        for pos in "nva"
    }


@lru_cache(maxsize=20_000)
def _entry(lemma: str, pos: str) -> Entry:
    """Find the line of a lemma by bisection."""
    words = load().get(pos, NO_SECTION).words
    key = lemma.lower().replace(" ", "_") + "\t"
    k = bisect_left(words, key)
    if k == len(words) or not words[k].startswith(key):
        return NOTHING
    _, senses, frequent, antonyms, derived = words[k].split("\t")
    ids = tuple(int(s) for s in senses.split())
    return Entry(ids, int(frequent), frozenset(antonyms.split()), frozenset(derived.split()))


@lru_cache(maxsize=50_000)
def _synset(number: int, pos: str) -> tuple[tuple[str, ...], tuple[int, ...], str]:
    """Return the words, broader synsets and topic of a synset."""
    words, broader, topic = load()[pos].synsets[number].split("\t")
    return tuple(words.split()), tuple(int(b) for b in broader.split()), TOPICS[int(topic)]


def _senses(lemma: str, pos: str) -> tuple[int, ...]:
    """Return the frequent senses, most frequent first."""
    entry = _entry(PLURALS.get(lemma, lemma) if pos == "n" else lemma, pos)
    return entry.senses[: entry.frequent]


def knows(lemma: str, pos: str) -> bool:
    """Tell whether the table has the lemma as that part of speech."""
    return bool(_entry(lemma, pos).senses)


def antonyms(lemma: str, pos: str) -> frozenset[str]:
    """Return the words that mean the opposite; for adjectives also over similar adjectives."""
    return _entry(lemma, pos).antonyms


@lru_cache(maxsize=20_000)
def synonyms(lemma: str, pos: str) -> frozenset[str]:
    """Return the other words of the lemma's frequent senses, where they are frequent for them too.

    The second condition keeps out rare uses: "down" is a synonym of "kill" in a sense of its own.
    """
    found = set()
    for sense in _senses(lemma, pos):
        for word in _synset(sense, pos)[0]:
            if word != lemma and sense in _senses(word, pos):
                found.add(word)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _above(sense: int, pos: str) -> dict[int, int]:
    """Return every broader synset of a sense with its distance; the sense itself has 0."""
    distance, front = {sense: 0}, [sense]
    for number in front:
        for broader in _synset(number, pos)[1]:
            if broader not in distance:
                distance[broader] = distance[number] + 1
                front.append(broader)
    return distance


@lru_cache(maxsize=20_000)
def hypernyms(lemma: str, pos: str, depth: int = 3) -> frozenset[str]:
    """Return the words for broader kinds (nouns) or ways (verbs), up to `depth` steps up."""
    if pos == "a":
        return frozenset()
    return frozenset(
        word
        for sense in _senses(lemma, pos)
        for broader, steps in _above(sense, pos).items()
        if 0 < steps <= depth
        for word in _synset(broader, pos)[0]
    )


@lru_cache(maxsize=20_000)
def is_a(lemma: str, kind: str) -> bool:
    """Tell whether a frequent sense of a noun is of a kind, in the kind's first sense.

    The kind is any noun: "person", "organization", "location", "vehicle", "weapon", "building" …
    """
    target = _entry(PLURALS.get(kind, kind), "n").senses[:1]
    return any(t in _above(sense, "n") for sense in _senses(lemma, "n") for t in target)


@lru_cache(maxsize=20_000)
def same_kind(a: str, b: str) -> float:
    """Return how surely two nouns can name one thing, from 0 to 1.

    1 for the same lemma, .9 for synonyms; a kind and a broader kind get less with each step between
    them ("car" and "vehicle", "villager" and "person"), and .2 less where the narrower word has
    the meaning only in a rarer sense. Siblings ("soldier" and "civilian") and kinds near the top of
    the hierarchy get 0. From .7 on the answer can be relied on; at .5 to .6 it needs support.
    """
    a, b = PLURALS.get(a, a), PLURALS.get(b, b)
    if a == b:
        return 1.0
    return max(_narrower(a, b), _narrower(b, a))


def _narrower(a: str, b: str) -> float:
    """Score `b` as a synonym of `a` or a broader kind: .05 less a step, at least .5."""
    broad = [s for s in _senses(b, "n") if b == PERSON or _level(s) > TOP_LEVELS]
    best = 0.0
    for k, sense in enumerate(_entry(a, "n").senses):
        steps = [_above(sense, "n")[s] for s in broad if s in _above(sense, "n")]
        if steps:
            likely = max(0.5, 0.9 - 0.05 * min(steps))
            best = max(best, likely if k < _entry(a, "n").frequent else likely - RARER)
    return best


@lru_cache(maxsize=20_000)
def _level(sense: int) -> int:
    """Return the longest way from a noun sense up to the top."""
    return max(_above(sense, "n").values())


def derived(lemma: str, pos: str = "n") -> frozenset[str]:
    """Return derived words of the other part of speech: verbs of a noun, nouns of a verb.

    "killing" gives "kill", "explode" gives "explosion"; the noun of an agent is among them.
    For an adjective the nouns and verbs derived from it.
    """
    other = {"n": ("v",), "v": ("n",), "a": ("n", "v")}.get(pos, ())
    pairs = (item.rsplit(".", 1) for item in _entry(lemma, pos).derived)
    return frozenset(word for word, p in pairs if p in other)


@lru_cache(maxsize=20_000)
def topics(lemma: str, pos: str) -> tuple[str, ...]:
    """Return the topics of the frequent senses, as "noun.act", "verb.communication"."""
    return tuple(_synset(sense, pos)[2] for sense in _senses(lemma, pos))


@lru_cache(maxsize=20_000)
def names_event(lemma: str) -> bool:
    """Tell whether the first sense of a noun is an act, an event or a process."""
    first = topics(lemma, "n")[:1]
    return bool(first) and first[0] in EVENT_TOPICS
