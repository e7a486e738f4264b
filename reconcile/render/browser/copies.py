"""Give every origin of shared copy a look of its own, and say which words of a report are whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Lineage, Passage, Span
from reconcile.render.page.words import visible

LOOKS = (
    6  # underlines that can be told apart, by colour and by line; further origins share the last
)
UNNAMED = "text that nobody names"


@dataclass(frozen=True, slots=True)
class Look:
    """An origin of shared copy and the number of its underline, from 1."""

    origin: str
    number: int


def looks(lineage: Lineage) -> dict[str, Look]:
    """Return the look of every origin, shared copy first, in order of the lineage."""
    shared = dict.fromkeys(passage.origin for passage in lineage.passages)
    order = [o.name for o in lineage.origins if o.name in shared]
    order += [name for name in shared if name not in order]
    order += [o.name for o in lineage.origins if o.name not in shared]
    return {
        name: Look(visible(name) or UNNAMED, min(k, LOOKS))
        for k, name in enumerate(dict.fromkeys(order), 1)
    }


def legend(lineage: Lineage, known: dict[str, Look]) -> tuple[Look, ...]:
    """Return the looks that shared copy has on the page."""
    return tuple(known[name] for name in dict.fromkeys(p.origin for p in lineage.passages))


def stretches(
    passages: Sequence[Passage], known: dict[str, Look]
) -> dict[str, list[tuple[Span, int]]]:
    """Return for each report its stretches of shared copy, each with the number of its look."""
    found: dict[str, list[tuple[Span, int]]] = {}
    for passage in passages:
        for report, span in passage.stretches:
            found.setdefault(report, []).append((span, known[passage.origin].number))
    return found
