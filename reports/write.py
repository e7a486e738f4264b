"""Write what the program makes of the sample reports in `seeds/`: one page and one JSON each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reconcile import Settings, read_report, reconcile
from reconcile.plugin import Renderer, load
from reconcile.read import suffixes

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
ENDINGS = {"terminal": "txt", "json": "json"}


def incidents() -> tuple[Path, ...]:
    """Return the folders of sample reports."""
    return tuple(sorted(path for path in SEEDS.iterdir() if path.is_dir()))


def pages(incident: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of an incident with what it should hold; paths are from the project's root."""
    files = sorted(p for p in incident.iterdir() if p.suffix in suffixes())
    settings = Settings(width=100)
    result = reconcile([read_report(file) for file in files], settings)
    for name, ending in ENDINGS.items():
        page = load("reconcile.render", name, "RENDERER", Renderer).render(result, settings)
        yield HERE / f"{incident.name}.{ending}", page.replace(f"{SEEDS.parent}/", "")


def main() -> None:
    """Write all files."""
    for incident in incidents():
        for file, page in pages(incident):
            file.write_text(page, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
