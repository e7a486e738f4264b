"""Write a reconciliation as Markdown for mails and pull requests: it reads well raw and set."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.mark import cards, head, rest
from reconcile.render.page.redact import shown
from reconcile.settings import Settings


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the page; every word of a report is escaped, and none becomes a link or a mention."""
    page = shown(reconciliation, settings)
    found = ["\n".join(part).strip("\n") for part in _parts(page, settings)]
    return "\n\n".join(part for part in found if part) + "\n"


def _parts(page: Reconciliation, settings: Settings) -> Iterator[Iterator[str]]:
    yield head.head(page)
    if not page.comparable:
        return
    yield cards.divergences(page)
    if settings.not_comparable:
        yield cards.not_compared(page)
    if settings.show == "divergences":
        return
    yield rest.facts(page)
    if not settings.redact:
        yield rest.passages(page, settings.show)
    yield rest.told_alone(page)
    yield rest.origins(page)


RENDERER = Renderer(render=render, suffix="md")
