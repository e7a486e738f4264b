"""Fit the weights of `reconcile/align/same_event.toml` on the annotated sentences of ECB+.

    python -m benchmarks.fit_same_event DATA [--write]

DATA is the data folder, of which `events/ecbplus_topics.jsonl` is read (annotation of ECB+, CC BY
3.0, Cybulska and Vossen 2014): per topic the reports of two similar incidents. Labels and features
are used; no text enters the weights. Printed: average precision and how true the scores are, on
topics that the weights have not seen (each fifth left out in turn).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.ecb import topics
from benchmarks.fit_likeness import calibration, figures, logistic
from reconcile.align.kinship import NAMES, features
from reconcile.align.pool import Pool
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.model import Account, Place

Numbers = NDArray[np.float64]
TARGET = Path(__file__).parent.parent / "reconcile" / "align" / "same_event.toml"
FOLDS = 5
HEAD = """\
# Weights of the chance that two sentences tell a common event: a logistic function of the features
# that `reconcile/align/kinship.py` names and explains. Written by `python -m benchmarks.fit_same_event`;
# do not edit by hand. Fitted on {pairs} pairs of {topics} topics of ECB+ (annotation CC BY 3.0).
# Leaving out each fifth of the topics in turn: average precision {ap:.3f}.
"""


@dataclass(frozen=True)
class Topic:
    """The annotated pairs of one topic: features and labels."""

    table: Numbers
    truth: NDArray[np.bool_]


def examples(accounts: Sequence[Account], scope: set[Place], truth: set[frozenset[Place]]) -> Topic:
    """Return all pairs of annotated sentences of different reports."""
    profiles = every_profile(accounts)
    known = [k for k, p in enumerate(profiles) if p.where in scope]
    pairs = [
        (i, j)
        for i, j in combinations(known, 2)
        if profiles[i].where.report != profiles[j].where.report
    ]
    labels = [frozenset((profiles[i].where, profiles[j].where)) in truth for i, j in pairs]
    return Topic(features(Pool(profiles, meanings(profiles)), pairs), np.array(labels, dtype=bool))


def left_out(groups: Sequence[Topic]) -> Iterator[tuple[Numbers, NDArray[np.bool_]]]:
    """Yield scores by weights that have not seen the topic, and the truth."""
    for k, group in enumerate(groups):
        seen = [g for n, g in enumerate(groups) if n % FOLDS != k % FOLDS]
        weights = logistic(
            np.concatenate([g.table for g in seen]), np.concatenate([g.truth for g in seen])
        )
        yield weights.chance(group.table), group.truth


def report(groups: Sequence[Topic], *, write: bool) -> None:
    """Print what the fit is worth; write the weights of all topics together."""
    scores, truth = (np.concatenate(part) for part in zip(*left_out(groups), strict=True))
    f1, threshold, precision = figures(scores, truth, 0)
    print(f"left out: F1 {f1:.3f} at {threshold:.2f}, AP {precision:.3f}")
    for low, count, correct in calibration(scores, truth):
        print(f"  scored {low:.1f} to {low + 0.1:.1f}: {count:5d} pairs, {correct:.2f} true")
    weights = logistic(
        np.concatenate([g.table for g in groups]), np.concatenate([g.truth for g in groups])
    )
    head = HEAD.format(pairs=len(truth), topics=len(groups), ap=precision)
    lines = [f'"{n}" = {s:.4f}' for n, s in zip(NAMES, weights.slopes, strict=True)]
    body = f"\nconstant = {weights.constant:.4f}\n" + "\n".join(lines) + "\n"
    print(body)
    if write:
        TARGET.write_text(head + body, encoding="utf-8")


def main() -> None:
    """Fit, print the figures, and write the file if asked to."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    found = topics(chosen.data / "events" / "ecbplus_topics.jsonl")
    groups = [examples(accounts, scope, pairs) for _, accounts, scope, pairs in found]
    report(groups, write=chosen.write)


if __name__ == "__main__":
    main()
