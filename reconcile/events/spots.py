"""Read at which spot the incident happened: in the food court, in a shop, against the north pier."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Claim, Participant, Sentence, Span

INSIDE = frozenset("in inside within".split())
# Rooms and halls, of which one act has one. Words that hold each other ("building") are left out.
ROOMS = frozenset(
    "kitchen bedroom bathroom basement cellar attic corridor hallway lobby stairwell staircase "
    "courtroom classroom cafeteria canteen gym gymnasium library restroom toilet garage courtyard "
    "roof rooftop balcony garden backyard driveway ward store shop cinema theater theatre elevator "
    "lift foyer auditorium playground cockpit warehouse chapel pharmacy bakery restaurant cafe bar "
    "nightclub supermarket gallery".split()
)
# Nouns that make a room only with a word before them: "food court", "break room".
PARTED = frozenset("room court lot hall area".split())
# What stands still and is run into; "wall" and "building" may be part of any of them.
STANDING = frozenset(
    "breakwater jetty pier quay rock reef sandbar iceberg bridge tree pole lamppost guardrail "
    "embankment hill mountain cliff lighthouse".split()
)
_RUN_INTO = frozenset("patient into against onto".split())


def spots(claim: Claim, kind: str, sentence: Sentence) -> Iterator[tuple[str, Span, str]]:
    """Yield (slot, words, key) of the spot of a happening, and of what was run into in a crash."""
    for participant in claim.participants:
        if participant.role in INSIDE and (room := _room(sentence, participant)):
            yield f"spot {kind}", participant.span, room
        if kind == "crash" and participant.role in _RUN_INTO and participant.lemma in STANDING:
            yield "run into", participant.span, participant.lemma


def _room(sentence: Sentence, participant: Participant) -> str:
    """Return the room that a phrase names; "" for a town, a building or an area at large."""
    head = sentence.parse[participant.head]
    if head.pos != "NOUN" or head.tag == "NNS":
        return ""
    before = [t for t in sentence.parse.children(head, "compound") if t.pos == "NOUN"]
    if participant.lemma in PARTED:
        return f"{before[-1].lemma} {participant.lemma}" if before else ""
    return participant.lemma if participant.lemma in ROOMS else ""
