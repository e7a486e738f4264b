"""Print what is read of each file of a folder: `python -m benchmarks.formats ../shared/data/formats`.

A line for each report: the file, its format, the words of its text, its date, its headline. Files
without a report end in what stopped them. A text that is not English is read and shown, though
`reconcile` refuses it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input
from reconcile.read.parts.choice import knowing
from reconcile.settings import Settings
from reconcile.text.english import is_english

_MOST = 60  # characters of a headline


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield file, format, outcome, words, date and headline of each report below a folder."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        yield from _of(path, path.relative_to(folder).as_posix())


def _of(path: Path, name: str) -> Iterator[tuple[str, ...]]:
    given = Input(str(path), path.read_bytes(), Settings())
    known = knowing(given)
    if not known:
        yield (name, "-", "no reader knows it", "", "", "")
    for form, reader in known:
        try:
            for report in reader.read(given):
                yield (name, form, *_told(report))
        except NoNewsText as error:
            yield (name, form, error.reason, "", "", "")
        except ReadError as error:
            yield (name, form, f"error: {error.reason}", "", "", "")


def _told(report: Report) -> tuple[str, ...]:
    at = report.published
    return (
        "read" if is_english(report.text, report.language) else "read, not English",
        str(len(report.text.split())),
        f"{at.day} ({at.origin})" if at else "none",
        report.title[:_MOST] or "none",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and how many reports there are of each outcome."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder with files of any formats")
    found = list(rows(parser.parse_args(arguments).data))
    widths = [max((len(row[k]) for row in found), default=0) for k in range(6)]
    for row in found:
        print(
            "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    outcomes = Counter(row[2].partition(":")[0] for row in found)
    print("\n" + "\n".join(f"{times:4} {outcome}" for outcome, times in sorted(outcomes.items())))


if __name__ == "__main__":
    main()
