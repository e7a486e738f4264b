"""Say what a sentence brings to a comparison: its terms, numbers, names, clauses and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.align.clauses import attribution, clause_tokens, text_of
from reconcile.model import Account, BlockKind, Parse, Place, Sentence, Token
from reconcile.text.fold import plain

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
NAMED = frozenset({"PERSON", "GPE", "LOC", "ORG", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART"})
LIGHT = frozenset(
    "be have do get make take go come give put let keep say tell also there then here now so very "
    "more most much many other such only just even still about around yet ever well back up down "
    "mr. mrs. ms. s one this that these those it".split()  # noqa: SIM905 - reads better as words
)
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()  # noqa: SIM905
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "dozen": "12", "hundred": "100"}
_WORD = re.compile(r"\w+(?:[.'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one sentence brings to a comparison; no text is copied that a span could give."""

    where: Place
    key: str  # its words folded, for near copies
    core: str  # its words without those that only attribute, to be embedded
    clauses: tuple[str, ...]  # texts of its clauses, empty where it has only one
    terms: frozenset[str]  # lemmas of content words outside the attribution
    names: frozenset[str]  # of these, the words of names
    numbers: frozenset[str]  # of these, the numbers
    predicates: frozenset[str]  # lemmas of its verbs
    doers: tuple[tuple[str, str], ...]  # (predicate, last name of the person who is its subject)
    depth: float  # 0 at the top of the report, 1 at its end
    rank: int  # number of news sentences before it
    words: int


def profiles(account: Account) -> list[Profile]:
    """Return the profiles of the news sentences of a report, in text order."""
    news = [s for s in account.sentences if s.news and len(s.parse)]
    return [_profile(account, s, rank, len(news)) for rank, s in enumerate(news)]


def _profile(account: Account, sentence: Sentence, rank: int, count: int) -> Profile:
    parse = sentence.parse
    aside = attribution(parse)
    kept = [t for t in parse if t.i not in aside]
    if sum(t.pos in CONTENT for t in kept) < 2:  # nothing but attribution: keep it all
        kept = list(parse)
    content = [t for t in kept if t.pos in CONTENT and term(t) not in LIGHT and t.text[0].isalnum()]
    names = frozenset(term(t) for t in content if t.entity in NAMED or t.pos == "PROPN")
    numbers = frozenset(n for t in kept if (n := number(t)))
    return Profile(
        where=Place(account.report.id, sentence.index),
        key=fold(account.words(sentence.span)),
        core=text_of(kept),
        clauses=_clauses(parse, frozenset(t.i for t in kept)),
        terms=frozenset(term(t) for t in content) | numbers,
        names=names,
        numbers=numbers,
        predicates=frozenset(t.lemma for t in kept if t.pos == "VERB"),
        doers=tuple(_doers(parse)),
        depth=rank / max(count - 1, 1),
        rank=0 if sentence.block is BlockKind.HEADLINE else rank,
        words=len(kept),
    )


def _clauses(parse: Parse, kept: frozenset[int]) -> tuple[str, ...]:
    groups = [[t for t in group if t.i in kept] for group in clause_tokens(parse)]
    groups = [g for g in groups if len(g) >= 4]
    return tuple(text_of(g) for g in groups) if len(groups) > 1 else ()


def _doers(parse: Parse) -> list[tuple[str, str]]:
    return [
        (parse.head(t).lemma, t.lemma)
        for t in parse
        if t.dep in {"nsubj", "nsubjpass"} and t.entity == "PERSON" and parse.head(t).pos == "VERB"
    ]


def fold(text: str) -> str:
    """Return the words of a text in lower case, quotation marks and punctuation left out."""
    return " ".join(_WORD.findall(plain(text).casefold()))


def term(token: Token) -> str:
    """Return the key under which a word is compared: its number, or its folded lemma."""
    return number(token) or plain(token.lemma).strip(".-'")


def number(token: Token) -> str:
    """Return the value of a number as plain digits, "" for other words."""
    text = token.text.casefold()
    if text[0].isdigit():
        return text.replace(",", "").rstrip(".")
    return NUMBER_WORDS.get(text, "") if token.pos == "NUM" else ""


def every_profile(accounts: Sequence[Account]) -> list[Profile]:
    """Return the profiles of all reports, reports in order of their ids."""
    ordered = sorted(accounts, key=lambda a: a.report.id)
    return [p for account in ordered for p in profiles(account)]
