"""Follow the sources of one report from mention to mention, and give each a key.

"Pentagon spokesman John Kirby said … Kirby added … he said … the spokesman said" is one source.
Persons meet by family name, "he" and "she" go back to the last person who was a source or a
subject, "it" to the last body or document, "the group" and "the ministry" to the last body whose
words fit, "the head of the Observatory" to the person introduced as such.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from reconcile.facts.aliases import skeleton
from reconcile.facts.describing import describe
from reconcile.facts.sources import Source, SourceKind, same_person
from reconcile.model import Name, NameKind, Sentence

_HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_IT = frozenset({"it", "its", "this", "that", "which"})
_THEY = frozenset({"they", "their", "them", "we", "us", "our"})
_I = frozenset({"i", "me", "my"})
_TITLES = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"}
_ANY_BODY = frozenset(
    """group organisation organization network movement militia company force body party union
    campaign firm team faction""".split()
)
_REACH = 200  # mentions that a pronoun or a description may go back over


class Story:
    """The sources of one report, in text order, and who was mentioned last."""

    def __init__(self) -> None:
        self.bearers: list[Source] = []
        self.gender: dict[int, str] = {}
        self.said: deque[int] = deque(maxlen=_REACH)  # sources in the order they spoke
        self.seen: deque[tuple[int, int]] = deque(maxlen=_REACH)  # (position, person mentioned)
        self._persons: dict[str, list[int]] = {}  # by the bones of a name's first and last word
        self._bodies: dict[Source, int] = {}
        self._posts: deque[int] = deque(maxlen=_REACH)  # persons introduced with an office

    def key(self, bearer: int) -> str:
        """Return the key of a bearer as known at the end of the report; "" for none."""
        return self.bearers[bearer].key if bearer >= 0 else ""

    def mention(self, sentence: Sentence) -> None:
        """Note the persons that a sentence names; its subjects are mentioned last."""
        subjects: list[Name] = []
        others: list[Name] = []
        for name in sentence.names:
            if name.kind is NameKind.PERSON and 0 <= name.head < len(sentence.parse):
                dep = sentence.parse[name.head].dep
                (subjects if dep in ("nsubj", "nsubjpass") else others).append(name)
        for name in [*others, *subjects]:
            self.seen.append((name.span.start, self._person(Source(name.key))))

    def resolve(self, sentence: Sentence, tokens: Sequence[int]) -> int:
        """Return the number of the bearer that a source phrase stands for, -1 for nobody."""
        if not tokens:
            return -1
        source = describe(sentence, tokens)
        first = sentence.parse[tokens[0]]
        word = first.text.lower()
        if source == Source():
            bearer = self._pronoun(word, first.span.start)
        elif source.person:
            bearer = self._person(source)
            if word in _TITLES:
                self.gender[bearer] = _TITLES[word]
        else:
            bearer = self._described(source, word)
            if any(sentence.parse[i].tag == "NNS" for i in tokens):
                self.gender.setdefault(bearer, "many")
        if bearer >= 0:
            self.said.append(bearer)
        return bearer

    def _person(self, source: Source) -> int:
        """Find a person by name, and learn the office when this mention gives one."""
        words = source.person.split() or [""]
        places = [self._persons.setdefault(skeleton(w) or w, []) for w in {words[0], words[-1]}]
        candidates = sorted({k for place in places for k in place})
        k = next((k for k in candidates if same_person(self.bearers[k].person, source.person)), -1)
        if k < 0:
            k = self._new(source)
        known = self.bearers[k]
        longer = max(known.person, source.person, key=lambda key: len(key.split()))
        self.bearers[k] = Source(longer, known.role or source.role, known.office or source.office)
        if source.office and k not in self._posts:
            self._posts.append(k)
        for place in places:
            if k not in place:
                place.append(k)
        return k

    def _new(self, source: Source) -> int:
        self.bearers.append(source)
        if not source.person:
            self._bodies.setdefault(source, len(self.bearers) - 1)
        return len(self.bearers) - 1

    def _pronoun(self, word: str, at: int) -> int:
        if word in _HE:
            return self._he(_HE[word], at)
        if word in _I:
            return self.said[-1] if self.said else -1
        fits = (
            {SourceKind.OFFICE, SourceKind.MEDIA, SourceKind.DOCUMENT}
            if word in _IT
            else {SourceKind.OFFICE, SourceKind.CROWD, SourceKind.ANONYMOUS, SourceKind.MEDIA}
        )
        if word not in _IT and word not in _THEY:
            return -1
        return next((k for k in reversed(self.said) if self.bearers[k].kind in fits), -1)

    def _he(self, gender: str, at: int) -> int:
        """Go back to the last source when a person, else to the last person mentioned before."""
        singular = {SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.CROWD}
        spoke = next((k for k in reversed(self.said) if self.bearers[k].kind in singular), -1)
        named = [k for place, k in reversed(self.seen) if place < at]
        fresh = bool(self.said) and self.said[-1] == spoke
        order = [spoke, *named] if fresh else [*named[:1], spoke, *named]
        for k in order:
            if k >= 0 and self.gender.get(k, gender) == gender:
                self.gender[k] = gender
                return k
        return -1

    def _described(self, source: Source, first: str) -> int:
        """Find the bearer of a description: the same words, or "the" with a word that fits."""
        if not source.role and (person := self._by_family_name(source.office)) >= 0:
            return person
        known = self._bodies.get(source, -1)
        if known >= 0 and (source.office or first == "the"):
            return known
        if source.role and source.office:
            return self._holder(source)
        if source.role:
            definite = first in {"the", "this", "that"}
            alike = (k for k in reversed(self.said) if self.bearers[k].role == source.role)
            k = next(alike, -1) if definite else -1
            return k if k >= 0 else self._new(source)
        for k in reversed(self.said):
            if _fits(self.bearers[k], source.office):
                return k
        office = next((self.bearers[k].office for k in reversed(self._posts)
                       if _within(source.office, self.bearers[k].office)), "")  # fmt: skip
        full = Source(office=office or source.office)
        return self._bodies[full] if full in self._bodies else self._new(full)

    def _by_family_name(self, words: str) -> int:
        """Find a person by a family name that the parser did not take for a person's; -1 for none."""
        last = words.rpartition(" ")[2]
        for k in self._persons.get(skeleton(last) or last, []) if last else []:
            if self.bearers[k].person.split()[-len(words.split()) :] == words.split():
                return k
        return -1

    def _holder(self, source: Source) -> int:
        """Find the person introduced with an office: "the head of the Observatory"."""
        for k in reversed(self.said):
            known = self.bearers[k]
            if known.person and known.office and _within(source.office, known.office):
                return k
        return self._new(source)


def _fits(known: Source, office: str) -> bool:
    """Tell whether a body met again under fewer words is the one known: "the ministry"."""
    if known.person or known.role or not known.office:
        return False
    if office in _ANY_BODY:
        return known.kind is SourceKind.OFFICE
    return _within(office, known.office)


def _within(short: str, long_: str) -> bool:
    """Tell whether an office's words are all among another's."""
    return bool(short) and set(short.split()) <= set(long_.split())
