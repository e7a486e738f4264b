"""Say how alike the marks of reports are, weighed by how rare each is among the reports on file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from reconcile.gate.lookup.marks import Mark, Marks, Sort

# The share of reports of all kinds that hold a mark of a sort, and how many reports' worth of
# evidence that is: where few are on file, their counts alone say nothing about how rare a word is.
_USUAL = {Sort.NAME: 0.004, Sort.WORD: 0.02, Sort.FIGURE: 0.03, Sort.EVERYDAY: 0.4}
_WORTH = 50
_WEIGHT = {Sort.NAME: 1.5, Sort.WORD: 1.0, Sort.FIGURE: 0.5, Sort.EVERYDAY: 0.5}
_LEADS = 1.5
_WINDOW = ((1, 1.1), (3, 1.0), (7, 0.9), (30, 0.7))  # days apart, factor
_FAR = 0.5

Vector = Mapping[tuple[str, Sort], float]


class Weights:
    """How much each mark says, as the reports on file use it."""

    def __init__(self, marks: Iterable[Marks]) -> None:
        """Count in how many reports each mark stands."""
        self._held: Counter[tuple[str, Sort]] = Counter()
        self._reports = 0
        for one in marks:
            self._reports += 1
            self._held.update((m.word, m.sort) for m in one.marks)

    def vector(self, marks: Marks) -> Vector:
        """Return the weights of a report's marks, their length one."""
        found = {(m.word, m.sort): self._weight(m) for m in marks.marks}
        length = math.sqrt(sum(w * w for w in found.values())) or 1.0
        return {key: w / length for key, w in found.items()}

    def _weight(self, mark: Mark) -> float:
        held = self._held[mark.word, mark.sort] + _WORTH * _USUAL[mark.sort]
        rare = math.log((self._reports + _WORTH) / held) if held else 0.0
        lead = _LEADS if mark.leads else 1.0
        return max(0.0, rare) * _WEIGHT[mark.sort] * lead * (1 + math.log(mark.times))


def alike(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors, 0 to 1."""
    small, large = sorted((a, b), key=len)
    return sum(w * large.get(key, 0.0) for key, w in small.items())


def window(a: Marks, b: Marks) -> float:
    """Return the factor for the days between two reports, 1 where a day is not known."""
    if not a.day or not b.day:
        return 1.0
    apart = abs(a.day - b.day)
    return next((factor for days, factor in _WINDOW if apart <= days), _FAR)
