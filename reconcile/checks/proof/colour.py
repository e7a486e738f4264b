"""Know the words that take sides, and the nouns of which one is narrower than the other."""

from __future__ import annotations

from reconcile.language.lexicon import same_kind, topics
from reconcile.model import Token

NARROWER = (0.5, 0.9)  # likeness of a kind and a broader kind; synonyms are at the upper end
# Words that take sides; a neutral word on the other side makes the choice visible.
LOADED = frozenset(
    "mob thug terrorist regime martyr massacre slaughter butcher brutal heroic criminal gang "
    "militant extremist radical puppet aggression atrocity carnage infidel traitor crony horde "
    "vigilante riot rioter rampage slay storm revenge illegal alien invader invasion insurgent "
    "jihadist rebel junta murder bloodbath assassinate hooligan looter fanatic so-called".split()
)
# Words that can call one party or one deed; two of them are set side by side wherever the party is.
PARTIES = tuple(
    frozenset(words.split())
    for words in (
        "rebel militant terrorist insurgent extremist jihadist fighter guerrilla opposition gunman "
        "separatist militiaman attacker assailant bomber",
        "government regime authority junta state",
        "protester demonstrator mob rioter crowd marcher horde thug hooligan looter",
        "victim martyr casualty person people civilian",
        "killing murder massacre slaughter assassination execution carnage bloodbath",
        "migrant refugee alien immigrant invader newcomer",
    )
)
CONCRETE = frozenset({"noun.artifact", "noun.person", "noun.animal", "noun.Tops"})


def narrower(a: str, b: str) -> bool:
    """Tell whether one noun is a narrower kind of thing or person than the other."""
    concrete = all(set(topics(lemma, "n")[:1]) & CONCRETE for lemma in (a, b))
    return concrete and NARROWER[0] <= same_kind(a, b) < NARROWER[1]


def takes_sides(x: Token, y: Token) -> bool:
    """Tell whether two words call one party, and at least one of them takes sides."""
    return x.lemma != y.lemma and bool({x.lemma, y.lemma} & LOADED) and one_party(x.lemma, y.lemma)


def one_party(a: str, b: str) -> bool:
    """Tell whether two words can call one party or one deed."""
    return any(a in party and b in party for party in PARTIES)
