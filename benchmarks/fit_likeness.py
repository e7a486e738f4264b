"""Fit the weights of `reconcile/align/likeness.toml` on annotated pairs of sentences.

    python -m benchmarks.fit_likeness DATA [--write]

DATA is the data folder, of which `incidents/open` (rows of `alignments`) is read. Labels and
features are used; no text enters the weights. The second look is fitted on what the first, fitted
on the same incidents, tells of other pairs.

Printed: the figures on incidents that neither look has seen (each left out in turn), and how true
the scores are (of pairs scored .8 to .9, how many are linked in gold).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reconcile.align import context
from reconcile.align.candidates import candidates
from reconcile.align.features import NAMES, features
from reconcile.align.likeness import Weights, look_twice
from reconcile.align.pool import Pool
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.events.frames import place_events
from reconcile.facts.understand import understand
from reconcile.model import Account, Place, Span
from reconcile.read.text import read_text

Numbers = NDArray[np.float64]
Looks = tuple[Weights, Weights]
TARGET = Path(__file__).parent.parent / "reconcile" / "align" / "likeness.toml"
RIDGE = 3.0  # strength of the penalty on the weights of features scaled to variance one
HEAD = """\
# Weights of the likeness of two sentences: logistic functions of the features that
# `reconcile/align/features.py` (first look) and `context.py` (added by the second) name and explain.
# Written by `python -m benchmarks.fit_likeness`; do not edit by hand.
# Fitted on {pairs} candidate pairs of {incidents} annotated incidents.
# Leaving out each incident in turn: F1 {f1:.3f} at {threshold:.2f}, average precision {ap:.3f}.
"""


@dataclass(frozen=True)
class Examples:
    """The candidate pairs of one incident, with their features and labels."""

    name: str
    pool: Pool
    pairs: NDArray[np.int64]  # shape (pairs, 2)
    table: Numbers  # features of the first look
    truth: NDArray[np.bool_]
    missed: int  # true pairs that are no candidates


def incidents(folder: Path) -> Iterator[tuple[str, list[Account], set[frozenset[Place]]]]:
    """Yield name, accounts and linked pairs of the annotated incidents of a folder."""
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        reports = [
            read_text((path.parent / r["file"]).read_text("utf-8"), file=r["file"])
            for r in gold["reports"]
        ]
        found = [understand(replace(r, id=str(k))) for k, r in enumerate(reports)]
        accounts = list(place_events(found))
        yield path.parent.name, accounts, linked(accounts, gold["alignments"])


def linked(accounts: Sequence[Account], rows: list[list[dict[str, str]]]) -> set[frozenset[Place]]:
    """Return the pairs of sentences that stand in a row of the annotation."""
    by_file = {a.report.file: a for a in accounts}
    pairs: set[frozenset[Place]] = set()
    for row in rows:
        places = [p for item in row for p in located(by_file[item["report"]], item["quote"])]
        pairs |= {frozenset((a, b)) for a in places for b in places if a.report != b.report}
    return pairs


def located(account: Account, quote: str) -> list[Place]:
    """Return the sentences of news that overlap an occurrence of a quotation."""
    found, start = [], account.report.text.find(quote)
    while start >= 0:
        span = Span(start, start + len(quote))
        found += [
            Place(account.report.id, s.index)
            for s in account.sentences
            if s.news and s.span.overlaps(span)
        ]
        start = account.report.text.find(quote, start + 1)
    return found


def examples(name: str, accounts: Sequence[Account], truth: set[frozenset[Place]]) -> Examples:
    """Return the features and labels of the candidates."""
    profiles = every_profile(accounts)
    pool = Pool(profiles, meanings(profiles))
    pairs = candidates(profiles, pool.meanings.sentences)
    places = [frozenset((profiles[i].where, profiles[j].where)) for i, j in pairs.tolist()]
    labels = np.array([p in truth for p in places], dtype=bool)
    missed = len(truth) - int(labels.sum())
    return Examples(name, pool, pairs, features(pool, pairs), labels, missed)


def fit(groups: Sequence[Examples]) -> Looks:
    """Return the weights of both looks."""
    truth = np.concatenate([g.truth for g in groups])
    first = logistic(np.concatenate([g.table for g in groups]), truth)
    seen = [context.context(g.pool, g.pairs, first.chance(g.table)) for g in groups]
    tables = [np.concatenate([g.table, s], axis=1) for g, s in zip(groups, seen, strict=True)]
    return first, logistic(np.concatenate(tables), truth)


def logistic(table: Numbers, truth: NDArray[np.bool_], ridge: float = RIDGE) -> Weights:
    """Return the weights of a ridge logistic regression (Newton's method)."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    design = np.column_stack([(table - mean) / spread, np.ones(len(table))])
    penalty = np.diag([ridge] * table.shape[1] + [1e-6])
    theta = np.zeros(design.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-design @ theta))
        slope = design.T @ (chance - truth) + penalty @ theta
        bend = (design.T * (chance * (1 - chance))) @ design + penalty
        theta -= np.linalg.solve(bend, slope)
    slopes = theta[:-1] / spread
    return Weights(slopes, float(theta[-1] - mean @ slopes))


def left_out(groups: Sequence[Examples]) -> tuple[Numbers, NDArray[np.bool_], int]:
    """Return scores by weights that have not seen the incident, the truth, and pairs missed."""
    scores = [
        look_twice(g.pool, g.pairs, g.table, fit([o for o in groups if o is not g])) for g in groups
    ]
    return (
        np.concatenate(scores),
        np.concatenate([g.truth for g in groups]),
        sum(g.missed for g in groups),
    )


def figures(scores: Numbers, truth: NDArray[np.bool_], missed: int) -> tuple[float, float, float]:
    """Return the best F1, its threshold, and the average precision."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    wanted = truth.sum() + missed
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + wanted)
    precision = hits / np.arange(1, len(order) + 1)
    best = int(f1.argmax())
    return (
        float(f1[best]),
        float(scores[order][best]),
        float(precision[truth[order]].sum() / wanted),
    )


def calibration(scores: Numbers, truth: NDArray[np.bool_]) -> list[tuple[float, int, float]]:
    """Return for each tenth of the scale: its lower end, pairs in it, share that is true."""
    tenth = np.minimum((scores * 10).astype(int), 9)
    return [
        (k / 10, int((tenth == k).sum()), float(truth[tenth == k].mean()))
        for k in range(10)
        if (tenth == k).any()
    ]


def main() -> None:
    """Fit, print the figures, and write the file if asked to."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    found = incidents(chosen.data / "incidents" / "open")
    report([examples(*incident) for incident in found], write=chosen.write)


def report(groups: Sequence[Examples], *, write: bool) -> None:
    """Print what the fit is worth; write the weights of all groups together."""
    scores, truth, missed = left_out(groups)
    f1, threshold, precision = figures(scores, truth, missed)
    print(f"left out: F1 {f1:.3f} at {threshold:.2f}, AP {precision:.3f}, missed {missed}")
    for low, count, correct in calibration(scores, truth):
        print(f"  scored {low:.1f} to {low + 0.1:.1f}: {count:5d} pairs, {correct:.2f} true")
    head = HEAD.format(
        pairs=sum(len(g.truth) for g in groups),
        incidents=len(groups),
        f1=f1,
        threshold=threshold,
        ap=precision,
    )
    first, second = fit(groups)
    body = _section("first", NAMES, first) + _section("second", (*NAMES, *context.NAMES), second)
    print(body)
    if write:
        TARGET.write_text(head + body, encoding="utf-8")


def _section(title: str, names: Sequence[str], look: Weights) -> str:
    """Return the weights of a look as a table of TOML."""
    lines = [f'"{n}" = {s:.4f}' for n, s in zip(names, look.slopes, strict=True)]
    return f"\n[{title}]\nconstant = {look.constant:.4f}\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
