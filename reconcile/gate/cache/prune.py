"""Keep the folder of entries small: what was not used for long goes first."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from reconcile.gate.cache.entries import SUFFIX, UNFINISHED

LARGEST = 200_000_000  # bytes of all entries
OLDEST = 30 * 86_400.0  # seconds since an entry was last used
EVERY = 86_400.0  # seconds between two looks through the folder
LEFT = 3_600.0  # seconds after which a file that was being written is a leftover
_MARK = "looked-through"


@dataclass(frozen=True, slots=True)
class _Kept:
    used: float
    size: int
    path: Path


def prune(folder: Path, written: int, alone: Callable[[], AbstractContextManager[None]]) -> int:
    """Look through the folder when it is time; return the bytes written since it was looked through.

    `alone` keeps other runs out meanwhile.
    """
    now = time.time()
    mark = folder / _MARK
    try:
        due = now - mark.stat().st_mtime > EVERY
    except FileNotFoundError:
        due = True
    if not due and written < LARGEST // 10:
        return written
    with alone():
        mark.touch(mode=0o600)
        _remove(folder, now)
    return 0


def _remove(folder: Path, now: float) -> None:
    """Remove leftovers and what is old, then the longest unused until the rest is small enough."""
    kept = sorted(_entries(folder), key=lambda k: k.used, reverse=True)
    total = 0
    for entry in kept:
        total += entry.size
        age = now - entry.used
        left = entry.path.suffix == UNFINISHED and age > LEFT
        if left or age > OLDEST or total > LARGEST:
            with suppress(OSError):  # another run removed it first
                entry.path.unlink()


def _entries(folder: Path) -> list[_Kept]:
    found = []
    for path in folder.glob(f"*/??/*{SUFFIX}*"):
        with suppress(OSError):
            known = path.lstat()
            found.append(_Kept(known.st_mtime, known.st_size, path))
    return found
