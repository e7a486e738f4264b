"""Make a report of one line of a table: named values, by the settings or by the usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BlockKind, Report
from reconcile.plugin import Input
from reconcile.read.parts.assemble import Piece, assemble
from reconcile.read.parts.front import canonical, card_of, put

TEXT = (
    *("text", "body", "body_text", "content", "article", "article_content", "article_text"),
    *("full_text", "maintext", "main_text", "story", "content_text"),
)
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its values by name, and where and how they stand in the file."""

    line: int  # of its beginning, from 1
    values: Mapping[str, object]
    raw: str  # as the file has it


def text_column(names: Iterable[str], mapped: Mapping[str, str]) -> str:
    """Return the column that holds the text, "" where none does."""
    if "text" in mapped:
        return mapped["text"] if mapped["text"] in names else ""
    lower = {name.lower().strip(): name for name in reversed(list(names))}
    return next((lower[name] for name in TEXT if name in lower), "")


def reports_of(rows: Iterable[Row], form: str, given: Input) -> Iterator[Report]:
    """Yield a report for each row with a text; the first says which rows have none.

    Raises ReadError for a row without the column of the text, NoNewsText where no row has a text.
    """
    mapped = given.settings.columns_of(form)
    found, bare = [], []
    for row in rows:
        column = text_column(row.values, mapped)
        if not column:
            raise ReadError(given.file, *_no_column(row, form, mapped), place=str(row.line))
        text = row.values[column]
        if isinstance(text, str) and any(c.isalnum() for c in text):
            found.append(_report(row, column, text, form, mapped, given))
        else:
            bare.append(str(row.line))
    if not found:
        raise NoNewsText(given.file, "no line of the table has a text")
    if bare:
        where = f"line {bare[0]} has" if len(bare) == 1 else f"lines {', '.join(bare[:9])} have"
        told = f"{where} no text and {'is' if len(bare) == 1 else 'are'} left out"
        found[0] = replace(found[0], warnings=(*found[0].warnings, told))
    yield from found


def _no_column(row: Row, form: str, mapped: Mapping[str, str]) -> tuple[str, str]:
    there = ", ".join(name[:30] for name in list(row.values)[:12])
    wanted = f'no column "{mapped["text"]}"' if "text" in mapped else "no column with the text"
    return (
        f"{wanted}; there are: {there}" if there else wanted,
        f'say which it is in reconcile.toml: columns.{form}.text = "…"',
    )


def _report(
    row: Row, column: str, text: str, form: str, mapped: Mapping[str, str], given: Input
) -> Report:
    named = {canonical(f): row.values.get(c) for f, c in mapped.items() if f != "text"}
    card = card_of({**row.values, **named}, "table")
    report = put(card, Report(given.file, "", format=form, part=f"line {row.line}"))
    pieces = [Piece(BlockKind.HEADLINE, card.title, row.line)] if card.title else []
    if pieces and text.lstrip().startswith(card.title):
        pieces = []  # the text brings its headline along
    pieces += [Piece(BlockKind.BYLINE, card.byline, row.line)] if card.byline else []
    return assemble(report, [*pieces, _placed(row, column, text)])


def _placed(row: Row, column: str, text: str) -> Piece:
    """Return the text as a piece, with its own line and column where the file has it unchanged."""
    at = row.raw.find(text)
    if at < 0:
        return Piece(BlockKind.PARAGRAPH, text, row.line, path=column)
    above = list(_END.finditer(row.raw, 0, at))
    start = at - (above[-1].end() if above else 0) + 1
    return Piece(BlockKind.PARAGRAPH, text, row.line + len(above), start, path=column, literal=True)
