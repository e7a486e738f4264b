"""Say how the reports tell a row: which of them in the same words, and which words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.align.words import differing_words
from reconcile.model import Account, Row, Span

_RETOLD = 0.6  # where more than this part of the words differs, marks would be nothing but noise


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of a report, and those of its words that others tell otherwise."""

    account: Account
    span: Span
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What some reports tell in a row in the same words, as the first of them prints it."""

    letters: tuple[str, ...]
    words: tuple[Words, ...]


def tellings(
    reports: dict[str, Account], row: Row, each: bool = False, most: int = 0
) -> tuple[Telling, ...]:
    """Return what is told in a row; reports that use the same words are one, unless `each`.

    With `most`, only so many tellings: what comes after is not compared.

    Each telling is compared with the first, sentence by nearest sentence; in the first those words
    are marked that no other shares. A sentence that differs in most of its words stays unmarked.
    """
    groups = _grouped(reports, row, each)
    if not groups:
        return ()
    (letters, whole), *others = list(groups.items())[: most or None]
    common: dict[int, tuple[Span, ...]] = {}
    found = []
    for ids, words in others:
        told = []
        for one in words:
            k, ours, theirs = _nearest(whole, one)
            told.append(Words(one.account, one.span, theirs))
            if ours is not None:
                common[k] = tuple(_meet(common[k], ours)) if k in common else ours
        found.append(Telling(ids, tuple(told)))
    first = [Words(w.account, w.span, common.get(k, ())) for k, w in enumerate(whole)]
    return (Telling(letters, tuple(first)), *found)


def _grouped(
    reports: dict[str, Account], row: Row, each: bool
) -> dict[tuple[str, ...], list[Words]]:
    """Return the sentences of a row by the reports that tell them in the same words."""
    by_report: dict[str, list[Words]] = {}
    for where in dict.fromkeys(cell.where for cell in row.cells):
        account = reports[where.report]
        told = Words(account, account.sentences[where.sentence].span)
        by_report.setdefault(where.report, []).append(told)
    alike: dict[tuple[str, ...], list[str]] = {}
    for id_, words in by_report.items():
        key = tuple(" ".join(w.span.of(w.account.report.text).split()) for w in words)
        alike.setdefault((id_,) if each else key, []).append(id_)
    return {tuple(ids): by_report[ids[0]] for ids in alike.values()}


def _nearest(
    whole: Sequence[Words], one: Words
) -> tuple[int, tuple[Span, ...] | None, tuple[Span, ...]]:
    """Return which sentence a sentence is nearest to, and the differing words of both.

    None for the words of that sentence, and none for this one's, where it is a retelling.
    """
    found = []
    for k, other in enumerate(whole):
        ours, theirs = differing_words(
            other.account.report.text, other.span, one.account.report.text, one.span
        )
        found.append((_length(ours) + _length(theirs), k, ours, theirs))
    _, k, ours, theirs = min(found)
    if _part(ours, whole[k].span) > _RETOLD or _part(theirs, one.span) > _RETOLD:
        return k, None, ()
    return k, ours, theirs


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _part(spans: Sequence[Span], of: Span) -> float:
    return _length(spans) / max(of.end - of.start, 1)


def _meet(left: Sequence[Span], right: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches that both lists of spans cover."""
    for a in left:
        for b in right:
            if a.overlaps(b):
                yield Span(max(a.start, b.start), min(a.end, b.end))
