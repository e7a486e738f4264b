"""Print a run of the gate as Markdown for the summary page of a CI job: `--format summary=FILE`.

GitHub shows at most a mebibyte of it for each step, so the page stays below that and says what it
leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.model import Checked, Entry, Query, Submission
from reconcile.plugin import Renderer
from reconcile.render.gate.parts import places, sides, standing, tally
from reconcile.render.gate.parts.escape import harmless
from reconcile.render.mark.lines import marked
from reconcile.render.page.escape import markdown
from reconcile.render.page.labels import count, day
from reconcile.settings import Settings

MOST = 900_000  # bytes of the page
_MARKS = {"passed": "✅", "failed": "❌", "unanswered": "⚠️"}


def render(checked: Checked, settings: Settings) -> str:
    """Return the page: what came of the run, a table of submissions, their queries, the baseline."""
    return "\n".join(_within(_lines(checked, settings), MOST)) + "\n"


def _lines(checked: Checked, settings: Settings) -> Iterator[str]:
    yield "## Reports checked against those on file"
    yield from ("", *(f"{line}  " for line in tally.summary(checked, settings)), "")
    yield from _submissions(checked, settings)
    for submission in checked.submissions:
        yield from _queries(submission, settings)
        yield from _accepted(submission)
        yield from _unused(submission)
    yield from _entries("Entries of the baseline that are over", checked.expired)
    yield from _entries("Entries of the baseline that no divergence meets", checked.stale)


def _within(lines: Iterable[str], most: int) -> Iterator[str]:
    """Yield lines until the page is full, then say how many were left out."""
    left_out = 0
    for line in map(harmless, lines):
        most -= len(line.encode("utf-8", "replace")) + 1
        if most < 0:
            left_out += 1
        else:
            yield line
    if left_out:
        yield f"\n{count(left_out, 'more line')} left out: a summary holds no more."


def _submissions(checked: Checked, settings: Settings) -> Iterator[str]:
    yield "| | submission | result | on file | of other incidents | queries | accepted |"
    yield "| --- | --- | --- | --: | --: | --: | --: |"
    for submission in checked.submissions:
        accepted = sum(q.accepted is not None for q in submission.queries)
        asked = len(submission.queries) - accepted
        told = f"{submission.outcome}: {submission.note}" if submission.note else submission.outcome
        mark = _MARKS[standing.result(submission, settings)]
        numbers = (len(submission.against), submission.left_out, asked, accepted)
        yield _row(mark, _name(submission), markdown(told), *map(str, numbers))


def _queries(submission: Submission, settings: Settings) -> Iterator[str]:
    asked = [query for query in submission.queries if standing.shown(query, settings)]
    if not asked:
        return
    yield f"\n### {_name(submission)}\n"
    yield "| | place | query | your words | on file |"
    yield "| --- | --- | --- | --- | --- |"
    for query in asked:
        finding = query.divergence.finding
        mark = "❌" if query.fails else str(standing.level(query))
        told = f"**{markdown(finding.kind)}**, {finding.relation}: {markdown(query.message)}"
        yield _row(
            mark, _place(query), told, _quoted(sides.yours(submission, query)), _others(query)
        )


def _accepted(submission: Submission) -> Iterator[str]:
    accepted = [query for query in submission.queries if query.accepted]
    if accepted:
        yield f"\n{_name(submission)}: accepted before\n"
    for query in accepted:
        if query.accepted:
            why = standing.acceptance(query.accepted)
            yield f"- {markdown(query.message)} ({markdown(why)})"


def _unused(submission: Submission) -> Iterator[str]:
    if submission.unused:
        yield f"\n{_name(submission)}: `reconcile-ignore` that excuses nothing\n"
    for waiver in submission.unused:
        yield f"- {markdown(waiver.kind)}: {markdown(waiver.reason)}"


def _entries(head: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    if entries:
        yield f"\n### {head}\n"
    for entry in entries:
        over = f", until {day(entry.until, year=True)}" if entry.until else ""
        told = f"{entry.kind}: {entry.subject} ({entry.reason}{over})"
        yield f"- {markdown(entry.fingerprint)}, {markdown(told)}"


def _place(query: Query) -> str:
    at = query.at
    return f"line {at.line}" if at.line else f"page {at.page}" if at.page else markdown(at.part)


def _others(query: Query) -> str:
    told = (f"{markdown(s.source or 'report on file')}: {_quoted(s)}" for s in sides.theirs(query))
    return "<br>".join(told)


def _quoted(side: sides.Side) -> str:
    return f"“{marked(side.text, side.span, side.marks)}”"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _name(submission: Submission) -> str:
    return markdown(places.name(submission))


RENDERER = Renderer(render, "summary.md")
