"""Find the line of every key of a TOML text, so that a message can point at it.

The text has been parsed already: what is found here only has to be right for valid TOML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Key = tuple[str | int, ...]

_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_ASSIGNED = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
# what may hold a line end, a bracket or a quotation mark, and the brackets that open a value
_PIECE = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"+|'''.*?'''+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*|[\[\]{}\n]",
    re.DOTALL,
)


def key_lines(text: str) -> dict[Key, int]:
    """Return the line, from 1, of each table and key: ("overrides", 0, "fail-on") -> 12.

    Keys inside an inline table are found by the line of the table.
    """
    found: dict[Key, int] = {}
    table: Key = ()
    counts: dict[Key, int] = {}
    for number, start in _statements(text):
        if m := _TABLE.match(text, start):
            table = _parts(m[2])
            if m[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                found.setdefault(table, number)
            table = _within(table, counts)
            found.setdefault(table, number)
        elif m := _ASSIGNED.match(text, start):
            for k in range(len(table) + 1, len(table) + len(_parts(m[1])) + 1):
                found.setdefault((*table, *_parts(m[1]))[:k], number)
    return found


def line_of(lines: dict[Key, int], key: Key) -> int:
    """Return the line of a key, or of the nearest table that it stands in; 0 for none."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 0)


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Yield number and beginning of each line that is not inside a value."""
    number, depth = 1, 0
    yield number, 0
    for m in _PIECE.finditer(text):
        if m[0] == "\n":
            number += 1
            if not depth:
                yield number, m.end()
        elif m[0] in "[{":
            depth += 1
        elif m[0] in "]}":
            depth = max(0, depth - 1)
        else:
            number += m[0].count("\n")


def _within(table: Key, counts: dict[Key, int]) -> Key:
    """Put the number of each array of tables behind its name."""
    out: Key = ()
    for k, part in enumerate(table, 1):
        out = (*out, part, counts[table[:k]]) if table[:k] in counts else (*out, part)
    return out


def _parts(dotted: str) -> tuple[str, ...]:
    """Return the parts of a dotted key, without quotation marks."""
    parts = re.findall(_PART, dotted)
    return tuple(p[1:-1] if p[0] in "\"'" else p for p in parts)
