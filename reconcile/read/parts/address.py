"""Let a web address stand where the path of a report does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    from pathlib import WindowsPath as Concrete
else:
    from pathlib import PosixPath as Concrete

if TYPE_CHECKING:
    from reconcile.read.parts.fetch import Fetched


def is_address(words: str) -> bool:
    """Tell a web address from the name of a file."""
    return words[:8].lower().startswith(("http://", "https://"))


class Address(Concrete):
    """A web address whose report may be fetched; that it is there is the permission.

    It has no sidecar and stands in no folder; it is fetched once, when it is read.
    """

    _url: str
    _fetched: Fetched | None

    @classmethod
    def of(cls, url: str) -> Address:
        """Return the address of a report."""
        made = cls(url)
        made._url, made._fetched = url, None
        return made

    def __str__(self) -> str:
        return self._url

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Address) and other._url == self._url

    def __hash__(self) -> int:
        return hash(self._url)

    def fetched(self) -> Fetched:
        """Return what stands at the address; raises ReadError as `fetch.fetched`."""
        if self._fetched is None:
            from reconcile.read.parts import fetch

            self._fetched = fetch.fetched(self._url, fetch.POLICY)
        return self._fetched

    def read_bytes(self) -> bytes:
        """Return the bytes that stand at the address."""
        return self.fetched().data

    def is_dir(self) -> bool:
        """Return False: it is one file."""
        return False

    def is_file(self) -> bool:
        """Return True."""
        return True

    def exists(self, **_: bool) -> bool:
        """Return True; whether it is will be seen when it is fetched."""
        return True

    def resolve(self, strict: bool = False) -> Address:
        """Return the address itself."""
        return self
