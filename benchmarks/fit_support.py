"""Fit the weights of `reconcile/align/support.toml` on claims that are annotated as true or changed.

    python -m benchmarks.fit_support DATA [--write]

DATA is the data folder, of which `changed_facts` is read: BUMP (MIT) and SummEdits, news part
(Apache-2.0). Both sets weigh the same. Labels and features are used; no text enters the weights.
Printed: the figures on articles that the weights have not seen (each tenth left out in turn).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reconcile.align.backing import NAMES, backings
from reconcile.align.support import read_claim

Numbers = NDArray[np.float64]
TARGET = Path(__file__).parent.parent / "reconcile" / "align" / "support.toml"
SETS = ("bump", "summedits_news")
RIDGE = 10.0  # strength of the penalty on the weights of features scaled to variance one
FOLDS = 10
HEAD = """\
# Weights of the doubt that a report bears out a claim: a logistic function of the features that
# `reconcile/align/backing.py` names and explains. Written by `python -m benchmarks.fit_support`; do
# not edit by hand. Fitted on {items} claims of BUMP (MIT) and SummEdits, news (Apache-2.0).
# On articles left out: AUC {bump:.3f} (BUMP), balanced accuracy {summ:.3f} (SummEdits).
"""


@dataclass(frozen=True)
class Claims:
    """All claims with features, truth, article and set."""

    table: Numbers
    changed: NDArray[np.bool_]
    article: NDArray[np.str_]
    source: NDArray[np.str_]

    @property
    def weight(self) -> Numbers:
        """Return weights that give both sets, and both labels of a set, the same say."""
        weight = np.zeros(len(self.changed))
        for name in SETS:
            for label in (True, False):
                rows = (self.source == name) & (self.changed == label)
                weight[rows] = len(self.changed) / (4 * max(1, rows.sum()))
        return weight


def load(folder: Path) -> Claims:
    """Read the sets and measure every claim against its article."""
    groups = defaultdict(list)
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            item = json.loads(line)
            groups[name, item["doc"], item["article"]].append(item)
    rows, changed, article, source = [], [], [], []
    for (name, doc, text), items in groups.items():
        for item, found in zip(items, measured(text, [i["claim"] for i in items]), strict=True):
            rows.append(found)
            changed.append(not item["consistent"])
            article.append(doc)
            source.append(name)
    return Claims(np.array(rows), np.array(changed), np.array(article), np.array(source))


def measured(article: str, claims: list[str]) -> list[tuple[float, ...]]:
    """Return the features of claims against an article."""
    found = backings([read_claim(c) for c in claims], read_claim(article))
    return [b.values for b in found]


def fit(table: Numbers, truth: NDArray[np.bool_], weight: Numbers) -> tuple[Numbers, float]:
    """Return slopes and constant of a logistic function, by Newton's method with a ridge."""
    mean = np.average(table, axis=0, weights=weight)
    scale = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=weight)) + 1e-9
    z = np.c_[(table - mean) / scale, np.ones(len(table))]
    ridge = np.diag([*[RIDGE] * table.shape[1], 1e-6])
    b = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ b))
        slope = z.T @ (weight * (p - truth)) + ridge @ b
        b -= np.linalg.solve((z * (weight * p * (1 - p))[:, None]).T @ z + ridge, slope)
    slopes = b[:-1] / scale
    return slopes, float(b[-1] - slopes @ mean)


def held_out(data: Claims) -> Numbers:
    """Return the scores that each claim gets from weights that have not seen its article."""
    scores = np.zeros(len(data.changed))
    names = sorted(set(data.article.tolist()))
    for k in range(FOLDS):
        test = np.isin(data.article, names[k::FOLDS])
        slopes, constant = fit(data.table[~test], data.changed[~test], data.weight[~test])
        scores[test] = data.table[test] @ slopes + constant
    return scores


def auc(scores: Numbers, truth: NDArray[np.bool_]) -> float:
    """Return the chance that a changed claim scores above a true one."""
    over = scores[truth][:, None] - scores[~truth][None, :]
    return float((over > 0).mean() + (over == 0).mean() / 2)


def best_bar(scores: Numbers, truth: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the best balanced accuracy of any bar, and that bar."""
    each = [
        ((scores[truth] >= bar).mean() / 2 + (scores[~truth] < bar).mean() / 2, bar)
        for bar in np.unique(scores)
    ]
    return max((float(a), float(b)) for a, b in each)


def main() -> None:
    """Fit, print the figures, and write the weights when asked to."""
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    data = load(args.data / "changed_facts")
    scores, bump = held_out(data), data.source == "bump"
    a = auc(scores[bump], data.changed[bump])
    s, _ = best_bar(scores[~bump], data.changed[~bump])
    print(f"BUMP AUC {a:.3f}; SummEdits balanced accuracy {s:.3f} at its best bar")
    print(f"SummEdits AUC {auc(scores[~bump], data.changed[~bump]):.3f}")
    slopes, constant = fit(data.table, data.changed, data.weight)
    head = HEAD.format(items=len(scores), bump=a, summ=s)
    lines = [f'"{name}" = {value:.4f}' for name, value in zip(NAMES, slopes, strict=True)]
    text = f"{head}\nconstant = {constant:.4f}\n\n[weights]\n" + "\n".join(lines) + "\n"
    print(text)
    if args.write:
        TARGET.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
