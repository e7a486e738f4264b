"""What a run is told to do, as one frozen value: severities, the bar of the gate, and the look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reconcile.settings.nouns import Agency, Alias, Outlet, Override, Style, Tolerance

if TYPE_CHECKING:  # the command line reads its choices here, and must not wait for the model
    from collections.abc import Collection
    from pathlib import PurePath

    from reconcile.model import Relation, Severity

Show = Literal["all", "changed", "divergences"]
FailOn = Literal["note", "warning", "error", "never"]
Color = Literal["auto", "always", "never"]
NoMatch = Literal["pass", "fail"]
Severities = tuple[tuple[str, str, str], ...]  # kind, relation, how loud
Column = tuple[str, str, str]  # format, field of a report, the file's own name of the column

# Kinds in which a conflict or an update is an error, and anything milder a note.
ERRORS = frozenset(
    {"quantity", "time", "place", "participant", "polarity", "quotation", "cause", "retraction"}
)
# Whose word a thing is told on, and how certain it is, weigh the same whatever the relation.
WARNINGS = frozenset({"attribution", "certainty"})
# Every other kind (wording, coverage, consistency, and any new one) is a note.

_SERIOUS = frozenset({"conflict", "update"})
RELATIONS = ("conflict", "update", "refinement", "variant")


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
    fail_on_update: bool = False  # whether an update fails as a conflict does
    no_match: NoMatch | None = None  # a submission that nothing on file belongs to; None: exit 2
    refuse_embargoed: bool = True  # whether what is embargoed, withheld or canceled is refused
    keep_going: bool = False  # whether what cannot be read is left out with a warning
    any_language: bool = False  # whether a report may be read that is not English; none is compared
    against: tuple[str, ...] = ()  # files and folders of the reports on file
    submissions: tuple[str, ...] = ()  # files and folders of what is checked
    baseline: str = ""  # the file of what was accepted
    columns: tuple[Column, ...] = ()  # where csv and jsonl name their columns otherwise
    outlets: tuple[Outlet, ...] = ()
    agencies: tuple[Agency, ...] = ()  # beside those that are known
    aliases: tuple[Alias, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()
    minutes: int = 0  # that two clock times may lie apart and still agree
    loaded: tuple[tuple[str, str], ...] = ()  # words of another colour: a plain one, a loaded one
    overrides: tuple[Override, ...] = ()  # later ones go before earlier ones
    root: str = ""  # folder of the settings file, absolute; "" without one

    def wants(self, kind: str) -> bool:
        """Tell whether findings of a kind are looked for."""
        return kind not in self.skip and (not self.only or kind in self.only)

    def columns_of(self, format_: str) -> dict[str, str]:
        """Return the file's own names of columns by field ("text", "title" …) for "csv" or "jsonl"."""
        return {field: column for form, field, column in self.columns if form == format_}

    def for_path(self, path: str | PurePath) -> Settings:
        """Return what is in force for a file: the overrides whose paths it matches applied."""
        return self.for_paths((path,))

    def for_paths(self, paths: Collection[str | PurePath]) -> Settings:
        """Return what is in force for files together: the overrides that all of them match applied."""
        if not self.overrides or not paths:
            return self
        from reconcile.settings.override import applied

        return applied(self, paths)

    def style(self, file: str, source: str) -> Style:
        """Return how the report of a file and an outlet is to be read."""
        here = self.for_path(file)
        return Style(here.outlet(source), here.aliases)

    def overrides_for(self, paths: Collection[str | PurePath]) -> list[int]:
        """Return which overrides hold for files together, by number from 0."""
        from reconcile.settings.override import meant_for

        return meant_for(self, paths) if paths else []

    def severity(self, kind: str, relation: Relation, minor: bool = False) -> Severity:
        """Return how loud a finding is; a minor one is a note whatever its relation."""
        from reconcile.model import Severity

        if minor:
            return Severity.NOTE
        own = (Severity(s) for k, r, s in self.severities if k == kind and r == relation)
        return next(own, default_severity(kind, relation))

    def outlet(self, name: str) -> Outlet | None:
        """Return what is known of an outlet by one of its names; None where nothing is."""
        folded = " ".join(name.split()).casefold()
        names = ((o, {n.casefold() for n in (o.name, *o.spellings)}) for o in self.outlets)
        return next((o for o, known in names if folded in known), None) if folded else None
