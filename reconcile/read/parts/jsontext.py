"""Decode JSON, and say at which line and column it is broken."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import msgspec

from reconcile.errors import ReadError
from reconcile.read.parts.encoding import Decoded, decode

_BYTE = re.compile(r"\s*\(byte (\d+)\)")
_MALFORMED = "JSON is malformed: "


def decode_json(file: str, data: bytes) -> tuple[Any, Decoded]:
    """Return the value of a JSON file in any encoding, and its text.

    Raises ReadError with line and column where it is cut off, malformed or nested too deep.
    """
    text = decode(file, data)
    return value_of(file, text.text), text


def value_of(file: str, text: str, line: int = 1) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return the value of a JSON text that begins at a line of its file; raises as `decode_json`."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        _refuse(file, text, line, str(error), error)
    except UnicodeEncodeError as error:
        raise ReadError(file, "a character in it is none", place=str(line)) from error
    except RecursionError as error:
        raise ReadError(file, "its JSON is nested too deep", place=str(line)) from error


def _refuse(file: str, text: str, line: int, said: str, error: Exception) -> NoReturn:
    """Raise the error of a decoder that counts bytes as one that counts lines and columns."""
    found = _BYTE.search(said)
    data = text.encode("utf-8", "surrogatepass")
    before = data[: int(found[1])] if found else data
    above = before.decode("utf-8", "replace")
    column = len(above) - (above.rfind("\n") + 1) + 1
    why = _BYTE.sub("", said).removeprefix(_MALFORMED)
    reason = "it is cut off: the JSON does not end" if "truncated" in said else f"no JSON: {why}"
    raise ReadError(file, reason, "mend it", f"{line + above.count(chr(10))}:{column}") from error
