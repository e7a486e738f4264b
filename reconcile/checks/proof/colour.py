"""Know the words that take sides, and the nouns of which one is narrower than the other."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.language.lexicon import same_kind, topics
from reconcile.model import Desk, Token

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


@dataclass(frozen=True, slots=True)
class Colours:
    """The words that take sides, and those that can call one party or one deed."""

    loaded: frozenset[str] = LOADED
    parties: tuple[frozenset[str], ...] = PARTIES

    def takes_sides(self, x: Token, y: Token) -> bool:
        """Tell whether two words call one party, and at least one of them takes sides."""
        return x.lemma != y.lemma and self.colours(x, y) and self.one_party(x.lemma, y.lemma)

    def colours(self, x: Token, y: Token) -> bool:
        """Tell whether one of two words takes sides."""
        return x.lemma in self.loaded or y.lemma in self.loaded

    def one_party(self, a: str, b: str) -> bool:
        """Tell whether two words can call one party or one deed."""
        return any(a in party and b in party for party in self.parties)


def colours_of(desk: Desk) -> Colours:
    """Return the words that are known, with the pairs that a desk has added."""
    if not desk.loaded:
        return Colours()
    pairs = [tuple(word.casefold() for word in pair) for pair in desk.loaded]
    return Colours(
        LOADED | {loaded for _, loaded in pairs}, (*PARTIES, *(frozenset(pair) for pair in pairs))
    )
