"""Get the bytes of a file or of standard input, with a cap on their number."""

from __future__ import annotations

import sys
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.read.parts.address import Address

LARGEST = 20_000_000  # bytes
STDIN = Path("-")


def name_of(path: Path) -> str:
    """Return what a report's file is called: "stdin" for "-"."""
    return "stdin" if path == STDIN else str(path)


def load(path: Path) -> bytes:
    """Return the content of a file, of standard input for "-".

    Raises ReadError when it cannot be read, has more than 20 MB or nothing but white space.
    """
    data = sys.stdin.buffer.read(LARGEST + 1) if path == STDIN else _of_file(path)
    if len(data) > LARGEST:
        raise ReadError(name_of(path), "it has more than 20 MB, the limit is 20", "cut it")
    if not data.strip():
        raise ReadError(name_of(path), "it is empty", "give a file with the report's text")
    return data


def _of_file(path: Path) -> bytes:
    if isinstance(path, Address):
        return path.read_bytes()
    file = str(path)
    try:
        if path.is_dir():
            raise ReadError(file, "it is a folder", "give the files in it")
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadError(file, f"it has {size / 1e6:.0f} MB, the limit is 20", "cut it")
        with path.open("rb") as opened:  # what grows meanwhile, or has no size, is capped too
            return opened.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ReadError(file, "there is no such file", "check the name") from error
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise ReadError(file, f"it cannot be read ({reason})", "check its permissions") from error
