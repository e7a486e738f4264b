"""Print the graph of origins as JSON for other programs: stable, versioned, spans with their words."""

from __future__ import annotations

import msgspec

from reconcile import __version__
from reconcile.model import Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.page import family, record
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    encoded = msgspec.json.encode(page(reconciliation, settings.with_text))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def page(reconciliation: Reconciliation, with_text: bool = False) -> record.OriginsPage:
    """Return the page as its types."""
    lineage = reconciliation.lineage
    return record.OriginsPage(
        schema="reconcile-origins/1",
        version=__version__,
        reports=family.reports(reconciliation, with_text),
        origins=family.origins(lineage),
        derivations=family.derivations(lineage),
        kinships=family.kinships(lineage),
        passages=family.passages(family.Texts(reconciliation), lineage),
        remarks=[whole_characters(remark) for remark in reconciliation.remarks],
    )


RENDERER = Renderer(render=render)
