"""Know which paths a settings file may name, and which files its overrides are meant for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PurePath


def leaves(path: str, root: Path) -> str:
    """Say how a path leaves the folder of the settings, through `..` or a link; "" where it stays."""
    try:
        home = root.resolve()
        end = (root / path).resolve()
    except (OSError, RuntimeError, ValueError):
        return "it cannot be followed: links that lead in a circle, or no path at all"
    if end.is_relative_to(home):
        return ""
    return f"it leads out of the folder of the settings, to {end}"


def from_here(path: str, root: Path) -> str:
    """Return a path of the settings as it is opened from the working directory."""
    whole = os.path.normpath(root / path)
    here = os.path.relpath(whole)
    return whole if here.startswith(os.pardir) else here


def matches(path: str | PurePath, root: str, globs: Iterable[str]) -> bool:
    """Tell whether a file is one that globs name, relative to the folder of the settings."""
    try:
        inside = PurePath(os.path.relpath(path, root or None)).as_posix()
    except ValueError:  # another drive
        return False
    return any(_pattern(glob).fullmatch(inside) for glob in globs)


@lru_cache(maxsize=4096)
def _pattern(glob: str) -> re.Pattern[str]:
    """Turn a glob into a pattern: `*` and `?` within a folder, `**` over any number of them.

    A folder stands for all that is in it.
    """
    parts = [p for p in glob.replace("\\", "/").split("/") if p not in {"", "."}]
    parts = [p for k, p in enumerate(parts) if p != "**" or parts[k - 1 : k] != ["**"]]
    out = ""
    for k, part in enumerate(parts):
        last = k == len(parts) - 1
        if part == "**":
            out += ".*" if last else "(?:[^/]+/)*"
        else:
            name = "".join(
                "[^/]*" if c == "*" else "[^/]" if c == "?" else re.escape(c)
                for c in re.sub(r"\*+", "*", part)
            )
            out += name + ("(?:/.*)?" if last else "/")
    return re.compile(out, re.DOTALL)
