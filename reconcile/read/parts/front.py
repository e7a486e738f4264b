"""Read what a report or its sidecar file says about it in keys: source, published, title, dateline."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.model import Published
from reconcile.text.dates import read_date
from reconcile.text.paragraphs import front_matter

_KEY = re.compile(r"(?P<key>[\w-]+)\s*:\s*(?P<value>.*)")
_NAMES = {
    "source": ("source", "outlet", "publisher", "publication"),
    "published": ("published", "date", "pubdate", "publication_date", "updated"),
    "title": ("title", "headline"),
    "place": ("dateline", "place", "location"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What is said about a report in keys; empty where a key is missing."""

    source: str = ""
    published: Published | None = None
    title: str = ""
    place: str = ""
    warnings: tuple[str, ...] = ()


def read_front(text: str) -> Card:
    """Return what the front matter says: flat `key: value` between `---`, TOML between `+++`."""
    found = front_matter(text)
    if found is None:
        return Card()
    span, mark = found
    body = span.of(text).strip()[3:-3]
    if mark == "+++":
        try:
            return _card(
                tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n")), "front matter"
            )
        except tomllib.TOMLDecodeError as error:
            return Card(warnings=(f"the front matter is not TOML ({error}); it is left out",))
    pairs = (
        _KEY.match(line.strip())
        for line in body.splitlines()
        if not line.startswith((" ", "\t", "#"))
    )
    return _card({m["key"]: _unquoted(m["value"]) for m in pairs if m}, "front matter")


def read_sidecar(path: Path) -> Card:
    """Return what FILE.toml says about FILE, an empty card when there is none.

    Raises ReadError when the sidecar cannot be read.
    """
    sidecar = path.with_name(path.name + ".toml")
    if not sidecar.is_file():
        return Card()
    try:
        return _card(tomllib.loads(sidecar.read_bytes().decode("utf-8-sig")), "sidecar")
    except (OSError, ValueError) as error:
        raise ReadError(
            str(sidecar), f"it cannot be read as TOML ({error})", "mend or remove it"
        ) from error


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*\Z", "", value)


def _card(keys: Mapping[str, object], origin: str) -> Card:
    lower = {k.lower(): v for k, v in keys.items()}
    said = {
        name: next((lower[k] for k in names if k in lower), None) for name, names in _NAMES.items()
    }
    published, warnings = _published(said["published"], origin)
    return Card(
        source=str(said["source"] or "").strip(),
        published=published,
        title=str(said["title"] or "").strip(),
        place=str(said["place"] or "").strip(),
        warnings=warnings,
    )


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
