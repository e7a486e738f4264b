"""Fit the weights of `reconcile/align/likeness.toml` on annotated pairs of sentences.

    python -m benchmarks.fit_likeness DATA [--ecb-share S] [--write]

DATA is the data folder, of which `incidents/open` (rows of `alignments`) is read. With a share
above 0, `events/ecbplus_topics.jsonl` (annotation of ECB+, CC BY 3.0) is read too: S is the weight
of all its pairs together, beside those of the incidents. The weights that are shipped use a share
of 0, which is the default. Labels and features are used; no text enters the weights.

Printed: the figures on incidents that the weights have not seen (each left out in turn), and how
true the scores are (of pairs scored .8 to .9, how many are linked in gold).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.align.candidates import candidates
from reconcile.align.features import NAMES, Pool, features
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.events.frames import place_events
from reconcile.facts.understand import understand
from reconcile.language.parse import parse
from reconcile.model import Account, BlockKind, Place, Report, Sentence, Span
from reconcile.read.text import read_text

Numbers = NDArray[np.float64]
TARGET = Path(__file__).parent.parent / "reconcile" / "align" / "likeness.toml"
RIDGE = 3.0  # strength of the penalty on the weights of features scaled to variance one
ECB_SHARE = 0.0  # weight of all pairs of ECB+ together, beside those of the incidents
HEAD = """\
# Weights of the likeness of two sentences: a logistic function of the features that
# `reconcile/align/features.py` names and explains. Written by `python -m benchmarks.fit_likeness`;
# do not edit by hand. Fitted on {pairs} candidate pairs: {incidents} annotated incidents and, with
# a constant of their own and {share:.0%} of the weight, {topics} topics of ECB+ (annotation CC BY 3.0).
# Leaving out each incident in turn: F1 {f1:.3f} at {threshold:.2f}, average precision {ap:.3f}.
"""


@dataclass(frozen=True)
class Examples:
    """The candidate pairs of one group of reports, with their labels."""

    name: str
    table: Numbers  # features
    truth: NDArray[np.bool_]
    missed: int  # true pairs that are no candidates
    ecb: bool


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


def topics(file: Path) -> Iterator[tuple[str, list[Account], set[Place], set[frozenset[Place]]]]:
    """Yield name, accounts, annotated sentences and pairs that share an event, of ECB+ topics."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            group = json.loads(line)
            accounts = list(place_events([plain_account(d) for d in group["docs"]]))
            scope = {Place(d, i) for d, i in group["sentences_in_scope"]}
            pairs = {frozenset((Place(a, i), Place(b, j))) for a, i, b, j in group["pairs"]}
            yield group["subtopic"], accounts, scope, pairs


def plain_account(document: Mapping[str, Any]) -> Account:
    """Make an account of sentences that are already cut."""
    text, spans = "", []
    for words in document["sentences"]:
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    trees = parse(text, spans)
    report = Report(file=str(document["id"]), text=text, id=str(document["id"]))
    return Account(
        report,
        tuple(
            Sentence(k, span, BlockKind.PARAGRAPH, tree)
            for k, (span, tree) in enumerate(zip(spans, trees, strict=True))
        ),
    )


def examples(
    name: str,
    accounts: Sequence[Account],
    truth: set[frozenset[Place]],
    scope: set[Place] | None = None,
) -> Examples:
    """Return the features and labels of the candidates (of those in scope)."""
    profiles = every_profile(accounts)
    pool = Pool(profiles, meanings(profiles))
    pairs = candidates(profiles, pool.meanings.sentences)
    table = features(pool, pairs)
    places = [(profiles[i].where, profiles[j].where) for i, j in pairs]
    kept = [scope is None or (a in scope and b in scope) for a, b in places]
    labels = np.array([frozenset(p) in truth for p in places], dtype=bool)[kept]
    return Examples(
        name, table[kept], labels, len(truth) - int(labels.sum()), ecb=scope is not None
    )


def fit(groups: Sequence[Examples], share: float = ECB_SHARE) -> tuple[Numbers, float]:
    """Return slopes and constant of a ridge logistic regression (Newton's method).

    ECB+ has a constant of its own: there a pair counts when it shares any one event.
    """
    table = np.concatenate([g.table for g in groups])
    ecb = np.concatenate([np.full(len(g.truth), g.ecb) for g in groups]).astype(float)
    truth = np.concatenate([g.truth for g in groups]).astype(float)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    design = np.column_stack([(table - mean) / spread, ecb, np.ones(len(table))])
    ours = max(1.0, float((1 - ecb).sum()))
    counts = np.where(ecb > 0, share * ours / max(1.0, float(ecb.sum())), 1.0)
    penalty = np.diag([RIDGE] * len(NAMES) + [0.01, 1e-6])
    theta = np.zeros(design.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-design @ theta))
        slope = design.T @ (counts * (chance - truth)) + penalty @ theta
        bend = (design.T * (counts * chance * (1 - chance))) @ design + penalty
        theta -= np.linalg.solve(bend, slope)
    slopes = theta[: len(NAMES)] / spread
    return slopes, float(theta[-1] - mean @ slopes)


def score(table: Numbers, weights: tuple[Numbers, float]) -> Numbers:
    """Return the chance of each row of features."""
    chance: Numbers = 1 / (1 + np.exp(-(table @ weights[0] + weights[1])))
    return chance


def left_out(
    groups: Sequence[Examples], share: float = ECB_SHARE
) -> tuple[Numbers, NDArray[np.bool_], int]:
    """Return scores by weights that have not seen the incident, the truth, and pairs missed."""
    ours = [g for g in groups if not g.ecb]
    scores = [score(g.table, fit([o for o in groups if o is not g], share)) for g in ours]
    return (
        np.concatenate(scores),
        np.concatenate([g.truth for g in ours]),
        sum(g.missed for g in ours),
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
    options.add_argument(
        "--ecb-share",
        type=float,
        default=ECB_SHARE,
        help="weight of the pairs of ECB+ (%(default)s)",
    )
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    groups = [examples(*found) for found in incidents(chosen.data / "incidents" / "open")]
    if chosen.ecb_share > 0:
        for name, accounts, scope, pairs in topics(chosen.data / "events" / "ecbplus_topics.jsonl"):
            groups.append(examples(name, accounts, pairs, scope))
    report(groups, chosen.ecb_share, write=chosen.write)


def report(groups: Sequence[Examples], share: float = ECB_SHARE, *, write: bool) -> None:
    """Print what the fit is worth; write the weights of all groups together."""
    scores, truth, missed = left_out(groups, share)
    f1, threshold, precision = figures(scores, truth, missed)
    print(f"left out: F1 {f1:.3f} at {threshold:.2f}, AP {precision:.3f}, missed {missed}")
    for low, count, correct in calibration(scores, truth):
        print(f"  scored {low:.1f} to {low + 0.1:.1f}: {count:5d} pairs, {correct:.2f} true")
    slopes, constant = fit(groups, share)
    for name, slope in zip(NAMES, slopes, strict=True):
        print(f"  {name:14} {slope:8.3f}")
    if write:
        head = HEAD.format(
            pairs=sum(len(g.truth) for g in groups),
            incidents=sum(not g.ecb for g in groups),
            topics=sum(g.ecb for g in groups),
            share=share,
            f1=f1,
            threshold=threshold,
            ap=precision,
        )
        lines = [f'"{n}" = {s:.4f}' for n, s in zip(NAMES, slopes, strict=True)]
        body = f"constant = {constant:.4f}\n\n[weights]\n" + "\n".join(lines) + "\n"
        TARGET.write_text(head + "\n" + body, encoding="utf-8")


if __name__ == "__main__":
    main()
