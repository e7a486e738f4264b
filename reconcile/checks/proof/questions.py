"""Join what some reports deny or doubt and others tell flatly into questions, each asked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.checks.proof.search import Retold
from reconcile.facts.retold import content_at, own
from reconcile.model import Comparison, Place, Span, Stance


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that some reports mark and others tell flatly; a report that does both is in neither."""

    pairs: tuple[Retold, ...]  # the surest first

    @property
    def marked(self) -> tuple[tuple[Place, Stance], ...]:
        """Return where it is denied or doubted, in order of reports."""
        both = {r.marked.report for r in self.pairs} & {r.plain.report for r in self.pairs}
        return _in_order((r.marked, r.stance) for r in self.pairs if r.marked.report not in both)

    @property
    def plain(self) -> tuple[tuple[Place, Stance], ...]:
        """Return where it is told flatly, in order of reports; the stance is at the telling word."""
        both = {r.marked.report for r in self.pairs} & {r.plain.report for r in self.pairs}
        return _in_order(
            (r.plain, replace(r.retelling.stance, token=r.retelling.token.i))
            for r in self.pairs
            if r.plain.report not in both
        )


def _in_order(found: Iterable[tuple[Place, Stance]]) -> tuple[tuple[Place, Stance], ...]:
    places = {(place, stance.token): (place, stance) for place, stance in found}
    order = sorted(places, key=lambda p: (len(p[0].report), p[0].report, p[0].sentence, p[1]))
    return tuple(places[p] for p in order)


def questions(found: list[Retold]) -> list[Question]:
    """Join retellings that share a marked or a telling word: each question once, the surest first."""
    groups: list[list[Retold]] = []
    home: dict[tuple[Place, int], int] = {}
    for item in found:
        ends = ((item.marked, item.stance.token), (item.plain, item.retelling.token.i))
        known = sorted({home[end] for end in ends if end in home})
        target = known[0] if known else len(groups)
        if not known:
            groups.append([])
        for other in known[1:]:
            groups[target].extend(groups[other])
            groups[other] = []
            home.update({end: target for end, k in home.items() if k == other})
        groups[target].append(item)
        home.update(dict.fromkeys(ends, target))
    asked = (Question(tuple(sorted(g, key=lambda r: -r.surety))) for g in groups if g)
    return [q for q in asked if q.marked and q.plain]


def slot_of(comparison: Comparison, asked: Question) -> str:
    """Return what tells one question from another: the act and the first word it is about."""
    names = []
    for r in asked.pairs:
        sentence = comparison.sentence(r.marked)
        content = content_at(sentence, r.stance)
        names.append(f"{content.act.lemma} {min((t.lemma for t in content.about), default='')}")
    return min(names)


def clause(comparison: Comparison, found: Retold) -> str:
    """Return the words of a marked predicate's clause, in one line."""
    account, tree = comparison.account(found.marked.report), comparison.sentence(found.marked).parse
    inside = sorted(own(tree, tree[found.stance.token]))
    words = Span(tree[inside[0]].span.start, tree[inside[-1]].span.end)
    return " ".join(account.words(words).split()).strip(" ,;:")
