"""The baseline: divergences that somebody accepted, in a small file that is read and reviewed as code is.

An entry belongs to one submission and one fingerprint. It holds as long as the values do: a figure
that is changed, here or there, is a new question.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.errors import SettingsError
from reconcile.gate.baseline.alone import alone
from reconcile.gate.baseline.file import page, read_entries, write
from reconcile.model import Entry, Query, Submission

Key = tuple[str, str]  # file, fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file, each (file, fingerprint) once."""

    path: Path
    entries: tuple[Entry, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline; one that does not exist has no entries.

        Raises SettingsError, in one line with file, entry and key, for anything else that is wrong.
        """
        return cls(path, read_entries(path))

    def write(self) -> None:
        """Write the file whole or not at all; raises SettingsError when it cannot be written."""
        write(self.path, page(self.entries))

    def place(self, submission: Submission) -> str:
        """Return what the entries of a submission call it: its path from the baseline's folder."""
        part = submission.report.part if submission.report else ""
        return place(self.path, submission.file) + (f"#{part}" if part else "")

    def find(self, submission: Submission, fingerprint: str) -> Entry | None:
        """Return the entry of a submission and a fingerprint, None when nobody accepted it."""
        return self.by_key().get((self.place(submission), fingerprint))

    def by_key(self) -> dict[Key, Entry]:
        """Return the entries by submission and fingerprint."""
        return {key(entry): entry for entry in self.entries}


def change(path: Path, how: Callable[[Baseline], Iterable[Entry]]) -> Baseline:
    """Read a baseline, change its entries and write it, while no other run does.

    Nothing is written where nothing changes. Raises SettingsError as `Baseline.read` and `write` do.
    """
    with alone(path):
        before = Baseline.read(path)
        after = replace(before, entries=tuple(sorted(how(before), key=order)))
        if after.entries != before.entries or not path.exists():
            after.write()
    return after


def key(entry: Entry) -> Key:
    """Return what an entry is found by."""
    return entry.file, entry.fingerprint


def order(entry: Entry) -> tuple[str, str, str, str]:
    """Sort entries by submission, so that a change to one shows as one change."""
    return entry.file, entry.kind, entry.subject, entry.fingerprint


def place(baseline: Path, file: str) -> str:
    """Return a path from the folder of a baseline, with forward slashes; absolute on another drive."""
    folder = baseline.resolve().parent
    try:
        return Path(os.path.relpath(Path(file).resolve(), folder)).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()


def entry(baseline: Baseline, submission: Submission, query: Query) -> Entry:
    """Return a query as an entry that nobody has given a reason for yet."""
    finding = query.divergence.finding
    others = dict.fromkeys(o.words for o in query.others)
    return Entry(
        fingerprint=query.divergence.fingerprint,
        kind=finding.kind,
        subject=" ".join(finding.subject.split()),
        words=(query.words, *(w for w in others if w != query.words)),
        reason="",
        file=baseline.place(submission),
    )


def expired(entry: Entry, today: dt.date) -> bool:
    """Tell whether the last day of an entry is past."""
    return entry.until is not None and entry.until < today


__all__ = ["Baseline", "SettingsError", "change", "entry", "expired", "key", "order", "place"]
