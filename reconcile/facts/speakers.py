"""Follow the sources of one report from mention to mention, and give each a key.

"Pentagon spokesman John Kirby said … Kirby added … he said … the spokesman said" is one source.
Persons meet by family name, "he" and "she" go back to the last person who was a source or a
subject, "it" to the last body or document, "the group" and "the ministry" to the last body whose
words fit, "the head of the Observatory" to the person introduced as such.
"""

from __future__ import annotations

from collections.abc import Sequence

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


class Story:
    """The sources of one report, in text order, and who was mentioned last."""

    def __init__(self) -> None:
        self.bearers: list[Source] = []
        self.gender: dict[int, str] = {}
        self.said: list[int] = []  # sources in the order they spoke
        self.seen: list[tuple[int, int]] = []  # (position, bearer) of persons mentioned

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
        for k, known in enumerate(self.bearers):
            if known.person and same_person(known.person, source.person):
                longer = max(known.person, source.person, key=lambda key: len(key.split()))
                self.bearers[k] = Source(
                    longer, known.role or source.role, known.office or source.office
                )
                return k
        return self._new(source)

    def _new(self, source: Source) -> int:
        self.bearers.append(source)
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
        named = [k for place, k in self.seen if place < at]
        order = ([named[-1]] if named and named[-1] != spoke and not self._fresh(spoke) else []) + [
            spoke,
            *reversed(named),
        ]
        for k in order:
            if k >= 0 and self.gender.get(k, gender) == gender:
                self.gender[k] = gender
                return k
        return -1

    def _fresh(self, bearer: int) -> bool:
        """Tell whether a source was the last to speak."""
        return bool(self.said) and self.said[-1] == bearer

    def _described(self, source: Source, first: str) -> int:
        """Find the bearer of a description: the same words, or "the" with a word that fits."""
        for k, known in enumerate(self.bearers):
            if known == source and (known.office or first == "the"):
                return k
        if source.role and source.office:
            return self._holder(source)
        definite = first in {"the", "this", "that"} or not source.role
        for k in reversed(self.said):
            known = self.bearers[k]
            if source.role and definite and known.role == source.role:
                return k
            if not source.role and _fits(known, source.office):
                return k
        for known in reversed(self.bearers):
            if not source.role and known.person and _within(source.office, known.office):
                return self._new(Source(office=known.office))
        return self._new(source)

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
