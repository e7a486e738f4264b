"""Make the records of statements and of who says what, for the JSON of fact sheet and timeline."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model import Piece, Quote, Saying, Span
from reconcile.render.page import family, sheetrecord
from reconcile.render.page.record import SentenceRecord
from reconcile.render.page.words import whole_characters


def quote(texts: family.Texts, report: str, span: Span) -> SentenceRecord:
    """Return a span with its words."""
    return texts.sentence(report, span)


def pieces(texts: family.Texts, found: Iterable[Piece]) -> list[sheetrecord.PieceRecord]:
    """Return the pieces of a statement."""
    return [
        sheetrecord.PieceRecord(whole_characters(p.text), p.kind, _quotes(texts, p.quotes))
        for p in found
    ]


def _quotes(texts: family.Texts, found: Iterable[Quote]) -> list[SentenceRecord]:
    return [texts.sentence(q.report, q.span) for q in found]


def saying(texts: family.Texts, found: Saying) -> sheetrecord.SayingRecord:
    """Return what one report says."""
    report = found.where.report
    published = texts.accounts[report].report.published
    return sheetrecord.SayingRecord(
        quote=texts.sentence(report, found.span),
        value=whole_characters(found.value),
        key=whole_characters(found.key),
        source=[texts.sentence(report, span) for span in found.source],
        origin=whole_characters(found.origin),
        published=(published.at or published.day).isoformat() if published else None,
        factuality=found.factuality,
        earlier=found.earlier,
    )
