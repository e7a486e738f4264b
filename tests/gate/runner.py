"""What GitHub's runner reads in the log of a step, told from its documentation: the commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ESCAPES = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}


def obeyed(text: str) -> Iterator[dict[str, str]]:
    """Yield the commands of a log: name, message and properties, decoded.

    A command begins a line, white space aside, or stands anywhere in it the older way; after
    `::stop-commands::word` nothing is obeyed until `::word::`.
    """
    word = ""
    for line in text.split("\n"):
        command = _newer(line) or _older(line)
        if word:
            word = "" if line.strip() == f"::{word}::" else word
        elif command and command["name"] == "stop-commands":
            word = command["message"]
        elif command:
            yield command


def _newer(line: str) -> dict[str, str] | None:
    if not line.lstrip().startswith("::"):
        return None
    head, found, message = line.lstrip()[2:].partition("::")
    return _command(head, message, ",") if found else None


def _older(line: str) -> dict[str, str] | None:
    found = re.search(r"##\[([^\]]*)\](.*)", line)
    return _command(found[1], found[2], ";") if found else None


def _command(head: str, message: str, between: str) -> dict[str, str]:
    name, _, told = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in told.split(between) if "=" in pair)
    properties = {key: _decoded(value) for key, value in pairs}
    return {"name": name, "message": _decoded(message), **properties}


def _decoded(text: str) -> str:
    return re.sub("|".join(_ESCAPES), lambda match: _ESCAPES[match.group()], text)
