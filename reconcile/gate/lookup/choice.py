"""Choose from the reports on file those of a submission's incident, by likeness and by folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from reconcile.gate.lookup.groups import Group, Matrix, core, gather, mean
from reconcile.gate.lookup.likeness import Unit, Weights, alike, apart, unit, window
from reconcile.gate.lookup.marks import Marks
from reconcile.gate.lookup.reading import Kept

SHARED = 2  # marks, without which a report is not looked at
NEAR = 0.12  # likeness from which a report is looked at
ALIKE = 0.18  # mean likeness of the reports of one incident
MOST = 60  # of the nearest are gathered in groups; more of one incident are held against these
SHARE = 1 / 3  # of a folder's reports that are like a submission, so that all of them are taken
MIXED = 0.1  # mean likeness in a folder below which its reports do not tell of one incident
SAMPLE = 12  # of a folder's reports are looked at for that


def like(mine: Marks, others: Sequence[Kept], weights: Weights) -> list[Kept]:
    """Return the reports that tell of one incident with a submission, in no order.

    Those that are near it are gathered in groups, so that a report is judged by all that are like
    it; a folder of one incident is taken whole or not at all.
    """
    me = unit(weights.vector(mine))
    scored = [(_nearness(me, mine, k, weights), n) for n, k in enumerate(others)]
    near = sorted(((s, -n) for s, n in scored if s >= NEAR), reverse=True)
    ranked = [others[-n] for _, n in near]
    chosen = _group(me, mine, ranked[:MOST], weights)
    chosen += _more(me, mine, chosen, ranked[MOST:], weights)
    return _whole_folders(chosen, others, weights, {id(others[n]): s for s, n in scored})


def mixed(inside: Sequence[Kept], weights: Weights) -> bool:
    """Tell whether the reports of a folder are plainly not of one incident."""
    some = inside[:: max(1, len(inside) // SAMPLE)][:SAMPLE]
    everyone = list(range(len(some)))
    vectors = [unit(weights.vector(k.marks)) for k in some]
    likeness = _matrix(vectors, [k.marks for k in some])
    return len(some) > 2 and mean(likeness, everyone, everyone) < MIXED


def by_folder(kept: Iterable[Kept]) -> dict[Path, list[Kept]]:
    """Return the reports of each folder that is an incident's."""
    found: dict[Path, list[Kept]] = defaultdict(list)
    for k in kept:
        if k.filed.incident:
            found[k.filed.incident].append(k)
    return found


def _nearness(me: Unit, mine: Marks, other: Kept, weights: Weights) -> float:
    """Return the likeness of a report to a submission; of what shares next to no mark it is 0."""
    if len(me.weights.keys() & other.marks.words.split()) < SHARED:
        return 0.0
    return alike(me, unit(weights.vector(other.marks))) * window(mine, other.marks)


def _group(me: Unit, mine: Marks, near: Sequence[Kept], weights: Weights) -> list[Kept]:
    """Return the reports that are gathered in one group with a submission."""
    marks = [mine, *(k.marks for k in near)]
    vectors = [me, *(unit(weights.vector(k.marks)) for k in near)]
    likeness = _matrix(vectors, marks)
    group = next(g for g in gather(likeness, _one_by_one(likeness), ALIKE) if 0 in g)
    size = 0
    while 1 < len(group) != size:
        size = len(group)
        among = _matrix(apart([vectors[i].weights for i in group]), [marks[i] for i in group])
        group = [group[i] for i in core(among, _one_by_one(among), group.index(0))]
    return [near[i - 1] for i in group if i]


def _one_by_one(likeness: Matrix) -> list[Group]:
    return [[i] for i in range(len(likeness))]


def _matrix(vectors: Sequence[Unit], marks: Sequence[Marks]) -> Matrix:
    found = [[0.0] * len(vectors) for _ in vectors]
    for i, a in enumerate(vectors):
        for j in range(i):
            found[i][j] = found[j][i] = alike(a, vectors[j]) * window(marks[i], marks[j])
    return found


def _more(
    me: Unit, mine: Marks, chosen: Sequence[Kept], rest: Sequence[Kept], weights: Weights
) -> list[Kept]:
    """Return of many more near reports those that are like a submission and what was chosen."""
    if not chosen:
        return []
    held = [(me, mine), *((unit(weights.vector(k.marks)), k.marks) for k in chosen[:SAMPLE])]
    found = []
    for k in rest:
        vector = unit(weights.vector(k.marks))
        total = sum(alike(vector, v) * window(k.marks, m) for v, m in held)
        if total >= ALIKE * len(held):
            found.append(k)
    return found


def _whole_folders(
    chosen: list[Kept], others: Sequence[Kept], weights: Weights, score: dict[int, float]
) -> list[Kept]:
    """Return what was chosen, of folders that are an incident's the one that is most alike, whole."""
    folders, found = by_folder(others), by_folder(chosen)
    alone = [k for k in chosen if not k.filed.incident]
    loose: list[Kept] = []
    whole: dict[Path, float] = {}
    for folder, some in found.items():
        inside = folders[folder]
        if mixed(inside, weights):
            loose += some
        elif len(some) >= SHARE * len(inside):
            whole[folder] = sum(score[id(k)] for k in inside) / len(inside)
    best = max(whole, key=lambda f: (whole[f], str(f)), default=None)
    return [*alone, *loose, *(folders[best] if best else ())]
