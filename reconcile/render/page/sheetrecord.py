"""The shape of the fact sheet and the timeline in JSON; positions are as in `record.py`."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from reconcile.model import (
    Basis,
    EventKind,
    Factuality,
    LineKind,
    PieceKind,
    Sureness,
    Verdict,
)
from reconcile.render.page.record import OriginRecord, ReportRecord, SentenceRecord


class PieceRecord(msgspec.Struct, frozen=True):
    """A stretch of a statement, and the words of the reports that it comes from."""

    text: str
    kind: PieceKind
    quotes: list[SentenceRecord]
    """None for a word of the sheet's own ("at least"); `words` are those of the first."""


class SayingRecord(msgspec.Struct, frozen=True):
    """What one report says, on whose word and when."""

    quote: SentenceRecord
    value: str
    """As printed; "" where the quote is a whole sentence."""
    key: str
    """Equal keys are equal values."""
    source: list[SentenceRecord]
    """The words that name who says it; none where it is told on nobody's word."""
    origin: str
    published: str | None
    factuality: Factuality
    earlier: bool
    """The words say that it is an earlier figure."""


class VoicedRecord(msgspec.Struct, frozen=True):
    """One of the values, and all who say it."""

    key: str
    origins: list[str]
    sayings: list[SayingRecord]


class LineRecord(msgspec.Struct, frozen=True):
    """One fact."""

    kind: LineKind
    subject: str
    slot: str
    common: str
    """The safe common version; "" where there is none."""
    statement: list[PieceRecord]
    """The same, piece by piece."""
    basis: Basis
    latest: SayingRecord | None
    """Of a figure that changed."""
    verdict: Verdict
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)]
    """That the reports of the line tell one fact; not that it is true."""
    sureness: Sureness
    origins: list[str]
    """That support the common version, independent of each other."""
    reports: list[str]
    stale: list[str]
    voiced: list[VoicedRecord]


class SheetPage(msgspec.Struct, frozen=True):
    """The result of `reconcile fact-sheet`."""

    schema: Literal["reconcile-sheet/1"]
    version: str
    """Of the program."""
    comparable: bool
    why: str
    remarks: list[str]
    reports: list[ReportRecord]
    origins: list[OriginRecord]
    lines: list[LineRecord]


class MentionRecord(msgspec.Struct, frozen=True):
    """Where one report tells an event with its time."""

    clause: SentenceRecord
    time: SentenceRecord
    origin: str


class MomentRecord(msgspec.Struct, frozen=True):
    """A dated or timed event, as a half-open interval in local wall-clock time."""

    begin: str | None
    end: str | None
    event: EventKind
    told: str
    statement: list[PieceRecord]
    origins: list[str]
    mentions: list[MentionRecord]


class CourseRecord(msgspec.Struct, frozen=True):
    """How a figure changed, in order of publication; reports without a date last."""

    subject: str
    slot: str
    steps: list[SayingRecord]


class TimelinePage(msgspec.Struct, frozen=True):
    """The result of `reconcile timeline`."""

    schema: Literal["reconcile-timeline/1"]
    version: str
    """Of the program."""
    comparable: bool
    why: str
    remarks: list[str]
    reports: list[ReportRecord]
    origins: list[OriginRecord]
    moments: list[MomentRecord]
    unplaced: list[MomentRecord]
    """Whose time no report's date resolves."""
    courses: list[CourseRecord]
