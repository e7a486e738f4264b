"""Say who gives which value in a row: each report's words, its source, its origin, whether hedged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import (
    Account,
    Answer,
    Cell,
    Comparison,
    Divergence,
    NoticeKind,
    Place,
    Row,
    Saying,
    Sentence,
    Span,
    Voiced,
)

MOST = 0.6  # of a sentence's words that somebody's word must cover to be the word for the sentence


@dataclass(frozen=True, slots=True)
class Ground:
    """What a fact sheet is made from, by place."""

    comparison: Comparison
    divergences: tuple[Divergence, ...]
    origin: Mapping[Place, str]
    answers: Mapping[tuple[Place, Span], Answer]
    scores: Mapping[frozenset[Place], float]  # of linked sentences
    withdrawn: frozenset[str]  # ids of reports whose text was killed

    def account(self, report: str) -> Account:
        """Return what was understood of a report."""
        return self.comparison.account(report)

    def sentence(self, where: Place) -> Sentence:
        """Return the sentence at a place."""
        return self.comparison.sentence(where)


def ground(comparison: Comparison, divergences: Sequence[Divergence]) -> Ground:
    """Index a comparison by place."""
    reports = [a.report for a in comparison.accounts]
    return Ground(
        comparison,
        tuple(divergences),
        dict(comparison.lineage.sentences),
        {(a.where, a.span): a for a in comparison.answers},
        {frozenset((x.a, x.b)): x.score for x in comparison.alignment.links},
        frozenset(r.id for r in reports if any(n.kind is NoticeKind.KILL for n in r.notices)),
    )


def voiced(row: Row, known: Ground) -> tuple[Voiced, ...]:
    """Return the values of a row of values, the best carried first, figures said to be old last."""
    groups: dict[tuple[bool, str], list[Saying]] = {}
    for cell in row.cells:
        saying = of_cell(cell, known)
        groups.setdefault((saying.earlier, plain_key(cell.key)), []).append(saying)
    carried = {c.key: c.origins for c in row.carried}
    found = [
        Voiced(key, one_each(sayings), () if old else carried.get(key, ()))
        for (old, key), sayings in groups.items()
    ]
    return tuple(sorted(found, key=lambda v: (-len(v.origins), v.sayings[0].earlier)))


def plain_key(key: str) -> str:
    """Return the key of a value; "at least 15" is the count known so far, and carries 15."""
    return key.removeprefix(">=")


def of_cell(cell: Cell, known: Ground) -> Saying:
    """Return what one cell says, and on whose word."""
    answer = known.answers.get((cell.where, cell.span))
    origin = known.origin.get(cell.where, "")
    if answer is None:
        source = whose_word(known.sentence(cell.where))
        return Saying(cell.where, cell.span, cell.value, cell.key, source, origin)
    return Saying(
        cell.where,
        cell.span,
        cell.value,
        cell.key,
        answer.said or whose_word(known.sentence(cell.where)),
        origin,
        answer.factuality,
        answer.earlier,
        answer.low,
        answer.high,
    )


def whose_word(sentence: Sentence) -> tuple[Span, ...]:
    """Return the words that name the source of a whole sentence; none where it has none."""
    whole = max(sentence.span.end - sentence.span.start, 1)
    for said in sentence.attributions:
        covered = sum(s.end - s.start for s in (*said.content, *said.source, *said.cue))
        if said.kind == "speech" and covered >= MOST * whole:
            return said.source
    return ()


def one_each(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Return one saying a report: the first on somebody's word, else the first."""
    best: dict[str, Saying] = {}
    for saying in sayings:
        old = best.setdefault(saying.where.report, saying)
        if saying.source and not old.source:
            best[saying.where.report] = saying
    return tuple(best[r] for r in sorted(best, key=by_id))


def by_id(report: str) -> tuple[int, str]:
    """Order ids as they are given: A … Z, AA, AB …"""
    return len(report), report


def tellers(row: Row) -> tuple[str, ...]:
    """Return the ids of the reports that tell a row, in order."""
    return tuple(sorted({c.where.report for c in row.cells}, key=by_id))


def by_origin(sayings: Iterable[Saying]) -> Iterator[tuple[str, list[Saying]]]:
    """Yield each origin with what it says."""
    groups: dict[str, list[Saying]] = {}
    for saying in sayings:
        groups.setdefault(saying.origin, []).append(saying)
    yield from groups.items()
