"""Trace reports to their origins: which sentences are the same agency text, and whose text it is.

A sentence that two reports share as copy has one origin, named by the agency that either of them
credits: a dropped credit makes nobody independent. A line on an agency's word ("… told Reuters")
is that agency's alone. What else stands in a report that an agency signs is the agency's, and the
rest is the report's own. Passages decide, not reports: one report may carry two agencies' copy.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reconcile.lineage.credits import line_agency, votes, whole_credits
from reconcile.lineage.passages import make_passages
from reconcile.lineage.shared import Match, believed, find_matches, parted, same_sentences
from reconcile.lineage.words import news_words
from reconcile.model import Account, BlockKind, Lineage, Origin, Passage, Place

Copies = list[tuple[Place, ...]]  # sentences that are one and the same copy
Votes = dict[str, dict[str, float]]
BETWEEN = 4  # sentences between two passages of one origin that are taken for its text reworded


def trace(accounts: Sequence[Account]) -> Lineage:
    """Return shared passages, origins, and the origin of each news sentence.

    Reports must have ids. The order of the accounts changes nothing but the names of reports.
    """
    ordered = sorted(accounts, key=_age)
    texts = [news_words(account) for account in ordered]
    matches = believed(texts, parted(texts, find_matches(texts)))
    copies = _copies(ordered, [(m, same_sentences(texts, m)) for m in matches])
    shared = _name_copies(ordered, copies)
    sentences = tuple(s for account in accounts for s in _sentences(account, shared))
    named = dict(sentences)
    known = {account.report.id: account for account in accounts}
    passages = make_passages(ordered, texts, matches)
    return Lineage(
        passages=tuple(_traced(p, known, named) for p in passages),
        origins=_origins(accounts, sentences, copies),
        sentences=sentences,
    )


def _age(account: Account) -> tuple[str, str]:
    """Order by day of publication, then by the text itself: the same whatever order was given."""
    published = account.report.published
    return (
        published.day.isoformat() if published else "9999",
        account.report.sha256 or account.report.text,
    )


def _copies(
    ordered: Sequence[Account], matched: Sequence[tuple[Match, list[tuple[int, int]]]]
) -> Copies:
    """Return the groups of sentences that are one copy, by joining pairs that share a sentence."""
    group: dict[Place, Place] = {}

    def top(place: Place) -> Place:
        group.setdefault(place, place)
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for match, pairs in matched:
        left, right = ordered[match.a].report.id, ordered[match.b].report.id
        for s, t in pairs:
            group[top(Place(left, s))] = top(Place(right, t))
    copies: dict[Place, list[Place]] = defaultdict(list)
    for place in group:
        copies[top(place)].append(place)
    return [tuple(sorted(c, key=lambda p: (p.report, p.sentence))) for c in copies.values()]


def _name_copies(accounts: Sequence[Account], copies: Copies) -> dict[Place, str]:
    """Return the origin of every shared sentence: the agency its reports credit most."""
    credited = votes(accounts)
    named = _named(copies, credited)
    # a report that shares most of its copy with an agency's text is taken to be cut from it
    for report, agencies in _leanings(named).items():
        if not credited.get(report):
            credited[report] = agencies
    return _named(copies, credited)


def _named(copies: Copies, credited: Mapping[str, Mapping[str, float]]) -> dict[Place, str]:
    named = {}
    best = [_best(copy, credited) for copy in copies]
    families = _families([copy for copy, name in zip(copies, best, strict=True) if not name])
    for copy, name in zip(copies, best, strict=True):
        for place in copy:
            named[place] = name or f"unnamed shared text of {_listed(families[place.report])}"
    return named


def _best(copy: Sequence[Place], credited: Mapping[str, Mapping[str, float]]) -> str:
    """Return the agency that the reports of a shared sentence credit most, "" when none does."""
    tally: dict[str, float] = defaultdict(float)
    for report in sorted({p.report for p in copy}):
        for name, weight in credited.get(report, {}).items():
            tally[name] += weight
    return min(tally, key=lambda name: (-tally[name], name), default="")


def _families(copies: Copies) -> dict[str, list[str]]:
    """Return for each report those it is joined to by shared copy, itself included, sorted.

    Copy that nobody credits is counted as one origin for all of them: better than two for one.
    """
    family: dict[str, set[str]] = {}
    for copy in copies:
        joined = {p.report for p in copy}.union(*(family.get(p.report, set()) for p in copy))
        family.update(dict.fromkeys(joined, joined))
    return {report: sorted(joined) for report, joined in family.items()}


def _leanings(named: Mapping[Place, str]) -> Votes:
    """Return the agency that most shared sentences of a report are traced to, as a weak vote."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for place, name in named.items():
        told[place.report][name] += 1
    return {
        report: {tally.most_common(1)[0][0]: 0.5}
        for report, tally in told.items()
        if not tally.most_common(1)[0][0].startswith("unnamed")
    }


def _sentences(account: Account, named: Mapping[Place, str]) -> list[tuple[Place, str]]:
    """Return the origin of each news sentence of an account."""
    report = account.report.id
    signed = whole_credits(account)
    rest = signed[0] if len(signed) == 1 else ""
    news = [s for s in account.sentences if s.news]
    places = [Place(report, s.index) for s in news]
    texts = [named.get(place, rest) for place in places]
    lines = [line_agency(account, s) for s in news]
    return [
        (place, line or text or f"own reporting of {report}")
        for place, line, text in zip(places, lines, _filled(texts), strict=True)
    ]


def _filled(texts: Sequence[str]) -> list[str]:
    """Give a few reworded sentences between two passages of one origin to that origin."""
    out = list(texts)
    last = -1
    for k, name in enumerate(texts):
        if name:
            if last >= 0 and name == texts[last] and k - last - 1 <= BETWEEN:
                out[last:k] = [name] * (k - last)
            last = k
    return out


def _traced(
    passage: Passage, accounts: Mapping[str, Account], named: Mapping[Place, str]
) -> Passage:
    """Give a passage the name of the agency that most of its sentences are traced to."""
    report, span = passage.stretches[0]
    account = accounts[report]
    told = Counter(
        named[Place(report, s.index)] for s in account.sentences if s.news and s.span.overlaps(span)
    )
    best = told.most_common(1)[0][0] if told else ""
    known = best and not best.startswith(("unnamed", "own "))
    return Passage(passage.stretches, passage.words, best if known else "")


def _origins(
    accounts: Sequence[Account], sentences: Sequence[tuple[Place, str]], copies: Copies
) -> tuple[Origin, ...]:
    """Return the origins, those that most reports carry first, with the grounds for each."""
    carried: dict[str, Counter[str]] = defaultdict(Counter)
    headlines = {
        Place(a.report.id, s.index)
        for a in accounts
        for s in a.sentences
        if s.block is BlockKind.HEADLINE
    }
    for place, name in sentences:
        if place not in headlines or not name.startswith("own "):
            carried[name][place.report] += 1
    credited = votes(accounts)
    named = dict(sentences)
    common = Counter(named[copy[0]] for copy in copies)
    found = [
        Origin(name, tuple(sorted(reports)), _why(name, reports, credited, common[name]))
        for name, reports in carried.items()
    ]
    return tuple(
        sorted(found, key=lambda o: (-len(o.reports), -sum(carried[o.name].values()), o.name))
    )


def _why(name: str, reports: Counter[str], credited: Votes, common: int) -> str:
    """Return the grounds: "credited in A and B; 24 sentences of A and B are the same text"."""
    said = sorted(r for r in reports if credited[r].get(name))
    grounds = [f"credited in {_listed(said)}"] if said else []
    if common:
        grounds.append(f"{common} sentence{'s are' if common > 1 else ' is'} shared copy")
    if not grounds and name.startswith("own "):
        grounds.append("shared with no other report, and no agency is credited for it")
    if not grounds:
        count = sum(reports.values())
        grounds.append(
            f"named for {count} sentence{'s' * (count > 1)} of {_listed(sorted(reports))}"
        )
    return "; ".join(grounds)


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
