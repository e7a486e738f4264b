"""Take the texts out of a reconciliation: findings, values and short quotes are all that stays.

What is left out is not hidden by each page but gone before any page is made: every word of a text
that is not part of a short quote is overwritten, character for character, so that places stay true
and a page that forgot about it could show nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.model import (
    Account,
    Cell,
    Divergence,
    Evidence,
    Finding,
    Ground,
    NotCompared,
    Reconciliation,
    Row,
    Span,
)
from reconcile.render.page.words import LEFT_OUT
from reconcile.settings import Settings

QUOTED = 12  # words of a quote with words that differ in it
OPENING = 6  # words of a sentence that is quoted for what it tells as a whole
LONGEST = 120  # characters of either: a text without spaces is one word
_WORD = re.compile(r"\S+")
_MARKS = re.compile("“([^”]*)”|\"([^\"]*)\"|«([^»]*)»")


def shown(page: Reconciliation, settings: Settings) -> Reconciliation:
    """Return what a page may show: everything, or with `--redact-text` what `redacted` leaves."""
    return redacted(page) if settings.redact else page


def redacted(page: Reconciliation) -> Reconciliation:
    """Return the reconciliation without the texts: no quote is longer than QUOTED words."""
    reports = {account.report.id: account for account in page.accounts}
    kept: dict[str, list[Span]] = {id_: [] for id_ in reports}
    divergences = tuple(
        replace(d, finding=_finding(d.finding, reports, kept)) for d in page.divergences
    )
    near = tuple(_near(n, reports, kept) for n in page.not_compared)
    rows = tuple(_row(row, reports, kept) for row in page.rows)
    return replace(
        page,
        accounts=tuple(_account(account, kept[account.report.id]) for account in page.accounts),
        rows=rows,
        divergences=divergences,
        not_compared=near,
    )


def short(text: str, span: Span, marks: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the parts of a stretch that a short quote shows: marked words, and some beside them."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    marks = [mark for mark in marks if mark != span]
    inside = [k for k, word in enumerate(words) if any(word.overlaps(m) for m in marks)]
    if not inside:
        return tuple(_within(_joined(words[:OPENING]), LONGEST))
    chosen = set(inside[:QUOTED])
    for distance in range(1, QUOTED):
        for k in inside[:QUOTED]:
            for near in (k - distance, k + distance):
                if len(chosen) < QUOTED and 0 <= near < len(words):
                    chosen.add(near)
    return tuple(_within(_joined([words[k] for k in sorted(chosen)], words), LONGEST))


def _joined(chosen: Sequence[Span], words: Sequence[Span] = ()) -> list[Span]:
    """Return neighbouring words as one span."""
    order = {word: k for k, word in enumerate(words or chosen)}
    found: list[Span] = []
    last = -2
    for word in chosen:
        if order[word] == last + 1:
            found[-1] = Span(found[-1].start, word.end)
        else:
            found.append(word)
        last = order[word]
    return found


def _within(spans: Iterable[Span], room: int) -> Iterator[Span]:
    """Yield spans until so many characters are shown."""
    for span in spans:
        if room > 0:
            yield Span(span.start, min(span.end, span.start + room))
        room -= span.end - span.start


def brief(text: str, words: int = QUOTED) -> str:
    """Return at most so many words, and "…" for the rest."""
    found = list(_WORD.finditer(text))
    end = found[words - 1].end() if len(found) > words else len(text)
    end = min(end, LONGEST)
    return text if end >= len(text) else text[:end] + " …"


def _told(text: str) -> str:
    """Return words of ours with the quotes in them made short."""
    return _MARKS.sub(lambda m: m.group()[0] + brief(m.group()[1:-1]) + m.group()[-1], text)


def _finding(
    finding: Finding, reports: dict[str, Account], kept: dict[str, list[Span]]
) -> Finding:
    return replace(
        finding,
        subject=brief(finding.subject),
        slot=brief(finding.slot),
        reason=_told(finding.reason),
        grounds=tuple(_told(ground) for ground in finding.grounds),
        proof=tuple(Ground(g.aspect, g.standing, _told(g.words)) for g in finding.proof),
        evidence=tuple(_evidence(e, reports, kept) for e in finding.evidence),
    )


def _near(
    near: NotCompared, reports: dict[str, Account], kept: dict[str, list[Span]]
) -> NotCompared:
    return replace(
        near,
        subject=brief(near.subject),
        reason=_told(near.reason),
        grounds=tuple(_told(ground) for ground in near.grounds),
        evidence=tuple(_evidence(e, reports, kept) for e in near.evidence),
    )


def _evidence(
    evidence: Evidence, reports: dict[str, Account], kept: dict[str, list[Span]]
) -> Evidence:
    """Return the evidence as a short quote, and note which words of the text it shows."""
    account = reports[evidence.where.report]
    sentence = account.sentences[evidence.where.sentence].span
    whole = sentence if sentence.covers(evidence.span) else evidence.span
    marks = evidence.marks or (evidence.span,)
    quote = short(account.report.text, whole, marks) or (Span(whole.start, whole.start),)
    kept[evidence.where.report] += quote
    return replace(
        evidence,
        span=Span(quote[0].start, quote[-1].end),
        value=brief(evidence.value),
        key=brief(evidence.key),
        marks=tuple(_meeting(evidence.marks, quote)),
    )


def _meeting(marks: Iterable[Span], quote: Sequence[Span]) -> Iterator[Span]:
    for mark in marks:
        for part in quote:
            if mark.overlaps(part):
                yield Span(max(mark.start, part.start), min(mark.end, part.end))


def _row(row: Row, reports: dict[str, Account], kept: dict[str, list[Span]]) -> Row:
    return replace(
        row,
        subject=brief(row.subject),
        slot=brief(row.slot),
        cells=tuple(_cell(cell, reports, kept) for cell in row.cells),
        carried=tuple(replace(c, key=brief(c.key), value=brief(c.value)) for c in row.carried),
    )


def _cell(cell: Cell, reports: dict[str, Account], kept: dict[str, list[Span]]) -> Cell:
    """Return a cell with its value as a short quote; whole sentences are not quoted at all."""
    if not cell.value:
        return cell
    text = reports[cell.where.report].report.text
    quote = short(text, cell.span)
    kept[cell.where.report] += quote
    end = quote[-1].end if quote else cell.span.start
    span = Span(cell.span.start, max(end, cell.span.start))
    return replace(cell, span=span, value=brief(cell.value), key=brief(cell.key))


def _account(account: Account, kept: Sequence[Span]) -> Account:
    """Return an account in whose text only the kept words stand."""
    report = account.report
    text = [c if c.isspace() else LEFT_OUT for c in report.text]
    for span in kept:
        text[span.start : span.end] = report.text[span.start : span.end]
    return replace(account, report=replace(report, text="".join(text), title=brief(report.title)))

