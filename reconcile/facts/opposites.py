"""Tell whether two words are opposites, so that one thing cannot be both at once.

Antonyms come from WordNet; pairs that news turns on and that WordNet does not have, or has only for
one of several near words, stand here as groups: any word of one side is opposed to any of the other.
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.lexicon import antonyms, knows, synonyms

# part of speech, one side, other side
GROUPS = (
    ("v", "arrest detain jail imprison capture seize hold", "release free acquit liberate"),
    ("v", "die perish kill succumb", "survive live recover"),
    ("v", "remain stay", "leave flee depart evacuate withdraw go quit"),
    ("v", "arrive enter come", "leave depart exit"),
    ("v", "confirm admit acknowledge concede claim affirm", "deny refute disclaim"),
    ("v", "accept approve adopt back endorse ratify agree", "reject refuse veto oppose decline"),
    ("v", "support favour favor back", "oppose"),
    ("v", "convict", "acquit clear exonerate"),
    ("v", "rise increase grow climb soar jump gain", "fall decrease drop decline shrink plunge"),
    ("v", "begin start open launch resume continue", "end stop close halt suspend cease finish"),
    ("v", "succeed manage", "fail"),
    ("v", "win", "lose"),
    ("v", "allow permit authorize authorise legalize", "ban prohibit forbid bar block prevent"),
    ("v", "impose introduce", "lift abolish repeal scrap"),
    ("v", "deploy send", "withdraw recall"),
    ("v", "hire appoint employ", "fire dismiss sack"),
    ("v", "find", "lose miss"),
    ("v", "build rebuild restore repair", "destroy demolish"),
    ("v", "strengthen intensify worsen", "weaken ease improve"),
    ("v", "save rescue", "kill abandon"),
    ("v", "hit strike", "miss"),
    ("v", "attack", "defend"),
    ("v", "love like", "hate dislike"),
    ("v", "buy", "sell"),
    ("v", "push", "pull"),
    ("v", "sit lie sleep", "stand run jump walk dance"),
    ("v", "put_on", "take_off remove"),
    ("a", "dead killed", "alive living unhurt unharmed"),
    ("a", "injured wounded hurt", "unhurt unharmed uninjured safe"),
    ("a", "guilty", "innocent"),
    ("a", "open", "closed shut"),
    ("a", "present", "absent missing"),
    ("a", "intact undamaged", "damaged destroyed"),
    ("a", "true correct", "false untrue wrong"),
    ("a", "empty deserted", "full crowded packed"),
    ("a", "armed", "unarmed"),
    ("a", "accidental", "deliberate intentional"),
    ("a", "domestic", "foreign"),
    ("a", "military", "civilian"),
    ("n", "rise increase gain growth", "fall decrease drop decline loss"),
    ("n", "victory success", "defeat failure"),
    ("n", "start beginning outbreak", "end conclusion"),
    ("n", "arrival", "departure"),
    ("n", "accident", "attack murder sabotage"),
    ("n", "arrest detention", "release"),
    ("n", "man", "woman"),
    ("n", "boy", "girl"),
    ("n", "survivor", "fatality"),
)
PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "non-")
NO_NEGATIVES = frozenset("invaluable inflammable intense indifferent infamous".split())


def _pairs() -> frozenset[tuple[str, str, str]]:
    return frozenset(
        pair
        for pos, one, other in GROUPS
        for a in one.split()
        for b in other.split()
        for pair in ((pos, a, b), (pos, b, a))
    )


INCIDENT = _pairs()


@lru_cache(maxsize=20_000)
def opposed(a: str, b: str, pos: str) -> bool:
    """Tell whether two lemmas of one part of speech ("n", "v", "a") exclude each other.

    The answer is the same for (a, b) and (b, a); False for a word and itself.
    """
    if a == b:
        return False
    if (pos, a, b) in INCIDENT or b in antonyms(a, pos) or a in antonyms(b, pos):
        return True
    if pos == "v":  # synonyms of a verb's opposite lead astray: come, go, travel
        return False
    if pos == "a" and (_negates(a, b) or _negates(b, a)):
        return True
    near = synonyms(b, pos) - {a}
    return bool(near & antonyms(a, pos)) or bool((synonyms(a, pos) - {b}) & antonyms(b, pos))


def _negates(a: str, b: str) -> bool:
    """Tell whether adjective a is b with a negative prefix: "unharmed" and "harmed"."""
    known = knows(b, "a") or b.endswith("ed")
    return known and len(b) > 3 and any(a == p + b for p in PREFIXES) and a not in NO_NEGATIVES
