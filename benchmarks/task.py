"""What a task file must define: `TASK`, the question, our answer, and the figures to reach.

A task file is a thin adapter: it turns items of the data into calls of the public library, and
what comes back into the prediction format of the data. It decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Item = dict[str, Any]
Predict = Callable[[list[Item]], list[Item]]


@dataclass(frozen=True, slots=True)
class Task:
    """One task of the benchmark.

    A metric's path says which gold file is scored, with which options, and where the figure stands
    in the scorer's JSON: `"newsquant:all.cqe_value.f1"`, `"ecbplus --min-shared 2:auc"`. The part
    before the colon may be left out when the task has one gold file and needs no options.
    """

    name: str
    metrics: Mapping[str, str]  # label -> path
    scorer: str = ""  # TASK argument of DATA/score.py
    gold: tuple[str, ...] = ()  # JSON-lines files, relative to DATA
    predict: Predict | None = None  # items of one gold file -> predictions, in the same order
    peers: Mapping[str, float] = field(default_factory=dict)  # best figure of others, by label
    bars: Mapping[str, float] = field(default_factory=dict)  # what we want to reach, by label
    lower: frozenset[str] = frozenset()  # labels where less is better
    key: str = "id"  # names an item in gold and prediction
    # what went wrong with one item and what the engine understood of it; "" where nothing did
    explain: Callable[[Item, Item], str] | None = None
    # instead of gold, predict and scorer: (DATA, folder for output, limit) -> scorer's JSON, which
    # must have "items" and "seconds"; and what went wrong, one text each
    measure: Callable[[Path, Path, int | None], dict[str, Any]] | None = None
    failures: Callable[[Path, Path], list[str]] | None = None
    by_name_only: bool = False  # left out unless --task names it


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what a metric came to."""

    task: str
    metric: str
    items: int
    ours: float | None
    bar: float | None
    peer: float | None
    seconds: float
    lower: bool = False

    @property
    def rate(self) -> float:
        """Return items a second."""
        return self.items / self.seconds if self.seconds else 0.0

    @property
    def met(self) -> bool | None:
        """Tell whether the bar is reached; None where there is no bar or no figure."""
        if self.bar is None or self.ours is None:
            return None
        return self.ours <= self.bar if self.lower else self.ours >= self.bar
