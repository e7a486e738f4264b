"""Make the timeline: what happened when, merged over reports, and the course of figures.

A claim whose own words give a time is a mention. Mentions are one moment where the reports tell one
thing (a claim that several tell, or sentences linked) and their times can be one. A moment's interval
is what all its mentions allow; a time without hour is its whole day, "in September" the whole month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.events.happenings import happening
from reconcile.events.moments import fineness, hangs_on, moment, window
from reconcile.lineage.naming import by_id
from reconcile.model import (
    Account,
    Claim,
    Comparison,
    EventKind,
    Mention,
    Moment,
    Piece,
    PieceKind,
    Place,
    Quote,
    Reconciliation,
    Sentence,
    Span,
    Time,
    Timeline,
    Told,
)
from reconcile.text.fold import flat
from reconcile.verdict.courses import courses
from reconcile.verdict.sayings import Ground, carrying, ground

SAME = 0.5  # score from which linked sentences with one day and one act tell one moment
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
LONG = dt.timedelta(days=400)  # longer intervals place nothing: "in the 1990s"


MERGED = 0.9  # score of copies, whatever verb they have
_OPEN = re.compile(
    r"\b(?P<near>(?:shortly|just|moments|minutes|soon|right|a little)\s+)?"
    r"(?:since|until|till|by|before|after|from|past|beyond)\s+(?:the |early |late |mid-?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A claim of a report, and the time its words give."""

    told: Told
    time: Time
    where: Place
    begin: dt.datetime | None
    end: dt.datetime | None
    happening: str = ""  # what sort of incident the claim tells of as its own


Hours = tuple[dt.datetime | None, dt.datetime | None]


def timeline(comparison: Comparison, reconciliation: Reconciliation) -> Timeline:
    """Return the timeline of reports that were compared; empty where nothing was."""
    if not reconciliation.comparable:
        return Timeline(reconciliation, (), (), ())
    known = ground(comparison, reconciliation.divergences)
    timed = [t for account in comparison.accounts for t in _timed(account)]
    moments = [_moment(group, known) for group in _groups(timed, known)]
    placed = [m for m in moments if m.begin is not None]
    return Timeline(
        of=reconciliation,
        moments=tuple(sorted(placed, key=_order)),
        unplaced=tuple(m for m in moments if m.begin is None),
        courses=courses(reconciliation.rows, known),
    )


def _order(moment: Moment) -> tuple[dt.datetime, dt.datetime, tuple[int, str], int]:
    assert moment.begin is not None
    assert moment.end is not None
    first = moment.mentions[0]
    return moment.begin, moment.end, by_id(first.where.report), first.where.sentence


# ---------------------------------------------------------------- claims with a time


def _timed(account: Account) -> Iterator[Timed]:
    """Yield the claims of a report whose own words say when, the innermost claim of each time."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in account.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for sentence in account.sentences:
        if sentence.news:
            for time in _finest(sentence):
                teller = _teller(time, sentence, by_sentence.get(sentence.index, []))
                if teller is not None and _when(time, account):
                    yield _one(account, sentence, teller, time)


def _finest(sentence: Sentence) -> Iterator[Time]:
    """Yield the times of a sentence, but no day beside its hour and no hour said again in GMT."""
    clocks = [t for t in sentence.times if t.type == "TIME"]
    local = [t for t in clocks if t.zone not in _ZONES]
    for time in sentence.times:
        again = time in clocks and time.zone in _ZONES and bool(local)
        hour = time not in clocks and any(_same_day(time, t) for t in clocks)
        if not again and not hour:
            yield time


_ZONES = frozenset({"GMT", "UTC"})


def _same_day(day: Time, hour: Time) -> bool:
    if day.begin is None or day.end is None or hour.begin is None or hour.end is None:
        return False
    return (
        day.begin <= hour.begin
        and hour.end <= day.end
        and abs(day.span.start - hour.span.start) < 40
    )


def _one(account: Account, sentence: Sentence, claim: Claim, time: Time) -> Timed:
    begin, end = _hours(account, sentence, claim, time)
    kind = happening(claim, sentence) if claim.event is EventKind.MAIN else ""
    where = Place(account.report.id, sentence.index)
    return Timed(Told(account.report.id, claim), time, where, begin, end, kind)


def _hours(account: Account, sentence: Sentence, claim: Claim, time: Time) -> Hours:
    """Return the interval of a time with the words before it: "shortly before 8 a.m."."""
    found = moment(claim, time, sentence, flat(account.report.text))
    if found is None or time.begin is None or fineness(found[1]) < 2:
        return time.begin, time.end
    hours = window(found[1])
    midnight = dt.datetime.combine(time.begin.date(), dt.time())
    begin = midnight + dt.timedelta(minutes=hours.low)
    return begin, max(midnight + dt.timedelta(minutes=hours.high), begin + MINUTE)


def _teller(time: Time, sentence: Sentence, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that a time says the when of: the innermost that it hangs on."""
    found = [c for c in claims if hangs_on(sentence.parse, c, time)]
    return min(found, key=lambda c: c.span.end - c.span.start, default=None)


def _when(time: Time, account: Account) -> bool:
    """Tell whether a time is a date or an hour at which something was, and no limit of it."""
    before = _OPEN.search(account.report.text, max(0, time.span.start - 32), time.span.start)
    if before and not before["near"]:
        return False
    if time.type not in {"DATE", "TIME"} or time.value.endswith("_REF"):
        return False
    if time.begin is None or time.end is None:
        return any(c.isdigit() for c in time.value)
    return time.end - time.begin <= LONG


# ---------------------------------------------------------------- one moment


def _groups(timed: Sequence[Timed], known: Ground) -> list[list[Timed]]:
    """Group the mentions of one moment: same telling, and times that can be one."""
    told = _tellings(known)
    groups: list[list[Timed]] = []
    for one in timed:
        home = next((g for g in groups if _joins(one, g, told, known)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _tellings(known: Ground) -> dict[Told, int]:
    """Return for each claim that several reports tell the number of what they tell."""
    return {
        told: k for k, parallel in enumerate(known.comparison.parallels) for told in parallel.told
    }


def _joins(one: Timed, group: Sequence[Timed], told: dict[Told, int], known: Ground) -> bool:
    return all(_can_be_one(one, g) for g in group) and any(
        _one_telling(one, g, told, known) for g in group
    )


def _one_telling(a: Timed, b: Timed, told: dict[Told, int], known: Ground) -> bool:
    if a.where == b.where:
        return a.told == b.told
    if a.told in told and told.get(b.told) == told[a.told]:
        return True
    if a.happening and a.happening == b.happening:
        return True
    if a.where.report == b.where.report:
        return False
    score = known.comparison.score(a.where, b.where)
    return score >= MERGED or (score >= SAME and _one_act(a.told.claim, b.told.claim))


def _one_act(a: Claim, b: Claim) -> bool:
    return a.predicate == b.predicate or bool(a.sense and a.sense == b.sense)


def _can_be_one(a: Timed, b: Timed) -> bool:
    """Tell whether two times share an instant and are as fine; undated, whether they read the same.

    Who says "in the morning" does not bear out 7:40.
    """
    if a.begin is None or a.end is None or b.begin is None or b.end is None:
        return a.time.value == b.time.value
    return a.begin < b.end and b.begin < a.end and _grade(a) == _grade(b)


def _grade(one: Timed) -> int:
    """Return how fine a time is: an hour, a part of a day, a day, a month, longer."""
    steps = [HOUR, 20 * HOUR, 25 * HOUR, 32 * 24 * HOUR]
    return sum(_length(one) > step for step in steps)


def _moment(group: Sequence[Timed], known: Ground) -> Moment:
    best = min(group, key=lambda t: (_length(t), -_reach(t)))
    begin = max((t.begin for t in group if t.begin), default=None)
    end = min((t.end for t in group if t.end), default=None)
    if begin is None or end is None or begin >= end:
        begin, end = best.begin, best.end
    span = _clause(best, known)
    text = known.account(best.where.report).words(span)
    return Moment(
        begin=begin,
        end=end,
        event=best.told.claim.event,
        statement=(Piece(text, PieceKind.WORDS, (Quote(best.where.report, span),)),),
        mentions=tuple(_mentions(group, known)),
        origins=carrying([t.where for t in group], known),
    )


def _mentions(group: Iterable[Timed], known: Ground) -> Iterator[Mention]:
    """Yield where each report tells it, each sentence once."""
    seen: set[Place] = set()
    for one in sorted(group, key=lambda t: (by_id(t.where.report), t.where.sentence)):
        if one.where not in seen:
            seen.add(one.where)
            origin = known.origin.get(one.where, "")
            yield Mention(one.where, _clause(one, known), one.time.span, origin)


def _length(one: Timed) -> dt.timedelta:
    return one.end - one.begin if one.begin and one.end else LONG


def _reach(one: Timed) -> int:
    return one.told.claim.span.end - one.told.claim.span.start


def _clause(one: Timed, known: Ground) -> Span:
    """Return the words of a claim with its subject and its time, without what joins it to others."""
    sentence = known.sentence(one.where)
    parse = sentence.parse
    head = parse[one.told.claim.token]
    while not parse.children(head, "nsubj", "nsubjpass") and head.head != head.i:
        head = parse.head(head)
    tree = parse.subtree(head)
    if tree[0].dep == "mark" or tree[0].tag == "WRB":  # "when it struck", "that it had missed"
        tree = tree[1:]
    start = min(tree[0].span.start, one.time.span.start)
    end = max(tree[-1].span.end, one.time.span.end)
    words = known.account(one.where.report).report.text[start:end]
    return Span(start, start + len(words.rstrip(" ,;")))
