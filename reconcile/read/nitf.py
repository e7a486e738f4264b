"""Read NITF 3: head and docdata, headline, byline, dateline, the paragraphs of its body."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.markup import name_of, parse_xml
from reconcile.read.parts.nitf_story import nitf_story
from reconcile.read.parts.root import root_of
from reconcile.read.parts.story import report_of


def read_nitf(given: Input) -> Iterator[Report]:
    """Yield the one report of an NITF file; raises ReadError, and NoNewsText when it has no text."""
    document = parse_xml(given.file, given.data, READER.about)
    name = name_of(document.root)
    if name != "nitf":
        raise ReadError(given.file, f"its root element is <{name}>", "give NITF")
    report = report_of(
        nitf_story(document.root, given.file),
        Report(
            given.file, "", format="nitf", encoding=document.encoding, warnings=document.warnings
        ),
    )
    if report is None:
        raise NoNewsText(given.file, "its body has no text")
    yield report


def knows(given: Input) -> bool:
    """Tell an NITF file by its root element."""
    return root_of(given.data).name == "nitf"


READER = Reader(
    about="NITF",
    suffixes=(".nitf", ".xml"),
    read=read_nitf,
    knows=knows,
    extra="formats",
    needs=("lxml",),
)
