"""Show figures as one table, keep the committed one, and say what changed since."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.task import Figure

HEAD = ("task", "metric", "items", "ours", "bar", "best peer", "seconds", "items/s")
TOP = """# Results

Made by `python -m benchmarks.run --write` (see README.md). Figures are 0 to 1, higher is
better unless the metric says otherwise; **bold** reaches its bar. Seconds are wall clock on the
machine of the last run, models loaded; they say how dear a task is, not how fast the program is.

"""


def cells(figure: Figure) -> tuple[str, ...]:
    """Return the texts of one line."""
    ours = _number(figure.ours)
    return (
        figure.task,
        figure.metric,
        str(figure.items),
        f"**{ours}**" if figure.met else ours,
        _number(figure.bar),
        _number(figure.peer),
        f"{figure.seconds:.1f}",
        f"{figure.rate:.0f}" if figure.rate >= 10 else f"{figure.rate:.1f}",
    )


def _number(value: float | None) -> str:
    return (
        "" if value is None else f"{value:.3f}".replace("0.", ".", 1) if value < 1 else f"{value:g}"
    )


def plain(figures: list[Figure], before: dict[tuple[str, str], str]) -> str:
    """Return a table for a terminal, with the change against the committed figures."""
    rows = [(*HEAD, "since")]
    rows += [(*(c.replace("**", "*") for c in cells(f)), change(f, before)) for f in figures]
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def change(figure: Figure, before: dict[tuple[str, str], str]) -> str:
    """Say how a figure differs from the committed one: "+.012", "new", "" when equal."""
    old = before.get((figure.task, figure.metric), "")
    now = _number(figure.ours)
    if not old or not now:
        return "new" if now else ""
    difference = float(now) - float(old)
    return f"{difference:+.3f}".replace("0.", ".", 1) if abs(difference) >= 0.0005 else ""


def committed(path: Path) -> dict[tuple[str, str], str]:
    """Return the figures of the committed table by task and metric."""
    return {key: row[3].strip("*") for key, row in _rows(path).items()}


def _rows(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    if not path.is_file():
        return {}
    lines = re.findall(r"^\| (.+) \|$", path.read_text("utf-8"), re.M)
    split = [tuple(cell.strip() for cell in line.split(" | ")) for line in lines]
    return {
        (row[0], row[1]): row
        for row in split
        if len(row) == len(HEAD) and row != HEAD and row[0] != "---"
    }


def write(path: Path, figures: list[Figure]) -> None:
    """Put the figures into the committed table; lines of tasks that were not run stay."""
    ran = {figure.task for figure in figures}
    rows = {key: row for key, row in _rows(path).items() if key[0] not in ran}
    rows |= {(f.task, f.metric): cells(f) for f in figures}
    ordered = sorted(rows.values(), key=lambda row: row[0])
    lines = [HEAD, tuple("---" for _ in HEAD), *ordered]
    path.write_text(TOP + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n", "utf-8")
