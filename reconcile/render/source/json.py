"""Print what was read of each report as JSON: all that its file says, blocks, notices and the map."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reconcile import __version__
from reconcile.model import Report
from reconcile.plugin import Renderer
from reconcile.render.page import readrecord as record
from reconcile.render.page.record import NoticeRecord
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(reports: Sequence[Report], settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    page = record.ReadPage(
        schema="reconcile-read/1", version=__version__, reports=[_read(r) for r in reports]
    )
    return msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"


def _read(report: Report) -> record.ReadRecord:
    published = report.published
    return record.ReadRecord(
        file=whole_characters(report.file),
        part=whole_characters(report.part),
        format=report.format,
        source=whole_characters(report.source),
        published=(published.at or published.day).isoformat() if published else None,
        published_by=published.origin if published else "",
        title=whole_characters(report.title),
        place=whole_characters(report.place),
        byline=whole_characters(report.byline),
        credit=whole_characters(report.credit),
        agencies=list(report.agencies),
        urgency=report.urgency,
        item=whole_characters(report.item),
        item_version=report.version,
        status=report.status,
        embargo=report.embargo.isoformat() if report.embargo else None,
        encoding=report.encoding,
        sha256=report.sha256,
        warnings=[whole_characters(warning) for warning in report.warnings],
        notices=[
            NoticeRecord(
                n.kind, n.number, n.span.start, n.span.end, whole_characters(n.span.of(report.text))
            )
            for n in report.notices
        ],
        blocks=[record.BlockRecord(b.kind, b.span.start, b.span.end) for b in report.blocks],
        map=[
            record.StretchRecord(
                s.span.start,
                s.span.end,
                s.line,
                s.column,
                s.page,
                whole_characters(s.path),
                s.literal,
            )
            for s in report.map
        ],
        text=whole_characters(report.text),
    )


RENDERER = Renderer(render=render, suffix="json")
