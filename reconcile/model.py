"""Every type that flows through the pipeline, from a report as read to a reconciliation as judged.

One file of nouns, longer than the others because the whole language stands in it: all types are
frozen and slotted, hold tuples, and neither read files nor render. Positions are made once, with
the thing they belong to: a `Span` is always a half-open range of characters of `Report.text`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open character range of a report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether two spans of one text share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------- reports as read


class BlockKind(StrEnum):
    """What a block of a report is for."""

    HEADER = "header"  # a date and source line that is not prose
    HEADLINE = "headline"
    DATELINE = "dateline"  # "BAGHDAD (AP) —" at the head of a paragraph
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"  # "(With inputs from …)", "(AP Photo/…)", "--Reuters"
    BYLINE = "byline"
    NOTICE = "notice"  # "UPDATE 2-", "(Corrects paragraph 2 to say …)", "Eds: …"


BOILERPLATE = frozenset(
    {
        BlockKind.HEADER,
        BlockKind.DATELINE,
        BlockKind.CAPTION,
        BlockKind.CREDIT,
        BlockKind.BYLINE,
        BlockKind.NOTICE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report with one purpose; blocks are in text order and never overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out: a day, and the moment where it is known."""

    day: dt.date
    at: dt.datetime | None = None
    origin: str = ""  # "front matter", "header", "dateline", "sidecar", "option"
    with_year: bool = False  # the reports compared are so far apart that a day needs its year


class NoticeKind(StrEnum):
    """What an agency or a desk tells its editors about a text."""

    UPDATE = "update"  # "UPDATE 2-…", "(Adds details)"
    WRITETHRU = "write-thru"  # "2nd Ld-Writethru"
    CORRECTION = "correction"  # "CORRECTS toll to 11, not 14"
    KILL = "kill"  # the text is withdrawn and must not be used
    ADVISORY = "advisory"  # anything else that is said to editors


@dataclass(frozen=True, slots=True)
class Notice:
    """What a report says of itself as a text: that it is a later version, corrected, withdrawn."""

    kind: NoticeKind
    span: Span
    number: int = 0  # of "UPDATE 2", "2nd Ld"; 0 when none is given
    wrong: Span | None = None  # the words that a correction takes back: "14"
    right: Span | None = None  # those that it puts in their place: "11 dead"


class Status(StrEnum):
    """What its publisher allows to be done with a text."""

    USABLE = "usable"
    WITHHELD = "withheld"  # for now
    CANCELED = "canceled"  # withdrawn for good: it must not be used


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a run of a report's text stands in the file it was read from; 0 and "" are unknown."""

    span: Span  # of the report's text
    line: int = 0  # of its first character, from 1
    column: int = 0  # in characters, from 1
    page: int = 0  # from 1, in formats that have pages
    path: str = ""  # of the element: an XPath, a JSON pointer, the name of a column
    literal: bool = False  # the run stands in the file character for character, line ends included


@dataclass(frozen=True, slots=True)
class Locus:
    """A place in a file as it was given, for whoever has to find it there; 0 and "" are unknown."""

    file: str
    part: str = ""  # the item of a feed, the member of an archive, the line of a table
    line: int = 0  # from 1
    column: int = 0  # in characters, from 1
    end_line: int = 0
    end_column: int = 0  # after the last character
    page: int = 0  # from 1
    path: str = ""


@dataclass(frozen=True, slots=True)
class Wire:
    """An agency that a desk has added to the known ones, where a report names it."""

    agency: str
    span: Span  # of the name; empty at 0 where the report is the agency's own


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's account as read: source, publication time, dateline and the text itself."""

    file: str  # as given
    text: str
    id: str = ""  # "A", "B", … given when reports are compared
    source: str = ""  # the outlet; empty when nothing names it
    published: Published | None = None
    place: str = ""  # of the dateline
    title: str = ""
    agencies: tuple[str, ...] = ()  # agencies credited anywhere in header, dateline or credits
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    sha256: str = ""  # of the text, encoded as UTF-8
    warnings: tuple[str, ...] = ()  # what the reader had to assume, one sentence each
    notices: tuple[Notice, ...] = ()  # in text order
    format: str = "text"  # the reader's name
    part: str = ""  # which item, member or line of the file, where it holds several reports
    byline: str = ""
    credit: str = ""  # as the format gives it
    urgency: int = 0  # 1 (flash) to 9, as agencies count; 0 is not given
    item: str = ""  # the publisher's own name of the story, the same in all its versions
    version: int = 0  # of the item, from 1; 0 is not given
    status: Status = Status.USABLE
    embargo: dt.datetime | None = None  # not to be published before
    language: str = ""  # as the format gives it: "en-GB"
    map: tuple[Stretch, ...] = ()  # in text order; empty when the text is the file's own
    wires: tuple[Wire, ...] = ()  # in text order


# ---------------------------------------------------------------- language


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence, with its place in the report's text and in the dependency tree."""

    i: int  # index within the sentence
    span: Span
    text: str
    lemma: str  # lower case
    pos: str  # universal part of speech
    tag: str  # Penn Treebank tag
    dep: str  # dependency label, ClearNLP/spaCy style
    head: int  # index of the head; its own index at a root
    entity: str  # entity label of the token, "" outside entities
    entity_starts: bool  # True on the first token of an entity
    children: tuple[int, ...] = ()  # indices of the dependents, in text order


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one sentence; `parse.tokens[k].i == k`."""

    tokens: tuple[Token, ...] = ()

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    @property
    def wording(self) -> tuple[object, ...]:
        """Return the words with their tags and the tree: equal in all copies of a sentence."""
        return tuple(
            [(t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity) for t in self.tokens]
        )

    def head(self, token: Token) -> Token:
        """Return the token's head (itself at a root)."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the dependents, all of them or those with one of the labels."""
        found = [self.tokens[i] for i in token.children]
        return tuple([t for t in found if t.dep in deps] if deps else found)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return the token and all below it, in text order."""
        found, stack = [token.i], list(token.children)
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.tokens[i].children)
        return tuple(self.tokens[i] for i in sorted(found))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield head, head of head, … up to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that overlap a span of the text."""
        start, end = span.start, span.end
        return tuple([t for t in self.tokens if t.span.start < end and start < t.span.end])


# ---------------------------------------------------------------- facts


class QuantityKind(StrEnum):
    """What a number is the measure of."""

    COUNT = "count"  # 25 fighters
    MEASURE = "measure"  # 5 m, 6.1 magnitude
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"  # two-thirds, 1 in 5
    ORDINAL = "ordinal"  # third
    AGE = "age"
    DURATION = "duration"
    RATE = "rate"  # 60 km/h, 15 a year
    BARE = "bare"  # a number that counts nothing we can name (scores, route numbers)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a closed interval, with its unit and what it counts.

    `low` and `high` are in `unit`; `high` may be `math.inf`. "dozens" is [24, 99], "at least
    three" is [3, inf) with bound "at least", "half a dozen" is [6, 6].
    """

    span: Span  # number, bound words and unit, without the counted noun
    value: float  # the number printed (the lower end of a range)
    low: float
    high: float
    kind: QuantityKind
    unit: str = ""  # canonical singular name: "metre", "dollar", "percentage"; "" for counts
    counted: str = ""  # lemma of the noun counted: "fighter"
    counted_span: Span | None = None
    bound: str = "exact"  # exact, about, at least, at most, more than, less than, between, vague
    change: str = ""  # up, down: "rose by 5", "fell to 3"; "" otherwise
    token: int = -1  # index of the number's main token in the sentence's parse
    restated: bool = False  # says the one before it in another unit: "5 meters (16 feet)"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time, as TIMEX3 type and value, and as an interval where it resolves.

    `begin` and `end` are naive local wall-clock moments, half-open; both None where the expression
    cannot be placed (durations, sets, vague references).
    """

    span: Span
    type: str  # DATE, TIME, DURATION, SET (TIMEX3)
    value: str  # ISO 8601 in TIMEX3 dress: 2019-12-31, 2019-W52, P3D, PAST_REF, XXXX-WXX-7
    begin: dt.datetime | None = None
    end: dt.datetime | None = None
    relative: bool = False  # resolved against the publication date
    zone: str = ""  # "GMT", "local", "" when not said


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"  # nationalities, religious and political groups
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name; equal `key` means the same bearer within one comparison."""

    span: Span
    kind: NameKind
    text: str  # as printed
    key: str  # folded, de-titled, transliterated: "kataib hezbollah"
    head: int = -1  # index of the head token in the parse


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, and who speaks them."""

    span: Span  # with the marks
    words: Span  # without them
    speaker: Span | None = None  # in the same report, often the same sentence
    fragment: bool = False  # a part of a sentence set in marks, not a whole statement


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's word for something: source, cue and content, each a list of spans.

    After the PolNeAR guidelines (Newell, Margolin and Ruths 2018). An empty source means that the
    text attributes without naming ("it was reported").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str = ""  # key of the resolved source: "syrian observatory for human rights"
    kind: str = "speech"  # speech, stance (criticised, backed), finding, thought, wish


class Factuality(StrEnum):
    """How certain a report is that something holds (FactBank, Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    DENIED = "CT-"
    PROBABLE = "PR+"
    IMPROBABLE = "PR-"
    POSSIBLE = "PS+"
    POSSIBLY_NOT = "PS-"
    UNKNOWN = "Uu"


@dataclass(frozen=True, slots=True)
class Stance:
    """The factuality of one predicate and the words that give it."""

    token: int  # index of the predicate in the parse
    factuality: Factuality
    cues: tuple[Span, ...] = ()  # hedges and negations, empty for a flat statement
    future: bool = False  # announced or planned, not yet done


class EventKind(StrEnum):
    """How the event of a claim stands to the incident."""

    MAIN = "main"  # the incident itself
    EARLIER = "earlier"
    LATER = "later"
    SIMILAR = "similar"  # one like it, elsewhere
    TOTAL = "total"  # a sum over many events
    OTHER = "other"  # not known to be the incident


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant of a claim in its role."""

    role: str  # agent, patient, recipient, or the preposition that joins it
    span: Span  # the whole phrase
    head: int  # index of its head token in the parse
    lemma: str
    key: str  # of the name it stands for or is; lemma where it is no name


@dataclass(frozen=True, slots=True)
class Claim:
    """One predication of a sentence."""

    sentence: int  # index into Account.sentences
    span: Span  # the clause
    token: int  # index of the predicate in the parse
    predicate: str  # lemma
    sense: str  # incident class, "" when the lexicon has none: killing, injury, arrest …
    participants: tuple[Participant, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Name, ...]
    stance: Stance
    attribution: Attribution | None
    event: EventKind = EventKind.MAIN  # which event it is about; set by `events/frames.py`
    begin: dt.datetime | None = None  # when that event was, half-open, where it can be told
    end: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of running text, with its parse and its facts."""

    index: int
    span: Span
    block: BlockKind
    parse: Parse = Parse()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    stances: tuple[Stance, ...] = ()

    @property
    def news(self) -> bool:
        """Tell whether the sentence is compared: not a caption, credit or other boilerplate."""
        return self.block not in BOILERPLATE


@dataclass(frozen=True, slots=True)
class Account:
    """What was understood of one report; `sentences[k].index == k`."""

    report: Report
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...] = ()
    by_sentence: Mapping[int, tuple[Claim, ...]] = field(init=False, repr=False, compare=False)
    # beginnings of quotations, sorted, and how far the quotations that have begun there reach
    quoted: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what checks ask for again and again: the claims of a sentence, what is quoted."""
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence, []).append(claim)
        object.__setattr__(self, "by_sentence", {k: tuple(v) for k, v in found.items()})
        words = sorted(q.words for s in self.sentences for q in s.quotations)
        reach = accumulate((w.end for w in words), max)
        starts = (w.start for w in words)
        object.__setattr__(self, "quoted", tuple(zip(starts, reach, strict=True)))

    def words(self, span: Span) -> str:
        """Return the report's words at a span."""
        return span.of(self.report.text)

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a character with a span; they are in order of text."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.span.end)
        last = bisect_left(self.sentences, span.end, key=lambda s: s.span.start)
        return self.sentences[first:last]

    def claims_in(self, sentence: int) -> tuple[Claim, ...]:
        """Return the claims of the sentence with an index, in the order of all claims."""
        return self.by_sentence.get(sentence, ())

    def in_quotation(self, span: Span) -> bool:
        """Tell whether a span stands between quotation marks, wherever the quotation began."""
        begun = bisect_right(self.quoted, span.start, key=itemgetter(0))
        return begun > 0 and self.quoted[begun - 1][1] >= span.end


# ---------------------------------------------------------------- events and alignment


class Place(NamedTuple):
    """A sentence of one report, named by the report's id and the sentence's index.

    A tuple, where all other types are dataclasses: places are the keys by which links, rows and
    findings are looked up, millions of times with many reports, and a tuple is hashed faster.
    """

    report: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claim answers: the value it gives for a slot of an event."""

    slot: str  # "toll killed", "magnitude", "when", "where", "claimed by" …
    event: str  # key of the event; equal keys mean the same event in every report
    where: Place
    span: Span  # the words that give the value
    value: str  # as printed
    key: str  # normalised: equal keys are equal values
    low: float = 0.0  # of a number or a time (POSIX seconds of naive local time)
    high: float = 0.0
    bound: str = "exact"
    group: str = ""  # who or what is meant, when narrower than the slot: "child"
    factuality: Factuality = Factuality.CERTAIN
    speaker: str = ""  # key of the source on whose word it is told
    said: tuple[Span, ...] = ()  # the words that name the source
    earlier: bool = False  # the words say that it is an earlier figure: "earlier put at"


class Link(NamedTuple):
    """Two sentences of different reports that tell the same thing; a tuple as places are."""

    a: Place
    b: Place
    score: float  # calibrated: of links with score 0.8, four of five are true
    grounds: tuple[str, ...] = ()  # what speaks for it, in plain words


@dataclass(frozen=True, slots=True)
class Alignment:
    """The overlapping graph of sentence pairs; free of the order of reports."""

    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one sentence of one report says in a row."""

    where: Place
    span: Span
    value: str = ""  # as printed, empty where the row compares whole sentences
    key: str = ""


class Verdict(StrEnum):
    """What the reports establish together about a row."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    SINGLE_REPORT = "single-report"
    UNCERTAIN = "uncertain"
    UPDATED = "updated"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True)
class Carried:
    """One of the values that the reports give in a row, and who carries it."""

    key: str  # "" where the row is of whole sentences that tell the same
    value: str  # as first printed
    reports: tuple[str, ...]
    origins: tuple[str, ...]  # independent of each other; agreement is counted by these


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the fact-by-report grid; a report without a cell is silent."""

    subject: str  # in plain words, from the first report that tells it
    cells: tuple[Cell, ...]
    slot: str = ""  # empty where the row is sentences that tell the same thing
    event: str = ""
    verdict: Verdict = Verdict.SINGLE_REPORT
    origins: tuple[str, ...] = ()  # those that carry its value; of several, the best carried
    carried: tuple[Carried, ...] = ()  # each value, the best carried first
    stale: tuple[str, ...] = ()  # reports that still carry what was corrected or withdrawn


# ---------------------------------------------------------------- lineage


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two or more reports share as copy: one stretch in each of them."""

    stretches: tuple[tuple[str, Span], ...]  # report id and span, in order of reports
    words: int  # length in words
    origin: str = ""  # name of the agency it is traced to, "" when nothing names one


@dataclass(frozen=True, slots=True)
class Origin:
    """A text from which reports were cut, or a report's own reporting."""

    name: str  # "AP", "own reporting of B", "unnamed shared text"
    reports: tuple[str, ...]  # ids of the reports that carry it
    why: str  # "credit in A's header; 11 shared sentences"
    perhaps: tuple[str, ...] = ()  # agencies whose text it may be, as its report credits them


class Level(StrEnum):
    """How much one text was made from another (Clough and Stevenson 2011)."""

    INDEPENDENT = "independent"
    HEAVY = "heavily revised"  # rephrased, sentences split, joined and moved
    LIGHT = "lightly revised"  # words exchanged, order kept
    COPY = "near copy"  # whole or in parts


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two reports that share copy, and how much; pairs that share none have no kinship."""

    a: str
    b: str
    share_a: float  # of a's news words that are b's, 0 to 1
    share_b: float
    level: Level
    passages: tuple[int, ...]  # indices into Lineage.passages


@dataclass(frozen=True, slots=True)
class Derivation:
    """An edge of the graph of origins: what a report, or a part of it, was cut from."""

    report: str
    source: str  # id of a report, or the name of a text that nobody supplied
    unseen: bool  # True for a text that nobody supplied
    share: float  # of the report's news words that it accounts for, 0 to 1
    passages: tuple[int, ...]  # indices into Lineage.passages; empty where a credit alone says it
    why: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Shared copy and origins of the reports of one incident."""

    passages: tuple[Passage, ...] = ()
    origins: tuple[Origin, ...] = ()
    # for each report: which sentences are which origin's, as (place, origin name)
    sentences: tuple[tuple[Place, str], ...] = ()
    kinships: tuple[Kinship, ...] = ()  # one for each pair that shares copy
    derivations: tuple[Derivation, ...] = ()


# ---------------------------------------------------------------- checks


class Relation(StrEnum):
    """How the values of a finding stand to each other."""

    CONFLICT = "conflict"  # both cannot hold
    UPDATE = "update"  # the later report supersedes the earlier
    REFINEMENT = "refinement"  # one is more precise
    VARIANT = "variant"  # same fact, other words


class Severity(StrEnum):
    """How loud a divergence is."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one report that a finding rests on."""

    where: Place
    span: Span
    value: str  # as a reader would say it: "25 (AP)", "not known"
    key: str  # normalised; reports with equal keys agree
    marks: tuple[Span, ...] = ()  # the differing words inside the sentence


class Aspect(StrEnum):
    """What the two sides of every finding are asked, whatever check found it."""

    CONTEXT = "context"  # are the sentences linked, and are both about the incident
    PREDICATE = "predicate"
    PARTICIPANTS = "participants"
    TIME = "time"
    PLACE = "place"


class Standing(StrEnum):
    """How two sides stand to each other in one aspect."""

    SAME = "same"
    OPEN = "open"  # one side does not say, or nothing shows it
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Ground:
    """One aspect of the proof that two sides have one subject, with the words it rests on."""

    aspect: Aspect
    standing: Standing
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw: one a slot, with every report's value."""

    kind: str
    relation: Relation
    subject: str  # in plain words: "people killed"
    reason: str  # one sentence that a sub-editor would accept
    evidence: tuple[Evidence, ...]
    slot: str = ""  # part of the fingerprint
    grounds: tuple[str, ...] = ()  # why both sides speak of the same thing
    confidence: float = 1.0
    minor: bool = False  # known to be a note whatever the relation (a credit made generic)
    proof: tuple[Ground, ...] = ()  # every aspect, asked alike of all findings of two reports
    decided: str = ""  # why a conflict or an update: "B is a day later"


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Values that came close to a finding, and what was missing to prove that they clash.

    The record of a decision, made by the check that took it: never worked out afterwards.
    """

    kind: str  # of the finding it would have been
    subject: str
    reason: str  # what could not be decided, in one sentence
    evidence: tuple[Evidence, ...]
    grounds: tuple[str, ...] = ()  # what spoke for one subject


Seen = Finding | NotCompared  # what a check yields


@dataclass(frozen=True, slots=True)
class Divergence:
    """A finding stamped with severity and fingerprint."""

    finding: Finding
    severity: Severity
    fingerprint: str  # 12 hexadecimal digits


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as one report tells it."""

    report: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Parallel:
    """Claims of two or more reports that tell the same thing of the same event."""

    told: tuple[Told, ...]  # in order of reports and text
    score: float  # of the weakest pair
    grounds: tuple[str, ...] = ()  # what makes them the same subject, in plain words


@dataclass(frozen=True, slots=True)
class Leeway:
    """How far two figures of one unit or noun may lie apart and still agree."""

    of: str  # a unit, a noun that is counted, what a toll counts; "" is any other
    relative: float  # of the larger figure
    absolute: float  # in the unit


@dataclass(frozen=True, slots=True)
class Desk:
    """What a desk has settled: how near is near enough, and which words take sides."""

    leeways: tuple[Leeway, ...] = ()
    minutes: int = 0  # that two clock times may lie apart and still agree
    loaded: tuple[tuple[str, str], ...] = ()  # a plain word and a loaded one for the same


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a check may look at."""

    accounts: tuple[Account, ...]
    alignment: Alignment
    answers: tuple[Answer, ...]  # of the incident's slots, in order of reports and text
    rows: tuple[Row, ...]
    lineage: Lineage
    parallels: tuple[Parallel, ...] = ()
    desk: Desk = Desk()
    by_report: Mapping[str, Account] = field(init=False, repr=False, compare=False)
    by_link: Mapping[tuple[Place, Place], float] = field(init=False, repr=False, compare=False)
    answered: Mapping[str, tuple[Answer, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index accounts and answers by report, links by their ends: checks ask for them all the time."""
        object.__setattr__(self, "by_report", {a.report.id: a for a in self.accounts})
        scores: dict[tuple[Place, Place], float] = {}
        for link in self.alignment.links:
            ends = (link.a, link.b) if link.a < link.b else (link.b, link.a)
            scores[ends] = max(link.score, scores.get(ends, 0.0))
        object.__setattr__(self, "by_link", scores)
        answered: dict[str, list[Answer]] = {}
        for answer in self.answers:
            answered.setdefault(answer.where.report, []).append(answer)
        object.__setattr__(self, "answered", {r: tuple(found) for r, found in answered.items()})

    def account(self, report: str) -> Account:
        """Return the account of the report with an id."""
        return self.by_report[report]

    def sentence(self, where: Place) -> Sentence:
        """Return the sentence at a place."""
        return self.by_report[where.report].sentences[where.sentence]

    def score(self, a: Place, b: Place) -> float:
        """Return the score of the link between two sentences, 0 where they are not linked."""
        return self.by_link.get((a, b) if a < b else (b, a), 0.0)

    def answers_of(self, report: str) -> tuple[Answer, ...]:
        """Return the answers that the report with an id gives, in the order of its text."""
        return self.answered.get(report, ())


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The result of one call: what the reports say, and where they diverge."""

    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]  # in story order
    divergences: tuple[Divergence, ...]  # worst first
    lineage: Lineage
    comparable: bool
    why: str  # "13 facts compared", or why nothing could be compared
    apart: tuple[str, ...] = ()  # ids of reports that do not belong with the others
    not_compared: tuple[NotCompared, ...] = ()  # what came close to a finding, in story order
    remarks: tuple[str, ...] = ()  # what limits the result: dates that are missing
    answers: tuple[Answer, ...] = ()  # of the incident's slots, in order of reports and text


# ---------------------------------------------------------------- the fact sheet and the timeline


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report."""

    report: str
    span: Span


class PieceKind(StrEnum):
    """Where the words of a statement come from."""

    WORDS = "words"  # as the first of its quotes prints them
    VALUE = "value"  # the normalised value of its quotes
    FRAME = "frame"  # the sheet's own, of a closed list: "at least", "between"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a statement, and the words of the reports that it comes from."""

    text: str
    kind: PieceKind
    quotes: tuple[Quote, ...] = ()  # none for a frame
    disputed: bool = False  # other reports have it otherwise


@dataclass(frozen=True, slots=True)
class Saying:
    """That one report gives a value, in which words, on whose word and when."""

    where: Place
    span: Span  # the words that give the value
    value: str  # as printed
    key: str
    source: tuple[Span, ...] = ()  # the words that name who says it
    origin: str = ""
    factuality: Factuality = Factuality.CERTAIN
    earlier: bool = False  # the words say that it is an earlier figure
    low: float = 0.0
    high: float = 0.0
    bound: str = "exact"


@dataclass(frozen=True, slots=True)
class Voiced:
    """One of the values that the reports give, and all who say it."""

    key: str
    sayings: tuple[Saying, ...]
    origins: tuple[str, ...]  # independent of each other


class LineKind(StrEnum):
    """What a line of a fact sheet holds."""

    ANSWER = "answer"  # a value for a slot of the incident
    TOLD = "told"  # what sentences of several reports tell alike
    ALONE = "alone"  # what one report tells


class Basis(StrEnum):
    """How the safe common version of a line came about."""

    SAME = "same value"  # all origins give it
    BOUND = "common bound"  # the narrowest that holds the value of every origin
    LEAST = "least precise"  # one origin's value, which those of all others bear out
    WORDS = "common words"  # of one report, without what another origin does not bear out
    ONE = "one origin"  # nobody else tells it
    NONE = "no common version"


class Sureness(StrEnum):
    """How sure it is that the reports of a line tell one fact, in words."""

    HIGH = "high"  # nine of ten such lines, or more
    GOOD = "good"  # seven of ten
    FAIR = "fair"  # every second
    LOW = "low"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One fact: what every origin that tells it supports, and what each of them says."""

    subject: str  # in plain words; empty where the statement speaks for itself
    kind: LineKind
    statement: tuple[Piece, ...]  # empty where there is no common version
    basis: Basis
    voiced: tuple[Voiced, ...]  # each value, the best carried first
    reports: tuple[str, ...]  # that tell it
    origins: tuple[str, ...]  # that support the statement, independent of each other
    verdict: Verdict
    confidence: float  # that those reports do tell one fact, from 0 to 1
    sureness: Sureness  # the same in words
    latest: Saying | None = None  # of a figure that changed
    stale: tuple[str, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What several reports establish together, one line a fact."""

    of: Reconciliation
    lines: tuple[SheetLine, ...]  # answers to the main questions, what is told alike, the rest


@dataclass(frozen=True, slots=True)
class Mention:
    """Where one report tells an event with its time."""

    where: Place
    span: Span  # the clause
    time: Span  # the words of time
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated or timed event, as an interval, and the reports that carry it."""

    begin: dt.datetime | None  # naive local, half-open; None where it cannot be placed
    end: dt.datetime | None
    event: EventKind
    statement: tuple[Piece, ...]
    mentions: tuple[Mention, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How a figure changed: who gave which value, in order of publication."""

    subject: str
    slot: str
    steps: tuple[Saying, ...]  # those of reports without a date last


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when, as several reports tell it, and how the figures changed."""

    of: Reconciliation
    moments: tuple[Moment, ...]  # in order of time
    unplaced: tuple[Moment, ...]  # whose time no report's date resolves, in order of text
    courses: tuple[Course, ...]


# ---------------------------------------------------------------- the gate


@dataclass(frozen=True, slots=True)
class Entry:
    """A divergence that somebody accepted: one entry of the baseline."""

    fingerprint: str
    kind: str
    subject: str
    words: tuple[str, ...]  # of each side, as they stood when it was accepted
    reason: str
    who: str = ""
    on: dt.date | None = None
    until: dt.date | None = None  # the last day on which it counts
    file: str = (
        ""  # the submission, from the baseline's folder; "#" and the part where it has several
    )


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why a divergence does not count against a submission."""

    by: str  # "baseline", "front matter", "sidecar"
    reason: str
    who: str = ""
    on: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a text's own front matter or sidecar tells the gate to leave alone."""

    kind: str
    reason: str
    at: Locus
    by: str  # "front matter", "sidecar"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words of a report on file that a submission is held against."""

    report: Report
    words: str
    at: Locus


@dataclass(frozen=True, slots=True)
class Query:
    """What a desk asks the writer of a submission: a divergence, told from the submission's side."""

    divergence: Divergence
    message: str  # "you say 24 killed; AP and Reuters, 2 origins, say 25"
    words: str  # of the submission
    at: Locus  # of these words
    others: tuple[Elsewhere, ...]
    accepted: Accepted | None = None
    fails: bool = False  # whether it is at or above the bar, and nobody accepted it


class Outcome(StrEnum):
    """What became of a submission."""

    CLEAN = "clean"
    FAILED = "failed"
    UNMATCHED = "no report on file"  # nothing on file tells of its incident
    UNREADABLE = "unreadable"
    REFUSED = "refused"  # not to be published: embargoed, withheld, canceled


@dataclass(frozen=True, slots=True)
class Submission:
    """One text handed in, and what the reports on file say to it."""

    file: str
    outcome: Outcome
    report: Report | None = None  # None when it could not be read
    against: tuple[Report, ...] = ()  # the reports on file of the same incident
    left_out: int = 0  # reports on file of other incidents
    queries: tuple[Query, ...] = ()  # in order of the submission's text
    unused: tuple[Waiver, ...] = ()  # that excuse nothing
    note: str = ""  # why it could not be compared, in a sentence; "" when it could


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of one run of the gate."""

    submissions: tuple[Submission, ...]  # in order of their files
    stale: tuple[Entry, ...] = ()  # entries of the baseline that no divergence meets any more
    expired: tuple[Entry, ...] = ()  # those that met one after their last day
