"""Say what a sentence brings to a comparison: its words, numbers, names, clauses and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.align.clauses import attribution, clause_tokens
from reconcile.model import Account, Claim, EventKind, Parse, Place, Sentence, Token
from reconcile.text.fold import flat, plain

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
NAMED = frozenset({"PERSON", "GPE", "LOC", "ORG", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART"})
LIGHT = frozenset(
    "be have do get make take go come give put let keep say tell also there then here now so very "
    "more most much many other such only just even still about around yet ever well back up down "
    "mr mrs ms s one this that these those it".split()
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_UNITS.split())} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "dozen": "12",
    "hundred": "100",
}
_WORD = re.compile(r"\w+(?:[.'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word outside the attribution."""

    token: int  # index in the parse
    term: str  # the key under which it is compared
    clause: int  # number of the clause it stands in
    verb: bool
    name: bool  # a word of a proper name


@dataclass(frozen=True, slots=True)
class Profile:
    """What one news sentence brings to a comparison."""

    where: Place
    sentence: Sentence
    text: str
    key: str  # its words folded, for near copies
    words: tuple[Word, ...]
    clauses: tuple[tuple[int, ...], ...]  # token indices of its clauses, attribution left out
    terms: frozenset[str]  # of the words
    names: frozenset[str]
    numbers: frozenset[str]
    doers: tuple[tuple[str, str], ...]  # (predicate, last name of the person who is its subject)
    events: frozenset[EventKind]  # of its claims
    depth: float  # 0 at the top of the report, 1 at its end
    rank: int  # number of news sentences before it

    @property
    def wording(self) -> tuple[object, ...]:
        """Return what the vectors and the words of the sentence depend on, the same for all copies."""
        return self.text, self.words, self.clauses


def every_profile(accounts: Sequence[Account]) -> list[Profile]:
    """Return the profiles of all news sentences, reports in an order that is not that of the call."""
    ordered = sorted(accounts, key=lambda a: (a.report.sha256, a.report.file, a.report.id))
    return [p for account in ordered for p in profiles(account)]


def profiles(account: Account) -> list[Profile]:
    """Return the profiles of the news sentences of a report, in text order."""
    news = [s for s in account.sentences if s.news and len(s.parse)]
    claims: dict[int, list[Claim]] = {}
    for claim in account.claims:
        claims.setdefault(claim.sentence, []).append(claim)
    return [
        _profile(account, s, claims.get(s.index, []), rank, rank / max(len(news) - 1, 1))
        for rank, s in enumerate(news)
    ]


def _profile(
    account: Account, sentence: Sentence, claims: Sequence[Claim], rank: int, depth: float
) -> Profile:
    parse = sentence.parse
    aside = attribution(parse)
    if sum(t.pos in CONTENT for t in parse if t.i not in aside) < 2:
        aside = frozenset()  # nothing but attribution: then that is what is told
    clauses = tuple(tuple(t.i for t in c if t.i not in aside) for c in clause_tokens(parse))
    words = _words(parse, clauses)
    return Profile(
        where=Place(account.report.id, sentence.index),
        sentence=sentence,
        text=(text := sentence.span.of(flat(account.report.text))),
        key=fold(text),
        words=words,
        clauses=clauses,
        terms=frozenset(w.term for w in words),
        names=frozenset(w.term for w in words if w.name),
        numbers=frozenset(w.term for w in words if w.term[0].isdigit()),
        doers=tuple(_doers(parse)),
        events=frozenset(c.event for c in claims),
        depth=depth,
        rank=rank,
    )


def _words(parse: Parse, clauses: Sequence[Sequence[int]]) -> tuple[Word, ...]:
    """Return the content words of the clauses, in order of clauses."""
    return tuple(
        Word(i, key, number, token.pos == "VERB" or token.dep == "ROOT", named(token))
        for number, clause in enumerate(clauses)
        for i in clause
        if (token := parse[i]).pos in CONTENT
        and token.text[0].isalnum()
        and (key := term(token)) not in LIGHT
    )


def named(token: Token) -> bool:
    """Tell whether a word belongs to a proper name."""
    return token.pos == "PROPN" or token.entity in NAMED


def term(token: Token) -> str:
    """Return the key under which a word is compared: its number, or its folded lemma."""
    return number(token) or plain(token.lemma).strip(".-'") or token.lemma


def number(token: Token) -> str:
    """Return the value of a number as plain digits, "" for other words."""
    text = token.text.casefold()
    if text[0].isdigit():
        return text.replace(",", "").rstrip(".")
    return NUMBER_WORDS.get(text, "") if token.pos == "NUM" else ""


def fold(text: str) -> str:
    """Return the words of a text in lower case, quotation marks and punctuation left out."""
    return " ".join(_WORD.findall(plain(text).casefold()))


def _doers(parse: Parse) -> list[tuple[str, str]]:
    """Return the named persons who are subjects, with their predicates."""
    return [
        (parse.head(t).lemma, t.lemma)
        for t in parse
        if t.dep in {"nsubj", "nsubjpass"} and t.entity == "PERSON" and parse.head(t).pos == "VERB"
    ]
