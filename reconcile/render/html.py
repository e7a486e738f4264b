"""Set a reconciliation as one self-contained page for a browser: an annotated proof of the reports."""

from __future__ import annotations

from reconcile.model import Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.browser import alone, cards, copies, foot, grid, head, reading, template
from reconcile.render.browser.names import LETTERS, MEANING
from reconcile.render.figures.course import courses, draw
from reconcile.render.figures.origins import origin_graph
from reconcile.render.page.redact import shown
from reconcile.render.page.words import visible
from reconcile.settings import Settings


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the page; it loads nothing, and a browser runs nothing that is not in it."""
    page = shown(reconciliation, settings)
    found = cards.all_cards(page)
    known = copies.looks(page.lineage)
    return template.fill(
        "page.html",
        policy=template.policy(),
        style=template.inlined(template.style()),
        script=template.inlined(template.script()),
        head=head.head(page, found),
        cards=found,
        near=cards.near_misses(page) if settings.not_comparable else None,
        letters=[visible(account.report.id) for account in page.accounts],
        verdicts=[(LETTERS[v], v.value, MEANING[v]) for v in LETTERS],
        grid=grid.tables(page),
        row_by_row=list(grid.row_by_row(page)),
        alone=alone.told_alone(page),
        legend=copies.legend(page.lineage, known),
        texts=list(reading.texts(page)),
        origins=_origins(page, known),
        courses=[
            (visible(c.subject), template.inlined(draw(c)), c.undated)
            for c in courses(page.rows, page.accounts)
        ],
        settings=list(foot.settings_made_with(settings)),
        versions=list(foot.versions()),
        read=list(foot.texts_read(page)),
    )


def _origins(page: Reconciliation, known: dict[str, copies.Look]) -> dict[str, object]:
    """Return the figure of the origins and what it says in words."""
    looks = {name: look.number for name, look in known.items()}
    drawn = origin_graph(page.lineage, [a.report for a in page.accounts], looks)
    told = [
        (visible(o.name), [visible(r) for r in o.reports], visible(o.why))
        for o in page.lineage.origins
    ]
    arrows = any(not cut.unseen for cut in page.lineage.derivations)
    cuts = [
        (visible(d.report), visible(d.source), f"{d.share:.0%}", visible(d.why))
        for d in page.lineage.derivations
    ]
    return {"figure": template.inlined(drawn), "told": told, "cuts": cuts, "arrows": arrows}


RENDERER = Renderer(render=render, suffix="html")
