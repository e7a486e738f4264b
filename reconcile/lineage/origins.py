"""Trace reports to their origins: which sentences are the same agency text, and whose text it is.

Passages decide, not reports: one report may carry two agencies' copy, or an agency's in its first
half and its own reporting in its second.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.lineage.belief import Belief
from reconcile.lineage.copies import Words
from reconcile.lineage.credits import votes
from reconcile.lineage.derivations import derivations
from reconcile.lineage.kinship import kinships
from reconcile.lineage.naming import (
    Copies,
    Votes,
    by_id,
    listed,
    name_copies,
    name_sentences,
    perhaps,
)
from reconcile.lineage.passages import make_passages
from reconcile.lineage.reworded import reworded
from reconcile.lineage.shared import find_matches, parted
from reconcile.lineage.versions import one_voice, own_names
from reconcile.lineage.words import news_words
from reconcile.model import Account, BlockKind, Lineage, Origin, Passage, Place


def trace(accounts: Sequence[Account]) -> Lineage:
    """Return shared passages, origins, the origin of each news sentence, and who was cut from whom.

    Reports must have ids. The order of the accounts changes nothing but the names of reports.
    """
    ordered = sorted(accounts, key=_age)
    texts = [news_words(account) for account in ordered]
    belief = Belief(texts, parted(texts, find_matches(texts)))
    matches = belief.matches
    copies = _copies(ordered, _same(texts, belief))
    shared = name_copies(ordered, copies)
    sentences = one_voice(
        accounts, tuple(s for account in accounts for s in name_sentences(account, shared))
    )
    own = own_names(accounts)
    known = {account.report.id: account for account in accounts}
    named = dict(sentences)
    passages = tuple(_traced(p, known, named, own) for p in make_passages(ordered, texts, matches))
    kin = kinships(ordered, texts, matches, passages)
    origins = _origins(accounts, sentences, copies, own)
    return Lineage(
        passages=passages,
        origins=origins,
        sentences=sentences,
        kinships=kin,
        derivations=derivations(accounts, sentences, passages, kin),
    )


def _age(account: Account) -> tuple[str, str]:
    """Order by day of publication, then by the text itself: the same whatever order was given."""
    published = account.report.published
    return (
        published.day.isoformat() if published else "9999",
        account.report.sha256 or account.report.text,
    )


def _same(texts: Words, belief: Belief) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Yield two reports and the pairs of their sentences that are one copy, be they reworded."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for match in belief.matches:
        found[match.a, match.b] += belief.same_sentences(match)
    for (a, b), pairs in found.items():
        anew = reworded(texts[a], texts[b], pairs) if belief.cut_from_one(a, b) else []
        yield a, b, pairs + anew


def _copies(
    ordered: Sequence[Account], same: Iterable[tuple[int, int, list[tuple[int, int]]]]
) -> Copies:
    """Return the groups of sentences that are one copy, by joining pairs that share a sentence."""
    group: dict[Place, Place] = {}

    def top(place: Place) -> Place:
        group.setdefault(place, place)
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for a, b, pairs in same:
        left, right = ordered[a].report.id, ordered[b].report.id
        for s, t in pairs:
            group[top(Place(left, s))] = top(Place(right, t))
    copies: dict[Place, list[Place]] = defaultdict(list)
    for place in group:
        copies[top(place)].append(place)
    return [tuple(sorted(c, key=lambda p: (p.report, p.sentence))) for c in copies.values()]


def _traced(
    passage: Passage,
    accounts: Mapping[str, Account],
    named: Mapping[Place, str],
    own: Mapping[str, str],
) -> Passage:
    """Give a passage the name of the agency that most of its sentences are traced to."""
    report, span = passage.stretches[0]
    told = Counter(
        named[Place(report, s.index)] for s in accounts[report].sentences_at(span) if s.news
    )
    best = told.most_common(1)[0][0] if told else ""
    known = best and not best.startswith("unnamed") and best != own[report]
    return Passage(passage.stretches, passage.words, best if known else "")


def _origins(
    accounts: Sequence[Account],
    sentences: Sequence[tuple[Place, str]],
    copies: Copies,
    named_own: Mapping[str, str],
) -> tuple[Origin, ...]:
    """Return the origins, those that most reports carry first, with the grounds for each."""
    carried: dict[str, Counter[str]] = defaultdict(Counter)
    own: dict[str, tuple[str, ...]] = {}
    for account in accounts:  # versions of one item have one name together
        name = named_own[account.report.id]
        own[name] = tuple(dict.fromkeys((*own.get(name, ()), *perhaps(account))))
    headlines = {
        Place(a.report.id, s.index)
        for a in accounts
        for s in a.sentences
        if s.block is BlockKind.HEADLINE
    }
    for place, name in sentences:
        if place not in headlines or name not in own:
            carried[name][place.report] += 1
    credited = votes(accounts)
    named = dict(sentences)
    common = Counter(named[copy[0]] for copy in copies)
    found = [
        Origin(
            name,
            tuple(sorted(reports, key=by_id)),
            _why_own(own[name], reports)
            if name in own
            else _why(name, reports, credited, common[name]),
            own.get(name, ()),
        )
        for name, reports in carried.items()
    ]
    return tuple(
        sorted(found, key=lambda o: (-len(o.reports), -sum(carried[o.name].values()), o.name))
    )


def _why_own(agencies: Sequence[str], reports: Counter[str]) -> str:
    if len(reports) > 1:
        return f"{listed(sorted(reports, key=by_id))} are versions of one item"
    if agencies:
        return f"shared with no other report; part of it may be copy of {' or '.join(agencies)}"
    return "shared with no other report, and no agency is credited for it"


def _why(name: str, reports: Counter[str], credited: Votes, common: int) -> str:
    """Return the grounds: "credited in A and B; 24 sentences are shared copy"."""
    said = sorted((r for r in reports if credited[r].get(name)), key=by_id)
    grounds = [f"credited in {listed(said)}"] if said else []
    if common:
        grounds.append(f"{common} sentence{'s are' if common > 1 else ' is'} shared copy")
    if not grounds:
        count = sum(reports.values())
        grounds.append(
            f"named for {count} sentence{'s' * (count > 1)} of {listed(sorted(reports, key=by_id))}"
        )
    return "; ".join(grounds)
