"""Remember what the pages were made from, so that nothing is made twice.

`manifest.json` beside the pages has one entry an incident: the digest of everything that decides
its pages (the reports with their sidecars, the settings, the formats, the versions of the program
and of its parts), what the pages say in short, and the digest of every page.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reconcile.cli.batch.folders import Incident
from reconcile.cli.batch.made import Summary, file_of
from reconcile.settings import Settings

FILE = "manifest.json"
SCHEMA = "reconcile-report/2"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an incident."""

    digest: str  # of what decides its pages
    summary: Summary
    pages: dict[str, str]  # the SHA-256 of each, by format
    until: str = ""  # when an embargo that the pages mention ends, ISO 8601


def read(output: Path) -> dict[str, Entry]:
    """Return the entries by name of incident; none where there is no manifest or a broken one."""
    try:
        known = json.loads((output / FILE).read_text("utf-8"))
        if known["schema"] != SCHEMA:
            return {}
        return {
            name: Entry(e["digest"], Summary(**e["summary"]), dict(e["pages"]), str(e["until"]))
            for name, e in known["incidents"].items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def written(entries: Mapping[str, Entry]) -> str:
    """Return the manifest as it is written."""
    told = {"schema": SCHEMA, "incidents": {name: asdict(e) for name, e in entries.items()}}
    return json.dumps(told, indent=2, sort_keys=True) + "\n"


def digest(incident: Incident, formats: Sequence[str], settings: Settings) -> str:
    """Return the digest of all that decides the pages; "" when a file cannot be read."""
    known = hashlib.sha256()
    try:
        for part in _parts(incident, formats, settings):
            known.update(len(part).to_bytes(8, "big") + part)
    except OSError:
        return ""
    return known.hexdigest()


def _parts(incident: Incident, formats: Sequence[str], settings: Settings) -> Iterator[bytes]:
    from reconcile.render.browser.foot import versions

    yield SCHEMA.encode()
    for name, version in versions():
        yield f"{name} {version}".encode()
    for field in fields(settings):
        if field.name == "root":  # the same pages wherever the folder lies
            continue
        value = getattr(settings, field.name)
        told = sorted(map(str, value)) if isinstance(value, frozenset) else value
        yield f"{field.name}={told!r}".encode()
    yield " ".join(formats).encode()
    for file in incident.files:
        for part in (file, file.with_name(f"{file.name}.toml")):
            if part == file or part.exists():
                yield str(part).encode("utf-8", "surrogateescape")
                yield part.read_bytes()


def page_digest(page: str) -> str:
    """Return the digest of a page as it is written."""
    return hashlib.sha256(page.encode("utf-8", "replace")).hexdigest()


def _passed(until: str) -> bool:
    from reconcile.text import standing

    return bool(until) and dt.datetime.fromisoformat(until) <= standing.now()


def unchanged(entry: Entry | None, name: str, now: str, output: Path) -> bool:
    """Tell whether the pages that lie there are those that would be made."""
    if entry is None or not now or entry.digest != now or _passed(entry.until):
        return False
    try:
        return all(
            hashlib.sha256((output / file_of(name, form)).read_bytes()).hexdigest() == known
            for form, known in entry.pages.items()
        )
    except OSError:
        return False
