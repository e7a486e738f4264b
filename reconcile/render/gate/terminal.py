"""Print a check as a page: one line a query with file, line and column, and the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from reconcile.model import (
    Checked,
    Elsewhere,
    Evidence,
    Outcome,
    Query,
    Relation,
    Severity,
    Submission,
)
from reconcile.plugin import Renderer
from reconcile.render.gate.parts.places import name, spot
from reconcile.render.gate.parts.tally import summary
from reconcile.render.page.labels import outlet, when
from reconcile.render.page.words import pieces, visible
from reconcile.render.screen.layout import (
    QUIET,
    SEVERITY,
    TITLE,
    block,
    drawn,
    marked,
)
from reconcile.settings import Settings

WIDTH = 100  # of a page in a file
MEASURE = 120  # widest lines of running words


def render(checked: Checked, settings: Settings) -> str:
    """Return the page; colour only where the settings say so, the words are the same without."""
    width = min(settings.width or WIDTH, MEASURE)
    told = drawn(_page(checked, settings, width), settings.color)
    return "\n".join(told).rstrip("\n") + "\n"


def _page(checked: Checked, settings: Settings, width: int) -> Iterator[Text]:
    for one in checked.submissions:
        yield from _submission(one, settings, width)
    for entry in checked.stale:
        told = f"baseline: {visible(entry.file)}: no query meets entry {entry.fingerprint} any more"
        yield from _aside(f"{told} ({visible(entry.kind)}, {visible(entry.subject)})", width)
    for entry in checked.expired:
        told = f"baseline: {visible(entry.file)}: entry {entry.fingerprint} ended on {entry.until}"
        yield from _aside(f"{told} ({visible(entry.kind)}, {visible(entry.subject)})", width)
    for line in summary(checked, settings):
        yield from block(Text(line, TITLE), width)


def _submission(one: Submission, settings: Settings, width: int) -> Iterator[Text]:
    if one.outcome in {Outcome.UNMATCHED, Outcome.UNREADABLE, Outcome.REFUSED}:
        yield from _not_checked(one, width)
    for query in one.queries:
        if shown(query, settings):
            yield from _query(one, query, width)
    for waiver in one.unused:
        told = f"{spot(waiver.at)}: reconcile-ignore {waiver.kind} excuses nothing; remove it"
        yield from _aside(told, width)


def shown(query: Query, settings: Settings) -> bool:
    """Tell whether a page shows a query: notes and what was accepted only with `show = "all"`."""
    if settings.show == "all" or query.fails:
        return True
    return query.accepted is None and query.divergence.severity is not Severity.NOTE


def _not_checked(one: Submission, width: int) -> Iterator[Text]:
    file = name(one)
    why = visible(one.note)
    told = {
        Outcome.UNMATCHED: f"{file}: not checked",
        Outcome.UNREADABLE: f"{file}: not checked, it cannot be read",
        Outcome.REFUSED: f"{file}: refused",
    }[one.outcome]
    yield from block(Text(told, TITLE).append(f": {why}" if why else ""), width)
    yield Text()


def _query(one: Submission, query: Query, width: int) -> Iterator[Text]:
    """Yield a query: its line, the submission's sentence, and those of the others."""
    finding = query.divergence.finding
    severity = query.divergence.severity
    quiet = finding.relation is Relation.UPDATE and not query.fails
    word = "accepted" if query.accepted else "update" if quiet else str(severity)
    style = QUIET if query.accepted else SEVERITY[Severity.NOTE if quiet else severity]
    head = Text(f"{spot(query.at)}: ", TITLE).append(word, style)
    head.append(f" {visible(finding.kind)}: ").append(visible(query.message))
    head.append(f"  {query.divergence.fingerprint}", QUIET)
    yield head  # one line, as long as it is: tools read it
    mine = len(finding.evidence) - len(query.others)
    if one.report is not None:
        for item in finding.evidence[:mine]:
            yield from block(marked(pieces(one.report.text, item.span, item.marks)), width, 4)
    for item, other in zip(finding.evidence[mine:], query.others, strict=False):
        yield from _elsewhere(item, other, width)
    if query.accepted:
        by = f"accepted by {query.accepted.by}: {visible(query.accepted.reason)}"
        who = f" ({visible(query.accepted.who)})" if query.accepted.who else ""
        yield from block(Text(f"{by}{who}", QUIET), width, 2)
    yield Text()


def _elsewhere(item: Evidence, other: Elsewhere, width: int) -> Iterator[Text]:
    """Yield who says otherwise and where, on a line that is not broken, then the words."""
    who = " ".join(part for part in (outlet(other.report), when(other.report)) if part)
    yield Text(f"  {who}", QUIET).append(f"  {spot(other.at)}", QUIET)
    yield from block(marked(pieces(other.report.text, item.span, item.marks)), width, 4)


def _aside(told: str, width: int) -> Iterator[Text]:
    yield from block(Text(told, QUIET), width)


RENDERER = Renderer(render=render)
