"""Ask git which files changed since a commit; the only file that starts git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from reconcile.errors import SettingsError

# A repository's own settings may name programs that git would start.
_QUIETLY = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off")


def changed_since(rev: str, files: Iterable[Path]) -> list[Path]:
    """Return the files that were added or changed since a commit, committed or not.

    What changed is counted from where the commit and the working tree's branch part. A file counts as
    changed when its sidecar did. Raises SettingsError outside a repository and for an unknown commit.
    """
    top = Path(_one(["rev-parse", "--show-toplevel"], "--changed-since needs a repository of git"))
    unknown = f"--changed-since {rev}: git knows no such commit"
    known = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}"]
    commit = _one(known, unknown)
    base = _git(["merge-base", commit, "HEAD"])
    since = base.strip() if base else commit
    listed = [
        "diff",
        "--name-only",
        "--no-renames",
        "-z",
        "--no-ext-diff",
        "--diff-filter=d",
        since,
    ]
    fresh = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", str(top)]
    told = [_git([*listed, "--"]), _git(fresh)]
    names = {n for one in told for n in (one or "").split("\0") if n}
    changed = {(top / name).resolve() for name in names}
    return [f for f in files if {f.resolve(), _sidecar(f)} & changed]


def user() -> str:
    """Return the name git knows its user by, "" where it knows none."""
    return (_git(["config", "user.name"]) or "").strip()


def _sidecar(file: Path) -> Path:
    return file.with_name(f"{file.name}.toml").resolve()


def _one(arguments: list[str], otherwise: str) -> str:
    found = _git(arguments)
    if not found:
        raise SettingsError(otherwise)
    return found.rstrip("\n")


def _git(arguments: list[str]) -> str | None:
    """Return what git prints, None where it fails or is not there."""
    try:
        done = subprocess.run([*_QUIETLY, *arguments], capture_output=True, check=False)
    except OSError as error:
        raise SettingsError("git cannot be started; it is needed here") from error
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None
