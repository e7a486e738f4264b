"""Run a check as options and settings say: which submissions, against what, with which baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.cli import switches
from reconcile.cli.gate.changed import changed_since
from reconcile.cli.progress import Bar
from reconcile.cli.say import warn
from reconcile.errors import SettingsError
from reconcile.settings import Settings
from reconcile.settings.place import from_here

if TYPE_CHECKING:
    from reconcile.gate.baseline import Baseline
    from reconcile.model import Checked

USUAL = "reconcile-baseline.toml"


@dataclass(frozen=True, slots=True)
class Job:
    """What a check is told to do."""

    settings: Settings
    submissions: tuple[Path, ...]
    against: tuple[Path, ...]
    baseline: Path
    whole: bool  # whether no submission was left out because it has not changed


def job(submissions: Sequence[Path], given: Mapping[str, Any]) -> Job:
    """Return what options and settings ask for; raises SettingsError where they do not say it."""
    settings = switches.settings(given)
    against = [*given["against"]] or [Path(p) for p in settings.against]
    if not against:
        raise SettingsError(
            "no reports on file; say --against PATH, or set against in the settings"
        )
    paths = [*submissions] or [Path(p) for p in settings.submissions]
    if not paths:
        raise SettingsError("no submission; name one, or set submissions in the settings")
    files = _files(paths, given["quiet"])
    since = given.get("changed_since")
    if since is not None:
        files = changed_since(since, files)
    elif not files:
        raise SettingsError(f"{', '.join(map(str, paths))}: it holds no submission")
    return Job(
        settings, tuple(files), tuple(against), baseline_file(settings, given), since is None
    )


def _files(paths: Sequence[Path], quiet: bool) -> list[Path]:
    """Return the submissions, folders opened, each once; what does not exist is told by the check."""
    from reconcile.gate.lookup.files import find_files

    notes: list[str] = []
    found: dict[Path, Path] = {}
    for path in paths:
        inside = [f.path for f in find_files([path], notes)] if path.is_dir() else [path]
        for file in inside:
            found.setdefault(file.resolve(), file)
    for note in () if quiet else notes:
        warn(note)
    return list(found.values())


def baseline_file(settings: Settings, given: Mapping[str, Any]) -> Path:
    """Return the file of the baseline: the one named, else that of the settings, else the usual one."""
    if given.get("baseline"):
        return Path(given["baseline"])
    return Path(settings.baseline or from_here(USUAL, Path(settings.root or ".")))


def run(todo: Job, given: Mapping[str, Any]) -> tuple[Checked, Baseline]:
    """Return the result of a check and the baseline it was held against; warnings go to stderr."""
    from reconcile.gate.baseline import Baseline

    baseline = Baseline.read(todo.baseline)
    with Bar(shown=not given["quiet"], timed=given["verbose"]) as bar:
        from reconcile.gate.cache import Cache
        from reconcile.gate.check import check
        from reconcile.gate.lookup import OnFile

        cache = None if given["no_cache"] else Cache.open(None, todo.settings)
        bar("looking up", 0, 1)
        onfile = OnFile.open(todo.against, todo.settings, cache)
        checked = check(
            todo.submissions, onfile, todo.settings, baseline, cache, bar, whole=todo.whole
        )
    notes = [*onfile.notes, *(cache.notes if cache else ())]
    for note in () if given["quiet"] else notes:
        warn(note)
    return checked, baseline
