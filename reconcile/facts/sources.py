"""Say who a source is, and whether two reports name the same one.

A source is known by a key that a reader can read: a person's name, an office's, or a role, with
the office one speaks for in brackets. "Pentagon spokesman John Kirby" is "john kirby (pentagon)",
"a police source" is "source (police)", "the Observatory" is "observatory", "witnesses" is "witness".
`Source.parse` reads a key back, so that the key is all that an attribution need carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reconcile.facts.aliases import same_key
from reconcile.facts.names import country_stem


class SourceKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"  # a named person
    OFFICE = "office"  # a body: ministry, police, army, group, company
    MEDIA = "media"  # agency, newspaper, broadcaster
    DOCUMENT = "document"  # statement, report, poll, court paper
    CROWD = "crowd"  # witnesses, residents, activists
    ANONYMOUS = "anonymous"  # a spokesman, officials, a source


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that say what office somebody holds or speaks in; alone they leave the person unnamed.
ROLES = _words(
    """spokesman spokeswoman spokesperson spokespeople head director chief chairman chairwoman chair
    president minister official officer source commander governor mayor leader member lawmaker
    senator representative secretary deputy ambassador diplomat adviser advisor aide lawyer
    attorney prosecutor judge investigator executive manager coordinator founder owner general
    colonel captain superintendent inspector sheriff commissioner premier chancellor envoy
    manager strategist coroner consul legislator congressman congresswoman authority politician
    vice-president co-founder cofounder pollster organizer organiser delegate inspector"""
)
# Nouns for people who speak for themselves only.
CROWDS = _words(
    """witness resident activist analyst expert doctor medic nurse paramedic rescuer soldier fighter
    rebel militant survivor relative neighbour neighbor villager reporter correspondent journalist
    critic ally supporter voter protester protestor demonstrator passenger driver people man woman
    local worker farmer student teacher mother father brother sister son daughter wife husband
    friend economist researcher scientist observer opponent insider family refugee migrant victim
    bystander eyewitness person respondent american democrat republican conservative liberal
    historian author scholar professor"""
)
BODIES = _words(
    """ministry department agency group organisation organization observatory army military police
    force command coalition government administration office council committee court party union
    company hospital movement militia campaign team association centre center institute university
    embassy bureau service commission parliament congress senate house navy brigade firm charity
    regime state bank fund foundation authorities junta alliance bloc faction cabinet presidency
    palace consulate mission airline operator church mosque club federation league board panel
    tribunal prosecution watchdog monitor guard corps gendarmerie pac"""
)
MEDIA = _words(
    """newspaper television tv radio channel website media broadcaster outlet daily magazine network
    wire press news paper blog site tabloid weekly"""
)
DOCUMENTS = _words(
    """statement report poll survey study document email e-mail letter ad law lawsuit indictment
    complaint memo video tweet filing data record transcript book post message ruling evidence
    affidavit figure footage file log bulletin communique release note article editorial
    headline photograph photo image map warrant suit order speech dispatch cable"""
)
AGENCIES = {
    "associated press": "ap",
    "agence france presse": "afp",
    "agence france-presse": "afp",
    "reuters": "reuters",
    "thomson reuters": "reuters",
    "united press international": "upi",
    "deutsche presse agentur": "dpa",
    "syrian arab news agency": "sana",
    "new york times": "new york times",
    "times": "times",
}
_AGENCY_KEYS = frozenset(AGENCIES.values()) | _words(
    "cnn bbc xinhua tass irna anadolu sana isna kyodo yonhap ansa efe pti bloomberg interfax afp "
    "al-jazeera jazeera rudaw itar-tass fars amaq nbc cbs abc fox msnbc npr politico"
)
# Names under which one office goes. Every line is one office; the Pentagon's commands are others.
_METONYMS = (
    "white house|administration|us administration|us government|presidential administration",
    "kremlin|russian government|russian presidency|moscow",
    "pentagon|us defense department|us department defense|department defense|defense department",
    "state department|us state department|department state",
    "downing street|uk government|no 10|10 downing street",
    "fbi|federal bureau investigation",
    "cia|central intelligence agency",
    "un|united nations",
    "nypd|new york police department|new york police",
)
_OFFICE_OF = {
    name: line.split("|")[0] for line in _METONYMS for name in line.split("|")
}  # fmt: skip

# Which part of public life a word belongs to; sources of different parts cannot be one.
_SECTOR_WORDS = {
    "police": "police sheriff gendarmerie nypd constable detective officer patrol",
    "army": """army military defence defense pentagon navy command coalition soldier troop general
        colonel commander brigade corps force air-force centcom nato idf""",
    "government": """ministry government administration presidency cabinet governor mayor council
        minister president department parliament embassy state municipality authority
        authorities white kremlin congress senate premier chancellor senator lawmaker""",
    "health": "hospital health doctor medic nurse paramedic medical ambulance red-crescent morgue",
    "monitor": "observatory monitor activist rights watchdog amnesty ngo",
    "media": " ".join(sorted(MEDIA | _AGENCY_KEYS)),
    "justice": "court prosecutor judge prosecution attorney justice tribunal coroner",
    "security": "security intelligence",
    "people": " ".join(
        sorted(CROWDS - _words("activist doctor medic nurse paramedic rebel militant fighter"))
    ),
    "rebels": "rebel militant fighter militia insurgent jihadist",
    "rescue": "fire firefighter rescue rescuer emergency civil-defence coastguard",
}
_SECTORS = {w: sector for sector, words in _SECTOR_WORDS.items() for w in words.split()}
_PUBLIC = _words("police army government health justice security rescue")
# What a bare role may stand for; a role that is not here fits every sector but media and people.
_FITS = {
    "official": _PUBLIC,
    "authority": _PUBLIC,
    "authorities": _PUBLIC,
    "officer": _words("police army security"),
    "police": _words("police security"),
    "military": _words("army security"),
    "army": _words("army security"),
    "government": _words("government security army police health justice"),
    "minister": _words("government army justice security health"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: a person, the role held, and the office it is held in; each may be empty."""

    person: str = ""  # name key
    role: str = ""  # lemma: "spokesman", "witness"
    office: str = ""  # key of a body, or what narrows a role: "interior ministry", "kurdish"

    @property
    def key(self) -> str:
        """Return the readable key; equal keys mean the same source within a comparison."""
        who = self.person or self.role
        if not who:
            return self.office
        return f"{who} ({self.office})" if self.office else who

    @property
    def kind(self) -> SourceKind:
        """Return what sort of thing speaks."""
        if self.person:
            return SourceKind.PERSON
        if self.role:
            return SourceKind.CROWD if self.role in CROWDS else SourceKind.ANONYMOUS
        words = self.office.split()
        if self.office in _AGENCY_KEYS or MEDIA.intersection(words):
            return SourceKind.MEDIA
        return SourceKind.DOCUMENT if words and words[-1] in DOCUMENTS else SourceKind.OFFICE

    @classmethod
    def parse(cls, key: str) -> Source:
        """Read a key back; a name without brackets counts as an office when its words say so."""
        who, _, rest = key.partition(" (")
        office = rest.removesuffix(")")
        if who in ROLES or who in CROWDS:
            return cls(role=who, office=office)
        if office or not _is_body(who):
            return cls(person=who, office=office)
        return cls(office=who)


@lru_cache(maxsize=10_000)
def _is_body(key: str) -> bool:
    """Tell whether a name without brackets is a body's: by its words, or a known short name."""
    words = set(key.split())
    return bool(
        words & (BODIES | MEDIA | DOCUMENTS)
        or key in _OFFICE_OF
        or key in _AGENCY_KEYS
        or words & set(_SECTORS)
    )


@lru_cache(maxsize=20_000)
def same_source(a: str, b: str) -> str:
    """Compare two speaker keys: "same", "compatible" or "different".

    Compatible are a source and one it may stand for: a person and the office spoken for, a
    spokesman and any office, officials and a police source, state media and the state agency. An
    empty key (nobody named) is compatible with all.
    """
    if a == b:
        return "same"
    if not a or not b:
        return "compatible"
    return _compare(Source.parse(a), Source.parse(b))


def _compare(a: Source, b: Source) -> str:
    if a.person and b.person:
        return "same" if same_key(a.person, b.person, persons=True) else "different"
    if a.office and b.office and _same_office(a.office, b.office):
        return "same" if (a.person, a.role) == (b.person, b.role) else "compatible"
    if (a.person and not b.role) or (b.person and not a.role):
        return _named(*((a, b) if a.person else (b, a)))
    if a.role or b.role:
        return _roles(a, b)
    return "compatible" if _generic(a.office, b.office) else "different"


def _named(a: Source, b: Source) -> str:
    """Compare a person with a body; a plain name may turn out to be the body's own."""
    if not a.office and _same_office(a.person, b.office):
        return "same"
    return "compatible" if a.office and _generic(a.office, b.office) else "different"


@lru_cache(maxsize=20_000)
def _same_office(a: str, b: str) -> bool:
    """Compare two bodies by name, by metonym, or by one being the other with words left off."""
    a, b = (_OFFICE_OF.get(AGENCIES.get(x, x), AGENCIES.get(x, x)) for x in (a, b))
    if a == b or same_key(a, b):
        return True
    short, long_ = sorted((a.split(), b.split()), key=len)
    if len(short) == len(long_):
        return [country_stem(w) for w in short] == [country_stem(w) for w in long_]
    # "observatory" is "syrian observatory for human rights"; "police" alone is no one's police
    return len(short) == 1 and short[0] in long_ and short[0] in BODIES and len(long_) > 2


def _roles(a: Source, b: Source) -> str:
    """Compare when a side is a bare role or one narrowed by more than a name."""
    if _clash(a.office, b.office) or _clash(b.office, a.office):
        return "different"
    one, two = _sectors(a), _sectors(b)
    return "compatible" if one & two else "different"


def _generic(a: str, b: str) -> bool:
    """Tell whether two bodies may be one since the shorter says less: "police", "kurdish police"."""
    short, long_ = sorted((a.split(), b.split()), key=len)
    stems = {country_stem(w) for w in long_}
    if {country_stem(w) for w in short} <= stems:
        return True
    media = {"state media", "official media", "local media", "media"}
    return {a, b} & media != set() and Source(office=a).kind is Source(office=b).kind


def _clash(a: str, b: str) -> bool:
    """Tell whether two narrowings name different offices, peoples or places."""
    if not a or not b:
        return False
    mine = {country_stem(w) for w in a.split() if w not in _SECTORS and w not in BODIES}
    yours = {country_stem(w) for w in b.split() if w not in _SECTORS and w not in BODIES}
    return bool(mine and yours and not mine & yours)


def _sectors(source: Source) -> frozenset[str]:
    """Return the parts of public life a source may belong to."""
    words = source.office.split()
    named = frozenset(_SECTORS[w] for w in words if w in _SECTORS)
    if source.role in CROWDS:
        return named | {_SECTORS.get(source.role, "people")}
    if source.person and not words:
        return frozenset(_SECTOR_WORDS)
    if named:
        wide = frozenset({"security"}) if named & {"police", "army", "security"} else frozenset()
        return named | wide
    if words and not source.role and words[-1] in _FITS:
        return _FITS[words[-1]]
    every = frozenset(_SECTOR_WORDS) - {"media", "people"}
    return _FITS.get(source.role, every)
