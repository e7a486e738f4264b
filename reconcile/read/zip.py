"""Read a ZIP archive of reports in any of the formats, with caps on what it may unpack to."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.choice import knowing, named, read_input
from reconcile.read.parts.content import LARGEST
from reconcile.read.parts.front import put, sidecar_of

MEMBERS = 10_000
UNPACKED = 100_000_000  # bytes of all members together
RATIO = 200  # unpacked to packed; text packs to a tenth, a bomb to a thousandth
SMALL = 1_000_000  # bytes of a member of which no ratio is asked
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing that is not known
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    LookupError,
)
_DOCUMENTS = ("word/document.xml", "content.xml")  # a DOCX and an ODT are archives, too


def read(given: Input) -> Iterator[Report]:
    """Yield the reports of the members that are reports, in the order of the archive.

    Nothing is written: a member's name is only a name. What is neither by name nor by content a
    report, and what carries no news text, is left out with a warning. Raises ReadError for a broken
    or encrypted archive, one that unpacks to too much, and a member that cannot be read.
    """
    packed = _opened(given)
    contents = dict(_contents(given, packed))
    left: list[str] = []
    found = [
        r for n in contents if not _aside(n, contents) for r in _member(given, n, contents, left)
    ]
    if not found:
        raise NoNewsText(given.file, "no member of the archive is a report")
    if left:
        told = f"left out, not a report: {', '.join(left[:20])}" + (" …" if len(left) > 20 else "")
        found[0] = replace(found[0], warnings=(told, *found[0].warnings))
    yield from found


def _opened(given: Input) -> zipfile.ZipFile:
    try:
        packed = zipfile.ZipFile(io.BytesIO(given.data))
    except _BROKEN as error:
        raise ReadError(given.file, f"the archive is broken ({_said(error)})") from error
    members = len(packed.infolist())
    if members > MEMBERS:
        raise ReadError(given.file, f"it has {members} members, the limit is {MEMBERS}", "cut it")
    return packed


def _contents(given: Input, packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every member, names made unlike each other."""
    left, seen = UNPACKED, dict[str, int]()
    for info in packed.infolist():
        if info.is_dir():
            continue
        data = _unpacked(given, packed, info)
        left -= len(data)
        if left < 0:
            raise ReadError(given.file, "it unpacks to more than 100 MB, the limit", "cut it")
        seen[info.filename] = times = seen.get(info.filename, 0) + 1
        yield (info.filename if times == 1 else f"{info.filename} ({times})"), data


def _unpacked(given: Input, packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a member; what it says of its size is not believed."""
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(given.file, "it is encrypted", "unpack it", info.filename)
    try:
        with packed.open(info) as member:
            data = member.read(LARGEST + 1)
    except _BROKEN as error:
        reason = f"it cannot be unpacked ({_said(error)})"
        raise ReadError(given.file, reason, place=info.filename) from error
    if len(data) > LARGEST:
        reason = "it unpacks to more than 20 MB, the limit"
        raise ReadError(given.file, reason, "cut it", info.filename)
    if len(data) > SMALL and len(data) > RATIO * max(info.compress_size, 1):
        reason = f"it unpacks to more than {RATIO} times its size, as no text does"
        raise ReadError(given.file, reason, place=info.filename)
    return data


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__


def _aside(name: str, contents: dict[str, bytes]) -> bool:
    """Tell whether a member is hidden, made by the packing program, or the sidecar of another."""
    parts = name.replace("\\", "/").split("/")
    hidden = any(p.startswith(".") and p.strip(".") for p in parts) or "__MACOSX" in parts
    return hidden or (name.endswith(".toml") and name.removesuffix(".toml") in contents)


def _member(
    given: Input, name: str, contents: dict[str, bytes], left: list[str]
) -> Iterator[Report]:
    inside = Input(f"{given.file}/{name}", contents[name], given.settings, given.depth + 1)
    if not contents[name].strip() or not (named(name) or knowing(inside)):
        left.append(name)
        return
    try:
        reports = read_input(inside)
    except ReadError as error:
        if not isinstance(error, NoNewsText) and not given.settings.keep_going:
            raise
        left.append(name if isinstance(error, NoNewsText) else f"{name} ({error.reason})")
        return
    beside = contents.get(f"{name}.toml")
    for report in reports:
        part = f"{name}/{report.part}" if report.part else name
        told = put(sidecar_of(f"{inside.file}.toml", beside), report) if beside else report
        yield replace(told, file=given.file, part=part)


def knows(given: Input) -> bool:
    """Tell whether bytes are a ZIP archive that is no DOCX or ODT document."""
    if not given.data.startswith((b"PK\3\4", b"PK\5\6")):
        return False
    try:
        names = zipfile.ZipFile(io.BytesIO(given.data)).namelist()
    except _BROKEN:
        return True  # read() says what is wrong with it
    return not any(name in names for name in _DOCUMENTS)


READER = Reader(
    about="ZIP archives of reports",
    suffixes=(".zip",),
    read=read,
    knows=knows,
)
