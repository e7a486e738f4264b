"""Make the page that leads to the pages of all incidents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.cli.batch.made import Summary, file_of

INDEX = "index.html"


def index_of(made: Mapping[str, tuple[Summary, Sequence[str]]], failed: Mapping[str, str]) -> str:
    """Return the index: what each incident's pages say in short, and why others have none.

    `made` has for each incident its summary and the formats of its pages.
    """
    from reconcile.render.browser.index import Line, index

    lines = [
        Line(
            name=name,
            title=told.title,
            reports=told.reports,
            counts=(told.errors, told.warnings, told.notes),
            remark=told.why,
            pages={form: file_of(name, form) for form in formats},
        )
        for name, (told, formats) in sorted(made.items())
    ]
    return index(lines, sorted(failed.items()))
