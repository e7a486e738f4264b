"""Everything that can go wrong, as one tree; each class takes the values and writes the sentence.

ReconcileError
├── ReadError           a report cannot be read
│   ├── NoNewsText      the file is sound and carries no news text: a picture, a plan, a catalogue
│   └── MissingExtra    its format needs an optional part that is not installed
├── SettingsError       an option or a settings file is wrong
│   └── SettingsErrors  several things are wrong in a settings file
├── PartError           a model or another part is missing or is not the tested one
├── NotEnough           fewer than two reports
└── PluginError         a file in a plug folder does not define its plug
"""

from __future__ import annotations

from collections.abc import Sequence


class ReconcileError(Exception):
    """The root: caught once, at the edge, and printed as one line."""


class ReadError(ReconcileError):
    """A report cannot be read: says which file, where, why, as what, and what to do."""

    def __init__(
        self, file: str, reason: str, remedy: str = "", place: str = "", tried: str = ""
    ) -> None:
        self.file, self.reason, self.remedy, self.place = file, reason, remedy, place
        self.tried = tried  # the format, in words; filled in by whoever chose it
        super().__init__(file, reason, remedy, place)

    def __str__(self) -> str:
        where = f"{self.file}:{self.place}" if self.place else self.file
        tried = f" (read as {self.tried})" if self.tried else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{where}: {' '.join(self.reason.split())}{tried}{remedy}"


class NoNewsText(ReadError):
    """A file is sound and carries no news text; `what` says what it is instead."""

    def __init__(self, file: str, what: str = "", place: str = "", tried: str = "") -> None:
        reason = f"no news text: {what}" if what else "no news text"
        super().__init__(file, reason, "", place, tried)


class MissingExtra(ReadError):
    """A format needs an optional part that is not installed; names what installs it."""

    def __init__(self, file: str, module: str, extra: str, form: str) -> None:
        remedy = f"pip install 'reconcile-reports[{extra}]'"
        super().__init__(file, f"reading {form} needs {module}, which is not installed", remedy)
        self.module, self.extra = module, extra


class SettingsError(ReconcileError):
    """An option or a key has a value that is not allowed."""


class SettingsErrors(SettingsError):
    """A settings file has keys or values that are not allowed: one sentence each, in its order."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


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
