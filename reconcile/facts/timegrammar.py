"""Search a sentence for the forms of time expressions.

A sentence becomes a string of one letter a word, so that each form is a short regular expression
over kinds; the longest form that starts first wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.facts.timeforms import BARE_FORMS, FORMS, IDLE, LETTER, Form
from reconcile.facts.timetokens import Word

_OTHER = "_"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a form matches, as a range of words."""

    form: Form
    first: int
    last: int


def find_matches(words: Sequence[Word], *, bare: bool = False) -> list[Match]:
    """Return the forms found, longest first at each place, none overlapping, in text order.

    `bare` adds the forms that are times only when nothing stands around them: "previously".
    """
    if not bare and all(w.kind == "other" or w.kind in IDLE for w in words):
        return []
    letters = "".join(LETTER.get(w.kind, _OTHER) for w in words)
    found = [
        Match(form, m.start(), m.end())
        for form in ((*FORMS, *BARE_FORMS) if bare else FORMS)
        for m in form.pattern.finditer(letters)
        if m.end() > m.start()
    ]
    found.sort(key=lambda m: (m.first, -m.last))
    kept: list[Match] = []
    for match in found:
        if not kept or match.first >= kept[-1].last:
            kept.append(match)
    return kept
