"""Bytes to Report, one input format a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reconcile.errors import ReadError, SettingsError
from reconcile.model import Published, Report
from reconcile.plugin import Input
from reconcile.read.parts.address import Address
from reconcile.read.parts.choice import read_input, readers
from reconcile.read.parts.content import load, name_of
from reconcile.read.parts.front import Card, put, read_sidecar
from reconcile.read.parts.house import housed
from reconcile.settings import Settings
from reconcile.text.dates import read_date
from reconcile.text.masthead import against_dateline
from reconcile.text.standing import killed


def read_report(
    path: str | Path,
    source: str | None = None,
    published: str | Published | None = None,
    settings: Settings | None = None,
) -> Report:
    """Read the one report of a file; raises as `read_reports`, and ReadError when it holds several."""
    found = read_reports(path, source, published, settings)
    if len(found) > 1:
        raise ReadError(str(path), f"it holds {len(found)} reports", "one is asked for here")
    return found[0]


def read_reports(
    path: str | Path,
    source: str | None = None,
    published: str | Published | None = None,
    settings: Settings | None = None,
) -> tuple[Report, ...]:
    """Read the reports of a file, one or more, in its order.

    `source` and `published` go before its sidecar, and that before the text; the settings are those
    in force for the path. Raises ReadError
    (file, place, reason, remedy) when the file cannot be read as English reports, and SettingsError
    when `published` is no date.
    """
    path = path if isinstance(path, Path) else Path(path)
    when = _option(published)
    wanted = (settings or Settings()).for_path(path)
    data = load(path)
    ending = f"a{path.fetched().ending}" if isinstance(path, Address) else ""
    reports = read_input(Input(name_of(path), data, wanted, name=ending))
    card = read_sidecar(path)
    return tuple(housed(_described(report, card, source, when), wanted) for report in reports)


def suffixes() -> frozenset[str]:
    """Return the file endings that can be read, lower case with the dot."""
    return frozenset(s for reader in readers().values() for s in reader.suffixes if s)


def _option(published: str | Published | None) -> Published | None:
    if not isinstance(published, str):
        return published
    found = read_date(published, "option")
    if found is None:
        raise SettingsError(f'"{published}" is no date of publication; write it as 2020-01-31')
    return found


def _described(
    report: Report, card: Card, source: str | None, published: Published | None
) -> Report:
    """Put what is said about a report from outside before what it says of itself."""
    given = published or card.published
    against = against_dateline(given, report.text, report.blocks)
    told = put(replace(card, source=source or card.source, published=given), report)
    return killed(replace(told, warnings=tuple(dict.fromkeys((*told.warnings, *against)))))
