"""Say who gives which value in a row: each report's words, its source, its origin, whether hedged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.lineage.naming import by_id
from reconcile.lineage.versions import own_names
from reconcile.model import (
    Account,
    Answer,
    Attribution,
    BlockKind,
    Cell,
    Claim,
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
from reconcile.verdict.settle import counted

MOST = 0.6  # of a sentence's words that somebody's word must cover to be the word for the sentence


@dataclass(frozen=True, slots=True)
class Ground:
    """What a fact sheet is made from, by place."""

    comparison: Comparison
    divergences: tuple[Divergence, ...]
    origin: Mapping[Place, str]
    answers: Mapping[tuple[Place, Span], Answer]
    claims: Mapping[Place, Sequence[Claim]]
    own: Mapping[str, str]  # what the text of each report is called that it shares with nobody
    named: Mapping[
        tuple[str, str], tuple[Span, ...]
    ]  # report and speaker: where it names the speaker
    asked: frozenset[str]  # subjects of the rows of values
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
    claims: dict[Place, list[Claim]] = {}
    for account in comparison.accounts:
        for claim in account.claims:
            claims.setdefault(Place(account.report.id, claim.sentence), []).append(claim)
    return Ground(
        comparison,
        tuple(divergences),
        dict(comparison.lineage.sentences),
        {(a.where, a.span): a for a in comparison.answers},
        claims,
        own_names(comparison.accounts),
        _namings(comparison),
        frozenset(row.subject for row in comparison.rows if row.slot),
        frozenset(r.id for r in reports if any(n.kind is NoticeKind.KILL for n in r.notices)),
    )


_POINTS = frozenset("he she it they we i who that this those".split())


def _namings(comparison: Comparison) -> dict[tuple[str, str], tuple[Span, ...]]:
    """Return where each report first names each speaker by more than a pronoun."""
    found: dict[tuple[str, str], tuple[Span, ...]] = {}
    for account in comparison.accounts:
        for said in (a for s in account.sentences for a in s.attributions):
            if said.speaker and said.source and not _points(account, said.source):
                found.setdefault((account.report.id, said.speaker), said.source)
    return found


def _points(account: Account, source: Sequence[Span]) -> bool:
    return " ".join(account.words(s) for s in source).casefold() in _POINTS


def voiced(row: Row, known: Ground) -> tuple[Voiced, ...]:
    """Return the values of a row of values, the best carried first, figures said to be old last."""
    groups: dict[tuple[bool, str], list[Saying]] = {}
    for cell in row.cells:
        saying = of_cell(cell, known)
        groups.setdefault((saying.earlier, plain_key(cell.key)), []).append(saying)
    carried = {c.key: c.origins for c in row.carried}
    found = [
        Voiced(key, one_each(sayings, known), () if old else carried.get(key, ()))
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
    whole = whose_word(known.sentence(cell.where))
    if answer is None:
        source = named(cell.where, whole, known)
        return Saying(cell.where, cell.span, cell.value, cell.key, source, origin)
    if answer.slot.startswith(("post ", "home ")):
        whole = None  # a name and an address are told on nobody's word
        answer = replace(answer, said=())
    said = Attribution(answer.said, (), (), answer.speaker) if answer.said else whole
    return Saying(
        cell.where,
        cell.span,
        cell.value,
        cell.key,
        named(cell.where, said, known),
        origin,
        answer.factuality,
        answer.earlier,
        answer.low,
        answer.high,
        answer.bound,
    )


def named(where: Place, said: Attribution | None, known: Ground) -> tuple[Span, ...]:
    """Return the words that name a source; for "it" and "he" those that named it before."""
    if said is None:
        return ()
    if not _points(known.account(where.report), said.source):
        return tuple(_whole_phrase(span, known.sentence(where)) for span in said.source)
    return known.named.get((where.report, said.speaker), ())


def _whole_phrase(span: Span, sentence: Sentence) -> Span:
    """Widen "the quay" to "eyewitnesses on the quay": a place says nothing."""
    tree = sentence.parse
    inside = tree.within(span)
    heads = [t for t in inside if t.head not in {i.i for i in inside}]
    if len(heads) == 1 and heads[0].dep == "pobj":
        noun = tree.head(tree.head(heads[0]))
        if noun.pos in {"NOUN", "PROPN"} and noun.dep in {"nsubj", "agent"}:
            return Span(tree.subtree(noun)[0].span.start, span.end)
    return span


def whose_word(sentence: Sentence) -> Attribution | None:
    """Return on whose word a whole sentence is told: who is said to say most of it."""
    whole = max(sentence.span.end - sentence.span.start, 1)
    said = [a for a in sentence.attributions if a.kind == "speech" and a.source]
    best = max(said, key=_reach, default=None)
    return best if best is not None and _reach(best) >= MOST * whole else _speaker(sentence)


def _reach(said: Attribution) -> int:
    return sum(s.end - s.start for s in (*said.content, *said.source, *said.cue))


def _speaker(sentence: Sentence) -> Attribution | None:
    """Return who speaks where the sentence is words between quotation marks."""
    for quoted in sentence.quotations:
        length = quoted.span.end - quoted.span.start
        if quoted.speaker and length >= MOST * (sentence.span.end - sentence.span.start):
            return Attribution((quoted.speaker,), (), (quoted.words,))
    return None


def one_each(sayings: Iterable[Saying], known: Ground) -> tuple[Saying, ...]:
    """Return one saying a report: not the headline's, the fullest name, on somebody's word."""
    best: dict[str, Saying] = {}

    def worth(saying: Saying) -> tuple[bool, int, bool]:
        headline = known.sentence(saying.where).block is BlockKind.HEADLINE
        name = 0 if saying.low or saying.high else len(saying.value)
        return not headline, name, bool(saying.source)

    for saying in sayings:
        old = best.setdefault(saying.where.report, saying)
        if worth(saying) > worth(old):
            best[saying.where.report] = saying
    return tuple(best[r] for r in sorted(best, key=by_id))


def tellers(row: Row) -> tuple[str, ...]:
    """Return the ids of the reports that tell a row, in order."""
    return tuple(sorted({c.where.report for c in row.cells}, key=by_id))


def carrying(places: Iterable[Place], known: Ground) -> tuple[str, ...]:
    """Return the independent origins of what stands at some places."""
    return counted(places, known.origin, known.own, known.comparison.lineage)


def by_origin(sayings: Iterable[Saying]) -> Iterator[tuple[str, list[Saying]]]:
    """Yield each origin with what it says."""
    groups: dict[str, list[Saying]] = {}
    for saying in sayings:
        groups.setdefault(saying.origin, []).append(saying)
    yield from groups.items()
