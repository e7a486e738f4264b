"""Read the machine's dates of news formats: ISO 8601, its short form in NITF, RFC 822 in feeds."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from reconcile.model import Published

_SHORT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T?(Z|[+-]\d\d:?\d\d))?\Z")


def published(words: str | None, origin: str) -> Published | None:
    """Return the day and, where it is given, the moment of a date; None where it is none."""
    text = (words or "").strip()
    short = _SHORT.match(text)
    try:
        if short:
            return Published(dt.date(*(int(part) for part in short.group(1, 2, 3))), None, origin)
        at = _moment(text) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Published(at.date(), at, origin) if at else None


def instant(words: str | None) -> dt.datetime | None:
    """Return a moment as an aware time, a day as its beginning; UTC where no zone is given."""
    found = published(words, "")
    if found is None:
        return None
    at = found.at or dt.datetime.combine(found.day, dt.time())
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _moment(text: str) -> dt.datetime:
    if text[:4].isdigit():
        return dt.datetime.fromisoformat(text)
    return parsedate_to_datetime(text)
