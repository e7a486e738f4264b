"""Tell which claims say that the incident itself happened: the blast went off, the ferry hit a wall.

What is told of such a claim (hour, day, spot) holds for the incident, whatever verb a report uses.
"""

from __future__ import annotations

from reconcile.facts.senses import senses
from reconcile.model import Claim, EventKind, Participant, Sentence

HAPPENINGS = frozenset({"attack", "quake", "fire", "crash", "killing"})
ONSET = frozenset(
    "happen occur take break begin start strike hit explode detonate erupt go jolt shake open drive "
    "ram storm rock blow rip tear".split()
)
ATTACKERS = frozenset(
    "bomber attacker gunman gunmen shooter assailant terrorist militant rebel".split()
)
STRIKES = frozenset("attack assault ambush crash stab shoot blow detonate set fire".split())
VEHICLES = frozenset(
    "ferry ship boat vessel tanker freighter trawler train tram bus coach minibus car van truck lorry "
    "plane aircraft airliner jet helicopter airplane barge yacht locomotive".split()
)
CRASHES = frozenset(
    "crash slam smash plough plow ram collide derail capsize sink overturn plunge careen".split()
)
RUNS = frozenset("hit strike run veer skid go".split())  # only a vehicle's, into something
RAVAGES = frozenset("destroy damage gut engulf sweep level".split())
LOSSES = frozenset("toll dead death body victim casualty fatality hit target".split())
STRUCK = frozenset("into against onto with aground".split())
ANOTHER = frozenset(
    "second third another other later earlier previous separate subsequent first".split()
)


def happening(claim: Claim, sentence: Sentence) -> str:
    """Return what sort of happening a claim says the incident was: "attack", "crash"; "" for none."""
    if claim.event is not EventKind.MAIN or claim.stance.future:
        return ""
    subjects = [p for p in claim.participants if p.role in {"agent", "patient"}]
    if any(_another(sentence, p) for p in subjects):
        return ""
    return _of_event(claim, subjects) or _of_actor(claim, subjects, sentence)


def _of_event(claim: Claim, subjects: list[Participant]) -> str:
    """Name the happening by the event that begins, or that ravages."""
    lemmas = {p.lemma for p in subjects}
    kinds = {k for lemma in lemmas - LOSSES for k in senses(lemma) & HAPPENINGS}
    if claim.predicate in ONSET and kinds:
        burns = "fire" in kinds and claim.predicate != "open"  # not "opened fire"
        return "fire" if burns else min(kinds - {"fire"})
    ravaging = claim.predicate in RAVAGES and any(
        "fire" in senses(p.lemma) for p in subjects if p.role == "agent"
    )
    return "fire" if ravaging else ""


def _of_actor(claim: Claim, subjects: list[Participant], sentence: Sentence) -> str:
    """Name the happening by who attacks, or by the vehicle that runs into something."""
    agents = [p for p in subjects if p.role == "agent"]
    roles = {p.role for p in claim.participants}
    if any(p.lemma in ATTACKERS for p in agents):
        return "attack" if claim.predicate in ONSET | STRIKES else ""
    vehicle = any(p.lemma in VEHICLES for p in agents)
    ship = any(_thing(sentence, p) for p in agents)
    if claim.predicate in CRASHES and (vehicle or ship):
        return "crash"
    hits = claim.predicate in RUNS and (roles & STRUCK or "patient" in roles)
    return "crash" if hits and (vehicle or (ship and claim.predicate != "go")) else ""


def _thing(sentence: Sentence, participant: Participant) -> bool:
    """Tell whether a participant may be a ship or train by name, or "it"."""
    token = sentence.parse[participant.head]
    return token.lemma == "it" or (token.pos == "PROPN" and token.entity != "PERSON")


def _another(sentence: Sentence, participant: Participant) -> bool:
    """Tell whether a subject is one of several happenings: "a second blast", "an aftershock"."""
    inside = sentence.parse.within(participant.span)
    return participant.lemma == "aftershock" or any(t.lemma in ANOTHER for t in inside)
