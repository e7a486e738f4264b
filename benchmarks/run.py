"""Run the accuracy benchmarks: `python -m benchmarks.run --data DATA [--task NAME]`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

import benchmarks.tasks
from benchmarks import table
from benchmarks.scoring import evaluate, failures
from benchmarks.task import Figure, Task

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
OUT = HERE / "out"


def tasks(asked: list[str]) -> dict[str, Task]:
    """Return the tasks of `benchmarks/tasks/` by name; a file may define TASK or TASKS.

    Where each name asked for begins with a file's name, only those files are imported.
    """
    found = {}
    files = [info.name for info in pkgutil.iter_modules(benchmarks.tasks.__path__)]
    wanted = [f for f in files if any(name.startswith(f) for name in asked)]
    if all(any(name.startswith(f) for f in files) for name in asked) and wanted:
        files = wanted
    for name in files:
        module = importlib.import_module(f"benchmarks.tasks.{name}")
        defined = getattr(module, "TASKS", None) or (module.TASK,)
        found.update({task.name: task for task in defined})
    return dict(sorted(found.items()))


def spread(texts: list[str], count: int) -> list[str]:
    """Return `count` of the texts, evenly spread, so that the sample is not one end of the file."""
    step = max(1.0, len(texts) / count)
    return [texts[int(k * step)] for k in range(min(count, len(texts)))]


def main(argv: list[str] | None = None) -> int:
    """Run the tasks asked for; 0 when all ran, 2 for a name that is none."""
    asked = _arguments().parse_args(argv)
    known = tasks(asked.task)
    unknown = [name for name in asked.task if name not in known]
    if unknown:
        print(f"No task named {unknown[0]}. There are: {', '.join(known)}", file=sys.stderr)
        return 2
    names = asked.task or [name for name, task in known.items() if not task.by_name_only]
    OUT.mkdir(exist_ok=True)
    figures: list[Figure] = []
    for name in names:
        figures += evaluate(known[name], asked.data, OUT, asked.limit)
        if asked.errors:
            wrong = list(failures(known[name], asked.data, OUT, asked.limit))
            print(*spread(wrong, asked.errors), sep="\n\n")
            print(f"\n{name}: {len(wrong)} items went wrong\n")
    print(table.plain(figures, table.committed(RESULTS)))
    if asked.write:
        table.write(RESULTS, figures)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--task", action="append", default=[], help="run this one (repeatable)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N failures")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N items of a file")
    parser.add_argument("--write", action="store_true", help="update the committed RESULTS.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
