"""Know the words for those who speak: roles, bodies, media, documents, and what they belong to."""

from __future__ import annotations


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
    tribunal prosecution watchdog monitor guard corps gendarmerie pac coastguard"""
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
# What says on what level somebody holds office, and not where.
LEVELS = _words(
    """provincial local regional national federal municipal state district city county senior top
    medical religious foreign"""
)
# Papers by which somebody speaks, so that they are as good as their issuer.
ISSUED = _words("statement release communique letter email e-mail message tweet post order memo")
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
AGENCY_KEYS = frozenset(AGENCIES.values()) | _words(
    "cnn bbc xinhua tass irna anadolu sana isna kyodo yonhap ansa efe pti bloomberg interfax afp "
    "al-jazeera jazeera rudaw itar-tass fars amaq nbc cbs abc fox msnbc npr politico"
)
# Names under which one office goes. Every line is one office; the Pentagon's commands are others.
_METONYMS = (
    "white house|administration|us administration|us government|presidential administration",
    "kremlin|russian government|russian presidency|moscow",
    "pentagon|us defense department|us department defense|department defense|defense department",
    "state department|us state department|department state|us state",
    "downing street|uk government|no 10|10 downing street",
    "fbi|federal bureau investigation",
    "cia|central intelligence agency",
    "un|united nations",
    "nypd|new york police department|new york police",
)
OFFICE_OF = {
    name: line.split("|")[0] for line in _METONYMS for name in line.split("|")
}  # fmt: skip

# Which part of public life a word belongs to; sources of different parts cannot be one.
SECTOR_WORDS = {
    "police": "police sheriff gendarmerie nypd constable detective officer patrol",
    "army": """army military defence defense pentagon navy command coalition soldier troop general
        colonel commander brigade corps force air-force centcom nato idf""",
    "government": """ministry government administration presidency cabinet governor mayor council
        minister president department parliament embassy state municipality authority
        authorities white kremlin congress senate premier chancellor senator lawmaker""",
    "health": "hospital health doctor medic nurse paramedic medical ambulance red-crescent morgue",
    "monitor": "observatory monitor activist rights watchdog amnesty ngo",
    "media": " ".join(sorted(MEDIA | AGENCY_KEYS)),
    "justice": "court prosecutor judge prosecution attorney justice tribunal coroner",
    "security": "security intelligence",
    "people": " ".join(
        sorted(CROWDS - _words("activist doctor medic nurse paramedic rebel militant fighter"))
    ),
    "rebels": "rebel militant fighter militia insurgent jihadist",
    "rescue": "fire firefighter rescue rescuer emergency civil-defence coastguard",
}
SECTORS = {w: sector for sector, words in SECTOR_WORDS.items() for w in words.split()}
_PUBLIC = _words("police army government health justice security rescue")
# What a bare role may stand for; a role that is not here fits every sector but media and people.
FITS = {
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
