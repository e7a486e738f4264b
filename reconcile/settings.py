"""What a run is told to do, as one frozen value: severities, the bar of the gate, and the look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the command line reads its choices here, and must not wait for the model
    from reconcile.model import Relation, Severity

    Severities = tuple[tuple[str, Relation, Severity], ...]

Show = Literal["all", "changed", "divergences"]
FailOn = Literal["note", "warning", "error", "never"]
Color = Literal["auto", "always", "never"]

# Kinds in which a conflict or an update is an error, and anything milder a note.
ERRORS = frozenset(
    {"quantity", "time", "place", "participant", "polarity", "quotation", "cause", "retraction"}
)
# Whose word a thing is told on, and how certain it is, weigh the same whatever the relation.
WARNINGS = frozenset({"attribution", "certainty"})
# Every other kind (wording, coverage, consistency, and any new one) is a note.

_SERIOUS = frozenset({"conflict", "update"})  # relations


def default_severity(kind: str, relation: Relation) -> Severity:
    """Return how loud a kind of finding is when the settings say nothing else."""
    from reconcile.model import Severity

    if kind in WARNINGS:
        return Severity.WARNING
    return Severity.ERROR if kind in ERRORS and relation in _SERIOUS else Severity.NOTE


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are compared, when the run fails, and what the pages show."""

    severities: Severities = ()  # what differs from the default table, kind by relation
    fail_on: FailOn = "error"
    only: frozenset[str] = frozenset()  # kinds to look for; empty means all
    skip: frozenset[str] = frozenset()  # kinds to leave out
    show: Show = "changed"  # how much of the grid a page prints
    width: int = 0  # columns of a terminal page; 0 is the terminal's own, or 100 in a file
    color: bool = False  # whether a terminal page may use colour
    with_text: bool = False  # whether JSON carries the texts of the reports
    redact: bool = False  # whether pages show findings and short quotes only, and no text
    not_comparable: bool = False  # whether pages list what could not be decided

    def wants(self, kind: str) -> bool:
        """Tell whether findings of a kind are looked for."""
        return kind not in self.skip and (not self.only or kind in self.only)

    def severity(self, kind: str, relation: Relation, minor: bool = False) -> Severity:
        """Return how loud a finding is; a minor one is a note whatever its relation."""
        from reconcile.model import Severity

        if minor:
            return Severity.NOTE
        own = (s for k, r, s in self.severities if k == kind and r == relation)
        return next(own, default_severity(kind, relation))
