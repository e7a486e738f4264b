"""The shape of the JSON page of `reconcile read`, from which `docs/schema/reconcile-read-1.json` is written."""

from __future__ import annotations

from typing import Literal

import msgspec

from reconcile.model import BlockKind, Status
from reconcile.render.page.record import NoticeRecord, Offset


class BlockRecord(msgspec.Struct, frozen=True):
    """A stretch of a report with one purpose."""

    kind: BlockKind
    start: Offset
    end: Offset


class StretchRecord(msgspec.Struct, frozen=True):
    """Where a run of a report's text stands in its file; 0 and "" are unknown."""

    start: Offset
    end: Offset
    line: int
    column: int
    page: int
    path: str
    """Of the element: an XPath, a JSON pointer, the name of a column."""
    literal: bool
    """The run stands in the file character for character."""


class ReadRecord(msgspec.Struct, frozen=True):
    """One report as read, with everything that its file says of it."""

    file: str
    part: str
    format: str
    source: str
    published: str | None
    published_by: str
    """What tells it: "header", "dateline", "front matter" …"""
    title: str
    place: str
    byline: str
    credit: str
    agencies: list[str]
    urgency: int
    item: str
    item_version: int
    status: Status
    embargo: str | None
    encoding: str
    sha256: str
    warnings: list[str]
    notices: list[NoticeRecord]
    blocks: list[BlockRecord]
    map: list[StretchRecord]
    """Empty where the text is the file's own."""
    text: str


class ReadPage(msgspec.Struct, frozen=True):
    """What was read of files: the result of `reconcile read`."""

    schema: Literal["reconcile-read/1"]
    version: str
    """Of the program."""
    reports: list[ReadRecord]
