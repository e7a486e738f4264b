"""Read JSON Lines: one report a line, an object whose names say what its values are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.rows import Row, reports_of

FORM = "jsonl"


def read(given: Input) -> Iterator[Report]:
    """Yield a report for each line that has a text.

    Raises ReadError with line and column for a line that is no JSON object, NoNewsText where no
    line has a text.
    """
    decoded = decode(given.file, given.data)
    for k, report in enumerate(reports_of(_rows(given.file, decoded.text), FORM, given)):
        told = () if k else decoded.warnings
        yield replace(report, encoding=decoded.encoding, warnings=(*told, *report.warnings))


def _rows(file: str, text: str) -> Iterator[Row]:
    from reconcile.read.parts.jsontext import value_of

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        values = value_of(file, line, number)
        if not isinstance(values, dict):
            raise ReadError(file, "the line is no JSON object", place=str(number))
        yield Row(number, values, line)


def knows(given: Input) -> bool:
    """Tell whether the first two lines are whole JSON objects, as they are in no JSON document."""
    lines = [line.strip() for line in given.data[:200_000].split(b"\n", 8) if line.strip()][:2]
    if len(lines) < 2 or not all(line.startswith(b"{") and line.endswith(b"}") for line in lines):
        return False
    from reconcile.read.parts.jsontext import value_of

    try:
        return all(isinstance(value_of("", line.decode("utf-8")), dict) for line in lines)
    except (ReadError, UnicodeDecodeError):
        return False


READER = Reader(
    about="JSON Lines, one report a line",
    suffixes=(".jsonl", ".ndjson"),
    read=read,
    knows=knows,
)
