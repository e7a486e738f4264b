"""Read e-mail: the text of a message, its date, sender and subject, and the reports attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.charset import decode_declared
from reconcile.read.parts.choice import read_input
from reconcile.read.parts.container import broken
from reconcile.read.parts.document import Told, clean, document
from reconcile.text.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from email.message import Message

PARTS = 100  # of a message
_DASHES = 5_000  # lines that may part two parts
_FIELD_END = 5_000  # characters of a field of the header
_HEAD = 65_536  # bytes in which the header of a message ends
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):")
_FROM = re.compile(rb"From [^\n]{1,200}\n")  # the line that parts messages of a mailbox
_MARKS = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"subject"})
_SUBJECT = re.compile(rb"^subject:", re.MULTILINE | re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_FORWARD = re.compile(r"\A(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(
    r">|[^\n]{0,200}\bwrote:[^\S\n]*(?:\n|\Z)|-{2,} ?(?:Original|Forwarded) [Mm]essage"
)
_FAILURES = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class _Part:
    """A leaf of a message: what it says it is, its bytes, and the line of the file where they begin."""

    kind: str  # "text/plain"
    charset: str
    name: str  # of an attached file
    data: bytes
    line: int  # 0 where the bytes are not the file's own
    path: str  # "2.1": first part of the second


def read_eml(given: Input) -> Iterator[Report]:
    """Yield the report of a message, then those of attached files in formats that can be read.

    Raises ReadError for a message that is broken, and NoNewsText for one without a text of news.
    """
    from email import message_from_bytes, policy

    if given.data.lower().count(b"boundary=") > PARTS or given.data.count(b"\n--") > _DASHES:
        raise ReadError(given.file, f"it has more than {PARTS} parts", "save the text alone")
    try:
        message = message_from_bytes(_FROM.sub(b"", given.data, count=1), policy=policy.compat32)
        told, parts = _told(message), list(_leaves(message, given.data, ""))
    except _FAILURES as error:  # what a header or a part without form or end makes of the parser
        raise broken(given.file, str(error)) from error
    body = next((p for kind in ("text/plain", "text/html") for p in parts if _text(p, kind)), None)
    found, notes = _attached(given, told, [p for p in parts if p is not body])
    if body is None and not found:
        raise NoNewsText(given.file, "; ".join(notes) or "the message has no text")
    if body is not None:
        try:
            yield _report(given, body, replace(told, warnings=notes))
        except NoNewsText:
            if not found:
                raise
    yield from found


def _text(part: _Part, kind: str) -> bool:
    return part.kind == kind and not part.name and bool(part.data.strip())


def _leaves(message: Message, data: bytes, path: str) -> Iterator[_Part]:
    """Yield the parts of a message that hold no others; a message inside it is one."""
    if message.get_content_type() == "message/rfc822":
        inner = message.get_payload()
        held = inner[0] if isinstance(inner, list) and inner else None
        raw = held.as_bytes() if held is not None and not isinstance(held, str) else b""
        yield _Part("message/rfc822", "", "message.eml", raw, 0, path)
        return
    if message.is_multipart():
        parts = message.get_payload()
        for k, part in enumerate(parts if isinstance(parts, list) else (), 1):
            if not isinstance(part, str):
                yield from _leaves(part, data, f"{path}.{k}" if path else str(k))
        return
    body = message.get_payload(decode=True)
    raw = body if isinstance(body, bytes) else b""
    at = data.find(raw) if raw and len(raw) > 20 else -1
    line = data.count(b"\n", 0, at) + 1 if at >= 0 else 0
    charset = str(message.get_param("charset") or "")
    name = _words(message.get_filename() or "")
    if message.get_content_disposition() == "attachment":
        name = name or "attachment"
    yield _Part(message.get_content_type(), charset, name, raw, line, path)


def _told(message: Message) -> Told:
    """Return what the header says: sender, subject, date."""
    from email.utils import parseaddr

    name, address = parseaddr(_words(message.get("From", "")))
    source = name or address.rpartition("@")[2]
    return Told(
        "eml",
        title=_FORWARD.sub("", _words(message.get("Subject", ""))),
        source=source,
        published=_date(str(message.get("Date", ""))),
        item=clean(str(message.get("Message-ID", "")))[:200].strip("<>"),
    )


def _words(field: object) -> str:
    """Return a header field as text, encoded words decoded and lines joined."""
    from email.header import decode_header

    out = []
    for raw, charset in decode_header(str(field)[:_FIELD_END]):
        out.append(raw if isinstance(raw, str) else _decoded(raw, charset or ""))
    return clean("".join(out).replace("\n", " ").replace("\r", " "))


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return decode_declared("", raw, charset).text
    except ReadError:
        return raw.decode("latin-1")


def _date(words: str) -> Published | None:
    from email.utils import parsedate_to_datetime

    try:
        at = parsedate_to_datetime(words)
        return Published(at.date(), at, "mail header")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _report(given: Input, body: _Part, told: Told) -> Report:
    """Return the report of a message's text, of its HTML page where it has no plain text."""
    found = decode_declared(given.file, body.data, body.charset)
    told = replace(told, encoding=found.encoding, warnings=(*told.warnings, *found.warnings))
    at = _SUBJECT.search(given.data, 0, _HEAD)
    line = given.data.count(b"\n", 0, at.start()) + 1 if at else 0
    subject = Piece(BlockKind.HEADLINE, told.title, line, path="Subject")
    if body.kind == "text/html":
        from reconcile.read.html import pieces_of_page

        pieces = pieces_of_page(given, found.text)
        return document(given, told, [subject, *pieces])
    return document(given, told, [subject, *_paragraphs(found.text, body)])


def _paragraphs(text: str, body: _Part) -> Iterator[Piece]:
    """Yield the paragraphs of a plain text; signature and quoted lines are none of the report."""
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    line = at = 0
    for paragraph in find_paragraphs(text, 0):
        span = paragraph.span
        words = span.of(text)
        line, at = line + text.count("\n", at, span.start), span.start
        column = span.start - (text.rfind("\n", 0, span.start) + 1) + 1
        aside = (
            span.start >= end
            or _QUOTED.match(text, text.rfind("\n", 0, span.start) + 1) is not None
        )
        kind = BlockKind.HEADLINE if paragraph.heading else BlockKind.PARAGRAPH
        place = (body.line + line, column) if body.line else (0, 0)
        yield Piece(
            BlockKind.CAPTION if aside else kind,
            words,
            *place,
            path=body.path,
            literal=bool(body.line),
        )


def _attached(given: Input, told: Told, parts: list[_Part]) -> tuple[list[Report], tuple[str, ...]]:
    """Return the reports in attached files, and what was left out.

    An attached report that names no source or date has those of the message.
    """
    found: list[Report] = []
    notes: list[str] = []
    for part in parts:
        if not part.name or part.kind.startswith(("image/", "audio/", "video/")):
            continue
        try:
            inside = Input(part.name, part.data, given.settings, given.depth + 1)
            for report in read_input(inside):
                place = f"{part.name}, {report.part}" if report.part else part.name
                found.append(
                    replace(
                        report,
                        file=given.file,
                        part=place,
                        source=report.source or told.source,
                        published=report.published or told.published,
                    )
                )
        except ReadError as error:
            notes.append(f"the attached {part.name} is left out: {error.reason}")
    return found, tuple(notes)


def knows_eml(given: Input) -> bool:
    """Tell a message by its header: a sender, and a field that only mail has."""
    head = _FROM.sub(b"", given.data[:_HEAD], count=1).lstrip(b"\r\n")
    fields = set()
    for line in head.splitlines():
        m = _FIELD.match(line)
        if m is None and not line[:1].isspace():
            break
        if m:
            fields.add(m[1].lower())
    return b"from" in fields and (
        len(fields & _MARKS) > 1 or (b"date" in fields and bool(fields & _MARKS))
    )


READER = Reader(
    about="e-mail messages",
    suffixes=(".eml",),
    read=read_eml,
    knows=knows_eml,
)
