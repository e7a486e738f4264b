"""Check the benchmark harness without any data: every task is whole, the table reads back."""

from __future__ import annotations

from pathlib import Path

from benchmarks import table
from benchmarks.run import spread, tasks
from benchmarks.task import Figure


def test_every_task_can_be_run_and_holds_its_labels() -> None:
    for task in tasks([]).values():
        assert task.metrics
        assert task.measure or (task.predict and task.gold and task.scorer)
        assert set(task.bars) | set(task.peers) | task.lower <= set(task.metrics)


def test_the_committed_table_reads_back_and_keeps_what_was_not_run(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    table.write(page, [Figure("a", "F1", 10, 0.5, 0.4, None, 2.0)])
    table.write(page, [Figure("b", "loud", 10, 2.0, 3.0, 1.0, 2.0, lower=True)])
    assert table.committed(page) == {("a", "F1"): ".500", ("b", "loud"): "2"}
    later = Figure("a", "F1", 10, 0.512, 0.4, None, 2.0)
    assert table.change(later, table.committed(page)) == "+.012"


def test_a_sample_of_failures_is_spread_over_all() -> None:
    assert spread([str(k) for k in range(10)], 2) == ["0", "5"]
