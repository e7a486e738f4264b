"""Parse the JSON of news formats, say where it is broken, and find on which line a text stands."""

from __future__ import annotations

import re

from reconcile.errors import ReadError
from reconcile.read.parts.encoding import decode

_BYTE = re.compile(r"\(byte (\d+)\)")
_PLAIN = re.compile(rb"[A-Za-z0-9 ,.;:!?()'-]{12,80}")  # never escaped in JSON
_LINES = re.compile(rb"\}[ \t]*\r?\n\s*\{")  # two values, with no comma between them


def parse_json(file: str, data: bytes) -> tuple[object, str, tuple[str, ...]]:
    """Return the value of a JSON file, its encoding and what had to be assumed of that.

    Raises ReadError with line and column where it is broken or cut off, or nested too deep.
    """
    import msgspec

    try:
        try:
            return msgspec.json.decode(data), "utf-8", ()
        except (msgspec.DecodeError, UnicodeDecodeError):
            decoded = decode(file, data)
            return msgspec.json.decode(decoded.text), decoded.encoding, decoded.warnings
    except RecursionError as error:
        raise ReadError(file, "its JSON is nested too deep") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        found = _BYTE.search(str(error))
        reason = str(error).removeprefix("JSON is malformed: ").partition(" (byte")[0]
        raise ReadError(
            file,
            f"it is no whole JSON ({reason[:1].lower()}{reason[1:]})",
            "ask for the file again, or mend it there",
            _place(data, int(found[1]) if found else len(data)),
        ) from error


def one_value(data: bytes) -> bool:
    """Tell whether a file may be one object or list, and not a value on each line."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} and not _LINES.search(data)


def line_of(data: bytes, text: str, start: int = 0) -> int:
    """Return the line on which a string of a JSON file stands, 0 if it is not found.

    It is looked for by its first run of characters that are never escaped.
    """
    run = _PLAIN.search(text[:4000].encode("utf-8", "replace"))
    at = data.find(run[0], start) if run else -1
    return data.count(b"\n", 0, at) + 1 if at >= 0 else 0


def _place(data: bytes, at: int) -> str:
    before = data[:at]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return f"{before.count(bytes([10])) + 1}:{column}"
