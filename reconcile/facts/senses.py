"""The incident classes of predicates: which words tell of a killing, an injury, an arrest.

One small table for the slots that every incident has. All other predicates meet through WordNet
and embeddings (`align/claims.py`); a closed list of verbs collapses on the next story.
"""

from __future__ import annotations

_TABLE = {
    "killing": "kill die dead death fatality murder slay assassinate execute massacre perish drown "
    "toll lose martyr martyrdom killing slaying murder gun claim_life behead body victim casualty",
    "injury": "injure injury wound hurt maim injured wounded wounding injuring",
    "attack": "attack bomb bombing blast explode explosion detonate strike airstrike raid shell "
    "shelling bombard bombardment assault storm ambush shoot shooting fire hit target stab "
    "stabbing ram gunfire rampage",
    "arrest": "arrest detain arrested detention apprehend capture custody",
    "charge": "charge indict accuse cite book charge indictment prosecute",
    "plea": "plead plea",
    "sentence": "sentence convict conviction sentencing jail imprison",
    "evacuation": "evacuate evacuation flee leave withdraw displace relocate rescue",
    "quake": "quake earthquake tremor temblor jolt shake aftershock hit strike rock rattle",
    "fire": "blaze fire burn flame inferno",
    "crash": "crash collide collision derail capsize sink crush",
    "claim": "claim responsibility",
    "damage": "damage destroy collapse wreck flatten gut",
    "statement": "say tell state announce report confirm deny warn claim add note",
}
SENSES: dict[str, frozenset[str]] = {}
for _sense, _words in _TABLE.items():
    for _word in _words.split():
        SENSES[_word] = SENSES.get(_word, frozenset()) | {_sense}

DEAD = frozenset(
    {
        "kill",
        "die",
        "dead",
        "death",
        "slay",
        "murder",
        "perish",
        "drown",
        "fatality",
        "massacre",
        "martyr",
        "execute",
        "assassinate",
        "killing",
        "toll",
        "slaying",
    }
)
HURT = frozenset({"injure", "injury", "wound", "hurt", "injured", "wounded", "maim", "casualty"})


def senses(lemma: str) -> frozenset[str]:
    """Return the incident classes of a lemma; empty for a predicate of no class."""
    return SENSES.get(lemma, frozenset())
