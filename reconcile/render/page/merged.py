"""Set two tellings of one thing as one line: words of both, of the old one and of the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reconcile.align.words import Run, runs
from reconcile.model import Span
from reconcile.render.page.words import visible

RETOLD = 0.6  # where more than this part of the words differs, one line of both would be a riddle


class Side(StrEnum):
    """Whose words they are."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a merged line, with the white space around them."""

    text: str
    side: Side


def merged(old: str, old_span: Span, new: str, new_span: Span) -> tuple[Part, ...]:
    """Return the new words with the old ones put in where they stood, () for a retelling.

    Without its old parts the line is the new stretch; words that differ in house style alone are
    shown as the new one prints them.
    """
    found = list(runs(old, old_span, new, new_span))
    same = sum(run.b.end - run.b.start for run in found if run.a and run.b)
    if same < (1 - RETOLD) * (new_span.end - new_span.start):
        return ()
    return tuple(part for part in _parts(found, old, new, new_span) if part.text)


def _parts(found: list[Run], old: str, new: str, within: Span) -> Iterator[Part]:
    at = within.start
    for run in found:
        if run.b:
            yield Part(visible(new[at : run.b.start]), Side.BOTH)
            yield Part(visible(run.b.of(new)), Side.BOTH if run.a else Side.NEW)
            at = run.b.end
        elif run.a:
            yield Part(visible(run.a.of(old)), Side.OLD)
    yield Part(visible(new[at : within.end]), Side.BOTH)
