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
    Evidence,
    Finding,
    Ground,
    NotCompared,
    Place,
    Reconciliation,
    Row,
    Span,
)
from reconcile.render.page.words import LEFT_OUT
from reconcile.settings import Settings

QUOTED = 15  # words of one sentence that a page shows, and of any quote
OPENING = 6  # of a sentence that is quoted for what it tells as a whole
LONGEST = 120  # characters of a value or a subject: a text without spaces is one word
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")


def shown(page: Reconciliation, settings: Settings) -> Reconciliation:
    """Return what a page may show: everything, or with `--redact-text` what `redacted` leaves."""
    return redacted(page) if settings.redact else page


def redacted(page: Reconciliation) -> Reconciliation:
    """Return the reconciliation without the texts: of no sentence more than QUOTED words are left."""
    quotes = _Quotes(page.accounts)
    # first the words that matter, of the loudest finding first, then more and more beside them
    for reach in (0, 1, QUOTED):
        for where, span, marks in _wanted(page):
            quotes.take(where, span, marks, reach)
    divergences = tuple(replace(d, finding=_finding(d.finding, quotes)) for d in page.divergences)
    rows = tuple(_row(row) for row in page.rows)
    near = tuple(_near(n, quotes) for n in page.not_compared)
    return replace(
        page,
        accounts=tuple(quotes.left(account) for account in page.accounts),
        rows=rows,
        divergences=divergences,
        not_compared=near,
        remarks=tuple(quotes.told(remark) for remark in page.remarks),
    )


def _wanted(page: Reconciliation) -> Iterator[tuple[Place, Span, tuple[Span, ...]]]:
    """Yield the words that findings and values rest on, of the loudest finding first."""
    for divergence in page.divergences:
        for e in divergence.finding.evidence:
            yield e.where, e.span, e.marks or (e.span,)
    for near in page.not_compared:
        for e in near.evidence:
            yield e.where, e.span, e.marks or (e.span,)
    for row in page.rows:
        yield from ((cell.where, cell.span, (cell.span,)) for cell in row.cells if cell.value)


class _Quotes:
    """What is shown of the texts: by sentence, the words that were taken so far."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = {account.report.id: account for account in accounts}
        self.taken: dict[Place, set[Span]] = {}
        self.runs = {run for account in accounts for run in _runs(_keys(account.report.text))}

    def take(self, where: Place, span: Span, marks: Iterable[Span], reach: int) -> None:
        """Take the marked words of a sentence, and words up to `reach` from them while there is room."""
        text = self.accounts[where.report].report.text
        sentence = self.accounts[where.report].sentences[where.sentence].span
        whole = sentence if sentence.covers(span) else span
        words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, whole.start, whole.end)]
        marks = [mark for mark in marks if mark != whole]
        inside = [k for k, word in enumerate(words) if any(word.overlaps(m) for m in marks)]
        taken = self.taken.setdefault(where, set())
        room = QUOTED if inside else OPENING
        for k in _outward(inside or [0], len(words), reach):
            if len(taken) < room:
                taken.add(words[k])

    def left_of(self, where: Place, marks: Iterable[Span]) -> Iterator[Span]:
        """Yield those parts of the marks that are shown."""
        taken = self.taken[where]
        for mark in marks:
            shown = sorted(word for word in taken if word.overlaps(mark))
            if shown:
                yield Span(max(mark.start, shown[0].start), min(mark.end, shown[-1].end))

    def left(self, account: Account) -> Account:
        """Return an account in whose text only the words that were taken stand."""
        report = account.report
        text = [c if c.isspace() else LEFT_OUT for c in report.text]
        for where, words in self.taken.items():
            for word in words if where.report == report.id else ():
                end = min(word.end, word.start + LONGEST)
                text[word.start : end] = report.text[word.start : end]
        return replace(account, report=replace(report, text="".join(text), title=""))

    def told(self, text: str) -> str:
        """Return words of ours; where they repeat more than QUOTED words of a text, cut short."""
        words = list(_WORD.finditer(text))
        keys = [_key(word.group()) for word in words]
        copied = [tuple(keys[k : k + QUOTED + 1]) in self.runs for k in range(len(keys))]
        shown, cut = "", 0
        for k, word in enumerate(words):
            if k >= cut and copied[k]:
                cut = next((j for j in range(k, len(words)) if not copied[j]), k) + QUOTED
                shown += text[_before(words, k) : words[k + OPENING].end()] + " …"
            elif k >= cut:
                shown += text[_before(words, k) : word.end()]
        return shown


def _before(words: Sequence[re.Match[str]], k: int) -> int:
    """Return where the white space before a word begins."""
    return words[k - 1].end() if k else 0


def _outward(inside: Sequence[int], number: int, reach: int) -> Iterator[int]:
    """Yield the marked words, then those one word away from them, two words … up to `reach`."""
    for distance in range(reach + 1):
        for k in inside:
            for near in dict.fromkeys((k - distance, k + distance)):
                if 0 <= near < number:
                    yield near


def _keys(text: str) -> list[str]:
    return [_key(word) for word in _WORD.findall(text)]


def _key(word: str) -> str:
    """Return a word without what stands around it."""
    return "".join(_LETTERS.findall(word)).casefold()


def _runs(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of one word more than may be shown."""
    for k in range(len(keys) - QUOTED):
        yield tuple(keys[k : k + QUOTED + 1])


def brief(text: str, words: int = QUOTED) -> str:
    """Return at most so many words, and "…" for the rest."""
    found = list(_WORD.finditer(text))
    end = found[words - 1].end() if len(found) > words else len(text)
    end = min(end, LONGEST)
    return text if end >= len(text) else text[:end] + " …"


def _finding(finding: Finding, quotes: _Quotes) -> Finding:
    return replace(
        finding,
        subject=brief(finding.subject),
        slot=brief(finding.slot),
        reason=quotes.told(finding.reason),
        decided=quotes.told(finding.decided),
        grounds=tuple(quotes.told(ground) for ground in finding.grounds),
        proof=tuple(Ground(g.aspect, g.standing, quotes.told(g.words)) for g in finding.proof),
        evidence=tuple(_evidence(e, quotes) for e in finding.evidence),
    )


def _near(near: NotCompared, quotes: _Quotes) -> NotCompared:
    return replace(
        near,
        subject=brief(near.subject),
        reason=quotes.told(near.reason),
        grounds=tuple(quotes.told(ground) for ground in near.grounds),
        evidence=tuple(_evidence(e, quotes) for e in near.evidence),
    )


def _evidence(evidence: Evidence, quotes: _Quotes) -> Evidence:
    """Return the evidence with the marks that are left in what is shown of its sentence."""
    # what stands without a mark in it is told as a whole, and only its beginning is quoted
    room = QUOTED if evidence.marks else OPENING
    return replace(
        evidence,
        value=brief(evidence.value, room),
        key=brief(evidence.key, room),
        marks=tuple(quotes.left_of(evidence.where, evidence.marks)),
    )


def _row(row: Row) -> Row:
    return replace(
        row,
        subject=brief(row.subject),
        slot=brief(row.slot),
        cells=tuple(_cell(cell) for cell in row.cells),
        carried=tuple(replace(c, key=brief(c.key), value=brief(c.value)) for c in row.carried),
    )


def _cell(cell: Cell) -> Cell:
    """Return a cell with its value cut short."""
    return replace(cell, value=brief(cell.value), key=brief(cell.key))
