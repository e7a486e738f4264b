"""Search a sentence for the forms of time expressions.

A sentence becomes a string of one letter a word, so that each form is a short regular expression
over kinds; the longest form that starts first wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reconcile.facts.timeforms import BARE_FORMS, FORMS, IDLE, LETTER, OTHER, Form
from reconcile.facts.timewords import Word

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a form matches, as a range of words."""

    form: Form
    first: int
    last: int


def find_senses(
    words: Sequence[Word], resolve: Callable[[Match], Found | None], *, bare: bool = False
) -> list[Found]:
    """Return what `resolve` makes of the forms found, in text order, none overlapping.

    The longest form at the first place is tried first; one without meaning leaves its words to
    the others. `bare` adds the forms that are times only when nothing stands around them.
    """
    if not bare and all(w.kind == "other" or w.kind in IDLE for w in words):
        return []
    letters = "".join(LETTER.get(w.kind, OTHER) for w in words)
    candidates = [
        Match(form, m.start(), m.end())
        for form in ((*FORMS, *BARE_FORMS) if bare else FORMS)
        for m in form.pattern.finditer(letters)
        if m.end() > m.start()
    ]
    candidates.sort(key=lambda m: (m.first, -m.last))
    found: list[Found] = []
    end = 0
    for match in candidates:
        if match.first >= end and (sense := resolve(match)) is not None:
            found.append(sense)
            end = match.last
    return found
