"""Find the line on which a string of a JSON file stands, and tell one value from many."""

from __future__ import annotations

import re
from bisect import bisect_left

_PLAIN = re.compile(r"[A-Za-z0-9 ,.;:!?()'-]{12,80}")  # never escaped in JSON
_LITERAL = re.compile(r"[ !#-.0-\[\]-~]{1,60}")  # escaped by few writers
_LINES = re.compile(rb"\}[ \t]*\r?\n\s*\{")  # two values, with no comma between them


def one_value(data: bytes) -> bool:
    """Tell whether a file may be one object or list, and not a value on each line."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} and not _LINES.search(data)


class Lines:
    """The lines of a JSON file, to find on which of them a string stands."""

    __slots__ = ("_data", "_ends")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._ends: list[int] | None = None

    def find(self, text: str, start: int = 0) -> int:
        """Return the place of a string in the file, from `start` on if it is there; -1 for none.

        It is looked for as it begins, up to the first character that JSON may write otherwise, or
        else by its first run of characters that are never escaped.
        """
        begins = _LITERAL.match(text)
        needles = [f'"{begins[0]}'.encode()] if begins and len(begins[0]) > 7 else []
        run = _PLAIN.search(text[:4000])
        needles += [run[0].encode()] if run else [f'"{text}"'.encode("utf-8", "replace")]
        for needle in needles:
            at = self._data.find(needle, start)
            at = at if at >= 0 or not start else self._data.find(needle)
            if at >= 0:
                return at
        return -1

    def of(self, text: str, start: int = 0) -> int:
        """Return the line of a string, 0 if it is not found; searches as `find`."""
        at = self.find(text, start) if text else -1
        if at < 0:
            return 0
        if self._ends is None:
            self._ends = [m.start() for m in re.finditer(b"\n", self._data)]
        return bisect_left(self._ends, at) + 1
