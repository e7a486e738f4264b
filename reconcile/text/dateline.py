"""Find the dateline at the head of a story: place, date and agency before the dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.model import Span
from reconcile.text.agencies import PATTERN, agencies_in
from reconcile.text.dates import MONTH_NAME

_DASH = r"\s*(?:[—–]|--+|-(?=\s|[A-Z\"“])|:(?=\s))\s*"
_CAPS = r"[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]*){0,3}"
_MIXED = r"[A-Z][\w.'’-]+(?:[ ](?:[A-Z][\w.'’-]+|de|el|al|of|the)){0,3}"
_MORE = r"(?:[,/][ ]?(?:[A-Z][\w.'’-]+)(?:[ ][A-Z][\w.'’-]+){0,2}){0,2}"
_DATE = rf"(?:,?\s+(?P<date>(?:{MONTH_NAME}\s+\d\d?|\d\d?\s+{MONTH_NAME})(?:,?\s+\d{{4}})?))?"
_AGENCY = rf"\((?P<agency>[^()]{{0,20}}{PATTERN}[^()]{{0,25}})\)"
_NO_PLACE = (
    r"(?!(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|NEWS|VIDEO|PHOTOS?|FILE|NOTE|CORRECTION|ALERT|"
    r"JUST IN|READ|MORE|OPINION|ANALYSIS|FACTBOX|KILL|CORRECTS|CORRECTED|REFILE|WITHDRAWN|WITHDRAWAL|WRAPUP|URGENT|ADVISORY|"
    r"EDS|BC)\b)"
)

_FORMS = (
    rf"{_NO_PLACE}(?P<place>(?:{_CAPS}|{_MIXED}){_MORE}){_DATE}\s*{_AGENCY}{_DASH}",
    rf"{_AGENCY}{_DASH}",
    rf"{_NO_PLACE}(?P<place>{_CAPS}{_MORE}){_DATE}\s*(?:[—–]|--+|\s-\s)\s*",
    rf"(?:[A-Z][a-z]+\s)?(?P<agency>{PATTERN})\s*(?:[—–]|--+|\s-\s)\s*(?=[A-Z\"“])",
)
_DATELINE = re.compile(
    "|".join(
        f"(?:{form.replace('(?P<agency>', f'(?P<agency{k}>').replace('(?P<place>', f'(?P<place{k}>').replace('(?P<date>', f'(?P<date{k}>')})"
        for k, form in enumerate(_FORMS)
    )
)
_CHEAP = re.compile(r"[—–:-]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline with the dash that ends it."""

    span: Span
    place: str = ""
    date: str = ""  # as printed, often without a year: "Dec. 8"
    agencies: tuple[str, ...] = ()


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that begins at a position, None if there is none."""
    if not _CHEAP.search(text, start, min(end, start + 120)):
        return None
    m = _DATELINE.match(text, start, end)
    if m is None:
        return None
    found = {k.rstrip("0123456789"): v for k, v in m.groupdict().items() if v}
    return Dateline(
        Span(start, start + len(m[0].rstrip())),
        found.get("place", ""),
        found.get("date", ""),
        agencies_in(found.get("agency", "")),
    )


# Inside run-on text a dateline is believed only with its agency: "… said. MOSCOW (TASS) - A …"
_INNER = re.compile(
    rf"(?<=[.!?\"”])\s+(?=(?:{_FORMS[0]}|{PATTERN}\s+-\s)".replace("?P<", "?P<_") + ")"
)


def inner_datelines(text: str, start: int, end: int) -> list[Dateline]:
    """Return the datelines that begin after a full stop inside text[start:end]."""
    if text.find("(", start, end) < 0 and text.find("-", start, end) < 0:
        return []
    found = (read_dateline(text, m.end(), end) for m in _INNER.finditer(text, start, end))
    return [d for d in found if d is not None]
