"""Turn bytes into text, and say which encoding was assumed. Never fails on bad bytes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reconcile.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes({*range(32), 127} - {7, 8, 9, 10, 11, 12, 13, 26, 27})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and what had to be assumed."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(file: str, data: bytes) -> Decoded:
    """Decode by byte order mark, then as UTF-8, else as UTF-16 or Windows-1252.

    Line ends stay as they are. Raises ReadError for bytes that are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    wide = _unmarked_utf16(data)
    if wide:
        text = data.decode(wide, "replace")
        return Decoded(text, wide, (f"no byte order mark; read as {wide.upper()}",))
    _refuse_binary(file, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        note = f"byte {error.start} is not UTF-8; the file is read as Windows-1252"
        return Decoded(_cp1252(data), "cp1252", (note,))


def _marked(data: bytes, name: str) -> Decoded:
    codec = "utf-8" if name == "utf-8-sig" else name
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        note = f"the byte order mark says {codec.upper()}, but some bytes are not; they show as �"
        return Decoded(data.decode(codec, "replace"), name, (note,))


def _cp1252(data: bytes) -> str:
    """Decode Windows-1252, its five unused bytes as the control characters of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "replace").replace("�", chr(b)) for b in data)


def _unmarked_utf16(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, "" when it is something else.

    English text in UTF-16 has a zero in nearly every second byte, always on the same side.
    """
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _refuse_binary(file: str, data: bytes) -> None:
    sample = data[:65536]
    odd = len(sample) - len(sample.translate(None, _CONTROL))
    if b"\0" in sample or odd * 20 > len(sample):
        raise ReadError(file, "it is a binary file, not text", "give plain text or Markdown")
