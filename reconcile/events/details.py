"""Read the details of an incident that reports set down in fixed phrases: where, when, who holds a post.

A detail is looked for in claims of the incident itself only: the quarter or village it happened in,
the clock time it began, where a person lives ("Ann Lee, 36, of Arden"), and who holds a named post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.events.happenings import HAPPENINGS, happening
from reconcile.events.moments import moment
from reconcile.events.spots import spots
from reconcile.facts.aliases import same_key
from reconcile.facts.names import name_key
from reconcile.facts.offices import ROLES
from reconcile.model import Claim, EventKind, Name, NameKind, Sentence, Span

_PROPER = r"(?:[Aa]l[- ])?[A-Z][\w'’-]+(?:[ -](?:[Aa]l[- ]|de |of )?[A-Z][\w'’-]+){0,3}"
_AREAS = r"neighbou?rhood|district|quarter|suburb"
_IN_AREA = re.compile(
    rf"\b(?:in|at|inside|of|to|near|outside|hit|struck|rocked)\s+(?:the\s+)?(?:\w+ly\s+|central\s+|crowded\s+|busy\s+)?(?:(?P<a>{_PROPER})\s+(?:{_AREAS}|region|area)|(?:{_AREAS})\s+of\s+(?P<b>{_PROPER}))"
)
_SIDE = re.compile(
    rf"\b(?P<side>(?:north|south)(?:[- ]?(?:east|west))?|east|west)\s+of\s+(?:the\s+(?:\w+\s+)?(?:town|city|village|port|capital)\s+of\s+)?(?P<place>{_PROPER})"
)
_HELD_BY = re.compile(
    r"\b(?:the|its|his|her)\s+(?P<role>\w+),\s+(?:(?:identified|named)\s+(?:\w+\s+){0,4}as\s+)?$",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(rf"^,\s+(?:aged?\s+)?\d{{1,3}},\s+(?:of|from)\s+(?P<place>{_PROPER})")


@dataclass(frozen=True, slots=True)
class Detail:
    """A value for a slot of the incident: the words that give it, and its normalised form."""

    slot: str
    span: Span
    key: str


def details(sentence: Sentence, claims: Sequence[Claim], text: str) -> Iterator[Detail]:
    """Yield the details that one sentence gives."""
    told = any(_tells_it(c) for c in claims)
    if told:
        yield from _areas(sentence, text)
    if told or (_centres(sentence) and all(c.event is EventKind.MAIN for c in claims)):
        yield from _directions(sentence, text)
    for claim in claims:
        yield from _happened(claim, sentence, text)
    for name in sentence.names:
        if name.kind is NameKind.PERSON:
            yield from _home(name, text)
            yield from _post(name, sentence, text)


def _tells_it(claim: Claim) -> bool:
    """Tell whether a claim is of the incident's own happening."""
    return claim.event is EventKind.MAIN and claim.sense in HAPPENINGS


def _centres(sentence: Sentence) -> bool:
    """Tell whether a sentence says where a quake had its centre."""
    return any(t.lemma in {"epicentre", "epicenter"} for t in sentence.parse)


def _areas(sentence: Sentence, text: str) -> Iterator[Detail]:
    """Yield the named part of a town that something happened in."""
    for match in _IN_AREA.finditer(text, sentence.span.start, sentence.span.end):
        group = "a" if match["a"] else "b"
        name = match[group]
        if name.split()[0].lower() not in {"the", "a"}:
            span = Span(match.start(group), match.end(group))
            yield Detail("where", span, name_key(name, NameKind.PLACE))


def _directions(sentence: Sentence, text: str) -> Iterator[Detail]:
    """Yield on which side of a place something happened: "northeast of the town of Karsk"."""
    for match in _SIDE.finditer(text, sentence.span.start, sentence.span.end):
        side = match["side"].lower().replace("-", "").replace(" ", "").removesuffix("ern")
        key = name_key(match["place"], NameKind.PLACE)
        yield Detail(f"direction from {key}", Span(match.start(), match.end()), side)


def _happened(claim: Claim, sentence: Sentence, text: str) -> Iterator[Detail]:
    """Yield the window of time in which the incident happened, and the spot."""
    kind = happening(claim, sentence)
    for time in claim.times if kind else ():
        if found := moment(claim, time, sentence, text):
            yield Detail(f"when {kind}", *found)
    for spot in spots(claim, kind, sentence) if kind else ():
        yield Detail(*spot)


def _home(name: Name, text: str) -> Iterator[Detail]:
    """Yield where a person lives: "Ann Lee, 36, of Arden"."""
    match = _OF_PLACE.match(text[name.span.end : name.span.end + 80])
    if match:
        start = name.span.end + match.start("place")
        yield Detail(
            f"home of {name.key.split()[-1]}",
            Span(start, start + len(match["place"])),
            name_key(match["place"], NameKind.PLACE),
        )


def _post(name: Name, sentence: Sentence, text: str) -> Iterator[Detail]:
    """Yield who holds a post that the words beside a full name spell out.

    "General manager Ann Lee", "the captain, identified as Peter Lund," and "his lawyer Paul Reed" name
    a post each; so does "Paul Reed, defending".
    """
    if len(name.key.split()) < 2:
        return
    given = name.key.split()[0]
    before = [t for t in sentence.parse if t.span.end <= name.span.start][-3:]
    words = [t.text.lower() for t in before[-2:]]
    ahead = {t.text.lower() for t in before[:-2]}
    whole = not ahead & {"assistant", "deputy", "vice", "former", "acting", "associate"}
    role = words[-1] if words else ""
    if len(words) == 2 and role in DEFENDERS and words[0] in _OF_DEFENCE:
        yield Detail(f"post lawyer {given}", name.span, name.key)
    elif len(words) == 2 and role in ROLES and before[-2].pos in {"ADJ", "NOUN", "PROPN"} and whole:
        yield Detail(f"post {' '.join(words)} {given}", name.span, name.key)
    if _DEFENDS.match(text, name.span.end):
        yield Detail(f"post lawyer {given}", name.span, name.key)
    match = _HELD_BY.search(text[sentence.span.start : name.span.start])
    if match and match["role"].lower() in ROLES:
        yield Detail(f"post {match['role'].lower()} {given}", name.span, name.key)


DEFENDERS = frozenset("lawyer attorney counsel barrister solicitor".split())
_OF_DEFENCE = frozenset("his her their defense defence defending".split())
_DEFENDS = re.compile(
    r", (?:defending|(?:his|her|their|the defen[cs]e) (?:lawyer|attorney|counsel)|for the defen[cs]e)\b"
)


def same_place(a: str, b: str) -> bool:
    """Tell whether two place keys can be one place, or one lies in the other by name."""
    return same_key(a, b) or bool(set(a.split()) & set(b.split()))
