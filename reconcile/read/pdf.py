"""Read PDF documents: the text of their pages, date, title and author. The only file that knows pypdf."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Published, Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.container import broken
from reconcile.read.parts.document import Told, clean, document
from reconcile.read.parts.extras import needed
from reconcile.read.parts.printed import Line, pieces_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES = 200
OPERATIONS = 1_000_000  # of all pages; a printed page of news has some 2,000
_STAMP = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?(?:\d\d)?(Z|[+-]\d\d'?\d\d)?")
_TITLE = re.compile(r"\.\w{2,4}\Z|\A(?:microsoft word|untitled|document\d*\Z)", re.IGNORECASE)
_SOUND = re.compile(r"\w")


def read_pdf(given: Input) -> Iterator[Report]:
    """Yield the report of a PDF document; places in it are pages and the lines on them.

    Raises ReadError for one that is encrypted, broken, or too large, and NoNewsText for one whose
    pages are pictures.
    """
    needed("pypdf", "formats", "PDF documents", given.file)
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # its complaints are no words for an editor
    try:
        lines, told = _opened(given)
    except ReadError:
        raise
    except Exception as error:  # a broken file makes pypdf raise nearly anything
        raise broken(given.file, str(error) or type(error).__name__) from error
    if not any(_SOUND.search(line.text) for line in lines):
        raise NoNewsText(given.file, "its pages hold no text, only pictures of it or nothing")
    yield document(given, told, pieces_of(lines))


def _opened(given: Input) -> tuple[list[Line], Told]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(given.data), strict=False)
    if reader.is_encrypted and not _unlocked(reader):
        raise ReadError(given.file, "it is encrypted", "save it without a password")
    count = len(reader.pages)
    if count > PAGES:
        raise ReadError(given.file, f"it has {count} pages, the limit is {PAGES}", "cut it")
    budget = _Budget(given.file)
    lines = [
        line for number in range(count) for line in _lines(reader.pages[number], number + 1, budget)
    ]
    return lines, _told(reader)


def _unlocked(reader: PdfReader) -> bool:
    """Tell whether a document opens without a password; AES does not without more libraries."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


class _Budget:
    """Counts the operations of a document and stops it at too many."""

    def __init__(self, file: str) -> None:
        self.file, self.left = file, OPERATIONS

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left < 0:
            raise ReadError(self.file, "it draws too much on its pages", "export it as text")


def _lines(page: PageObject, number: int, budget: _Budget) -> list[Line]:
    """Return the printed lines of a page in the order in which they are drawn."""
    runs: list[tuple[str, float, float, float]] = []

    def note(text: str, cm: Any, tm: Any, font: object, size: float) -> None:  # noqa: ANN401 - pypdf's matrices
        if text:
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            runs.append((text, x, y, (size or 0.0) * scale))

    page.extract_text(visitor_operand_before=budget, visitor_text=note)
    return list(_numbered(runs, number))


def _numbered(runs: list[tuple[str, float, float, float]], page: int) -> Iterator[Line]:
    """Cut the runs of a page into lines; a line stands where its first run does."""
    number, words, place = 1, "", (0.0, 0.0, 0.0)
    for text, x, y, size in [*runs, ("\n", 0.0, 0.0, 0.0)]:
        for k, part in enumerate(re.split(r"\n", text)):
            if k and (line := clean(words)):
                yield Line(line, page, number, *place)
                number, words = number + 1, ""
            if not words.strip() and part.strip():
                place = (x, y, size)
            words = words + part if words.strip() else part


def _told(reader: PdfReader) -> Told:
    about = reader.metadata
    if about is None:
        return Told("pdf")
    title = str(about.title or "")
    return Told(
        "pdf",
        title="" if _TITLE.search(title) else title,
        byline=str(about.author or ""),
        saved=_date(str(about.creation_date_raw or "")),
    )


def _date(words: str) -> Published | None:
    m = _STAMP.match(words)
    if m is None:
        return None
    try:
        day = dt.date(int(m[1]), int(m[2]), int(m[3]))
        if m[4] is None:
            return Published(day, None, "date of the PDF")
        at = dt.datetime(day.year, day.month, day.day, int(m[4]), int(m[5]), tzinfo=_zone(m[6]))
    except ValueError:
        return None
    return Published(day, at, "date of the PDF")


def _zone(words: str | None) -> dt.timezone | None:
    if words is None or words == "Z":
        return dt.UTC if words else None
    minutes = int(words[1:3]) * 60 + int(words[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if words[0] == "-" else minutes))


def knows_pdf(given: Input) -> bool:
    """Tell a PDF document by its mark, which may stand behind some other bytes."""
    return b"%PDF-" in given.data[:1024]


READER = Reader(
    about="PDF documents",
    suffixes=(".pdf",),
    read=read_pdf,
    knows=knows_pdf,
    extra="formats",
    needs=("pypdf",),
)
