"""The shape of a check in JSON; lines and columns count from 1, 0 and "" are unknown."""

from __future__ import annotations

from typing import Literal

import msgspec

from reconcile.model import Outcome, Relation, Severity


class LocusRecord(msgspec.Struct, frozen=True):
    """A place in a file as it was given."""

    file: str
    part: str
    """The item of a feed, the member of an archive, the line of a table."""
    line: int
    column: int
    end_line: int
    end_column: int
    """After the last character."""
    page: int
    path: str


class ElsewhereRecord(msgspec.Struct, frozen=True):
    """The words of a report on file."""

    source: str
    words: str
    at: LocusRecord


class AcceptedRecord(msgspec.Struct, frozen=True):
    """Why a query does not count."""

    by: str
    reason: str
    who: str
    on: str | None
    until: str | None


class QueryRecord(msgspec.Struct, frozen=True):
    """What the desk asks the writer of a submission."""

    fingerprint: str
    severity: Severity
    kind: str
    relation: Relation
    subject: str
    message: str
    words: str
    """Of the submission, at `at`."""
    at: LocusRecord
    others: list[ElsewhereRecord]
    decided: str
    """Why it is a conflict or an update; the submission is A there."""
    fails: bool
    accepted: AcceptedRecord | None


class FiledRecord(msgspec.Struct, frozen=True):
    """A report on file that a submission was compared with."""

    file: str
    part: str
    source: str


class WaiverRecord(msgspec.Struct, frozen=True):
    """A waiver of a submission that excuses nothing."""

    kind: str
    reason: str
    at: LocusRecord
    by: str


class SubmissionRecord(msgspec.Struct, frozen=True):
    """One text handed in."""

    file: str
    part: str
    outcome: Outcome
    note: str
    """Why it could not be compared; "" when it could."""
    sha256: str
    against: list[FiledRecord]
    left_out: int
    """Reports on file of other incidents."""
    queries: list[QueryRecord]
    unused: list[WaiverRecord]


class EntryRecord(msgspec.Struct, frozen=True):
    """An entry of the baseline."""

    file: str
    fingerprint: str
    kind: str
    subject: str
    reason: str
    who: str
    on: str | None
    until: str | None


class CheckPage(msgspec.Struct, frozen=True):
    """The result of `reconcile check`."""

    schema: Literal["reconcile-check/1"]
    version: str
    """Of the program."""
    passed: bool
    """That every submission was compared, and no query to it fails."""
    submissions: list[SubmissionRecord]
    stale: list[EntryRecord]
    expired: list[EntryRecord]
