"""Print a fact sheet as JSON for other programs: every word of a statement with its place."""

from __future__ import annotations

import msgspec

from reconcile import __version__
from reconcile.model import LineKind, Sheet, SheetLine
from reconcile.plugin import Renderer
from reconcile.render.page import family, sheetrecord
from reconcile.render.page.sayings import pieces, saying
from reconcile.render.page.stated import joined, sentence
from reconcile.render.page.words import whole_characters
from reconcile.settings import Settings


def render(sheet: Sheet, settings: Settings) -> str:
    """Return the JSON text, indented by two, with a line feed at the end."""
    encoded = msgspec.json.encode(page(sheet, settings.with_text))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def page(sheet: Sheet, with_text: bool = False) -> sheetrecord.SheetPage:
    """Return the page as its types."""
    texts = family.Texts(sheet.of)
    return sheetrecord.SheetPage(
        schema="reconcile-sheet/1",
        version=__version__,
        comparable=sheet.of.comparable,
        why=sheet.of.why,
        remarks=[whole_characters(remark) for remark in sheet.of.remarks],
        reports=family.reports(sheet.of, with_text),
        origins=family.origins(sheet.of.lineage),
        lines=[_line(texts, one) for one in sheet.lines],
    )


def _line(texts: family.Texts, one: SheetLine) -> sheetrecord.LineRecord:
    say = joined if one.kind is LineKind.ANSWER else sentence
    return sheetrecord.LineRecord(
        kind=one.kind,
        subject=whole_characters(one.subject),
        slot=whole_characters(one.slot),
        common=say(one.statement),
        statement=pieces(texts, one.statement),
        basis=one.basis,
        latest=saying(texts, one.latest) if one.latest else None,
        verdict=one.verdict,
        confidence=round(one.confidence, 3),
        sureness=one.sureness,
        origins=[whole_characters(origin) for origin in one.origins],
        reports=list(one.reports),
        stale=list(one.stale),
        voiced=[
            sheetrecord.VoicedRecord(
                whole_characters(v.key),
                [whole_characters(origin) for origin in v.origins],
                [saying(texts, s) for s in v.sayings],
            )
            for v in one.voiced
        ],
    )


RENDERER = Renderer(render=render)
