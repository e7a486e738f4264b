"""Find the streets that a report names, and tell when two names look like one street misprinted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.facts.aliases import misprinted, transliterated
from reconcile.model import Span

_KINDS = {
    "street": "street", "st": "street", "road": "road", "rd": "road", "avenue": "avenue",
    "ave": "avenue", "boulevard": "boulevard", "blvd": "boulevard", "lane": "lane",
    "drive": "drive", "square": "square", "terrace": "terrace",
}  # fmt: skip
_STREET = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][a-z'’-]{3,}(?: [A-Z][a-z'’-]{3,})?) "
    r"(?P<kind>(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Terrace))\b"
)
_COMPASS = frozenset("north south east west old new upper lower main high".split())


@dataclass(frozen=True, slots=True)
class Street:
    """A street as a report names it."""

    span: Span
    name: str  # lower case, without its kind
    kind: str


def streets(text: str, start: int, end: int) -> Iterator[Street]:
    """Yield the streets named in text[start:end]."""
    for match in _STREET.finditer(text, start, end):
        words = [w for w in match["name"].lower().split() if w not in _COMPASS]
        if words:
            yield Street(
                Span(match.start(), match.end()), " ".join(words), _KINDS[match["kind"].lower()]
            )


def same_street(a: Street, b: Street) -> bool:
    """Tell whether two names are of one street, spelt in two ways or the same."""
    return a.kind == b.kind and (a.name == b.name or transliterated(a.name, b.name))


def misread_street(a: Street, b: Street) -> bool:
    """Tell whether two names are so near that one of them is likely a mistake for the other.

    "Harbour Street" and "Harbour Road", "Regent Street" and "Regents Road": one kind or one word off.
    """
    if same_street(a, b):
        return False
    return (a.name == b.name and a.kind != b.kind) or misprinted(a.name, b.name)
