"""Read what is said about a report in keys: front matter, sidecar files, columns of a table."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.model import Published, Report, Status
from reconcile.read.parts.address import Address
from reconcile.text.dates import read_date
from reconcile.text.paragraphs import front_matter

_KEY = re.compile(r"(?P<key>[\w-]+)\s*:\s*(?P<value>.*)")
_NAMES = {
    "source": ("source", "outlet", "publisher", "publication", "provider"),
    "published": (
        *("published", "date", "pubdate", "publication_date", "published_at", "publish_date"),
        *("date_published", "date_publish", "datetime", "versioncreated", "updated"),
    ),
    "title": ("title", "headline"),
    "place": ("dateline", "place", "location"),
    "byline": ("byline", "author", "authors"),
    "credit": ("credit", "creditline", "credit_line"),
    "urgency": ("urgency", "priority"),
    "item": ("item", "id", "guid", "uri", "item_id", "story_id"),
    "version": ("version",),
    "status": ("status", "pubstatus"),
    "embargo": ("embargo", "embargoed"),
}
_STATUSES = {
    **dict.fromkeys(("usable", "published", "live", "final"), Status.USABLE),
    **dict.fromkeys(("withheld", "hold", "held"), Status.WITHHELD),
    **dict.fromkeys(("canceled", "cancelled", "killed", "withdrawn"), Status.CANCELED),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What is said about a report in keys; empty where a key is missing."""

    source: str = ""
    published: Published | None = None
    title: str = ""
    place: str = ""
    byline: str = ""
    credit: str = ""
    urgency: int = 0
    item: str = ""
    version: int = 0
    status: Status | None = None
    embargo: dt.datetime | None = None
    warnings: tuple[str, ...] = ()


def canonical(field: str) -> str:
    """Return the first of the names of a field: "published" for "date"; the field's own if unknown."""
    return next((names[0] for names in _NAMES.values() if field in names), field)


def put(card: Card, report: Report) -> Report:
    """Return the report with what a card says in place of what it says of itself."""
    return replace(
        report,
        source=card.source or report.source,
        published=card.published or report.published,
        title=card.title or report.title,
        place=card.place or report.place,
        byline=card.byline or report.byline,
        credit=card.credit or report.credit,
        urgency=card.urgency or report.urgency,
        item=card.item or report.item,
        version=card.version or report.version,
        status=card.status or report.status,
        embargo=card.embargo or report.embargo,
        warnings=tuple(dict.fromkeys((*report.warnings, *card.warnings))),
    )


def read_front(text: str) -> Card:
    """Return what the front matter says: flat `key: value` between `---`, TOML between `+++`."""
    found = front_matter(text)
    if found is None:
        return Card()
    span, mark = found
    body = span.of(text).strip()[3:-3]
    if mark == "+++":
        try:
            return card_of(
                tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n")), "front matter"
            )
        except tomllib.TOMLDecodeError as error:
            return Card(warnings=(f"the front matter is not TOML ({error}); it is left out",))
    pairs = (
        _KEY.match(line.strip())
        for line in body.splitlines()
        if not line.startswith((" ", "\t", "#"))
    )
    return card_of({m["key"]: _unquoted(m["value"]) for m in pairs if m}, "front matter")


def read_sidecar(path: Path) -> Card:
    """Return what FILE.toml says about FILE, an empty card when there is none.

    Raises ReadError when the sidecar cannot be read.
    """
    if isinstance(path, Address):
        return Card()
    sidecar = path.with_name(f"{path.name}.toml") if path.name else path
    if not sidecar.is_file():
        return Card()
    try:
        return sidecar_of(str(sidecar), sidecar.read_bytes())
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise ReadError(str(sidecar), f"it cannot be read ({reason})") from error


def sidecar_of(file: str, data: bytes) -> Card:
    """Return what the content of a sidecar says; raises ReadError when it is no TOML."""
    try:
        return card_of(tomllib.loads(data.decode("utf-8-sig")), "sidecar")
    except (ValueError, RecursionError) as error:
        raise ReadError(
            file, f"it cannot be read as TOML ({error})", "mend or remove it"
        ) from error


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*\Z", "", value)


def card_of(keys: Mapping[str, object], origin: str) -> Card:
    """Return what keys say, whatever their case; `origin` is what warnings call the place."""
    lower = {k.lower().strip(): v for k, v in keys.items()}
    said = {name: _first(lower, names) for name, names in _NAMES.items()}
    published, dated = _published(said["published"], origin)
    embargo, until = _moment(said["embargo"], origin)
    status, odd = _status(said["status"], origin)
    return Card(
        source=_line(said["source"]),
        published=published,
        title=_line(said["title"]),
        place=_line(said["place"]),
        byline=_line(said["byline"]),
        credit=_line(said["credit"]),
        urgency=_count(said["urgency"], 9),
        item=_line(said["item"]),
        version=_count(said["version"], 1_000_000),
        status=status,
        embargo=embargo,
        warnings=(*dated, *until, *odd),
    )


def _first(keys: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((keys[name] for name in names if keys.get(name) not in (None, "")), None)


def _line(value: object) -> str:
    """Return a value as one line; a list by its parts, a table (an author's) by its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_line, value)))
    return "" if value is None else " ".join(str(value).split())


def _count(value: object, most: int) -> int:
    """Return a small number, 0 for anything else."""
    words = str(value).strip() if value is not None else ""
    number = int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0
    return number if number <= most else 0


def _status(value: object, origin: str) -> tuple[Status | None, tuple[str, ...]]:
    words = _line(value).lower().removeprefix("stat:")
    if not words or words in _STATUSES:
        return _STATUSES.get(words), ()
    return None, (f'the status "{words}" in the {origin} is not known; the report is used',)


def _moment(value: object, origin: str) -> tuple[dt.datetime | None, tuple[str, ...]]:
    """Return the moment up to which a text is embargoed; a day alone ends at its midnight, UTC."""
    found, _ = _published(value, origin)
    if found is None:
        said = _line(value)
        return None, (f'the embargo "{said}" in the {origin} is no date',) if said else ()
    at = found.at or dt.datetime.combine(found.day, dt.time())
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC), ()


def _published(value: object, origin: str) -> tuple[Published | None, tuple[str, ...]]:
    if value is None or value == "":
        return None, ()
    if isinstance(value, dt.datetime):
        return Published(value.date(), value, origin), ()
    if isinstance(value, dt.date):
        return Published(value, None, origin), ()
    published = read_date(str(value), origin)
    if published:
        return published, ()
    return None, (f'the date "{value}" in the {origin} is no date; the report is read without it',)
