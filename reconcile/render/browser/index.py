"""List incidents on one page that leads to the pages of each."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from reconcile.model import Severity
from reconcile.render.browser import template
from reconcile.render.page.labels import count
from reconcile.render.page.words import visible

FIRST = "html"  # the page that the name of an incident leads to


@dataclass(frozen=True, slots=True)
class Line:
    """An incident: its numbers of errors, warnings and notes, and the file of each page."""

    name: str
    title: str
    reports: int
    counts: tuple[int, int, int]
    remark: str
    pages: Mapping[str, str]


def index(lines: Sequence[Line], failed: Sequence[tuple[str, str]]) -> str:
    """Return the page; `failed` are the incidents without pages, each with the reason."""
    return template.fill(
        "index.html",
        policy=template.policy(),
        style=template.inlined(template.style()),
        summary=_summary(lines, failed),
        severities=[str(severity) for severity in reversed(Severity)],
        lines=[
            {
                "name": visible(line.name),
                "title": visible(line.title),
                "reports": line.reports,
                "counts": list(zip(reversed(Severity), line.counts, strict=True)),
                "remark": visible(line.remark),
                "page": _address(line.pages[min(line.pages, key=lambda f: (f != FIRST, f))]),
                "pages": [(form, _address(file)) for form, file in sorted(line.pages.items())],
            }
            for line in lines
        ],
        failed=[(visible(name), visible(why)) for name, why in failed],
    )


def _summary(lines: Sequence[Line], failed: Sequence[tuple[str, str]]) -> str:
    told = [count(len(lines) + len(failed), "incident")]
    told.append(count(sum(line.reports for line in lines), "report"))
    told.append(count(sum(line.counts[0] for line in lines), "error"))
    return ", ".join(told)


def _address(file: str) -> str:
    """Return a file as a relative address, whatever its name holds."""
    return "./" + quote(os.fsencode(file))
