"""Everything that can go wrong, as one tree; each class takes the values and writes the sentence.

ReconcileError
├── ReadError           a report cannot be read
├── SettingsError       an option or a settings file is wrong
├── PartError           a model or another part is missing or is not the tested one
├── NotEnough           fewer than two reports
└── PluginError         a file in a plug folder does not define its plug
"""

from __future__ import annotations


class ReconcileError(Exception):
    """The root: caught once, at the edge, and printed as one line."""


class ReadError(ReconcileError):
    """A report cannot be read: says which file, where, why, and what to do."""

    def __init__(self, file: str, reason: str, remedy: str = "", place: str = "") -> None:
        self.file, self.reason, self.remedy, self.place = file, reason, remedy, place
        where = f"{file}:{place}" if place else file
        super().__init__(f"{where}: {reason}" + (f"; {remedy}" if remedy else ""))


class SettingsError(ReconcileError):
    """An option or a key has a value that is not allowed."""


class PartError(ReconcileError):
    """A model or table is missing or differs from the tested one."""

    def __init__(self, part: str, reason: str, remedy: str) -> None:
        super().__init__(f"{part}: {reason}; {remedy}")


class NotEnough(ReconcileError):
    """There is nothing to compare: fewer than two reports."""


class PluginError(ReconcileError):
    """A file in a plug folder does not define what it must."""

    def __init__(self, module: str, name: str, shape: str) -> None:
        super().__init__(f"{module} must define {name}: {shape}")
