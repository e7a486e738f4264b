"""Print a run of the gate as GitHub's workflow commands: a note at each line that raises a query.

GitHub shows ten errors, ten warnings and ten notices of a step beside the lines they stand on
(https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md), so what fails comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reconcile.model import Checked, Entry, Locus, Query, Severity, Submission
from reconcile.plugin import Renderer
from reconcile.render.gate.parts import places, sides, standing
from reconcile.render.gate.parts.escape import data, value
from reconcile.render.gate.parts.tally import summary
from reconcile.render.page.labels import count, listed
from reconcile.settings import Settings

SHOWN = 10  # of each command, a step
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LOUDNESS = {"failed": Severity.ERROR, "unanswered": Severity.ERROR, "passed": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Command:
    """A line for GitHub."""

    name: str  # error, warning, notice
    at: Locus
    title: str
    lines: tuple[str, ...]
    fails: bool

    def __str__(self) -> str:
        told = {"file": places.relative(self.at.file)} if places.inside(self.at.file) else {}
        told |= _region(self.at) if told else {}
        told["title"] = self.title
        properties = ",".join(f"{name}={value(word)}" for name, word in told.items())
        return f"::{self.name} {properties}::{'%0A'.join(map(data, self.lines))}"


def render(checked: Checked, settings: Settings) -> str:
    """Return one command a line, those that fail first, then what came of the run."""
    commands = sorted(_commands(checked, settings), key=lambda command: not command.fails)
    lines = [str(command) for command in commands]
    lines += [f"reconcile: {line}" for line in _rest(commands)]
    lines += [f"reconcile: {line}" for line in summary(checked, settings)]
    return "\n".join(lines) + "\n"


def _commands(checked: Checked, settings: Settings) -> Iterator[Command]:
    for submission in checked.submissions:
        if submission.note:
            result = standing.result(submission, settings)
            name, at = _COMMANDS[_LOUDNESS[result]], Locus(submission.file, places.part(submission))
            title = str(submission.outcome)
            yield Command(name, at, title, (submission.note,), result != "passed")
        yield from (
            _asked(submission, query)
            for query in submission.queries
            if standing.shown(query, settings)
        )
        yield from _unused(submission)
    yield from _entries("stale", "no divergence meets it any more", checked.stale, settings)
    yield from _entries("expired", "its last day is over", checked.expired, settings)


def _asked(submission: Submission, query: Query) -> Command:
    finding = query.divergence.finding
    title = f"{finding.kind} ({finding.relation}): {finding.subject}"
    you = sides.yours(submission, query).sentence
    words = [f"“{you}”", *(side.told for side in sides.theirs(query))]
    name = _COMMANDS[standing.level(query)]
    return Command(name, query.at, title, (query.message, *words), query.fails)


def _unused(submission: Submission) -> Iterator[Command]:
    for waiver in submission.unused:
        line = f"reconcile-ignore: {waiver.kind} excuses nothing here ({waiver.reason})"
        yield Command("notice", waiver.at, "unused reconcile-ignore", (line,), False)


def _entries(
    what: str, why: str, entries: Iterable[Entry], settings: Settings
) -> Iterator[Command]:
    for entry in entries:
        line = f"{entry.fingerprint}, {entry.kind}, {entry.subject}: {why}"
        at = Locus(settings.baseline or "-")
        yield Command("notice", at, f"{what} entry of the baseline", (line,), False)


def _region(at: Locus) -> dict[str, str]:
    """Return line and columns; GitHub takes columns only within one line."""
    told = {"line": at.line, "endLine": at.end_line}
    if at.end_line in {0, at.line}:
        told |= {"col": at.column, "endColumn": at.end_column}
    return {name: str(number) for name, number in told.items() if number and at.line}


def _rest(commands: list[Command]) -> Iterator[str]:
    """Say how many commands GitHub will not show beside their lines."""
    names = Counter(command.name for command in commands)
    more = [count(n - SHOWN, name) + " more" for name, n in names.items() if n > SHOWN]
    if more:
        yield f"GitHub shows {SHOWN} of each kind a step; in this log alone: {listed(more)}"


RENDERER = Renderer(render, "github.txt")
