"""Say where files and words stand, as the machines of a repository look for them."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from reconcile.model import Locus, Report, Submission
from reconcile.render.page.words import legible

_HALF = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def relative(file: str) -> str:
    """Return a file's path below the working directory, with forward slashes and without "..".

    A path that leads out of the working directory is returned absolute; an address and "-" (the
    standard input) as they are. Links are not followed: the name stays the one that was given.
    """
    return _relative(file, os.getcwd())  # noqa: PTH109 - asked often, and a Path is dear


@lru_cache(maxsize=10_000)
def _relative(file: str, here: str) -> str:
    if file == "-" or is_address(file):
        return file
    whole = os.path.normpath(Path(here, file))  # resolve() would follow links
    inside = whole == here or whole.startswith(here.rstrip(os.sep) + os.sep)
    return Path(os.path.relpath(whole, here) if inside else whole).as_posix()


def is_address(file: str) -> bool:
    """Tell whether a report was fetched rather than read from a file."""
    return bool(_ADDRESS.match(file))


def inside(file: str) -> bool:
    """Tell whether a file lies below the working directory."""
    return not (file == "-" or is_address(file) or relative(file).startswith("/"))


def uri(file: str) -> str:
    """Return a file as a URI reference (RFC 3986): relative below the working directory, else file:."""
    path = relative(file)
    if is_address(path):
        return quote(path, safe="%/:?#[]@!$&'()*+,;=~")
    # bytes of a name that are no UTF-8 stand in it as U+DC80 to U+DCFF (PEP 383)
    encoded = quote(_HALF.sub("\ufffd", path).encode("utf-8", "surrogateescape"), safe="/~")
    return encoded if inside(file) or path == "-" else f"file://{encoded}"


def shown(file: str) -> str:
    """Return a file as people are told it: relative, on one line, nothing in it unseen."""
    return legible(relative(file)).replace("\n", "␊")


def spot(at: Locus) -> str:
    """Return a place in words: "inbox/a.txt:3:7", "inbox/a.pdf, page 2", "feed.xml, item 4"."""
    name = shown(at.file)
    if at.line:
        name += f":{at.line}" + (f":{at.column}" if at.column else "")
    parts = [f"page {at.page}" if at.page else "", legible(at.part).replace("\n", " ")]
    return ", ".join([name, *(part for part in parts if part)])


def part(submission: Submission) -> str:
    """Return which item of its file a submission is; "" where it is the whole file."""
    return submission.report.part if submission.report else ""


def name(submission: Submission) -> str:
    """Return what people call a submission: its file, and the item where the file has several."""
    return spot(Locus(submission.file, part(submission)))


def offset(report: Report, at: Locus) -> int | None:
    """Return at which character of its file a place begins; None where the text is not the file's own."""
    if report.map or at.file != report.file or not (at.line and at.column):
        return None
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", report.text)
    if at.line > len(lines):
        return None
    return sum(map(len, lines[: at.line - 1])) + at.column - 1
