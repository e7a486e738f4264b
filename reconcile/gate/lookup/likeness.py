"""Say how alike reports are: the cosine of their marks, weighed by how rare each is on file.

Marks that nearly all of some reports share do not tell these apart, however rare they are elsewhere:
so likeness may be measured again inside a few reports (`apart`), where the marks count that only
some of them have. Two incidents of one kind, in one country, are told from each other by that.
And reports that share nearly all their words, but not their names, were made from one template
(of quakes, of weather, of matches) for two incidents.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.gate.lookup.marks import FIGURE, NAME, WORD, Marks

# The share of reports of all kinds that hold a mark of a sort, and how many reports' worth of
# evidence that is: where few are on file, their counts alone do not tell how rare a word is.
_USUAL = {NAME: 0.004, WORD: 0.02, FIGURE: 0.03}
_WORTH = 50
_WEIGHT = {NAME: 1.5, WORD: 1.0, FIGURE: 0.5}
_LEADS = 1.5
_USUAL_NEAR, _WORTH_NEAR = 0.05, 5  # the same inside a few reports that are near each other
_WINDOW = ((1, 1.1), (3, 1.0), (7, 0.9), (30, 0.7))  # days apart at most, factor
_FAR = 0.5
_TEMPLATE, _OWN = 0.5, 0.3  # likeness of other words; that of names, by it, below which they differ
_OTHER_NAMES = 0.3  # factor for these
_TIMES = [0.0, *(1 + math.log(n) for n in range(1, 128))]

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Unit:
    """A vector of length one."""

    weights: Vector
    names: float  # length of its part that is names


class Weights:
    """How much each mark says, as the reports on file use it."""

    def __init__(self, marks: Iterable[Marks]) -> None:
        """Count in how many reports each mark stands."""
        held: Counter[str] = Counter()
        reports = 0
        for one in marks:
            reports += 1
            held.update(one.words.split())
        self._rare = {
            mark: _WEIGHT[mark[0]] * math.log((reports + _WORTH) / (n + _WORTH * _USUAL[mark[0]]))
            for mark, n in held.items()
            if mark[0] in _WEIGHT
        }
        self._unseen = {
            sort: _WEIGHT[sort] * math.log((reports + _WORTH) / (_WORTH * _USUAL[sort]))
            for sort in _WEIGHT
        }

    def vector(self, marks: Marks) -> Vector:
        """Return the weight of each mark of a report."""
        rare, unseen = self._rare, self._unseen
        return {
            mark: max(0.0, rare.get(mark) or unseen.get(mark[0], 0.0))
            * _TIMES[times]
            * (_LEADS if leads else 1.0)
            for mark, times, leads in marks
        }


def unit(vector: Vector) -> Unit:
    """Return a vector at length one."""
    length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
    weights = {mark: w / length for mark, w in vector.items()}
    return Unit(weights, math.sqrt(sum(w * w for m, w in weights.items() if m[0] == NAME)))


def alike(a: Unit, b: Unit) -> float:
    """Return the likeness of two reports by their words, 0 to 1: the cosine, less for a template."""
    small, large = sorted((a.weights, b.weights), key=len)
    names = words = 0.0
    for mark, w in small.items():
        if mark in large:
            if mark[0] == NAME:
                names += w * large[mark]
            else:
                words += w * large[mark]
    return (names + words) * (_OTHER_NAMES if _from_template(a, b, names, words) else 1.0)


def _from_template(a: Unit, b: Unit, names: float, words: float) -> bool:
    """Tell whether two reports share their words and not their names, of which both have some."""
    if not a.names or not b.names:
        return False
    rest = math.sqrt(max(0.0, 1 - a.names**2) * max(0.0, 1 - b.names**2))
    return words > _TEMPLATE * rest and names * rest < _OWN * words * a.names * b.names


def apart(vectors: Sequence[Vector]) -> list[Unit]:
    """Return vectors of length one in which those marks count that not all of the reports share."""
    held = Counter(mark for vector in vectors for mark in vector)
    usual = _WORTH_NEAR * _USUAL_NEAR
    rare = {m: math.log((len(vectors) + _WORTH_NEAR) / (n + usual)) for m, n in held.items()}
    return [unit({mark: w * rare[mark] for mark, w in vector.items()}) for vector in vectors]


def window(a: Marks, b: Marks) -> float:
    """Return the factor for the days between two reports, 1 where a day is not known."""
    if not a.day or not b.day:
        return 1.0
    days = abs(a.day - b.day)
    return next((factor for most, factor in _WINDOW if days <= most), _FAR)
