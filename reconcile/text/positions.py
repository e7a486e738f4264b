"""Say where in its file a span of a report stands: line and column, page, or path of an element."""

from __future__ import annotations

import re
from bisect import bisect_right

from reconcile.model import Locus, Report, Span, Stretch

_LINE_END = re.compile(r"\r\n|\r|\n")


def locate(report: Report, span: Span) -> Locus:
    """Return the place of a span; in a format without lines, page or path alone.

    Lines and columns count from 1, columns in characters; the end is after the last character. Where
    the words do not stand in the file character for character, the place is that of their element.
    """
    if not report.map:
        return _literal(report, Stretch(Span(0, len(report.text)), 1, 1, literal=True), span)
    starts = [stretch.span.start for stretch in report.map]
    at = report.map[max(0, bisect_right(starts, span.start) - 1)]
    if at.literal and at.span.covers(span):
        return _literal(report, at, span)
    return Locus(report.file, report.part, at.line, at.column, 0, 0, at.page, at.path)


def _literal(report: Report, at: Stretch, span: Span) -> Locus:
    line, column = _onward(report.text[at.span.start : span.start], at.line, at.column)
    end = _onward(span.of(report.text), line, column)
    return Locus(report.file, report.part, line, column, *end, at.page, at.path)


def _onward(text: str, line: int, column: int) -> tuple[int, int]:
    """Return line and column after a text that begins at a line and column."""
    ends = list(_LINE_END.finditer(text))
    if not ends:
        return line, column + len(text)
    return line + len(ends), len(text) - ends[-1].end() + 1
