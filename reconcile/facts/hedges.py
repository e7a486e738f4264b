"""The words that change how certain a statement is: what each does to the statement inside it.

The classes are those of FactBank (Saurí and Pustejovsky 2009) and of the implicative verbs
(Karttunen 1971): an embedding word has one effect when it is affirmed and another when it is denied
("believe" makes its content probable, "not believe" makes the denial probable).
"""

from __future__ import annotations

from dataclasses import dataclass

CERTAIN, PROBABLE, POSSIBLE, UNKNOWN = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to the content: at most this level, turned round or not, to come or not."""

    level: int = CERTAIN
    denies: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Embedding:
    """The effect of a word on its content, affirmed and denied."""

    affirmed: Effect
    denied: Effect
    nominal: bool = False  # a noun as object is content too: "deny the attack", "fear an attack"
    factual: bool = False  # the content holds whatever is said of the word: "know", "regret"
    reports: bool = False  # somebody's words: "would" inside is a future seen from then


FLAT, NOT = Effect(), Effect(denies=True)
LIKELY, UNLIKELY = Effect(PROBABLE), Effect(PROBABLE, denies=True)
MAYBE, OPEN = Effect(POSSIBLE), Effect(UNKNOWN)
WANTED, UNWANTED = Effect(UNKNOWN, future=True), Effect(CERTAIN, denies=True, future=True)
COMING, EXPECTED = Effect(future=True), Effect(PROBABLE, future=True)

SAYING = Embedding(FLAT, OPEN, reports=True)
KNOWING = Embedding(FLAT, FLAT, factual=True)
BELIEVING = Embedding(LIKELY, UNLIKELY, nominal=True)
EXPECTING = Embedding(EXPECTED, Effect(PROBABLE, denies=True, future=True), nominal=True)
FEARING = Embedding(MAYBE, OPEN, nominal=True)
ACCUSING = Embedding(MAYBE, OPEN, nominal=True)
DENYING = Embedding(NOT, OPEN, nominal=True)
FAILING = Embedding(NOT, FLAT, nominal=True)
DOING = Embedding(FLAT, NOT)
WANTING = Embedding(WANTED, UNWANTED, nominal=True)
PLANNING = Embedding(COMING, UNWANTED, nominal=True)
# The same without nouns as content: "set fire", "fought a blaze" are facts.
INTENDING = Embedding(COMING, UNWANTED)
URGING = Embedding(WANTED, UNWANTED)
HALTING = Embedding(NOT, FLAT)
ASKING = Embedding(OPEN, OPEN)
DOUBTING = Embedding(UNLIKELY, FLAT, nominal=True)
ENABLING = Embedding(MAYBE, NOT, nominal=True)
SURE = Embedding(FLAT, OPEN)
SHOWING = Embedding(LIKELY, UNLIKELY, nominal=True)


def _table(*rows: tuple[Embedding, str]) -> dict[str, Embedding]:
    return {word: embedding for embedding, words in rows for word in words.split()}


VERBS = _table(
    (
        SAYING,
        "say tell report state add announce declare confirm claim write note insist maintain "
        "argue explain warn testify assert affirm describe mention comment post tweet reply "
        "point_out make_clear verify specify disclose reveal show find conclude quote read",
    ),
    (
        KNOWING,
        "know realise realize learn discover regret admit acknowledge remember notice see",
    ),
    (
        BELIEVING,
        "believe think suspect assume presume suppose seem appear reckon estimate guess feel "
        "consider imagine deem rumor rumour speculate suggest indicate imply hint hypothesize",
    ),
    (
        EXPECTING,
        "expect anticipate predict forecast project foresee envision envisage bind",
    ),
    (
        FEARING,
        "fear worry hope wish pray dread risk",
    ),
    (
        ACCUSING,
        "accuse allege charge indict implicate",
    ),
    (
        DENYING,
        "deny refute rebut dispute disprove reject dismiss exclude rule_out disavow",
    ),
    (
        FAILING,
        "refuse decline prevent avoid avert thwart foil cancel abort scrap stave ban bar prohibit "
        "forbid lack acquit clear escape dissuade deter hinder forgo omit shun evade call_off "
        "fight_off stave_off head_off hold_off",
    ),
    (
        HALTING,
        "fail neglect forget stop cease block halt abandon give_up put_off hold_back stop_short",
    ),
    (
        DOING,
        "manage begin start continue keep force make cause help let get come proceed happen "
        "prove go_on carry_out turn_out end_up wind_up help_out tend remain rush dare bother "
        "lead succeed resume finish bring serve use allow go",
    ),
    (
        WANTING,
        "want attempt seek demand request require need propose offer threaten recommend advise "
        "call_for ask_for look_for push_for wait_for consider negotiate debate discuss mull ponder",
    ),
    (
        URGING,
        "try ask urge order call invite encourage press push aim struggle fight strive instruct "
        "call_on set_out authorize authorise beg plead appeal wait look bid vie persuade motivate "
        "dream desire long favor favour",
    ),
    (
        PLANNING,
        "plan schedule promise pledge arrange",
    ),
    (
        INTENDING,
        "intend agree vow decide set slate commit prepare commission choose resolve swear "
        "undertake",
    ),
    (
        ASKING,
        "wonder investigate examine inquire enquire determine establish check probe look_into "
        "find_out assess question study explore review",
    ),
    (
        DOUBTING,
        "doubt",
    ),
    (
        ENABLING,
        "enable permit entitle",
    ),
)

ADJECTIVES = _table(
    (
        BELIEVING,
        "likely probable presumed believed apparent plausible",
    ),
    (
        EXPECTING,
        "expected due bound poised imminent",
    ),
    (
        FEARING,
        "possible feared afraid fearful potential conceivable hopeful worried concerned",
    ),
    (
        DOUBTING,
        "unlikely doubtful improbable dubious sceptical skeptical",
    ),
    (
        ASKING,
        "unclear unknown uncertain unsure undecided undetermined unconfirmed unspecified "
        "unresolved",
    ),
    (
        FAILING,
        "impossible unable unwilling reluctant incapable false untrue wrong",
    ),
    (
        SURE,
        "certain sure clear evident obvious true confident known convinced definite positive",
    ),
    (
        ENABLING,
        "able capable free",
    ),
    (
        WANTING,
        "eager keen willing ready anxious desperate determined prepared",
    ),
    (
        PLANNING,
        "set scheduled planned",
    ),
    (
        ACCUSING,
        "alleged suspected guilty",
    ),
)
# "guilty of" is somebody's finding; it is here only for "not guilty of", which leaves it open.
ADJECTIVES["guilty"] = SURE

NOUNS = _table(
    (
        FEARING,
        "possibility chance prospect risk threat danger fear concern worry hope suspicion "
        "speculation rumor rumour potential likelihood probability scenario option",
    ),
    (
        ACCUSING,
        "allegation accusation charge suspect accused indictment",
    ),
    (
        SHOWING,
        "evidence sign indication proof suggestion hint belief assumption theory",
    ),
    (
        SAYING,
        "claim report statement announcement confirmation word news assertion account",
    ),
    (
        DENYING,
        "denial rejection refutation dismissal",
    ),
    (
        FAILING,
        "failure refusal inability lack absence prevention cancellation ban avoidance halt "
        "reluctance",
    ),
    (
        WANTING,
        "attempt effort bid call demand request order need desire wish proposal plot intent "
        "ambition campaign appeal offer invitation willingness readiness right pressure duty "
        "opportunity ability power tentative",
    ),
    (
        PLANNING,
        "plan intention decision agreement promise pledge vow commitment deal schedule",
    ),
    (
        ASKING,
        "question investigation inquiry enquiry probe debate doubt",
    ),
    (
        EXPECTING,
        "expectation forecast prediction projection",
    ),
)

# Adjectives and participles before a noun: "suspected gunmen", "a planned strike".
BEFORE_NOUNS: dict[str, Effect] = {
    **dict.fromkeys(
        "suspected alleged possible potential purported supposed unconfirmed feared ostensible "
        "would-be accused hypothetical".split(),
        MAYBE,
    ),
    **dict.fromkeys(
        "likely probable apparent presumed believed reported putative tentative provisional".split(),
        LIKELY,
    ),
    **dict.fromkeys("planned scheduled upcoming forthcoming future announced".split(), COMING),
    **dict.fromkeys("expected anticipated imminent looming predicted".split(), EXPECTED),
    **dict.fromkeys("attempted proposed threatened intended prospective".split(), WANTED),
    **dict.fromkeys(
        "failed foiled aborted cancelled canceled thwarted averted abandoned scrapped "
        "unsuccessful so-called false fake non-existent".split(),
        NOT,
    ),
    **dict.fromkeys("unlikely improbable doubtful".split(), UNLIKELY),
}

ADVERBS: dict[str, Effect] = {
    **dict.fromkeys(
        "possibly perhaps maybe allegedly potentially conceivably purportedly supposedly "
        "theoretically hopefully arguably".split(),
        MAYBE,
    ),
    **dict.fromkeys(
        "probably likely apparently seemingly presumably reportedly evidently ostensibly "
        "tentatively provisionally".split(),
        LIKELY,
    ),
    **dict.fromkeys("never nowhere hardly scarcely".split(), NOT),
}

MODALS: dict[str, Effect] = {
    **dict.fromkeys("may might could can".split(), MAYBE),
    **dict.fromkeys("will shall 'll wo".split(), COMING),
    "would": MAYBE,
    "'d": MAYBE,
    "should": OPEN,
    "ought": OPEN,
    "must": OPEN,
    "ca": MAYBE,
}
NEGATIVE_WORDS = frozenset("no neither none nobody nothing nor".split())
NOT_A_NEGATION = frozenset("only just merely simply solely necessarily".split())  # "not only"
CONDITIONS = frozenset("if unless provided providing lest".split())
OPEN_QUESTIONS = frozenset("whether if".split())
QUESTION_WORDS = frozenset("who whom whose what which how why when where".split())
LEAVING_OUT = frozenset("without instead rather besides".split())
# Prepositions that join an embedding word to its content.
JOINING = frozenset("of from for to about on in with over as".split())
