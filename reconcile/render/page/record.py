"""The shape of the JSON page, as types from which `docs/schema/reconcile-1.json` is written.

All positions are character offsets (Unicode code points) into the text of the report that is
named beside them, half-open: `text[start:end]` is the `quote` or `text`.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from reconcile.model import (
    Aspect,
    Level,
    NoticeKind,
    Relation,
    Severity,
    Standing,
    Status,
    Verdict,
)

SCHEMA = "reconcile/1"

Offset = Annotated[int, msgspec.Meta(ge=0)]


class NoticeRecord(msgspec.Struct, frozen=True):
    """What a report says of itself as a text: a later version, corrected, withdrawn."""

    kind: NoticeKind
    number: int
    """Of "UPDATE 2"; 0 when none is given."""
    start: Offset
    end: Offset
    quote: str


class ReportRecord(msgspec.Struct, frozen=True, omit_defaults=False):
    """One report as read."""

    id: str
    file: str
    source: str
    published: str | None
    """ISO 8601 day or moment; null when nothing tells it."""
    origin: str
    """The origin that most of the report is carried by; "" when none is known."""
    place: str
    encoding: str
    sha256: str
    """Of the text, encoded as UTF-8."""
    notices: list[NoticeRecord]
    warnings: list[str]
    format: str
    """The reader: "text", "ninjs" …"""
    part: str
    """Which item, member or line of the file; "" where the file is one report."""
    byline: str
    credit: str
    urgency: int
    """1 (flash) to 9; 0 when none is given."""
    item: str
    """The publisher's name of the story, the same in all its versions."""
    version: int
    """Of the item; 0 when none is given."""
    status: Status
    embargo: str | None
    """ISO 8601 moment before which it is not to be published."""
    text: str | msgspec.UnsetType = msgspec.UNSET
    """Only with --with-text."""


class SentenceRecord(msgspec.Struct, frozen=True):
    """One sentence of a row."""

    report: str
    start: Offset
    end: Offset
    text: str


class ValueRecord(msgspec.Struct, frozen=True):
    """What one report says in a row; equal keys are equal values."""

    report: str
    start: Offset
    end: Offset
    quote: str
    value: str
    key: str


class CarriedRecord(msgspec.Struct, frozen=True):
    """One value of a row, and who carries it."""

    key: str
    """"" where the row is sentences that tell the same thing."""
    value: str
    reports: list[str]
    origins: list[str]
    """Independent of each other: agreement is counted by these."""


class RowRecord(msgspec.Struct, frozen=True):
    """A line of the fact-by-report grid."""

    subject: str
    slot: str
    """"" where the row is sentences that tell the same thing."""
    verdict: Verdict
    origins: list[str]
    """Those that carry the row's value; of several values, the best carried."""
    carried: list[CarriedRecord]
    """Each value, the best carried first."""
    stale: list[str]
    """Reports that still carry what was corrected or withdrawn."""
    sentences: list[SentenceRecord]
    values: list[ValueRecord]


class MarkRecord(msgspec.Struct, frozen=True):
    """Words that differ from those of the other reports."""

    start: Offset
    end: Offset


class EvidenceRecord(msgspec.Struct, frozen=True):
    """The words of one report that a divergence rests on."""

    report: str
    start: Offset
    end: Offset
    quote: str
    value: str
    key: str
    marks: list[MarkRecord]


class GroundRecord(msgspec.Struct, frozen=True):
    """One aspect of the proof that both sides have one subject, with the words it rests on.

    The aspect that is compared may stand apart: the times of a divergence of times.
    """

    aspect: Aspect
    standing: Standing
    words: str


class DivergenceRecord(msgspec.Struct, frozen=True):
    """Where reports diverge: one a slot, with every report's words."""

    kind: str
    relation: Relation
    severity: Severity
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)]
    subject: str
    slot: str
    reason: str
    decided: str
    """Why it is a conflict or an update: "B is a day later"; "" for other relations."""
    grounds: list[str]
    """What the check itself relied on."""
    proof: list[GroundRecord]
    """The same questions for every kind; empty where one report is at odds with nobody else."""
    fingerprint: str
    evidence: list[EvidenceRecord]


class NotComparedRecord(msgspec.Struct, frozen=True):
    """Values that came close to a divergence, and why nothing proves that they clash."""

    kind: str
    """Of the divergence it would have been."""
    subject: str
    reason: str
    """What could not be decided."""
    grounds: list[str]
    """What spoke for one subject."""
    evidence: list[EvidenceRecord]


class OriginRecord(msgspec.Struct, frozen=True):
    """A text from which reports were cut, or a report's own reporting."""

    name: str
    reports: list[str]
    why: str
    perhaps: list[str]
    """Agencies whose text it may be, as its report credits them."""


class PassageRecord(msgspec.Struct, frozen=True):
    """Words that reports share as copy: one stretch in each."""

    words: int
    origin: str
    stretches: list[SentenceRecord]


Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class KinshipRecord(msgspec.Struct, frozen=True):
    """Two reports that share copy: the share of each one's news words that are the other's."""

    a: str
    b: str
    share_a: Share
    share_b: Share
    level: Level
    passages: list[int]
    """Indices into the page's passages."""


class DerivationRecord(msgspec.Struct, frozen=True):
    """What a report, or a part of it, was cut from: another report, or a text that is not there."""

    report: str
    source: str
    """Id of a report, or the name of a text that nobody supplied."""
    unseen: bool
    """Whether nobody supplied the source."""
    share: Share
    """Of the report's news that it accounts for."""
    passages: list[int]
    """Indices into the page's passages; empty where a credit alone says it."""
    why: str


class Summary(msgspec.Struct, frozen=True):
    """How many divergences there are of each severity."""

    errors: int
    warnings: int
    notes: int


class Page(msgspec.Struct, frozen=True):
    """The result of one call."""

    schema: Literal["reconcile/1"]
    version: str
    """Of the program."""
    comparable: bool
    why: str
    apart: list[str]
    """Reports that do not belong with the others."""
    remarks: list[str]
    """What limits the result, such as dates that are missing."""
    summary: Summary
    reports: list[ReportRecord]
    divergences: list[DivergenceRecord]
    """Worst first."""
    rows: list[RowRecord]
    """In story order."""
    origins: list[OriginRecord]
    passages: list[PassageRecord]
    kinships: list[KinshipRecord]
    """One for each pair of reports that shares copy."""
    derivations: list[DerivationRecord]
    not_comparable: list[NotComparedRecord] | msgspec.UnsetType = msgspec.UNSET
    """Only with --not-comparable; in story order."""


class OriginsPage(msgspec.Struct, frozen=True):
    """Whose text each report is: the result of `reconcile origins`."""

    schema: Literal["reconcile-origins/1"]
    version: str
    """Of the program."""
    reports: list[ReportRecord]
    origins: list[OriginRecord]
    derivations: list[DerivationRecord]
    kinships: list[KinshipRecord]
    """One for each pair of reports that shares copy."""
    passages: list[PassageRecord]
    remarks: list[str]
    """What stands against publishing a report: an embargo, its publisher's word."""


def schema(page: type[msgspec.Struct] = Page) -> bytes:
    """Return the JSON Schema of a page, indented, with a line feed at the end."""
    made = msgspec.json.schema(page)
    return msgspec.json.format(msgspec.json.encode(made, order="sorted"), indent=2) + b"\n"
