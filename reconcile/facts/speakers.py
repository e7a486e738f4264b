"""Follow the sources of one report from mention to mention, and give each a key.

"Pentagon spokesman John Kirby said … Kirby added … he said … the spokesman said" is one source.
Persons meet by family name, "he" and "she" go back to the last person who was a source or a
subject, "it" to the last body or document, "the group" and "the ministry" to the last body whose
words fit, "the head of the Observatory" to the person introduced as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facts.aliases import same_key
from reconcile.facts.names import name_key
from reconcile.facts.sources import (
    AGENCIES,
    BODIES,
    CROWDS,
    DOCUMENTS,
    MEDIA,
    ROLES,
    Source,
    SourceKind,
)
from reconcile.model import Name, NameKind, Parse, Sentence, Span, Token

_HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_IT = frozenset({"it", "its", "this", "that", "which"})
_THEY = frozenset({"they", "their", "them", "we", "us", "our"})
_I = frozenset({"i", "me", "my"})
_TITLES = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"}
_JOINS = frozenset("of for at with from in".split())
_ANY_BODY = frozenset(
    """group organisation organization agency network outlet movement militia company force body
    newspaper paper broadcaster channel website party union campaign firm team faction""".split()
)
_NOUNS = ROLES | CROWDS | BODIES | MEDIA | DOCUMENTS


def describe(sentence: Sentence, tokens: Sequence[int]) -> Source:
    """Read a source out of the tokens of its phrase; empty for a pronoun or no phrase."""
    parse = sentence.parse
    if not tokens:
        return Source()
    head = _head(parse, tokens)
    name = _name_at(sentence, head, tokens)
    if name is not None and name.kind is NameKind.PERSON:
        role, office = _post(sentence, name, tokens)
        return Source(person=name.key, role="", office=office) if role else Source(name.key)
    if head.pos == "PRON":
        return Source()
    lemma = _lemma(head)
    if lemma in ROLES or lemma in CROWDS:
        person = _apposed(sentence, head, tokens)
        office = _narrowed(sentence, head, tokens)
        return Source(person, "" if person else _plain_role(lemma), office)
    if name is not None:
        return Source(office=_agency(name.key))
    narrowing = _narrowed(sentence, head, tokens)
    return Source(office=f"{narrowing} {lemma}".strip())


def _head(parse: Parse, tokens: Sequence[int]) -> Token:
    """Return the token that the phrase hangs by."""
    inside = set(tokens)
    heads = [parse[i] for i in tokens if parse[i].head not in inside or parse[i].head == i]
    nouns = [t for t in heads if t.pos in ("NOUN", "PROPN", "PRON")]
    return (nouns or heads or [parse[tokens[-1]]])[0]


def _name_at(sentence: Sentence, head: Token, tokens: Sequence[int]) -> Name | None:
    """Return the name that holds the head of the phrase, or a name made of its proper nouns."""
    for name in sentence.names:
        if name.span.overlaps(head.span):
            return name
    if head.pos != "PROPN" or sentence.names:
        return None
    run = _proper_run(sentence.parse, head, set(tokens))
    words = " ".join(t.text for t in run)
    kind = NameKind.PERSON if head.entity == "PERSON" else NameKind.OTHER
    span = Span(run[0].span.start, run[-1].span.end)
    return Name(span, kind, words, name_key(words, kind), head.i)


def _proper_run(parse: Parse, head: Token, inside: set[int]) -> list[Token]:
    low = high = head.i
    while low - 1 in inside and parse[low - 1].pos == "PROPN":
        low -= 1
    while high + 1 in inside and parse[high + 1].pos == "PROPN":
        high += 1
    return [parse[i] for i in range(low, high + 1)]


def _lemma(token: Token) -> str:
    lemma = token.lemma
    if lemma.endswith("s") and lemma[:-1] in _NOUNS:
        return lemma[:-1]
    return lemma


def _plain_role(lemma: str) -> str:
    """Fold the forms of spokesman into one."""
    return "spokesman" if lemma.startswith("spokes") else lemma


def _agency(key: str) -> str:
    return AGENCIES.get(key, key)


def _post(sentence: Sentence, name: Name, tokens: Sequence[int]) -> tuple[str, str]:
    """Return the role and the office a person is introduced with, before or after the name."""
    parse = sentence.parse
    inside = [t for t in parse.tokens if t.span.overlaps(name.span)]
    if not inside:
        return "", ""
    before = [parse[i] for i in tokens if i < inside[0].i]
    for token in before:
        if _lemma(token) in ROLES:
            office = _narrowed(sentence, token, [t.i for t in before])
            return _lemma(token), office
    after = list(_apposition(parse, inside[-1].i + 1))
    for token in after:
        if _lemma(token) in ROLES:
            return _lemma(token), _narrowed(sentence, token, [t.i for t in after])
    return "", ""


def _apposition(parse: Parse, at: int) -> Iterator[Token]:
    """Yield the noun phrase that stands behind a name, with a comma or, in run-on text, without."""
    if at < len(parse) and parse[at].text == ",":
        at += 1
    role = -1
    for k in range(at, min(at + 16, len(parse))):
        token = parse[k]
        fits = token.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART") or token.tag == "POS"
        if not fits and not (role >= 0 and token.text.lower() in {*_JOINS, "and"}):
            return
        if role < 0 and k - at > 5:
            return
        if role < 0 and _lemma(token) in ROLES:
            role = k
        yield token


def _apposed(sentence: Sentence, head: Token, tokens: Sequence[int]) -> str:
    """Return the person named beside a role: "the minister, Ann Lee," and "spokesman Ann Lee"."""
    inside = set(tokens)
    for name in sentence.names:
        if name.kind is NameKind.PERSON and name.head in inside:
            token = sentence.parse[name.head]
            if token.dep == "appos" or (token.head == head.i and token.dep in ("compound", "nmod")):
                return name.key
    return ""


def _narrowed(sentence: Sentence, head: Token, tokens: Sequence[int]) -> str:
    """Return what narrows a noun: "Kurdish", "interior", "Pentagon" before it, "of X" behind it."""
    parse = sentence.parse
    inside = set(tokens)
    before: list[Token] = []
    k = head.i - 1
    while k in inside and _narrows(parse[k]):
        before.insert(0, parse[k])
        k -= 1
    words = [w for t in before if t.tag != "POS" for w in _folded(t)]
    behind = _behind(sentence, head, inside)
    return _agency(" ".join(dict.fromkeys([*words, *behind.split()])))


def _narrows(token: Token) -> bool:
    """Tell a word that tells one source from another from one that only colours it."""
    if token.tag == "POS" or token.pos == "PROPN":
        return True
    if token.pos == "NOUN":
        return True
    adjective = token.pos == "ADJ"
    return adjective and (
        bool(token.entity in ("NORP", "GPE", "ORG")) or token.lemma in _ADJECTIVES
    )


_ADJECTIVES = frozenset(
    """military medical federal judicial official national municipal provincial local regional
    religious foreign naval presidential parliamentary electoral political diplomatic interior
    state-run state-owned independent""".split()
)


def _folded(token: Token) -> list[str]:
    return name_key(token.text).split()


def _behind(sentence: Sentence, head: Token, inside: set[int]) -> str:
    """Return the key of what follows as "of X" or "for X", up to the end of that noun phrase."""
    parse = sentence.parse
    at = head.i + 1
    if at >= len(parse) or at not in inside or parse[at].text.lower() not in _JOINS:
        return ""
    for name in sentence.names:
        first = next((t for t in parse.tokens if t.span.overlaps(name.span)), None)
        if first is not None and first.i in (at + 1, at + 2):
            follow = [t for t in parse.tokens if t.i >= first.i and t.span.overlaps(name.span)]
            after = parse[follow[-1].i + 1] if follow[-1].i + 1 < len(parse) else None
            noun = after is not None and after.pos == "NOUN" and _lemma(after) in BODIES
            return f"{name.key} {_lemma(after)}" if noun and after is not None else name.key
    words: list[str] = []
    for k in range(at + 1, len(parse)):
        token = parse[k]
        if k not in inside or token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            break
        if token.pos in ("NOUN", "PROPN") or _narrows(token):
            words.extend(_folded(token))
    return " ".join(words)


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
        words = [sentence.parse[i].text.lower() for i in tokens]
        if source == Source():
            bearer = self._pronoun(words[0], sentence.parse[tokens[0]].span.start)
        elif source.person:
            bearer = self._person(source)
            title = sentence.parse[tokens[0]].text.lower()
            if title in _TITLES:
                self.gender[bearer] = _TITLES[title]
        else:
            bearer = self._described(source, words[0])
        if bearer >= 0:
            self.said.append(bearer)
        return bearer

    def _person(self, source: Source) -> int:
        """Find a person by name, and learn the office when this mention gives one."""
        for k, known in enumerate(self.bearers):
            if known.person and same_key(known.person, source.person, persons=True):
                longer = max(known.person, source.person, key=lambda key: len(key.split()))
                self.bearers[k] = Source(longer, "", known.office or source.office)
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
            if known == source and (known.office or first in {"the", "police"}):
                return k
        if source.role and source.office:
            return self._holder(source)
        definite = first in {"the", "this", "that"} or first[:1].isupper()
        if definite or not source.role:
            for k in reversed(self.said):
                if self._fits(self.bearers[k], source, definite):
                    return k
        return self._new(source)

    def _holder(self, source: Source) -> int:
        """Find the person introduced with an office: "the head of the Observatory"."""
        for k in reversed(self.said):
            known = self.bearers[k]
            if known.person and known.office and _within(source.office, known.office):
                return k
        return self._new(source)

    @staticmethod
    def _fits(known: Source, source: Source, definite: bool) -> bool:
        if source.role:
            return definite and not source.office and (known.role == source.role)
        if known.person or known.role or not known.office:
            return False
        if definite and source.office in _ANY_BODY:
            return known.kind in (SourceKind.OFFICE, SourceKind.MEDIA)
        return _within(source.office, known.office)


def _within(short: str, long_: str) -> bool:
    """Tell whether an office's words are all among another's."""
    return set(short.split()) <= set(long_.split())
