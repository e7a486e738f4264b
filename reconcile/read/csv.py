"""Read tables of comma, semicolon or tab separated values: one report a line under a line of names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.errors import ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.content import LARGEST
from reconcile.read.parts.encoding import decode
from reconcile.read.parts.rows import Row, reports_of, text_column

FORM = "csv"
DELIMITERS = ",;\t|"
_HEAD = 20_000  # characters in which the line of names must end


def read(given: Input) -> Iterator[Report]:
    """Yield a report for each line that has a text.

    Raises ReadError with the line where quotation marks do not close or columns are missing or too
    many, NoNewsText where no line has a text.
    """
    decoded = decode(given.file, given.data)
    delimiter = _delimiter(decoded.text, given) or ","
    rows = _rows(given.file, decoded.text, delimiter)
    for k, report in enumerate(reports_of(rows, FORM, given)):
        told = () if k else decoded.warnings
        yield replace(report, encoding=decoded.encoding, warnings=(*told, *report.warnings))


def knows(given: Input) -> bool:
    """Tell whether the first line names a column of texts, and another that reports have."""
    if given.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"[", b"<"}:
        return False  # JSON or markup
    try:
        text = decode(given.file, given.data[: 4 * _HEAD]).text
    except ReadError:
        return False
    delimiter = _delimiter(text, given)
    if not delimiter:
        return False
    names = [name.strip().lower() for name in _head(text, delimiter)]
    return len(names) > 1 and any(name in _OTHERS for name in names)


_OTHERS = frozenset(("title", "headline", "source", "date", "published", "outlet", "byline", "id"))


def _delimiter(text: str, given: Input) -> str:
    """Return what parts the columns: what makes the first line name one of texts; "" if nothing."""
    mapped = given.settings.columns_of(FORM)
    return next((d for d in DELIMITERS if text_column(_head(text, d), mapped)), "")


def _head(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(_lines(text[:_HEAD]), delimiter=delimiter), [])
    except csv.Error:
        return []


def _lines(text: str) -> list[str]:
    """Return the lines with their ends as they are; only those that end a line in a file do so."""
    return list(io.StringIO(text, newline=""))


def _rows(file: str, text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LARGEST)  # of the whole process; a file has no more
    lines = _lines(text)
    table = csv.reader(lines, delimiter=delimiter, strict=True)
    names: list[str] = []
    begin = 0
    for cells in _checked(file, table):
        end = table.line_num
        if not names:
            names = [name.strip() for name in cells]
        elif any(cells):
            if len(cells) != len(names):
                reason = f"the line has {len(cells)} columns, the first line names {len(names)}"
                raise ReadError(file, reason, "mend it", str(begin + 1))
            yield Row(begin + 1, dict(zip(names, cells, strict=True)), "".join(lines[begin:end]))
        begin = end


def _checked(file: str, table: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from table
    except csv.Error as error:
        line = str(getattr(table, "line_num", "") or "")
        raise ReadError(file, f"no table: {error}", "mend it", line) from error


READER = Reader(
    about="CSV tables, one report a line",
    suffixes=(".csv", ".tsv"),
    read=read,
    knows=knows,
)
