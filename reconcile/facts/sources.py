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
from reconcile.facts.names import COUNTRY_WORDS, country_stem
from reconcile.facts.offices import (
    AGENCIES,
    AGENCY_KEYS,
    BODIES,
    CROWDS,
    DOCUMENTS,
    FITS,
    ISSUED,
    LEVELS,
    MEDIA,
    OFFICE_OF,
    ROLES,
    SECTOR_WORDS,
    SECTORS,
)


class SourceKind(StrEnum):
    """What sort of thing speaks."""

    PERSON = "person"  # a named person
    OFFICE = "office"  # a body: ministry, police, army, group, company
    MEDIA = "media"  # agency, newspaper, broadcaster
    DOCUMENT = "document"  # statement, report, poll, court paper
    CROWD = "crowd"  # witnesses, residents, activists
    ANONYMOUS = "anonymous"  # a spokesman, officials, a source


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: a person, the role held, and the office it is held in; each may be empty."""

    person: str = ""  # name key
    role: str = ""  # lemma: "spokesman", "witness"; a person's is not in the key
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
        if self.office in AGENCY_KEYS or MEDIA.intersection(words):
            return SourceKind.MEDIA
        return SourceKind.DOCUMENT if words and words[-1] in DOCUMENTS else SourceKind.OFFICE

    @classmethod
    def parse(cls, key: str) -> Source:
        """Read a key back; a name without brackets counts as an office when its words say so."""
        who, _, rest = key.partition(" (")
        who, office = who.strip(), rest.removesuffix(")").strip()
        if who in ROLES or who in CROWDS or (who in FITS and not office):
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
        or key in OFFICE_OF
        or key in AGENCY_KEYS
        or words & set(SECTORS)
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
    found = _compare(Source.parse(a), Source.parse(b))
    return "compatible" if found == "different" and _may_be_one(a, b) else found


def _may_be_one(a: str, b: str) -> bool:
    """Tell whether two keys that name different sources may still mean one.

    A common word of a name ("trump administration", "donald trump"), a country for its ministry, a
    description for the body it describes ("the French firm"), "state media" for one of them.
    """
    one, two = (key.replace("(", "").replace(")", "").split() for key in (a, b))
    stems = {country_stem(w) for w in one}, {country_stem(w) for w in two}
    if {w for w in one if _telling(w)} & {w for w in two if _telling(w)}:
        return True
    if min(map(len, stems)) == 1 and stems[0] & stems[1]:
        return True
    return any(_describes(x, y) for x, y in ((one, two), (two, one)))


def _telling(word: str) -> bool:
    """Tell whether a word of a key is a name's own and not a word of many names."""
    common = word in SECTORS or word in BODIES or word in ROLES or word in CROWDS
    return len(word) > 3 and not common and word not in COUNTRY_WORDS


def _describes(words: list[str], other: list[str]) -> bool:
    """Tell whether the words are a description that may mean the other: "state media", "the firm"."""
    mine = set(words) - COUNTRY_WORDS
    both_media = Source(office=" ".join(other)).kind is SourceKind.MEDIA
    if mine <= {"state", "official", "local", "media", "medium", "district"}:
        return both_media and bool(mine & {"media", "medium"})
    sectors = {SECTORS[w] for w in other if w in SECTORS}
    if words[-1] in {"company", "firm", "corporation", "operator", "business"}:
        return not both_media and not sectors
    if words[-1] in {"group", "organisation", "organization", "monitor", "watchdog"}:
        return bool(sectors & {SECTORS[w] for w in words if w in SECTORS})
    return False


def _compare(a: Source, b: Source) -> str:
    if a.person and b.person:
        return "same" if same_person(a.person, b.person) else "different"
    if _issued(a) or _issued(b):
        return _paper(*((a, b) if _issued(a) else (b, a)))
    if a.office and b.office and _same_office(a.office, b.office):
        alike = (a.person, a.role) == (b.person, b.role) and _as_exact(a.office, b.office)
        return "same" if alike else "compatible"
    if (a.person and not b.role) or (b.person and not a.role):
        return _named(*((a, b) if a.person else (b, a)))
    if a.role or b.role:
        return _roles(a, b)
    return "compatible" if _generic(a.office, b.office) else "different"


def _issued(source: Source) -> str:
    """Return the kind of paper that somebody issues to speak: "statement" of "army statement"."""
    last = source.office.rpartition(" ")[2]
    return last if last in ISSUED and not source.person and not source.role else ""


def _paper(paper: Source, other: Source) -> str:
    """Compare a statement with a source: nobody's fits anybody who issues one, an office's its own."""
    issuer = paper.office.removesuffix(_issued(paper)).strip()
    if issuer:
        return "compatible" if _compare(Source.parse(issuer), other) != "different" else "different"
    issues = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.ANONYMOUS)
    return "compatible" if other.kind in issues or _issued(other) else "different"


def _as_exact(a: str, b: str) -> bool:
    """Tell whether neither is a bare common noun where the other says more: "police"."""
    bare = {x for x in (a, b) if x in BODIES - {"observatory"} or x in MEDIA}
    return a == b or not bare


def _named(a: Source, b: Source) -> str:
    """Compare a person with a body; a plain name may turn out to be the body's own."""
    if not a.office and _same_office(a.person, b.office):
        return "same"
    return "compatible" if a.office and _generic(a.office, b.office) else "different"


@lru_cache(maxsize=20_000)
def same_person(a: str, b: str) -> bool:
    """Tell whether two person keys may be one person's: spellings, or the shorter ends the longer."""
    short, long_ = sorted((a.split(), b.split()), key=len)
    return same_key(a, b, persons=True) or (len(short) > 1 and long_[-len(short) :] == short)


@lru_cache(maxsize=20_000)
def _same_office(a: str, b: str) -> bool:
    """Compare two bodies by name, by metonym, or by one being the other with words left off."""
    a, b = (OFFICE_OF.get(AGENCIES.get(x, x), AGENCIES.get(x, x)) for x in (a, b))
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
    mine, yours = ({country_stem(w) for w in x.split()} for x in (a, b))
    if mine <= yours or yours <= mine:
        return True
    media = {"state media", "official media", "local media", "media"}
    return {a, b} & media != set() and Source(office=a).kind is Source(office=b).kind


def _clash(a: str, b: str) -> bool:
    """Tell whether two narrowings name different offices, peoples or places."""
    if not a or not b:
        return False
    mine, yours = ({country_stem(w) for w in x.split() if _tells_apart(w)} for x in (a, b))
    return bool(mine and yours and not mine & yours)


def _tells_apart(word: str) -> bool:
    """Tell whether a word of a narrowing is one place's or people's and not every office's."""
    return word not in SECTORS and word not in BODIES and word not in LEVELS


def _sectors(source: Source) -> frozenset[str]:
    """Return the parts of public life a source may belong to."""
    words = source.office.split()
    named = frozenset(SECTORS[w] for w in words if w in SECTORS)
    if source.role in CROWDS:
        return named | {SECTORS.get(source.role, "people")}
    if source.person and not words:
        return frozenset(SECTOR_WORDS)
    if named:
        wide = frozenset({"security"}) if named & {"police", "army", "security"} else frozenset()
        return named | wide
    if words and not source.role and words[-1] in FITS:
        return FITS[words[-1]]
    every = frozenset(SECTOR_WORDS) - {"media", "people"}
    return FITS.get(source.role, every)
