"""Let one run at a time change a file: the lock is on its folder, and nothing is left behind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reconcile.errors import SettingsError

PATIENCE = 30.0  # seconds; a baseline is read, changed and written in far less than one
_STEP = 0.05


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other runs from changing a file in the meantime.

    Raises SettingsError where its folder cannot be opened, or another run does not let go of it.
    """
    try:
        import fcntl
    except ImportError:  # Windows: no lock on folders; a file replaced at once is all there is
        yield
        return
    try:
        folder = os.open(path.resolve().parent, os.O_RDONLY)
    except OSError as error:
        raise SettingsError(f"{path}: there is no such folder to write it in") from error
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > until:
                    raise SettingsError(f"{path}: another run is changing it; try again") from error
                time.sleep(_STEP)
        yield
    finally:
        os.close(folder)
