"""Print a reconciliation as a page for a terminal: what to look at first, then the grid, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from reconcile.model import Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.page.redact import shown
from reconcile.render.page.tell import accounts_by_id, cards
from reconcile.render.page.words import visible
from reconcile.render.screen import cards as card_lines
from reconcile.render.screen import grid, heading, rest
from reconcile.render.screen.layout import TITLE, block, drawn
from reconcile.settings import Settings

WIDTH = 100  # of a page in a file
MEASURE = 110  # widest lines of running words; wider ones are hard to follow


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the page; colour only where the settings say so, the words are the same without."""
    width = settings.width or WIDTH
    lines = drawn(_page(shown(reconciliation, settings), settings, width), settings.color)
    return "\n".join(lines).rstrip("\n") + "\n"


def _page(page: Reconciliation, settings: Settings, width: int) -> Iterator[Text]:
    """Yield the lines of the page from top to bottom."""
    many = len(page.accounts) > heading.FEW
    yield from heading.summary(page, width)
    yield Text()
    if not many:
        yield from heading.reports(page, width)
        yield Text()
    yield from _findings(page, settings, width)
    if many:
        yield from heading.reports(page, width)
        yield Text()
    if settings.not_comparable and page.comparable:
        near = card_lines.near_misses(page.not_compared, accounts_by_id(page), min(width, MEASURE))
        yield from _followed_by_blank(near)
    if settings.show == "divergences" or not page.comparable:
        return
    show = "changed" if settings.redact else settings.show
    parts = [grid.facts(page, width, show)]
    if not settings.redact:
        parts.append(grid.passages(page, width, show))
    parts.append(rest.told_alone(page, min(width, MEASURE)))
    for part in (*parts, rest.shared_copy(page, min(width, MEASURE), show)):
        yield from _followed_by_blank(part)


def _findings(page: Reconciliation, settings: Settings, width: int) -> Iterator[Text]:
    """Yield the counts and the cards, or the one line that says why there are none."""
    found, reports = cards(page), accounts_by_id(page)
    if not page.comparable:
        why = f"Nothing could be compared: {visible(page.why)}"
        yield from _followed_by_blank(block(Text(why, TITLE), width))
        return
    yield from _followed_by_blank(heading.counts(page, min(width, MEASURE)))
    if page.apart:
        told = f"Set apart, not of this incident: {' '.join(page.apart)}"
        yield from _followed_by_blank(block(Text(told, TITLE), width))
    if not found:
        why = f"Nothing diverges: {visible(page.why)}"
        yield from _followed_by_blank(block(Text(why, TITLE), width))
    for remark in page.remarks:
        yield from _followed_by_blank(block(Text(visible(remark)), min(width, MEASURE)))
    for divergence in found:
        lines = card_lines.card(divergence, reports, min(width, MEASURE), settings.show == "all")
        yield from _followed_by_blank(lines)


def _followed_by_blank(lines: Iterable[Text]) -> Iterator[Text]:
    """Yield the lines of a part and one blank line, nothing for an empty part."""
    last = None
    for last in lines:
        yield last
    if last:
        yield Text()


RENDERER = Renderer(render=render)
