"""Find what reports still carry although its own text was corrected or withdrawn.

A correction names what it takes back, and a kill takes back a whole agency text: every sentence that
is traced to that agency is then no longer carried by anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.facts.numbers import find_numbers
from reconcile.lineage.credits import whole_credits
from reconcile.model import Account, Comparison, Notice, NoticeKind, Place, Report, Sentence, Span
from reconcile.text.agencies import agencies_in
from reconcile.text.versions import same_item


@dataclass(frozen=True, slots=True)
class Stale:
    """A sentence that still carries what another report's notice takes back."""

    by: str  # id of the report with the notice
    notice: Notice
    where: Place
    words: Span  # that carry it


def stale(comparison: Comparison) -> tuple[Stale, ...]:
    """Return what is still carried, in order of notices, reports and text."""
    return tuple(
        found
        for account in comparison.accounts
        for notice in _gravest(account.report)
        for found in (
            _withdrawn(comparison, account, notice)
            if notice.kind is NoticeKind.KILL
            else _corrected(comparison, account, notice)
        )
    )


def _gravest(report: Report) -> list[Notice]:
    """Return the notice that kills a report's text, if any, else its corrections."""
    kills = [n for n in report.notices if n.kind is NoticeKind.KILL]
    corrections = [n for n in report.notices if n.kind is NoticeKind.CORRECTION and n.wrong]
    return kills[-1:] or corrections


def _others(comparison: Comparison, account: Account) -> Iterator[tuple[Account, Sentence]]:
    for other in comparison.accounts:
        killed = any(n.kind is NoticeKind.KILL for n in other.report.notices)
        if other is not account and not killed:
            for sentence in other.sentences:
                if sentence.news:
                    yield other, sentence


def _withdrawn(comparison: Comparison, account: Account, notice: Notice) -> Iterator[Stale]:
    """Yield the sentences of other reports that are traced to the agency of a killed text."""
    origins = dict(comparison.lineage.sentences)
    report = account.report
    killed = {*whole_credits(account), *report.agencies} or {*agencies_in(report.text)}
    source = account.report.source.casefold()
    for other, sentence in _others(comparison, account):
        where = Place(other.report.id, sentence.index)
        own = bool(source) and other.report.source.casefold() == source
        if origins.get(where, "") in killed or own or same_item(account.report, other.report):
            yield Stale(account.report.id, notice, where, sentence.span)


def _corrected(comparison: Comparison, account: Account, notice: Notice) -> Iterator[Stale]:
    """Yield the sentences of other reports with the figure or the words that a correction takes back."""
    assert notice.wrong is not None
    text = account.report.text
    wrong = notice.wrong.of(text)
    right = notice.right.of(text) if notice.right else ""
    figures = {n.low for n in find_numbers(wrong)} - {n.low for n in find_numbers(right)}
    for other, sentence in _others(comparison, account):
        where = Place(other.report.id, sentence.index)
        span = (
            _figure(comparison, account, where, figures)
            if figures
            else _words(sentence, other.report.text, wrong, right)
        )
        if span:
            yield Stale(account.report.id, notice, where, span)


def _figure(
    comparison: Comparison, account: Account, where: Place, figures: set[float]
) -> Span | None:
    """Return where a sentence gives a figure taken back, for what the corrected report counts too."""
    mine = [a for a in comparison.answers if a.where.report == account.report.id]
    for answer in comparison.answers:
        if answer.where == where and answer.low in figures and not answer.earlier:
            slot = [a for a in mine if (a.slot, a.event) == (answer.slot, answer.event)]
            if slot and all(a.low != answer.low or a.earlier for a in slot):
                return answer.span
    linked = [
        comparison.sentence(b)
        for link in comparison.alignment.links
        for a, b in ((link.a, link.b), (link.b, link.a))
        if a == where and b.report == account.report.id
    ]
    return next(
        (
            q.span
            for q in comparison.sentence(where).quantities
            if q.low in figures
            and linked
            and not any(p.low == q.low for s in linked for p in s.quantities)
        ),
        None,
    )


def _words(sentence: Sentence, text: str, wrong: str, right: str) -> Span | None:
    """Return where a sentence has the very words that a correction takes back."""
    parts = re.findall(r"\w+", wrong)
    if len(parts) < 2 and not wrong[:1].isupper():
        return None
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, parts)) + r"\b", re.IGNORECASE)
    m = pattern.search(text, sentence.span.start, sentence.span.end)
    if m is None or (
        right and re.sub(r"\W+", " ", right).casefold().find(" ".join(parts).casefold()) >= 0
    ):
        return None
    return Span(m.start(), m.end())
