"""Find, make and lock the folder of entries. The only door to platformdirs."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 10.0  # seconds; an index is read, changed and put back in well under one


def usual() -> Path:
    """Return the platform's cache folder of this program."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("reconcile", appauthor=False))


def make(folder: Path) -> str:
    """Make a folder that its owner alone may enter; return what is wrong with it, "" for nothing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = folder.stat()
    except OSError as error:
        return (error.strerror or "unknown error").lower()
    if hasattr(os, "geteuid"):
        if known.st_uid != os.geteuid():
            return "the folder belongs to somebody else"
        if known.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return "others may write into the folder"
    return "" if os.access(folder, os.W_OK | os.X_OK) else "permission denied"


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; goes on without it when it cannot be had, for no entry depends on it."""
    from filelock import FileLock, Timeout

    held = FileLock(folder / "lock", timeout=PATIENCE, mode=0o600)
    try:
        held.acquire()
    except (Timeout, OSError, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        held.release()
