"""Say where words stand in the terms of SARIF, and in words that no viewer takes for more."""

from __future__ import annotations

import re

import msgspec

from reconcile.model import Locus, Report
from reconcile.render.gate.parts import log, places
from reconcile.render.page.words import visible

BASE = "%SRCROOT%"  # as GitHub and the multitool call the folder of the sources
_LINK = re.compile(r"[\\[\]]")


def message(text: str) -> log.Message:
    """Return words such that none reads as a link or a placeholder (SARIF 3.11.5, 3.11.6)."""
    plain = visible(text).replace("{", "{{").replace("}", "}}")
    return log.Message(_LINK.sub(r"\\\g<0>", plain) if "](" in plain else plain)


def file(name: str) -> log.ArtifactLocation:
    """Return a file; one below the working directory is named from there."""
    return log.ArtifactLocation(places.uri(name), BASE if places.inside(name) else None)


def location(
    at: Locus, report: Report | None, place: dict[str, int], words: str = ""
) -> log.Location:
    """Return where words of a report stand; `place` numbers the files of the run by their URI."""
    named = file(at.file)
    indexed = msgspec.structs.replace(named, index=place.get(named.uri or ""))
    physical = log.PhysicalLocation(indexed, _region(at, report, words))
    return log.Location(physical, logical_locations=_logical(at) or None)


def _region(at: Locus, report: Report | None, words: str) -> log.Region | None:
    if not at.line:
        return None
    begins = places.offset(report, at) if report else None
    after = Locus(at.file, line=at.end_line, column=at.end_column)
    ends = places.offset(report, after) if report else None
    length = ends - begins if begins is not None and ends is not None else None
    return log.Region(
        start_line=at.line,
        start_column=at.column or None,
        end_line=at.end_line or None,
        end_column=at.end_column or None,
        char_offset=begins if length is not None else None,
        char_length=length,
        snippet=log.Message(visible(words)) if words else None,
    )


def _logical(at: Locus) -> list[log.LogicalLocation]:
    """Return the item, page and element of a place, for formats that have no lines."""
    page = str(at.page) if at.page else ""
    told = (("member", at.part), ("page", page), ("element", at.path))
    return [log.LogicalLocation(visible(name), kind) for kind, name in told if name]
