"""Read who a source is out of the words of its phrase: person, role, office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facts.names import name_key
from reconcile.facts.offices import AGENCIES, AGENCY_KEYS, BODIES, CROWDS, DOCUMENTS, MEDIA, ROLES
from reconcile.facts.phrases import antecedent, phrase
from reconcile.facts.sources import Source
from reconcile.model import Name, NameKind, Parse, Sentence, Span, Token

_JOINS = frozenset("of for at with from in".split())
_RANKS = frozenset("sgt lt capt det insp supt cmdr".split())
_AGENCY_NOUNS = frozenset({"agency", "service", "channel"})
_GIVEN = frozenset("information data figure detail account report statement".split())
_NOUNS = ROLES | CROWDS | BODIES | MEDIA | DOCUMENTS


def describe(sentence: Sentence, tokens: Sequence[int]) -> Source:
    """Read a source out of the tokens of its phrase; empty for a pronoun or no phrase."""
    parse = sentence.parse
    if not tokens:
        return Source()
    head = _head(parse, tokens)
    stands_for = antecedent(parse, head)
    if stands_for is not head:
        return describe(sentence, phrase(parse, stands_for))
    if head.pos == "PRON":
        return Source()
    ranked = _ranked(sentence, tokens)
    if ranked is not None:
        return ranked
    given = _giver(parse, head)
    if given is not None:
        return describe(sentence, phrase(parse, given))
    return _described(sentence, head, tokens)


def _ranked(sentence: Sentence, tokens: Sequence[int]) -> Source | None:
    """Read "Bloomfield Police Sgt. Ann Lee", where the parse hangs all by the rank."""
    parse = sentence.parse
    inside = [parse[i] for i in tokens]
    at = next((k for k, t in enumerate(inside) if t.text.lower().rstrip(".") in _RANKS), -1)
    person = [t for t in inside[at + 1 :] if t.pos == "PROPN"] if at >= 0 else []
    if not person or inside[at].dep == "compound":
        return None
    key = name_key(" ".join(t.text for t in person), NameKind.PERSON)
    office = _narrowed(sentence, inside[at], tokens[: at + 1])
    return Source(key, "officer" if office else "", office)


def _giver(parse: Parse, head: Token) -> Token | None:
    """Return who gave it: "information provided by the mayor", "figures from the ministry"."""
    if head.lemma not in _GIVEN:
        return None
    for verb in parse.children(head, "acl"):
        for by in parse.children(verb, "agent"):
            return next(iter(parse.children(by, "pobj")), None)
    for by in parse.children(head, "prep"):
        if by.text.lower() in ("by", "from"):
            return next(iter(parse.children(by, "pobj")), None)
    return None


def _described(sentence: Sentence, head: Token, tokens: Sequence[int]) -> Source:
    """Read a source whose phrase hangs by a noun or a name."""
    name = _name_at(sentence, head, tokens)
    lemma = _lemma(head)
    if lemma in MEDIA or lemma in _AGENCY_NOUNS:
        for token in (sentence.parse[i] for i in tokens if i < head.i):
            if token.text.lower() in AGENCY_KEYS and not token.text.islower():
                return Source(office=token.text.lower())
    if lemma == "minister" and head.i and sentence.parse[head.i - 1].text.lower() == "prime":
        lemma = "premier"
    if lemma in ROLES or lemma in CROWDS:
        person = _apposed(sentence, head, tokens)
        return Source(person, _plain_role(lemma), _narrowed(sentence, head, tokens))
    if name is not None and name.kind is NameKind.PERSON:
        return Source(name.key, *_post(sentence, name, tokens))
    if name is not None and (len(name.key.split()) > 1 or lemma not in BODIES | MEDIA):
        return Source(office=_agency(name.key))
    return Source(office=f"{_narrowed(sentence, head, tokens)} {lemma}".strip())


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
    """Return the role and office a person is introduced with, before the name or behind it."""
    parse = sentence.parse
    inside = parse.within(name.span)
    if not inside:
        return "", ""
    before = [parse[i] for i in tokens if i < inside[0].i]
    after = list(_apposition(parse, inside[-1].i + 1))
    for part in (before, after):
        for token in part:
            if _lemma(token) in ROLES:
                narrowed = _narrowed(sentence, token, [t.i for t in part])
                return _plain_role(_lemma(token)), narrowed
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
    """Return the person named beside a role: "the minister, Ann Lee," and "Ann Lee head of"."""
    inside = set(tokens)
    for name in sentence.names:
        if name.kind is NameKind.PERSON and name.head in inside:
            token = sentence.parse[name.head]
            beside = token.head == head.i and token.dep in ("compound", "nmod", "nsubj", "dep")
            if token.dep == "appos" or beside or name.span.overlaps(head.span):
                return name.key
    return ""


def _narrowed(sentence: Sentence, head: Token, tokens: Sequence[int]) -> str:
    """Return what narrows a noun: "Kurdish", "interior", "Pentagon" before it, "of X" behind it."""
    parse = sentence.parse
    inside = set(tokens)
    before: list[Token] = []
    persons = _persons(sentence)
    k = head.i - 1
    while k in inside and k not in persons and _narrows(parse[k]):
        before.insert(0, parse[k])
        k -= 1
    words = [w for t in before if t.tag != "POS" for w in _folded(t)]
    behind = _behind(sentence, head, inside)
    return _agency(" ".join(dict.fromkeys([*words, *behind.split()])))


def _persons(sentence: Sentence) -> frozenset[int]:
    """Return the tokens that belong to names of persons."""
    spans = [n.span for n in sentence.names if n.kind is NameKind.PERSON]
    return frozenset(t.i for span in spans for t in sentence.parse.within(span))


def _narrows(token: Token) -> bool:
    """Tell a word that tells one source from another from one that only colours it."""
    if token.tag == "POS" or token.pos in ("PROPN", "NOUN"):
        return True
    named = token.entity in ("NORP", "GPE", "ORG")
    body = token.text[:1].isupper() and token.lemma in BODIES  # "Observatory head Ann Lee"
    return token.pos == "ADJ" and (named or body or token.lemma in _ADJECTIVES)


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
        first = next(iter(parse.within(name.span)), None)
        if first is not None and first.i in (at + 1, at + 2):
            follow = parse.within(name.span)
            after = parse[follow[-1].i + 1] if follow[-1].i + 1 < len(parse) else None
            noun = after is not None and after.pos == "NOUN" and _lemma(after) in BODIES
            return f"{name.key} {_lemma(after)}" if noun and after is not None else name.key
    words: list[str] = []
    if parse[at].text.lower() not in ("of", "for"):  # "a reporter at the scene" is of no office
        return ""
    for k in range(at + 1, len(parse)):
        token = parse[k]
        if k not in inside or token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            break
        if token.pos in ("NOUN", "PROPN") or _narrows(token):
            words.extend(_folded(token))
    return " ".join(words)
