"""Keep what was worked out once, from run to run: entries in a folder, found by a key of all that went in.

An entry is data of one declared type, in JSON behind a line with its name and checksum; what is
damaged, foreign or of another shape is thrown away and worked out anew. Entries are written whole
or not at all, so any number of runs may share a folder. That it cannot be written is no failure:
`notes` says it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from reconcile.gate.cache import entries, prune
from reconcile.gate.cache.coding import Damaged, decode, encode
from reconcile.gate.cache.folder import lock, make, usual
from reconcile.gate.cache.keys import key, program
from reconcile.settings import Settings

__all__ = ["Cache", "key"]

T = TypeVar("T")


class Cache:
    """A folder of entries that only this program, as it stands, reads and writes."""

    def __init__(self, folder: Path, scope: str) -> None:
        self.folder, self.scope = folder, scope
        self.notes: list[str] = []  # what could not be done, one sentence each
        self._closed = False  # nothing can be written
        self._written = 0  # bytes since the folder was last looked through
        self._alone = False  # other runs are kept out already

    @classmethod
    def open(cls, folder: Path | None, settings: Settings) -> Cache:
        """Open a folder, by default the platform's own for this program; makes it where it is missing.

        Entries made by another version of the program, of its parts, or under other settings are not
        found. Never raises: a folder that cannot be used keeps nothing, and `notes` says so.
        """
        place = folder or usual()
        cache = cls(place, program(settings))
        trouble = make(place)
        if trouble:
            cache._close(trouble)
        return cache

    def get(self, kind: str, key: str, shape: type[T]) -> T | None:
        """Return what was put under a key, None when there is nothing that can be trusted."""
        if self._closed:
            return None
        name = self._name(kind, key)
        try:
            return decode(entries.read(self.folder, kind, name), shape)
        except FileNotFoundError:
            return None
        except (Damaged, OSError):
            with suppress(OSError):
                entries.path(self.folder, kind, name).unlink()
            return None

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep a value under a key; one that would not come back equal is not kept."""
        if self._closed:
            return
        content = encode(value)
        if content is None or len(content) > entries.LARGEST:
            return
        try:
            entries.write(self.folder, kind, self._name(kind, key), content)
            self._written = prune.prune(self.folder, self._written + len(content), self.alone)
        except OSError as error:
            self._close((error.strerror or "unknown error").lower())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out while an entry is read, changed and put back; waits a few seconds.

        May be entered again while it is held: what is put inside looks through the folder as well.
        """
        if self._closed or self._alone:
            yield
            return
        with lock(self.folder):
            self._alone = True
            try:
                yield
            finally:
                self._alone = False

    def _name(self, kind: str, key_: str) -> str:
        return key(self.scope, kind, key_)

    def _close(self, reason: str) -> None:
        self._closed = True
        self.notes.append(f"{self.folder}: results are not kept here ({reason})")
