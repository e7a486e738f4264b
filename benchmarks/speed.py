"""Time the program against its bare parts: `make bench-speed`.

The bare parts: import and load the models, parse and embed each sentence of the input once. Cold is
a whole process, warm the work alone in a process that has run once; `cpu` is the ratio of the
processor's time, warm: on a busy machine it says more than the clock. All figures are the least of
several runs taken in turn, so that a busy machine disturbs both sides alike.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import clusters

ROOT = Path(__file__).parents[1]
SIZES = (2, 5, 10, 50)
BAR = 1.25  # of the bare parts, cold and warm
Work = Callable[[], object]


def bare(files: Sequence[Path]) -> Work:
    """Return the bare work: each sentence of the reports parsed and embedded once."""
    from reconcile.language.meaning import embed
    from reconcile.language.parse import parse

    cut = [(report.text, spans) for report, spans in _sentences(files)]

    def work() -> None:
        for text, spans in cut:
            parse(text, spans)
        embed([span.of(text) for text, spans in cut for span in spans])

    return work


def ours(files: Sequence[Path]) -> Work:
    """Return the whole work: read, reconcile, render a page."""

    def work() -> None:
        from reconcile import Settings, read_report, reconcile
        from reconcile.plugin import Renderer, load

        settings = Settings(width=100)
        found = reconcile([read_report(file) for file in files], settings)
        load("reconcile.render", "terminal", "RENDERER", Renderer).render(found, settings)

    return work


def _sentences(files: Sequence[Path]) -> list[tuple[Any, list[Any]]]:
    from reconcile.read import read_report
    from reconcile.text.sentences import sentence_spans

    found = []
    for file in files:
        report = read_report(file)
        spans = [
            span
            for block in report.blocks
            for span in sentence_spans(report.text, block.span.start, block.span.end)
        ]
        found.append((report, spans))
    return found


class Stages:
    """Own seconds of each function that the pipeline calls, its callees taken off."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.inside: list[float] = []

    def watch(self, module: Any) -> None:  # noqa: ANN401 - a module
        """Put a clock round every function of ours that a module calls by name."""
        for name, found in list(vars(module).items()):
            home = getattr(found, "__module__", "")
            if callable(found) and not isinstance(found, type) and home.startswith("reconcile."):
                setattr(module, name, self._clocked(f"{home[10:]}.{name}", found))

    def _clocked(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def clocked(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes
            start = time.perf_counter()
            self.inside.append(0.0)
            try:
                return function(*given, **named)
            finally:
                spent = time.perf_counter() - start
                self.seconds[name] += spent - self.inside.pop()
                if self.inside:
                    self.inside[-1] += spent

        return clocked


def child(kind: str, files: Sequence[Path], repeats: int) -> None:
    """Do one sort of work in this process and print what it took as JSON."""
    if kind == "stages":
        print(json.dumps(_stages(files)))
        return
    work = {"bare": bare, "ours": ours}[kind](files)
    work()
    warm, processor = [], []
    for _ in range(repeats):
        start, spent = time.perf_counter(), time.process_time()
        work()
        warm.append(time.perf_counter() - start)
        processor.append(time.process_time() - spent)
    least = {"warm": min(warm, default=0.0), "processor": min(processor, default=0.0)}
    print(json.dumps({**least, "memory": _peak()}))


def _peak() -> float:
    """Return the most memory this process has held, in MB."""
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _stages(files: Sequence[Path]) -> dict[str, float]:
    from reconcile import pipeline
    from reconcile.facts import ownfacts
    from reconcile.facts import understand as understanding

    work = ours(files)
    work()
    stages = Stages()
    stages.watch(ownfacts)
    stages.watch(understanding)
    stages.watch(pipeline)
    start = time.perf_counter()
    work()
    whole = time.perf_counter() - start
    rest = whole - sum(stages.seconds.values())
    return {**dict(stages.seconds.most_common()), "reading and rendering": rest}


def run(kind: str, files: Sequence[Path], repeats: int) -> tuple[float, dict[str, Any]]:
    """Start a child process; return how long it lived and what it printed."""
    command = [sys.executable, "-m", "benchmarks.speed", "--child", kind]
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--repeats", str(repeats), *map(str, files)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return time.perf_counter() - start, json.loads(done.stdout)


def measure(name: str, files: Sequence[Path], repeats: int) -> dict[str, float]:
    """Measure one set of reports and print its line."""
    figures: dict[str, float] = {}
    for _ in range(repeats):
        for kind in ("bare", "ours"):
            cold, _ = run(kind, files, 0)
            _, warm = run(kind, files, 2)
            for key, value in (("cold", cold), *((k, warm[k]) for k in ("warm", "processor"))):
                figures[f"{kind} {key}"] = min(figures.get(f"{kind} {key}", value), value)
            figures[f"{kind} memory"] = warm["memory"]
    cold = figures["ours cold"] / figures["bare cold"]
    warm = figures["ours warm"] / figures["bare warm"]
    busy = figures["ours processor"] / figures["bare processor"]
    sentences = sum(len(spans) for _, spans in _sentences(files))
    print(
        f"{name:<28}{len(files):>8}{sentences:>10}"
        f"{figures['bare cold']:>11.2f}{figures['ours cold']:>8.2f}{cold:>7.2f}"
        f"{figures['bare warm']:>11.2f}{figures['ours warm']:>8.2f}{warm:>7.2f}"
        f"{busy:>7.2f}{figures['ours memory']:>9.0f}",
        flush=True,
    )
    return {"cold": cold, "warm": warm, "sentences": sentences}


def main() -> int:
    """Print the table of speeds, and the stages of the largest set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--child", choices=["bare", "ours", "stages"])
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--generated-only", action="store_true", help="leave out the seeds")
    given = options.parse_args()
    if given.child:
        child(given.child, given.files, given.repeats)
        return 0
    print(f"{'':<46}{'cold, s':>11}{'':<15}{'warm, s':>11}{'':<15}{'cpu':>7}{'peak':>9}")
    print(
        f"{'reports of':<28}{'reports':>8}{'sentences':>10}"
        + f"{'bare':>11}{'ours':>8}{'ratio':>7}" * 2
        + f"{'ratio':>7}{'MB':>9}"
    )
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        seeds = [] if given.generated_only else sorted((ROOT / "seeds").iterdir())
        sets = {p.name: _reports(p) for p in seeds if p.is_dir()}
        for size in given.sizes:
            place = Path(folder) / str(size)
            place.mkdir()
            sets[f"generated, {size}"] = clusters.write(place, size)
        for name, files in sets.items():
            found = measure(name, files, 1 if len(files) > 20 else given.repeats)
            ratios += [found["cold"], found["warm"]]
        _print_stages(name, run("stages", files, 0)[1])
    print(f"\nbar: {BAR} of the bare parts; worst here: {max(ratios):.2f}")
    return 0


def _reports(folder: Path) -> list[Path]:
    from reconcile.read import suffixes

    return sorted(p for p in folder.iterdir() if p.suffix in suffixes())


def _print_stages(name: str, seconds: dict[str, float]) -> None:
    whole = sum(seconds.values())
    print(f"\nown time of the stages, warm, {name}: {whole:.2f} s")
    for stage, spent in seconds.items():
        if spent > whole / 200:
            print(f"  {stage:<44}{spent:>8.3f} s{spent / whole:>7.0%}")


if __name__ == "__main__":
    sys.exit(main())
