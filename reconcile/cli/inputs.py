"""Find the report files that the arguments name, and read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.say import warn
from reconcile.errors import NotEnough, ReadError, SettingsError

if TYPE_CHECKING:
    from reconcile.model import Report
    from reconcile.settings import Settings

_ABOUT = re.compile(r"[A-Z]{4,}(?:[ _-][A-Z]+)*")  # README, LICENSE: about the folder, no report


def report_files(paths: Sequence[Path], quiet: bool = False) -> list[Path]:
    """Return the files to read, folders opened; raises when there is none, or one twice."""
    files: list[Path] = []
    for path in paths:
        files += reports_in(path, quiet) if path.is_dir() else [path]
    _unlike(files)
    if not files:
        raise NotEnough(f"{', '.join(map(str, paths))}: it holds no report")
    return files


def enough(files: Sequence[Path], reports: Sequence[Report], least: int = 2) -> None:
    """Raise NotEnough where files hold fewer reports than are needed."""
    if len(reports) >= least:
        return
    where = ", ".join(map(str, files[:5])) + (" …" if len(files) > 5 else "")
    given = "one report is given" if reports else "no report could be read"
    needed = "two or more are needed to compare" if least > 1 else "one is needed"
    raise NotEnough(f"{where}: {given}; {needed}")


def reports_in(folder: Path, quiet: bool = False) -> list[Path]:
    """Return the reports of a folder by name; says which other files it leaves out."""
    from reconcile.read import suffixes

    known = suffixes()
    try:
        inside = sorted(p for p in folder.iterdir() if not p.name.startswith("."))
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise ReadError(str(folder), f"the folder cannot be read ({reason})") from error
    texts = [p for p in inside if p.is_file() and p.suffix.lower() in known]
    # where every name is in capitals, that is how the folder's reports are named
    reports = [p for p in texts if not _ABOUT.fullmatch(p.stem)] or texts
    sidecars = {f"{p.name}.toml" for p in reports}
    skipped = [p.name for p in inside if p not in reports and p.name not in sidecars]
    if skipped and not quiet:
        warn(f"{folder}: left out, not a report: {', '.join(skipped)}")
    return reports


def _unlike(files: Sequence[Path]) -> None:
    """Raise SettingsError when a file is given twice."""
    seen: dict[Path, Path] = {}
    for file in files:
        first = seen.setdefault(file.resolve(), file)
        if first is not file:
            raise SettingsError(f"{file}: the same file is given twice")


def read_reports(
    files: Sequence[Path],
    sources: Mapping[Path, str],
    published: Mapping[Path, str],
    settings: Settings | None = None,
) -> Iterator[Report]:
    """Yield the reports in the order of their files, and in the order of each file.

    What is said of a file is said of all its reports. Raises ReadError where a file cannot be read,
    unless the settings say to keep going: then a warning tells what is left out.
    """
    from reconcile.read import read_reports as of_file

    for file in files:
        try:
            yield from of_file(file, sources.get(file), published.get(file), settings)
        except ReadError as error:
            if not (settings and settings.keep_going):
                raise
            warn(f"left out: {error}")
