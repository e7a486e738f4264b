"""Decode bytes whose format declares a charset: a mark or sound UTF-8 goes before what is declared."""

from __future__ import annotations

import codecs

from reconcile.read.parts.encoding import Decoded, decode

# browsers read these labels as Windows-1252, of which Latin-1 in the wild is nearly always a part
_WINDOWS = frozenset({"ascii", "iso8859-1", "iso8859-15", "cp1252"})
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_declared(file: str, data: bytes, charset: str) -> Decoded:
    """Decode by byte order mark, as UTF-8 where that fits, as declared, else as plain text is.

    A charset that does not fit, or that nobody knows, is told in a warning. Raises ReadError for
    bytes that are no text.
    """
    name = _known(charset)
    if data.startswith(_MARKS) or b"\0" in data[:4096]:
        return decode(file, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(file, data, charset, name)
    if name.startswith("iso2022") and "\x1b" in text:  # seven bits: it looks like ASCII
        return _as_declared(file, data, charset, name)
    said = (f"declared as {charset[:40]}, but it is UTF-8",)
    wrong = not text.isascii() and name not in {"", "utf-8", "ascii"}
    return Decoded(text, "utf-8", said if wrong else ())


def _as_declared(file: str, data: bytes, charset: str, name: str) -> Decoded:
    if not charset:
        return decode(file, data)
    if name in _WINDOWS:
        found = decode(file, data)
        return Decoded(found.text, found.encoding) if found.encoding == "cp1252" else found
    note = f"declared as {charset[:40]}, which it is not; it is read as Windows-1252"
    try:
        if name and name != "utf-8":
            return Decoded(data.decode(name), name)
    except (UnicodeError, LookupError, ValueError):
        pass  # told by the note
    found = decode(file, data)
    return Decoded(found.text, found.encoding, (note,))


def _known(charset: str) -> str:
    """Return Python's name of a charset, "" when it is none of characters."""
    try:
        found = codecs.lookup(charset.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""
