"""Say which event each claim is about: this incident, an earlier or later one, a total, another place.

This is the guard against most false alarms. The incident is what the leads of the reports have in
common: their days and their places. A claim leaves it when its own words say so: a time outside
the incident's days, a place that no lead names, a cue ("a similar attack", "since 2011").
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reconcile.facts.aliases import same_key
from reconcile.model import Account, Claim, EventKind, NameKind, Sentence, Time
from reconcile.text.fold import flat

LEAD = 4  # sentences of news at the top of a report that tell what it is about
DAY = dt.timedelta(days=1)

_SIMILAR = re.compile(
    r"\b(?:similar|previous(?:ly)?|in the past|in recent (?:years|months|weeks)|once before|"
    r"more than once|years? (?:ago|before|earlier)|in another|separate(?:ly)?|elsewhere|meanwhile|"
    r"the latest in a|a string of|a series of|other (?:attacks|bombings|incidents|cases))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:since then|in parts of|across the country|since (?:the|\w+'?s?) ?(?:war|conflict|uprising|revolution|crisis|outbreak|fighting|civil)|"
    r"(?:war|conflict|uprising|insurgency|fighting) (?:has|have|had) (?:killed|claimed|left|cost|displaced|taken)|"
    r"since (?:\w+ )?(?:19|20)\d\d|(?:broke out|erupted|began|started) in (?:\w+ )?(?:19|20)\d\d|"
    r"so far this (?:year|month)|over the (?:past|last) (?:\w+ )?(?:years|decade|months)|"
    r"(?:five|six|seven|eight|nine|\w+)-year(?:-old)? (?:civil )?(?:war|conflict))\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"^\W*(?:that|those|it|they|the same)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|until|till|by|before|after|from)\s+(?:\w+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Incident:
    """What the leads have in common: the days it may have happened on, and its places."""

    first: dt.datetime | None
    last: dt.datetime | None  # exclusive
    places: tuple[str, ...]  # name keys
    day: str = ""  # the day that most leads name


def place_events(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts with every claim's event set."""
    incident = find_incident(accounts)
    return tuple(_place(account, incident) for account in accounts)


def find_incident(accounts: Sequence[Account]) -> Incident:
    """Return days and places of the incident, from the leads of all reports."""
    days = [day for account in accounts if (day := main_day(account)) is not None]
    published = [
        dt.datetime.combine(a.report.published.day, dt.time())
        for a in accounts
        if a.report.published
    ]
    places = dict.fromkeys(
        name.key
        for account in accounts
        for sentence in lead(account)
        for name in sentence.names
        if name.kind in {NameKind.PLACE, NameKind.GROUP}
    )
    return Incident(
        first=min(days, default=None),
        last=max([*days, *published], default=None) and max([*days, *published]) + DAY,
        places=tuple(places),
        day=_most_common(lead_day(account) for account in accounts),
    )


def _most_common(days: Iterable[str]) -> str:
    """Return the day named most often, the earliest of equals; "" where none is named twice."""
    counts = Counter(day for day in days if day)
    day, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return day if count > 1 else ""


def lead(account: Account) -> list[Sentence]:
    """Return the sentences at the top of a report that tell what it is about."""
    return [s for s in account.sentences if s.news][:LEAD]


def main_day(account: Account) -> dt.datetime | None:
    """Return the day on which a report's lead sets its event; its publication day if none is told."""
    published = account.report.published
    latest = dt.datetime.combine(published.day, dt.time()) + DAY if published else None
    for sentence in lead(account):
        for time in sentence.times:
            if is_day(time) and time.begin and (latest is None or time.begin < latest):
                day = dt.datetime.combine(time.begin.date(), dt.time())
                if latest is None or latest - day < dt.timedelta(days=8):
                    return day
    return latest - DAY if latest else None


def is_day(time: Time) -> bool:
    """Tell whether a time is a day or a part of one."""
    return (
        time.type in {"DATE", "TIME"}
        and time.begin is not None
        and time.end is not None
        and time.end - time.begin <= DAY
    )


def _other_day(account: Account, incident: Incident) -> str:
    """Return the day or weekday of a report whose lead tells of another day than most leads do.

    It counts only where the report also tells of the others' day: it knows of both events.
    """
    own = lead_day(account)
    top = {_day_name(t) for s in lead(account) for t in s.times}
    if not own or not incident.day or incident.day in top:
        return ""
    told = {_day_name(t) for s in account.sentences if s.news for t in s.times}
    return own if incident.day in told else ""


def lead_day(account: Account) -> str:
    """Return the first day that a report's lead names, as a date or, without one, as a weekday."""
    days = (_day_name(t) for s in lead(account) for t in s.times)
    return next((d for d in days if d), "")


def _day_name(time: Time) -> str:
    if is_day(time) and time.begin:
        return f"{time.begin:%Y-%m-%d}"
    match = re.match(r"XXXX-WXX-(\d)", time.value)
    return f"weekday {match[1]}" if match else ""


def _place(account: Account, incident: Incident) -> Account:
    """Set the event of every claim of one account, sentence after sentence."""
    other = _other_day(account, incident)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in account.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    placed: list[Claim] = []
    before: Claim | None = None  # what the sentence before was about, when not this incident
    for sentence in account.sentences:
        words = sentence.span.of(flat(account.report.text))
        claims = by_sentence.get(sentence.index, [])
        here = [_event(claim, sentence, words, account, incident) for claim in claims]
        if other and not any(_day_name(t) == incident.day for t in sentence.times):
            here = [_moved(c) for c in here]
        if before is not None and _BACK.match(words) and not any(is_day(t) for t in sentence.times):
            here = [
                replace(c, event=before.event, begin=before.begin, end=before.end) for c in here
            ]
        placed.extend(here)
        before = next((c for c in here if c.event is not EventKind.MAIN), None)
    return replace(account, claims=tuple(placed))


def _moved(claim: Claim) -> Claim:
    """Take a claim of a report about another day out of the incident."""
    return replace(claim, event=EventKind.SIMILAR) if claim.event is EventKind.MAIN else claim


def _event(
    claim: Claim, sentence: Sentence, words: str, account: Account, incident: Incident
) -> Claim:
    """Return the claim with its event, from its time, its cues and its place, in this order."""
    time = _event_time(claim, sentence, account)
    if time is not None and (month := _bare_month(time)) and sentence not in lead(account)[:1]:
        return replace(claim, event=EventKind.EARLIER, begin=month, end=month + 27 * DAY)
    if time is not None and time.begin and time.end:
        claim = replace(claim, begin=time.begin, end=time.end)
    return replace(claim, event=_kind(claim, time, sentence, words, incident))


def _kind(
    claim: Claim, time: Time | None, sentence: Sentence, words: str, incident: Incident
) -> EventKind:
    if _TOTAL.search(words):
        return EventKind.TOTAL
    if time is not None and (kind := _by_day(time, incident)):
        return kind
    if _SIMILAR.search(words):
        return EventKind.SIMILAR
    return EventKind.OTHER if _elsewhere(claim, sentence, incident) else EventKind.MAIN


def _by_day(time: Time, incident: Incident) -> EventKind | None:
    """Tell whether a time lies before or after the days of the incident."""
    if not (incident.first and incident.last and time.begin and time.end):
        return None
    if time.end <= incident.first:
        return EventKind.EARLIER
    return EventKind.LATER if time.begin >= incident.last else None


def _bare_month(time: Time) -> dt.datetime | None:
    """Return the month that a report without a date names, in the year 1: it keeps its events apart."""
    match = re.fullmatch(r"XXXX-(\d\d)", time.value)
    return dt.datetime(1, int(match[1]), 1) if match and 0 < int(match[1]) < 13 else None


def _event_time(claim: Claim, sentence: Sentence, account: Account) -> Time | None:
    """Return the time at which the claim's event was: in its clause, else the only one around it."""
    own = [t for t in claim.times if _points(t, account)]
    if own:
        return own[0]
    around = [t for t in sentence.times if _points(t, account)]
    return around[0] if len(around) == 1 and around[0].span.start > sentence.span.start else None


def _points(time: Time, account: Account) -> bool:
    """Tell whether a time says when something was, and not since when or how long."""
    if time.type not in {"DATE", "TIME"} or (time.begin is None and not _bare_month(time)):
        return False
    before = flat(account.report.text)[max(0, time.span.start - 20) : time.span.start]
    return not _SINCE.search(before)


def _elsewhere(claim: Claim, sentence: Sentence, incident: Incident) -> bool:
    """Tell whether the claim's own places are all unknown to the leads."""
    located = [p.key for p in claim.places if _locates(p.span.start, sentence)]
    return bool(located) and not any(known(key, incident.places) for key in located)


def _locates(start: int, sentence: Sentence) -> bool:
    """Tell whether the name at an offset stands in a phrase of place: "in X", "near X"."""
    token = next((t for t in sentence.parse if t.span.start >= start), None)
    while (
        token is not None
        and token.head != token.i
        and token.dep in {"compound", "pobj", "appos", "nmod"}
    ):
        head = sentence.parse.head(token)
        if head.dep == "prep":
            return head.lemma in {"in", "at", "near", "outside", "off", "inside", "around"}
        token = head
    return False


def known(key: str, places: Iterable[str]) -> bool:
    """Tell whether a place key is one of the places, in any spelling."""
    return any(same_key(key, place) for place in places)
