"""Time `reconcile check` of one submission against many reports on file: part of `make bench-speed`.

The bare parts are those of the submission and the reports of its own incident alone: import and load
the models, parse and embed each sentence once, in a process of its own. The whole check, which looks
the incident up among all reports on file, may take 1.5 times that without a cache, half of it when
submission and reports on file are unchanged. A new submission against an unchanged file is shown too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import clusters, speed

EACH = 5  # reports of an incident on file
BAR, CACHED = 1.5, 0.75  # of the bare parts


Spent = tuple[float, float]  # seconds by the clock, and of the processor


def timed(work: Callable[[], object]) -> Spent:
    """Return what work in processes of its own takes; the processor's share is 0 on Windows."""
    before, start = _processor(), time.perf_counter()
    work()
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def check(folder: Path, submission: Path, *options: str) -> None:
    """Run a check in a process of its own."""
    command = [sys.executable, "-m", "reconcile", "check", "--quiet", "--isolated", *options]
    done = subprocess.run(
        [*command, "--against", str(folder), str(submission)],
        env={**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")},
        cwd=speed.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 1}:
        raise SystemExit(f"the check failed: {done.stderr}")


def measure(reports: int, repeats: int) -> Mapping[str, Spent]:
    """Return the least seconds of several runs in turn, by what was run."""
    least: dict[str, Spent] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "file"
        folder.mkdir()
        made = [clusters.incident(folder, k, EACH + 2) for k in range(reports // EACH)]
        for files in made:  # the sixth and seventh are no reports on file
            for file in files[EACH:]:
                file.replace(folder.parent / file.name)
        own = made[len(made) // 2]
        new, other = (folder.parent / f.name for f in own[EACH:])
        for _ in range(repeats):
            for entry in (folder.parent / "cache").rglob("*.entry"):
                entry.unlink()
            runs: dict[str, Callable[[], object]] = {
                "bare parts": lambda: speed.run("bare", [new, *own[:EACH]], 0),
                "without a cache": lambda: check(folder, new, "--no-cache"),
                "with an empty cache": lambda: check(folder, new),
                "unchanged": lambda: check(folder, new),
                "new submission, file unchanged": lambda: check(folder, other),
            }
            for name_, work in runs.items():
                clock, cpu = timed(work)
                known = least.get(name_, (clock, cpu))
                least[name_] = (min(clock, known[0]), min(cpu, known[1]))
    return least


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=1_000)
    options.add_argument("--repeats", type=int, default=3)
    given = options.parse_args()
    found = measure(given.reports, given.repeats)
    print(f"\nreconcile check, one submission, {given.reports} reports on file, cold")
    print(f"{'':<36}{'clock, s':>10}{'ratio':>7}{'cpu, s':>10}{'ratio':>7}")
    bare = found["bare parts"]
    for name, (clock, cpu) in found.items():
        print(f"  {name:<34}{clock:>10.2f}{clock / bare[0]:>7.2f}", end="")
        print(f"{cpu:>10.2f}{cpu / (bare[1] or 1.0):>7.2f}")
    print(f"bar: {BAR} of the bare parts without a cache, {CACHED} when nothing changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
