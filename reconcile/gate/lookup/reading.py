"""Read the marks of the files on file, those that are known from an earlier run without reading them again.

A file is known by the digest of its content, its sidecar and its ending, never by its time or size.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.gate.cache import Cache, key
from reconcile.gate.lookup.files import Filed
from reconcile.gate.lookup.marks import Marks, marks_of
from reconcile.model import Published, Report
from reconcile.plugin import Input
from reconcile.read.parts.choice import PLAIN, knowing, named, read_input
from reconcile.read.parts.content import load
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.front import read_front, read_sidecar
from reconcile.settings import Settings

_KIND = "marks"
_SPARE = 1_000  # files that are gone and whose marks are still kept


@dataclass(frozen=True, slots=True)
class Index:
    """The marks of files, each by the digest of its content: those of each of its reports."""

    files: dict[str, tuple[tuple[str, Marks], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is held of a report on file: where it is, and its marks."""

    filed: Filed
    part: str
    marks: Marks


def read_marks(
    files: Iterable[Filed], name: str, settings: Settings, cache: Cache | None, notes: list[str]
) -> Iterator[Kept]:
    """Yield the marks of the reports of all files; what cannot be read is noted.

    `name` is that of the index in the cache, the same for the same folders.
    """
    known = (cache.get(_KIND, name, Index) if cache else None) or Index()
    seen: Index = Index()
    for filed in files:
        try:
            data = load(filed.path)
            digest = _digest(filed.path, data)
            reports = known.files.get(digest) or tuple(_marks(filed.path, data, settings))
        except ReadError as error:
            notes.append(str(error))
            continue
        seen.files[digest] = reports
        yield from (Kept(filed, part, marks) for part, marks in reports)
    if cache and not seen.files.keys() <= known.files.keys():
        keep(seen, name, cache)


def keep(seen: Index, name: str, cache: Cache) -> None:
    """Put an index back; what other runs added meanwhile stays, what is gone for long does not."""
    with cache.alone():
        old = (cache.get(_KIND, name, Index) or Index()).files
        others = [digest for digest in old if digest not in seen.files][-_SPARE:]
        cache.put(_KIND, name, Index({d: old[d] for d in others} | seen.files))


def _digest(path: Path, data: bytes) -> str:
    sidecar = path.with_name(path.name + ".toml")
    try:
        beside = hashlib.sha256(sidecar.read_bytes()).hexdigest()
    except OSError:  # there is none, or the reader says what is wrong with it
        beside = ""
    return key(hashlib.sha256(data).hexdigest(), beside, path.suffix.lower())


def _marks(path: Path, data: bytes, settings: Settings) -> Iterator[tuple[str, Marks]]:
    """Yield part and marks of each report of a file; plain text is not cut into blocks for that."""
    given = Input(str(path), data, settings.for_path(path))
    beside = _day(read_sidecar(path).published)
    if not knowing(given) and all(name == PLAIN for name, _ in named(given.file)):
        text = decode(given.file, data).text
        yield "", marks_of(text, beside or _day(read_front(text).published))
        return
    for report in read_input(given):
        yield report.part, report_marks(report, beside)


def report_marks(report: Report, beside: int = 0) -> Marks:
    """Return the marks of a report as read; `beside` is the day that its sidecar gives."""
    return marks_of(f"{report.title}\n{report.text}", beside or _day(report.published))


def _day(published: Published | None) -> int:
    return published.day.toordinal() if published else 0
