"""Print a timeline as JSON for other programs: intervals in ISO 8601, every quote with its place."""

from __future__ import annotations

import msgspec

from reconcile import __version__
from reconcile.model import Moment, Timeline
from reconcile.plugin import Renderer
from reconcile.render.page import family, sheetrecord
from reconcile.render.page.sayings import pieces, saying
from reconcile.render.page.stated import joined
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(timeline: Timeline, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    encoded = msgspec.json.encode(page(timeline, settings.with_text))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def page(timeline: Timeline, with_text: bool = False) -> sheetrecord.TimelinePage:
    """Return the page as its types."""
    texts = family.Texts(timeline.of)
    return sheetrecord.TimelinePage(
        schema="reconcile-timeline/1",
        version=__version__,
        comparable=timeline.of.comparable,
        why=timeline.of.why,
        remarks=[whole_characters(remark) for remark in timeline.of.remarks],
        reports=family.reports(timeline.of, with_text),
        origins=family.origins(timeline.of.lineage),
        moments=[_moment(texts, moment) for moment in timeline.moments],
        unplaced=[_moment(texts, moment) for moment in timeline.unplaced],
        courses=[
            sheetrecord.CourseRecord(
                whole_characters(c.subject),
                whole_characters(c.slot),
                [saying(texts, step) for step in c.steps],
            )
            for c in timeline.courses
        ],
    )


def _moment(texts: family.Texts, moment: Moment) -> sheetrecord.MomentRecord:
    return sheetrecord.MomentRecord(
        begin=moment.begin.isoformat() if moment.begin else None,
        end=moment.end.isoformat() if moment.end else None,
        event=moment.event,
        told=joined(moment.statement),
        statement=pieces(texts, moment.statement),
        origins=[whole_characters(origin) for origin in moment.origins],
        mentions=[
            sheetrecord.MentionRecord(
                texts.sentence(m.where.report, m.span),
                texts.sentence(m.where.report, m.time),
                whole_characters(m.origin),
            )
            for m in moment.mentions
        ],
    )


RENDERER = Renderer(render=render)
