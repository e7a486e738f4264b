"""Open the zip file that a DOCX or ODT document is, with caps on what it may unpack to."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from reconcile.errors import ReadError

MOST = 200_000_000  # bytes of a document's members, unpacked; pictures count too
MEMBERS = 5_000
LARGEST_XML = 40_000_000  # bytes of one member that is parsed
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def has_members(data: bytes, *names: str) -> bool:
    """Tell whether bytes are a zip file with such members; cheap, and never raises."""
    if not data.startswith(b"PK\3\4") or any(name.encode() not in data for name in names):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return set(names) <= set(packed.namelist())
    except _BROKEN:
        return False


def opened(file: str, data: bytes) -> zipfile.ZipFile:
    """Open a document; raises ReadError for a broken one and for one that unpacks to too much."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise broken(file, str(error)) from error
    members = packed.infolist()
    size = sum(m.file_size for m in members)
    if size > MOST or len(members) > MEMBERS:
        said = f"it unpacks to {size / 1e6:.0f} MB in {len(members)} members"
        raise ReadError(file, f"{said}, the limit is 200 MB in 5000", "cut it")
    return packed


def member(file: str, packed: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a member, b"" where there is none; raises ReadError as `opened`."""
    try:
        info = packed.getinfo(name)
        if info.file_size > LARGEST_XML:
            size = f"it has {info.file_size / 1e6:.0f} MB unpacked, the limit is 40"
            raise ReadError(file, size, "cut it", name)
        return packed.read(info)
    except KeyError:
        return b""
    except _BROKEN as error:
        raise broken(file, str(error), name) from error


def broken(file: str, reason: str, place: str = "") -> ReadError:
    """Return the error for a document that its library cannot open."""
    said = " ".join(reason.split())[:200]
    return ReadError(file, f"it is broken ({said})", "save it again, or export it as text", place)
