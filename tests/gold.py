"""Read an editor's list of an incident, and say which of its entries a reconciliation meets.

A list is TOML. `[[expected]]` entries have a full sentence as name, a kind, a relation (others that
are fair in `also`, other kinds in `also_kind`), a severity, and a short quotation for each report, or
several where the report tells the thing twice; `[[silent]]` entries have a name and quotations that no error and no warning may rest on. An entry
that the engine does not meet yet says why in `pending`, and its test must then fail.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Divergence, Place, Published, Reconciliation, Report, Severity, Span
from reconcile.read.text import read_bytes, read_text


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: what is wanted, or what must stay silent."""

    name: str
    quotes: Mapping[str, tuple[str, ...]]  # report of the list -> words, each of them fair
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    severity: str = ""
    pending: str = ""
    within: str = ""  # the one report that is at odds with itself
    first: bool = False  # leads the page


@dataclass(frozen=True, slots=True)
class Gold:
    """The reports of one incident and the lists about them."""

    name: str
    reports: Mapping[str, Report]
    expected: tuple[Entry, ...]
    silent: tuple[Entry, ...]
    table: Mapping[str, Any]  # the whole file, for entries of one kind of list only


def load(path: Path) -> Gold:
    """Read a list with its reports, which stand in the file itself or beside it."""
    table = tomllib.loads(path.read_text("utf-8"))
    if "files" in table:
        reports = {key: _file(path.parent / name) for key, name in table["files"].items()}
        name = path.parent.name
    else:
        reports = {item["id"]: _inline(item) for item in table["report"]}
        name = path.stem
    expected = tuple(_expected(item) for item in table["expected"])
    silent = tuple(
        Entry(item["name"], _quotes(item), pending=item.get("pending", ""))
        for item in table["silent"]
    )
    return Gold(name, reports, expected, silent, table)


def _file(path: Path) -> Report:
    return read_bytes(path.name, path.read_bytes())


def _inline(item: Mapping[str, Any]) -> Report:
    day: dt.date | None = item.get("published")
    published = Published(day, origin="sidecar") if day else None
    return read_text(item["text"], item["id"], item.get("source", ""), published)


def _quotes(item: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        report: (words,) if isinstance(words, str) else tuple(words)
        for report, words in item["quotes"].items()
    }


def _expected(item: Mapping[str, Any]) -> Entry:
    return Entry(
        name=item["name"],
        quotes=_quotes(item),
        kinds=(item["kind"], *item.get("also_kind", ())),
        relations=(item["relation"], *item.get("also", ())),
        severity=item["severity"],
        pending=item.get("pending", ""),
        within=item.get("within", ""),
        first=item.get("first", False),
    )


def cases(golds: Iterable[Gold], kind: str) -> list[Any]:
    """Return a pytest parameter (gold, entry) for each entry of a kind, pending ones as xfail."""
    return [
        pytest.param(
            gold, entry, id=f"{gold.name}: {entry.name}", marks=pending_marks(entry.pending)
        )
        for gold in golds
        for entry in getattr(gold, kind)
    ]


def pending_marks(reason: str) -> list[pytest.MarkDecorator]:
    """Return the mark of what must still fail, none where there is no reason for it."""
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Return every place of the words in a text."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Result:
    """A reconciliation of a gold incident, asked in the words of its list."""

    gold: Gold
    made: Reconciliation

    def report(self, where: Place) -> str:
        """Return the list's name of the report at a place."""
        file = next(a.report.file for a in self.made.accounts if a.report.id == where.report)
        return next(key for key, report in self.gold.reports.items() if report.file == file)

    def hits(self, divergence: Divergence, entry: Entry) -> list[str]:
        """Return the report of each piece of evidence that overlaps a quotation."""
        return [
            report
            for evidence in divergence.finding.evidence
            if (report := self.report(evidence.where)) in entry.quotes
            and any(
                evidence.span.overlaps(span)
                for words in entry.quotes[report]
                for span in occurrences(self.gold.reports[report].text, words)
            )
        ]

    def rests_on(self, divergence: Divergence, entry: Entry) -> bool:
        """Tell whether evidence meets the quotations of two reports, and mostly points at them."""
        found = self.hits(divergence, entry)
        enough = 1 if entry.within else 2
        return len(set(found)) >= enough and 2 * len(found) >= len(divergence.finding.evidence)

    def meets(self, divergence: Divergence, entry: Entry) -> bool:
        """Tell whether a divergence is the one wanted: place, kind, relation and severity."""
        finding = divergence.finding
        return (
            finding.kind in entry.kinds
            and finding.relation in entry.relations
            and divergence.severity == entry.severity
            and self.rests_on(divergence, entry)
        )

    def flags(self) -> tuple[Divergence, ...]:
        """Return the errors and warnings."""
        return tuple(d for d in self.made.divergences if d.severity is not Severity.NOTE)

    def wanted(self, divergence: Divergence) -> bool:
        """Tell whether any entry of the list asks for the divergence."""
        return any(
            divergence.finding.kind in entry.kinds and self.rests_on(divergence, entry)
            for entry in self.gold.expected
        )

    def row_pairs(self) -> set[frozenset[tuple[str, int]]]:
        """Return the pairs of sentences of different reports that stand in one row."""
        pairs = set()
        for row in self.made.rows:
            places = {(self.report(c.where), c.where.sentence) for c in row.cells}
            pairs |= {frozenset(p) for p in combinations(places, 2) if len({r for r, _ in p}) == 2}
        return pairs

    def sentence_at(self, report: str, words: str) -> int:
        """Return the index of the sentence in which the words begin."""
        file = self.gold.reports[report].file
        account = next(a for a in self.made.accounts if a.report.file == file)
        start = account.report.text.index(words)
        return next(s.index for s in account.sentences if s.span.start <= start < s.span.end)


@lru_cache(maxsize=64)
def _result(name: str, reports: tuple[Report, ...]) -> Reconciliation:
    from reconcile.pipeline import reconcile

    return reconcile(reports)


def result(gold: Gold) -> Result:
    """Return what the pipeline makes of an incident, made once."""
    return Result(gold, _result(gold.name, tuple(gold.reports.values())))


def brief(divergences: Iterable[Divergence]) -> str:
    """Write divergences one a line, for the message of a failing test."""
    return "\n".join(
        f"  {d.severity} {d.finding.kind} {d.finding.relation}: {d.finding.subject}: "
        + " | ".join(f"{e.where.report} {e.value}" for e in d.finding.evidence)
        for d in divergences
    )
