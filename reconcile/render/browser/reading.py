"""The full texts side by side: every character stands once, in order, in pieces that say what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reconcile.model import Account, Place, Reconciliation, Span
from reconcile.render.browser.copies import looks, stretches
from reconcile.render.browser.moved import moved
from reconcile.render.browser.names import divergence_id, report_id, sentence_id
from reconcile.render.browser.paragraphs import QUIET, Cover, Line, cut, edges, lines_of
from reconcile.render.browser.quoted import who
from reconcile.render.page.labels import file_name, line
from reconcile.render.page.tell import accounts_by_id, cards, sentence_rows
from reconcile.render.page.words import joined, legible, visible


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are one thing: shared copy or not, words a divergence rests on or not."""

    text: str
    copy: int = 0  # the look of its origin, 0 for none
    target: str = ""  # the divergence that rests on it
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or what stands between two; `rows` are those it is told in."""

    runs: tuple[Run, ...]
    id: str = ""
    rows: tuple[int, ...] = ()
    moved: str = ""  # where the report it was moved in has it: "A, line 13"
    quiet: bool = False  # boilerplate within a line of news


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with the white space after it; `aside` names boilerplate."""

    stretches: tuple[Stretch, ...]
    aside: str
    headline: bool
    after: str


@dataclass(frozen=True, slots=True)
class Text:
    """A report as it is read."""

    id: str
    report: str
    who: str
    file: str
    before: str  # white space at the head
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Words that a divergence rests on."""

    span: Span
    target: str
    severity: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is marked in the texts, by report or by sentence."""

    copies: Mapping[str, Sequence[tuple[Span, int]]]
    flags: Mapping[Place, Sequence[Flag]]
    rows: Mapping[Place, tuple[int, ...]]
    moved: Mapping[Place, str]


def texts(page: Reconciliation) -> Iterator[Text]:
    """Yield the texts of the reports, each in paragraphs."""
    marks = _marks(page)
    for account in page.accounts:
        report = account.report
        own = lines_of(report)
        yield Text(
            id=report_id(report.id),
            report=visible(report.id),
            who=who(report),
            file=file_name(report),
            before=legible(report.text, Span(0, own[0].span.start if own else len(report.text))),
            paragraphs=tuple(_paragraphs(account, own, marks)),
        )


def _marks(page: Reconciliation) -> Marks:
    reports, rows = accounts_by_id(page), sentence_rows(page)
    told: dict[Place, dict[int, None]] = defaultdict(dict)
    for k, row in enumerate(rows, 1):
        for cell in row.cells:
            told[cell.where][k] = None
    flags: dict[Place, list[Flag]] = defaultdict(list)
    for divergence in cards(page):
        target = divergence_id(divergence)
        for e in divergence.finding.evidence:
            text = reports[e.where.report].report.text
            marks = joined(text, e.marks)
            flags[e.where] += (Flag(mark, target, divergence.severity) for mark in marks)
    return Marks(
        copies=stretches(page.lineage.passages, looks(page.lineage)),
        flags=flags,
        rows={where: tuple(numbers) for where, numbers in told.items()},
        moved={
            own: _told_at(reports[at.report], at) for own, at in moved(rows, tuple(reports)).items()
        },
    )


def _told_at(account: Account, where: Place) -> str:
    start = account.sentences[where.sentence].span.start
    return visible(f"{where.report}, line {line(account.report, start)}")


def _paragraphs(account: Account, lines: Sequence[Line], marks: Marks) -> Iterator[Paragraph]:
    """Yield the lines of a text with what is in them."""
    text = account.report.text
    cutter = _Cutter(account, lines, marks)
    ends = [*(found.span.start for found in lines[1:]), len(text)]
    for found, end in zip(lines, ends, strict=False):  # a text without words has no line
        yield Paragraph(
            stretches=tuple(cutter.stretches(found)),
            aside=found.aside,
            headline=found.headline,
            after=legible(text, Span(found.span.end, end)),
        )


class _Cutter:
    """Cuts the lines of one text, each sentence named where it begins and nowhere else."""

    def __init__(self, account: Account, lines: Sequence[Line], marks: Marks) -> None:
        copies = marks.copies.get(account.report.id, ())
        sentences = [sentence.span for sentence in account.sentences]
        parts = [part for found in lines for part in found.parts]
        self.account, self.marks, self.copies = account, marks, copies
        self.flags = [marks.flags.get(self.place(k), ()) for k in range(len(sentences))]
        self.edges = edges(
            (
                *sentences,
                *(part.span for part in parts),
                *(span for span, _ in copies),
                *(flag.span for found in self.flags for flag in found),
            )
        )
        self.sentence, self.copied = Cover(sentences), Cover(span for span, _ in copies)
        self.quiet = Cover(part.span for part in parts if part.kind in QUIET)
        self.begun: set[int] = set()

    def place(self, sentence: int) -> Place:
        return Place(self.account.report.id, sentence)

    def stretches(self, found: Line) -> Iterator[Stretch]:
        """Yield the sentences of a line and what stands between them."""
        pieces = cut(found.span, self.edges)
        for (k, quiet), group in groupby(pieces, key=self._which):
            runs = tuple(self._run(piece, k) for piece in group)
            if k < 0 or k in self.begun:
                yield Stretch(runs, quiet=quiet)
                continue
            self.begun.add(k)
            where = self.place(k)
            rows, elsewhere = self.marks.rows.get(where, ()), self.marks.moved.get(where, "")
            yield Stretch(runs, sentence_id(where), rows, elsewhere, quiet)

    def _which(self, piece: Span) -> tuple[int, bool]:
        return self.sentence.at(piece.start), self.quiet.at(piece.start) >= 0

    def _run(self, piece: Span, sentence: int) -> Run:
        copied = self.copied.at(piece.start)
        flags = self.flags[sentence] if sentence >= 0 else ()
        flag = next((f for f in flags if f.span.covers(piece)), None)
        return Run(
            text=legible(self.account.report.text, piece),
            copy=self.copies[copied][1] if copied >= 0 else 0,
            target=flag.target if flag else "",
            severity=flag.severity if flag else "",
        )
