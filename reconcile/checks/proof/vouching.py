"""Say on whose word a claim is told, and whether two reports share a source for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from reconcile.checks.proof.evidence import evidence, place_of, words
from reconcile.facts.aliases import same_key
from reconcile.facts.sources import Source, same_source
from reconcile.language.lexicon import is_a, knows
from reconcile.model import Attribution, Comparison, Evidence, Parse, Place, Span, Token, Told

ASIDE = frozenset({"relcl", "appos"})
SPEAKERS = ("person", "organization", "group", "communication", "report", "country", "city")
# Bodies that speak, though the dictionary has their words for buildings, people or deeds.
OFFICES = frozenset("service embassy consulate hospital presidency operator".split())
PRONOUNS = frozenset("he she it they i we who".split())
# Cues by which nobody vouches for what follows: it is denied, withheld or shouted.
NOT = frozenset(
    """not n't never no neither nor without deny denies denied denying refute refuted dispute
    disputed chant chanted chanting shout shouted shouting""".split()
)
# Verbs that only carry the act that their object names: "received a sentence".
PERFORMING = frozenset("receive get make take give carry launch hold suffer commit".split())
Offices = dict[str, set[str]]  # of each person who speaks, the offices that some report gives


def speaker_of(told: Told) -> str:
    """Return the key of the source of a claim, "" where nobody is named."""
    return told.claim.attribution.speaker if told.claim.attribution else ""


def vouches(comparison: Comparison, told: Told) -> bool:
    """Tell whether somebody who can speak gives a claim as a statement, not as what it mentions."""
    said = told.claim.attribution
    return bool(
        said
        and speaks(said.speaker)
        and not _withheld(comparison, told.report, said)
        and states(comparison, told)
    )


def states(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim is what its sentence states, not something it mentions.

    "The mayor said the fire, which broke out on Monday, was out" vouches for "was out".
    """
    tree = comparison.sentence(place_of(told)).parse
    token = tree[told.claim.token]
    if token.pos in {"NOUN", "PROPN"} and token.dep not in {"attr", "ROOT"}:
        done = token.dep == "dobj" and tree.head(token).lemma in PERFORMING
        return done and states_at(tree, tree.head(token))
    return states_at(tree, token)


def states_at(tree: Parse, token: Token) -> bool:
    """Tell whether a predicate stands in no clause that is mentioned by the way."""
    for step in (token, *tree.ancestors(token)):
        if step.dep in ASIDE or (step.dep == "advcl" and tree.children(step, "mark", "advmod")):
            return False
        if step.dep in {"ccomp", "ROOT", "parataxis"}:
            break
    return True


def _withheld(comparison: Comparison, report: str, said: Attribution) -> bool:
    """Tell whether nobody vouches by the words: "did not say why", "denied that", "chanted"."""
    text = comparison.account(report).report.text
    return any(
        NOT.intersection(c.of(text).lower().replace("n't", " n't").split()) for c in said.cue
    )


@lru_cache(maxsize=2000)
def speaks(speaker: str) -> bool:
    """Tell whether a key can be of somebody who speaks; an unknown word is a name."""
    source = Source.parse(speaker)
    last = (source.person or source.role or source.office).rpartition(" ")[2]
    if not last:
        return False
    known = last in OFFICES or not knows(last, "n")
    return known or any(is_a(last, kind) for kind in SPEAKERS)


def offices_of(comparison: Comparison) -> Offices:
    """Return the offices that any report gives each person who speaks.

    Copy without commas runs them together ("the Harbour Board Ann Lee said"): an office that speaks
    elsewhere is cut off the front of a person's name.
    """
    spoken = {
        said.speaker
        for account in comparison.accounts
        for sentence in account.sentences
        for said in sentence.attributions
    }
    sources = [Source.parse(key) for key in sorted(spoken)]
    bodies = {s.office for s in sources if s.office and not s.person and not s.role}
    offices: Offices = {}
    for source in sources:
        if source.person and source.office:
            offices.setdefault(source.person, set()).add(source.office)
        for body in bodies:
            if source.person.startswith(f"{body} "):
                offices.setdefault(source.person.removeprefix(f"{body} "), set()).add(body)
        for key in bodies:
            if source.person and key.endswith(f" {source.person}"):
                offices.setdefault(source.person, set()).add(key.removesuffix(f" {source.person}"))
    return offices


def no_common_source(speakers: dict[str, set[str]], offices: Offices) -> bool:
    """Tell whether two reports share no source: each of one cannot be any of the other."""
    given = Counter(frozenset(keys) for keys in speakers.values())  # reports may name the same
    pairs = [*combinations(given, 2), *((keys, keys) for keys, n in given.items() if n > 1)]
    return any(all(apart(a, b, offices) for a in mine for b in yours) for mine, yours in pairs)


def apart(a: str, b: str, offices: Offices) -> bool:
    """Tell whether two speakers cannot be one, nor one the other's office."""
    return all(
        same_source(x, y) == "different"
        for x in _standing_for(a, offices)
        for y in _standing_for(b, offices)
    )


def _standing_for(speaker: str, offices: Offices) -> list[str]:
    """Return the speaker, and the offices that some report says a person speaks for."""
    person = Source.parse(speaker).person
    known = [
        o
        for p, found in offices.items()
        if person and same_key(p, person, persons=True)
        for o in found
    ]
    return [speaker, *sorted(known)]


def credited(comparison: Comparison, told: Told) -> Evidence:
    """Return where a report names the source of a claim, with the words that name it."""
    said = told.claim.attribution
    marks = (*said.source, *said.cue) if said else ()
    return evidence(
        comparison,
        _named_at(comparison, told),
        _as_said(comparison, told),
        speaker_of(told),
        *marks,
    )


def introductions(comparison: Comparison, told: Sequence[Told]) -> Iterator[Evidence]:
    """Yield the sentences that name a source where the claim itself has "it said" or "he said"."""
    for one in told:
        said = one.claim.attribution
        if said and said.source and _pronoun(words(comparison, one, said.source[0])):
            yield from _introduced(comparison, one, said)


def _introduced(comparison: Comparison, told: Told, said: Attribution) -> Iterator[Evidence]:
    at = _named_at(comparison, told)
    before = comparison.account(told.report).sentences[: at.sentence]
    for sentence in reversed(before):
        for other in sentence.attributions:
            if other.speaker != said.speaker or not other.source:
                continue
            name = words(comparison, told, other.source[0])
            if not _pronoun(name):
                where = Place(told.report, sentence.index)
                yield evidence(comparison, where, _plain(name), said.speaker, *other.source)
                return


def _named_at(comparison: Comparison, told: Told) -> Place:
    """Return the sentence that names the source; a quotation may run on long after it."""
    said = told.claim.attribution
    if said and said.cue:
        for sentence in comparison.account(told.report).sentences_at(said.cue[0]):
            if sentence.span.covers(said.cue[0]):
                return Place(told.report, sentence.index)
    return place_of(told)


def _as_said(comparison: Comparison, told: Told) -> str:
    """Return the source as its report words it; its key where that is a pronoun or nothing."""
    said = told.claim.attribution
    source = words(comparison, told, said.source[0]) if said and said.source else ""
    if not source or _pronoun(source):
        return speaker_of(told)
    return _plain(source)


def _pronoun(source: str) -> bool:
    return source.lower() in PRONOUNS


def _plain(source: str) -> str:
    first, _, rest = source.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} else source


def marked(told: Told) -> tuple[Span, ...]:
    """Return the words that stand for a claim told on nobody's word."""
    return (told.claim.span,)
