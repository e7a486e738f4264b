"""Say which words attribute, and in which constructions: the verbs, nouns and adverbs of report.

Verbs are grouped as in Levin's classes (English Verb Classes and Alternations, 1993: say, tell,
manner of speaking, advise, judgement, characterise, conjecture, want, promise). Each class has the
constructions in which its complement is what somebody says or thinks:

    c  a clause, or a quotation                  "said (that) it rained", "'No', said Ann"
    o  an object                                 "described the blast"
    i  an infinitive or a participle             "vowed to return", "denies knowing him"
    p  a prepositional phrase                    "called for calm", "spoke of a plot"
    a  the object is the one addressed           "told reporters that", "urged voters to stay"
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb attributes: its kind and the constructions it takes (letters above)."""

    kind: str  # speech, stance, thought, wish, finding
    takes: str


_CLASSES: dict[tuple[str, str], str] = {
    ("speech", "co"): """
        say state declare add note report remark mention claim allege assert contend maintain
        suggest acknowledge admit concede confess confirm deny explain reveal disclose repeat
        reiterate emphasize emphasise stress estimate predict forecast write tweet affirm proclaim
        announce recount relate recall testify volunteer retweet opine interject underline
        underscore profess posit postulate intimate divulge""",
    ("speech", "c"): """
        reply respond answer retort counter shout yell scream chant cry whisper mutter joke quip
        boast brag crow complain lament gripe grumble protest quote muse exclaim continue observe
        attest speculate theorize theorise hint argue reason gush thunder snap sneer
        scoff rejoin caution bemoan grouse vent reflect marvel sigh murmur insist moan hiss deadpan
        blog comment swear imply insinuate rant""",
    ("speech", "cap"): """
        tell inform notify remind assure convince persuade brief""",
    ("speech", "cai"): "warn ask urge advise beg implore exhort plead beseech",
    ("speech", "ai"): "encourage order command instruct lobby press pressure challenge dare",
    ("speech", "coi"): """
        promise pledge vow threaten offer propose demand request recommend agree""",
    ("speech", "op"): """
        discuss cite outline detail describe call label brand dub characterize characterise
        portray depict paint reference invoke term quote address""",
    ("speech", "cp"): "call point",
    ("speech", "p"): """
        talk refer allude testify elaborate apologize apologise inquire enquire
        complain preach joke lie respond object react lash rail rant speak comment""",
    ("stance", "op"): """
        criticize criticise blast slam denounce condemn decry deride mock ridicule chide scold
        rebuke berate lambaste castigate accuse blame fault dismiss reject refute rebut dispute
        praise hail laud applaud commend thank congratulate compliment tout trumpet extol honor
        question defend endorse advocate champion insult disparage belittle deplore
        repudiate disavow renounce oppose support back favor favour attack assail bash excoriate
        skewer vilify downplay minimize exaggerate mischaracterize denigrate reprimand
        welcome celebrate taunt heckle boo promote demonize demonise liken contradict
        discredit undercut jeer cheer vouch lampoon challenge embrace""",
    ("finding", "co"): """
        show find conclude determine discover rule indicate signal suggest project calculate
        demonstrate establish""",
    ("thought", "c"): """
        think believe feel know suspect doubt fear worry assume suppose guess imagine wonder
        realize realise understand reckon figure insist presume trust remember""",
    (
        "thought",
        "op",
    ): "see consider regard view envision envisage foresee perceive anticipate weigh",
    ("thought", "o "): "admire respect hate loathe resent distrust prefer fear",
    ("wish", "ci"): "hope wish expect decide prefer",
    ("wish", "i"): "want plan intend seek refuse decline aim",
    ("wish", "p"): "push vote campaign argue agree disagree side focus insist",
}


def _table() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for (kind, takes), words in _CLASSES.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), Cue(kind, takes.strip()))
    return table


VERBS = _table()

# The small lemmatiser takes the final e away where it should not.
REPAIRS = {"hop": "hope", "not": "note", "stat": "state", "cit": "cite", "writ": "write",
           "quot": "quote", "declar": "declare", "accord": "accord"}  # fmt: skip

# "the claim that", "a statement that", "calls for": nouns whose complement is a content.
NOUNS = frozenset(
    """claim statement allegation accusation assertion report suggestion announcement warning
    contention argument admission denial belief suspicion fear hope concern prediction rumor rumour
    opinion notion promise pledge vow complaint remark comment proposal decision conclusion
    finding insistence threat call demand charge criticism view assurance testimony estimate
    question revelation acknowledgment speculation case apology support opposition doubt
    disappointment disapproval approval praise optimism interest outrage confidence frustration
    condemnation defense defence reference endorsement pitch plea appeal verdict ruling""".split()
)

# Verbs that lend their subject to such a noun: "made the claim", "voiced concern".
LIGHT = frozenset(
    """make issue release deliver give express voice raise offer repeat launch level draw sound have
    reiterate send spell file lodge present mount""".split()
)

# Adverbs that attribute the clause they stand in to nobody.
ADVERBS = frozenset("reportedly allegedly supposedly purportedly".split())

# "it is believed", "was reported": passives that attribute without a source.
HEARSAY = frozenset(
    """say report believe think allege understand expect know claim suspect rumor rumour fear
    consider estimate assume accuse reckon""".split()
)

# Verbs that report how things seem; the one to whom they seem goes unnamed.
SEEMING = frozenset("seem appear".split())

# Participles by which one who spoke goes on: "said …, adding that …".
GOING_ON = frozenset("add say note warn stress insist explain claim cite vow argue call".split())
