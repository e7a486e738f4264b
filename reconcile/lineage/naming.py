"""Name the origin of each sentence: the agency whose copy it is, or the report itself.

A sentence that two reports share as copy has one origin, named by the agency that either of them
credits: a dropped credit makes nobody independent. A line on an agency's word ("… told Reuters")
is that agency's alone. What else stands in a report that an agency signs is the agency's. Where a
report only says that agencies gave something to it, what it shares with nobody may be theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reconcile.lineage.credits import line_agency, part_credits, votes, whole_credits
from reconcile.model import Account, Place

Copies = list[tuple[Place, ...]]  # sentences that are one and the same copy
Votes = dict[str, dict[str, float]]
BETWEEN = 4  # sentences between two passages of one origin that are taken for its text reworded


def name_copies(accounts: Sequence[Account], copies: Copies) -> dict[Place, str]:
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
            named[place] = name or f"unnamed shared text of {listed(families[place.report])}"
    return named


def _best(copy: Sequence[Place], credited: Mapping[str, Mapping[str, float]]) -> str:
    """Return the agency that the reports of a shared sentence credit most, "" when none does."""
    tally: dict[str, float] = defaultdict(float)
    for report in sorted({p.report for p in copy}):
        for name, weight in credited.get(report, {}).items():
            tally[name] += weight
    return min(tally, key=lambda name: (-tally[name], name), default="")


def _families(copies: Copies) -> dict[str, list[str]]:
    """Return for each report those it is joined to by shared copy, itself included, in order.

    Copy that nobody credits is counted as one origin for all of them: better than two for one.
    """
    family: dict[str, set[str]] = {}
    for copy in copies:
        told = {p.report for p in copy}
        joined = told.union(*(family.get(report, ()) for report in told))
        if any(family.get(report) != joined for report in told):
            family.update(dict.fromkeys(joined, joined))
    return {report: sorted(joined, key=by_id) for report, joined in family.items()}


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


def name_sentences(account: Account, named: Mapping[Place, str]) -> list[tuple[Place, str]]:
    """Return the origin of each news sentence of an account, given that of the shared ones."""
    report = account.report.id
    signed = whole_credits(account)
    rest = signed[0] if len(signed) == 1 else ""
    news = [s for s in account.sentences if s.news]
    places = [Place(report, s.index) for s in news]
    texts = [named.get(place, rest) for place in places]
    lines = [line_agency(account, s) for s in news]
    own = own_name(account)
    return [
        (place, line or text or own)
        for place, line, text in zip(places, lines, _filled(texts), strict=True)
    ]


def own_name(account: Account) -> str:
    """Return what the text of a report is called that it shares with nobody."""
    agencies = perhaps(account)
    if not agencies:
        return f"own reporting of {account.report.id}"
    if len(whole_credits(account)) > 1:
        return f"{' or '.join(agencies)} in {account.report.id}"
    return f"{account.report.id}, which credits {listed(agencies)}"


def perhaps(account: Account) -> tuple[str, ...]:
    """Return the agencies whose text the rest of a report may be, when no single one signs it."""
    signed = whole_credits(account)
    return () if len(signed) == 1 else tuple(dict.fromkeys((*signed, *part_credits(account))))


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


def by_id(report: str) -> tuple[int, str]:
    """Order ids as they are given: A … Z, AA, AB …"""
    return len(report), report


def listed(names: Sequence[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
