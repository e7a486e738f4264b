"""Read and write one entry: a file with a line that names it and its checksum, then the content."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from pathlib import Path

from reconcile.gate.cache.coding import Damaged

FORMAT = "reconcile-cache/1"
SUFFIX, UNFINISHED = ".entry", ".unfinished"
LARGEST = 64_000_000  # bytes of an entry
TOUCHED = 43_200.0  # seconds after which an entry is marked as used again: pruning goes by that
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)  # each where there is one


def path(folder: Path, kind: str, name: str) -> Path:
    """Return where an entry stands."""
    return folder / kind / name[:2] / f"{name[2:]}{SUFFIX}"


def read(folder: Path, kind: str, name: str) -> bytes:
    """Return the content of an entry.

    Raises FileNotFoundError where there is none, Damaged when its line or checksum is not what was
    written, OSError when it cannot be read.
    """
    handle = os.open(path(folder, kind, name), os.O_RDONLY | _NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        known = os.fstat(file.fileno())
        if not stat.S_ISREG(known.st_mode) or known.st_size > LARGEST or not _own(known):
            raise Damaged("it is no file of ours")
        line, _, content = file.read(LARGEST + 1).partition(b"\n")
        if time.time() - known.st_mtime > TOUCHED:
            os.utime(file.fileno())
    if line != _line(kind, name, content):
        raise Damaged("its checksum differs")
    return content


def write(folder: Path, kind: str, name: str, content: bytes) -> None:
    """Put an entry in its place, whole or not at all; raises OSError when it cannot be written."""
    place = path(folder, kind, name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, suffix=SUFFIX + UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_line(kind, name, content) + b"\n" + content)
        Path(temporary).replace(place)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _line(kind: str, name: str, content: bytes) -> bytes:
    digest = hashlib.sha256(content).hexdigest()
    return f"{FORMAT} {kind} {name} {len(content)} {digest}".encode()


def _own(known: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or known.st_uid == os.geteuid()
