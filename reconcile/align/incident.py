"""Decide whether two reports tell of one incident, and say by what evidence.

Likeness alone is no proof: two bombings in one country, told by the same agencies, are alike. What
tells them apart is when they happened and the names that are theirs alone. So the openings must
tell the same thing; the further apart the days, the more particular names the openings must share:
persons, towns and firms, not countries, nationalities or the sources that are quoted.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.countries import is_country
from reconcile.align.profile import fold
from reconcile.events.frames import lead, main_day
from reconcile.facts.aliases import same_key
from reconcile.facts.names import country_stem
from reconcile.model import Account, Alignment, Link, Name, NameKind, NoticeKind
from reconcile.text.versions import families

ALIKE = 0.6  # score of the best link between the openings
SURE = 0.9  # the same where nothing dates the reports and no particular name is shared
NEAR = dt.timedelta(days=1)  # a report of the next day
LATER = dt.timedelta(days=7)  # a follow-up; beyond it two particular names are needed
STRONG, SEVERAL = 0.8, 3  # so many links of such a score, wherever they stand, tie two reports
COPIED = 8  # words of a sentence that two reports share to the letter


def same_incident(a: Account, b: Account, alignment: Alignment) -> tuple[bool, str]:
    """Tell whether two reports belong together, and why, in a sentence.

    `alignment` may be that of more reports. Both accounts should have their days and names found.
    """
    links = [x for x in alignment.links if {x.a.report, x.b.report} == {a.report.id, b.report.id}]
    if not links:
        return False, "no sentence of one report tells what the other tells"
    apart = days_apart(a, b)
    if (apart is None or apart <= LATER) and any(_copied(a, b, link) for link in links):
        return True, "they share a sentence word for word"
    strong = {x.a.sentence for x in links if x.score >= STRONG}
    if apart is not None and apart <= NEAR and len(strong) >= SEVERAL:
        return True, "several sentences tell the same of the same days"
    best = max((x.score for x in links if _opens(a, b, x)), default=0.0)
    if best < ALIKE:
        return False, "their openings tell different things"
    return _by_days_and_names(a, b, best)


def days_apart(a: Account, b: Account) -> dt.timedelta | None:
    """Return the time between the days that two reports set their events on; None if unknown."""
    mine, yours = main_day(a), main_day(b)
    return None if mine is None or yours is None else abs(mine - yours)


def belonging(accounts: Sequence[Account], alignment: Alignment) -> frozenset[str]:
    """Return the ids of the reports of the incident that most of the reports are about.

    Reports that belong together in pairs form groups; the largest is the incident's, of equals the
    one whose reports link most sentences. Alone in its group, a report belongs to nothing. Versions
    of one item always belong together.
    """
    links: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in alignment.links:
        links[link.a.report, link.b.report].append(link)
    known = {a.report.id: a for a in accounts}
    group = {report: {report} for report in known}
    for (a, b), found in links.items():
        if (
            group[a] is not group[b]
            and same_incident(known[a], known[b], Alignment(tuple(found)))[0]
        ):
            group[a] |= group[b]
            for report in group[b]:
                group[report] = group[a]
    for versions in families(a.report for a in accounts):
        joined = set().union(*(group[r.id] for r in versions))
        group.update(dict.fromkeys(joined, joined))
    weight = Counter[int]()  # of a group: the links inside it
    for (a, b), found in links.items():
        if group[a] is group[b]:
            weight[id(group[a])] += len(found)
    best = max(group, key=lambda r: (len(group[r]), weight[id(group[r])]), default="")
    return frozenset(group[best]) if best and len(group[best]) > 1 else frozenset()


def withdrawing(accounts: Sequence[Account], together: frozenset[str]) -> frozenset[str]:
    """Return the reports that kill a text of this incident: a kill is often no more than a line.

    Its words name what the openings of two of the incident's reports name.
    """
    leads = [{n.key for s in lead(a) for n in s.names} for a in accounts if a.report.id in together]
    found = set()
    for account in accounts:
        kills = [n.span for n in account.report.notices if n.kind is NoticeKind.KILL]
        words = " ".join(account.words(span).casefold() for span in kills)
        if words and sum(any(key in words for key in keys) for keys in leads) > 1:
            found.add(account.report.id)
    return frozenset(found)


def _by_days_and_names(a: Account, b: Account, best: float) -> tuple[bool, str]:
    """Weigh the days of two reports against the particular names of their openings."""
    shared = sorted(shared_names(a, b))
    named = f"both openings name {' and '.join(shared[:2])}" if shared else ""
    apart = days_apart(a, b)
    if apart is None:
        if shared:
            return True, named
        return best >= SURE, "their openings tell the same" if best >= SURE else "nothing ties them"
    if apart <= NEAR:
        return True, named or "their openings tell the same of the same days"
    needed = 1 if apart <= LATER else 2
    if len(shared) >= needed:
        return True, named
    return False, f"what they tell happened {apart.days} days apart"


def _copied(a: Account, b: Account, link: Link) -> bool:
    """Tell whether the sentences of a link are the same words."""
    first, second = (a, b) if link.a.report == a.report.id else (b, a)
    words = fold(first.words(first.sentences[link.a.sentence].span))
    other = fold(second.words(second.sentences[link.b.sentence].span))
    return words == other and len(words.split()) >= COPIED


def _opens(a: Account, b: Account, link: Link) -> bool:
    """Tell whether a link joins the openings of two reports."""
    first, second = (a, b) if link.a.report == a.report.id else (b, a)
    return link.a.sentence in _opening(first) and link.b.sentence in _opening(second)


def _opening(account: Account) -> set[int]:
    return {s.index for s in lead(account)}


def shared_names(a: Account, b: Account) -> set[str]:
    """Return the particular names of the opening of `a` that the opening of `b` has too."""
    others = list(particular_names(b))
    shared: dict[str, str] = {}  # "Zamara" and "Zamaran" are one name
    for name in particular_names(a):
        if any(same_key(name.key, o.key) for o in others):
            shared.setdefault(country_stem(name.key), name.text)
    return set(shared.values())


def particular_names(account: Account) -> Iterator[Name]:
    """Yield the names of a report's opening that are neither country, nationality nor source."""
    speakers = {x.speaker for s in account.sentences for x in s.attributions if x.speaker}
    for sentence in lead(account):
        told = [span for x in sentence.attributions for span in x.source]
        for name in sentence.names:
            if (
                name.kind in {NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION}
                and name.key not in speakers
                and not is_country(name.key)
                and not any(span.overlaps(name.span) for span in told)
            ):
                yield name
