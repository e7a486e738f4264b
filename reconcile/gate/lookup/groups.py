"""Gather what is alike: groups by average likeness, and whether a group is two groups."""

from __future__ import annotations

from collections.abc import Sequence

Matrix = Sequence[Sequence[float]]  # square and symmetric; the diagonal is not looked at
Group = list[int]

_FOREIGN = 0.3  # likeness between two parts by that inside them, below which they are two groups
_ALONE = 0.15  # the same where one part is a single report, which may just be short


def gather(likeness: Matrix, groups: Sequence[Group], bar: float, least: int = 1) -> list[Group]:
    """Join groups, the most alike first, until none are as alike as the bar or so few are left."""
    found = [list(g) for g in groups]
    near = [[mean(likeness, a, b) for b in found] for a in found]
    while len(found) > least:
        pairs = ((near[i][j], -i, -j) for i in range(len(found)) for j in range(i))
        best, i, j = max(pairs, default=(bar - 1, 0, 0))
        if best < bar:
            break
        _join(found, near, -i, -j)
    return found


def core(likeness: Matrix, groups: Sequence[Group], of: int) -> Group:
    """Return the part of a group that a member belongs to, where it is plainly two groups."""
    members = [g for g in groups if g]
    if len(members) < 2 or sum(map(len, members)) < 3:
        return [i for g in members for i in g]
    a, b = gather(likeness, members, bar=-1.0, least=2)
    mine, other = (a, b) if of in a else (b, a)
    inside = _inside(likeness, mine, other)
    bar = _ALONE if min(len(a), len(b)) == 1 else _FOREIGN
    return mine if mean(likeness, a, b) < bar * inside else [*a, *b]


def mean(likeness: Matrix, a: Sequence[int], b: Sequence[int]) -> float:
    """Return the mean likeness between the members of two groups, 0 where one is empty."""
    pairs = [likeness[i][j] for i in a for j in b if i != j]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _inside(likeness: Matrix, a: Group, b: Group) -> float:
    pairs = [likeness[i][j] for g in (a, b) for i in g for j in g if i != j]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _join(found: list[Group], near: list[list[float]], i: int, j: int) -> None:
    """Put group i into group j, and work out how near the others are to both."""
    a, b = len(found[j]), len(found[i])
    merged = [(x * a + y * b) / (a + b) for x, y in zip(near[j], near[i], strict=True)]
    near[j] = merged
    for k, row in enumerate(near):
        row[j] = merged[k]
    found[j] += found.pop(i)
    near.pop(i)
    for row in near:
        row.pop(i)
