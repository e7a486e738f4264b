"""Write what was rendered: to stdout, or to files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from reconcile.errors import SettingsError
from reconcile.settings import Color

STDOUT = Path("-")
FOR_READERS = {"terminal", "markdown"}  # formats whose lines may begin with words of the reports


def destinations(formats: Sequence[str], output: Path | None) -> dict[Path, str]:
    """Return which format goes where; "-" is stdout.

    Raises SettingsError when two formats would go to the same place.
    """
    found: dict[Path, str] = {}
    for given in formats or ("terminal",):
        name, _, file = given.partition("=")
        place = Path(file) if file else output or STDOUT
        if place in found:
            where = "standard output" if place == STDOUT else str(place)
            raise SettingsError(f"{found[place]} and {name} both go to {where}; say {name}=FILE")
        found[place] = name
    if output and output not in found:
        raise SettingsError(f"--output {output}: every format has a file of its own already")
    return found


def guard(places: Mapping[Path, str], files: Sequence[Path]) -> None:
    """Raise SettingsError when a page would be written over a report, or where none can be."""
    inputs = {file.resolve() for file in files}
    for place in places:
        if place == STDOUT:
            continue
        if place.resolve() in inputs:
            raise SettingsError(f"{place}: it is one of the reports, and would be overwritten")
        if place.is_dir() or not place.resolve().parent.is_dir():
            raise SettingsError(f"{place}: no file can be written there")


def in_color(place: Path, color: Color) -> bool:
    """Tell whether a page may use colour where it goes (NO_COLOR: no-color.org)."""
    if color == "auto":
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return place == STDOUT and sys.stdout.isatty() and not plain
    return color == "always"


def columns(place: Path) -> int:
    """Return how wide the terminal is where a page goes; 0 for a file."""
    import shutil

    if place == STDOUT and sys.stdout.isatty():
        return max(shutil.get_terminal_size().columns, 40)
    return 0


def in_log(name: str, page: str) -> str:
    """Return a page as it may stand in the log of a job, whose runner obeys some lines of it."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return page
    from reconcile.render.gate.parts.escape import harmless

    if name == "json":  # the same text to whoever reads it as JSON
        return page.replace("##[", "#\\u0023[")
    return harmless(page) if name in FOR_READERS else page


def write(pages: Mapping[Path, str]) -> None:
    """Write every page, or none of the files when one cannot be written."""
    drafts: list[tuple[str, Path]] = []
    try:
        drafts += [(_draft(place, text), place) for place, text in pages.items() if place != STDOUT]
        for draft, place in drafts:
            os.replace(draft, place.resolve())  # noqa: PTH105 - a rename within one folder
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise SettingsError(f"{error.filename}: it cannot be written ({reason})") from error
    finally:
        for draft, _ in drafts:
            Path(draft).unlink(missing_ok=True)
    if STDOUT in pages:
        _print(pages[STDOUT])


def _draft(place: Path, text: str) -> str:
    """Write a page beside its place, with the rights a new file gets, and return the draft's name."""
    import tempfile

    target = place.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8", "replace"))
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
    return name


def _print(text: str) -> None:
    """Print a page as UTF-8, whatever the locale says when nobody sits at the other end."""
    if sys.stdout.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
