"""Read e-mail: the text of a message, its date, sender and subject, and attached reports."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.assemble import Piece
from reconcile.read.parts.container import broken
from reconcile.read.parts.document import Told, clean, document
from reconcile.read.parts.encoding import declared
from reconcile.text.paragraphs import find_paragraphs

PARTS = 100  # of a message
DEEPEST = 3  # messages inside messages
_HEAD = 65_536  # bytes in which the header of a message ends
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.MULTILINE)
_MARKS = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"x-mailer"})
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_PREFIX = re.compile(r"\A(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(r">[> ]*")
_FAILURES = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)


def read_eml(given: Input) -> Iterator[Report]:
    """Yield the report of a message, then those of attached files in formats that can be read.

    Raises ReadError for a message that is broken, and NoNewsText for one without a text of news.
    """
    if given.data.lower().count(b"boundary=") > PARTS:
        raise ReadError(given.file, f"it has more than {PARTS} parts", "save the text alone")
    try:
        message = message_from_bytes(given.data, policy=policy.compat32)
        parts = [p for p in message.walk() if not p.is_multipart()]
    except _FAILURES as error:
        raise broken(given.file, str(error)) from error
    told = _told(message)
    body = _body(parts)
    inside = list(_attached(given, parts, body))
    reports = [r for r in inside if not isinstance(r, str)]
    notes = tuple(r for r in inside if isinstance(r, str))
    if body is None and not reports:
        raise NoNewsText(given.file, "; ".join(notes) or "the message has no text")
    if body is not None:
        yield _message(given, body, replace(told, warnings=(*told.warnings, *notes)), reports)
    yield from reports
