"""Reports tell the same thing on the word of different sources.

Sources are compared by who they are, so "Rahman, head of the Observatory" and "the Observatory"
agree. A statement with a source and one without differ only for tolls, blame and what is contested.

Agrees::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze, according to the Arden fire service.

Diverges::

    herald: At least nine people died in the blaze, the Arden fire service said on Monday.
    courier: Nine people died in the blaze on Monday, the interior ministry said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from reconcile.align.slots import whole
from reconcile.checks.proof.credits import dropped_credits
from reconcile.checks.proof.evidence import (
    each_has,
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    words,
)
from reconcile.checks.proof.undecided import of_parallel
from reconcile.facts.aliases import same_key
from reconcile.facts.sources import Source, same_source
from reconcile.language.lexicon import is_a, knows
from reconcile.model import (
    Answer,
    Comparison,
    Evidence,
    Finding,
    Parallel,
    Place,
    QuantityKind,
    Relation,
    Seen,
    Span,
    Told,
)
from reconcile.plugin import Check

ASIDE = frozenset({"relcl", "appos"})
SPEAKERS = ("person", "organization", "group", "communication", "report", "country", "city")
# Bodies that speak, though the dictionary has their words for buildings, people or deeds.
OFFICES = frozenset("service embassy consulate hospital presidency operator".split())
PRONOUNS = frozenset("he she it they i we who".split())


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each fact that is told on the word of different sources."""
    offices = _offices(comparison)
    found = [
        f
        for parallel in comparison.parallels
        for told in _by_value(parallel)
        if (f := _finding(comparison, parallel, told, offices))
    ]
    tolls = list(_tolls(comparison, offices))
    yield from merged([*tolls, *sorted(found, key=lambda f: -len(f.evidence))])
    yield from dropped_credits(comparison)


def _tolls(comparison: Comparison, offices: dict[str, set[str]]) -> Iterator[Finding]:
    """Yield a finding for each toll that reports give alike, on the word of different sources."""
    groups: dict[tuple[str, str, str, float], list[Answer]] = {}
    for answer in whole(comparison.answers):
        if answer.slot.startswith("toll ") and answer.speaker and _speaks(answer.speaker):
            key = (answer.slot, answer.event, answer.group, answer.low)
            groups.setdefault(key, []).append(answer)
    for (slot, event, group, _), answers in groups.items():
        if event == "main" and group != "part" and _no_common_source(answers, offices):
            items = one_each(
                comparison,
                [
                    evidence(comparison, a.where, a.speaker, a.speaker, a.span, *a.said)
                    for a in answers
                ],
            )
            yield _differ(items, f"{slot.removeprefix('toll ')}: {answers[0].value}", slot)


def _no_common_source(answers: Sequence[Answer], offices: dict[str, set[str]]) -> bool:
    by_report: dict[str, set[str]] = {}
    for answer in answers:
        by_report.setdefault(answer.where.report, set()).add(answer.speaker)
    return any(
        all(_apart(a, b, offices) for a in mine for b in yours)
        for mine, yours in combinations(by_report.values(), 2)
    )


def _differ(items: tuple[Evidence, ...], subject: str, slot: str) -> Finding:
    return Finding(
        kind="attribution",
        relation=Relation.CONFLICT,
        subject=f"whose word for {subject}",
        reason="The same figure is told on the word of different sources: " + each_has(items) + ".",
        evidence=items,
        slot=f"source of {slot}",
        grounds=("same event", "same slot", "same figure"),
    )


def _by_value(parallel: Parallel) -> list[list[Told]]:
    """Split a parallel by the numbers its claims give: another number is another fact."""
    groups: dict[tuple[float, ...], list[Told]] = {}
    for told in parallel.told:
        numbers = tuple(
            sorted({q.low for q in told.claim.quantities if q.kind is not QuantityKind.ORDINAL})
        )
        groups.setdefault(numbers, []).append(told)
    return list(groups.values())


def _offices(comparison: Comparison) -> dict[str, set[str]]:
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
    offices: dict[str, set[str]] = {}
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


def _finding(
    comparison: Comparison, parallel: Parallel, told: list[Told], offices: dict[str, set[str]]
) -> Seen | None:
    sourced = [t for t in told if _speaker(t) and _weighs(comparison, t)]
    if not _clash(sourced, offices):
        why = "Sources are worded differently, but they may be one, or one speaks for the other."
        near = [_evidence(comparison, t) for t in sourced]
        return of_parallel(comparison, "attribution", parallel, why, near)
    items = one_each(comparison, [_evidence(comparison, t) for t in sourced])
    if len(reports(items)) < 2:
        return None
    return Finding(
        kind="attribution",
        relation=Relation.CONFLICT,
        subject=subject_of(comparison, parallel),
        reason="The same is told on the word of different sources: " + each_has(items) + ".",
        evidence=items,
        slot="source",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _evidence(comparison: Comparison, told: Told) -> Evidence:
    named = _named_at(comparison, told)
    return evidence(comparison, named, _as_said(comparison, told), _speaker(told), *_marks(told))


def _named_at(comparison: Comparison, told: Told) -> Place:
    """Return the sentence that names the source; a quotation may run on long after it."""
    said = told.claim.attribution
    if said and said.cue:
        for sentence in comparison.account(told.report).sentences:
            if sentence.span.covers(said.cue[0]):
                return Place(told.report, sentence.index)
    return place_of(told)


def _weighs(comparison: Comparison, told: Told) -> bool:
    """Tell whether a source vouches for a claim: for a statement, not for what it mentions.

    "The mayor said the fire, which broke out on Monday, was out" vouches for "was out"; and
    whoever speaks is a person, a body, a paper or a name.
    """
    tree = comparison.sentence(place_of(told)).parse
    token = tree[told.claim.token]
    if token.pos in {"NOUN", "PROPN"} and token.dep not in {"attr", "ROOT"}:
        return False
    for step in (token, *tree.ancestors(token)):
        if step.dep in ASIDE or (step.dep == "advcl" and tree.children(step, "mark", "advmod")):
            return False
        if step.dep in {"ccomp", "ROOT", "parataxis"}:
            break
    return _speaks(_speaker(told))


@lru_cache(maxsize=2000)
def _speaks(speaker: str) -> bool:
    """Tell whether a key can be of somebody who speaks; an unknown word is a name."""
    source = Source.parse(speaker)
    last = (source.person or source.role or source.office).rpartition(" ")[2]
    known = last in OFFICES or not knows(last, "n")
    return known or any(is_a(last, kind) for kind in SPEAKERS)


def _clash(sourced: list[Told], offices: dict[str, set[str]]) -> bool:
    """Tell whether two reports share no source: each of one cannot be any of the other."""
    by_report: dict[str, list[Told]] = {}
    for told in sourced:
        by_report.setdefault(told.report, []).append(told)
    return any(
        all(_apart(_speaker(a), _speaker(b), offices) for a in mine for b in yours)
        for mine, yours in combinations(by_report.values(), 2)
    )


def _apart(a: str, b: str, offices: dict[str, set[str]]) -> bool:
    """Tell whether two speakers cannot be one, nor one the other's office."""
    return all(
        same_source(x, y) == "different"
        for x in _standing_for(a, offices)
        for y in _standing_for(b, offices)
    )


def _standing_for(speaker: str, offices: dict[str, set[str]]) -> list[str]:
    """Return the speaker, and the offices that some report says a person speaks for."""
    person = Source.parse(speaker).person
    known = [
        o
        for p, found in offices.items()
        if person and same_key(p, person, persons=True)
        for o in found
    ]
    return [speaker, *sorted(known)]


def _speaker(told: Told) -> str:
    return told.claim.attribution.speaker if told.claim.attribution else ""


def _as_said(comparison: Comparison, told: Told) -> str:
    """Return the source as its report words it; its key where that is a pronoun or nothing."""
    said = told.claim.attribution
    source = words(comparison, told, said.source[0]) if said and said.source else ""
    if not source or source.lower() in PRONOUNS:
        return _speaker(told)
    first, _, rest = source.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} else source


def _marks(told: Told) -> tuple[Span, ...]:
    said = told.claim.attribution
    return (*said.source, *said.cue) if said else ()


CHECK = Check(find=find)
