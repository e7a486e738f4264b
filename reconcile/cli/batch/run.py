"""Make the pages of all incidents: skip what has not changed, go on after one that fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reconcile.cli import output as files
from reconcile.cli.batch import manifest
from reconcile.cli.batch.folders import Incident
from reconcile.cli.batch.listing import INDEX, index_of
from reconcile.cli.batch.made import Progress, Summary, file_of, make
from reconcile.cli.say import complain, note, warn
from reconcile.errors import ReconcileError
from reconcile.settings import Settings


@dataclass(slots=True)
class Shelf:
    """A folder of pages while it is being filled."""

    output: Path
    formats: Sequence[str]
    settings: Settings
    quiet: bool = False
    anew: bool = False  # make also what has not changed
    entries: dict[str, manifest.Entry] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)  # why, by name of incident

    def fill(self, incidents: Sequence[Incident], progress: Progress) -> bool:
        """Make the pages of every incident and the index; tell whether all could be compared."""
        known = manifest.read(self.output)
        self.entries = {i.name: known[i.name] for i in incidents if i.name in known}
        for k, incident in enumerate(incidents, 1):
            self._say(f"{k} of {len(incidents)}, {incident.name}", self._one(incident, progress))
        listed = {name: (e.summary, tuple(e.pages)) for name, e in self.entries.items()}
        files.write(
            {
                self.output / INDEX: index_of(listed, self.failed),
                self.output / manifest.FILE: manifest.written(self.entries),
            }
        )
        return not self.failed and all(e.summary.comparable for e in self.entries.values())

    def _one(self, incident: Incident, progress: Progress) -> str:
        """Make the pages of an incident and return what to say of it."""
        wanted = self.settings.for_paths(incident.files)
        now = manifest.digest(incident, self.formats, wanted)
        entry = self.entries.get(incident.name)
        if not self.anew and manifest.unchanged(entry, incident.name, now, self.output):
            return "not changed"
        try:
            self._make(incident, wanted, now, progress)
        except ReconcileError as error:
            return self._fail(incident, str(error))
        except Exception as error:
            # a defect that one incident brings to light must not cost the pages of the others
            why = f"a defect of the program, please report it: {type(error).__name__}: {error}"
            return self._fail(incident, why)
        return told(self.entries[incident.name].summary)

    def _make(self, incident: Incident, wanted: Settings, now: str, progress: Progress) -> None:
        step: Progress = lambda what, done, of: progress(f"{incident.name}: {what}", done, of)  # noqa: E731 - a name for the type checker
        made = make(incident.files, self.formats, wanted, step)
        for warning in () if self.quiet else made.warnings:
            warn(warning)
        places = {self.output / file_of(incident.name, f): p for f, p in made.pages.items()}
        (self.output / incident.name).parent.mkdir(parents=True, exist_ok=True)
        files.guard(dict.fromkeys(places, ""), incident.files)
        files.write(places)
        pages = {form: manifest.page_digest(page) for form, page in made.pages.items()}
        self.entries[incident.name] = manifest.Entry(now, made.summary, pages, made.until)
        # written each time: a run that is stopped loses nothing that it made
        files.write({self.output / manifest.FILE: manifest.written(self.entries)})

    def _fail(self, incident: Incident, why: str) -> str:
        """Note that an incident has no pages, or only those of an earlier run."""
        self.entries.pop(incident.name, None)
        self.failed[incident.name] = why
        complain(f"{incident.name}: {why}")
        return ""

    def _say(self, where: str, what: str) -> None:
        if what and not self.quiet:
            note(f"{where}: {what}")


def told(summary: Summary) -> str:
    """Return "2 errors, 1 warning, 20 notes"."""
    from reconcile.render.page.labels import count

    if not summary.comparable:
        return f"nothing could be compared: {summary.why}"
    numbers = {"error": summary.errors, "warning": summary.warnings, "note": summary.notes}
    return ", ".join(count(number, noun) for noun, number in numbers.items())
