"""Write what the program makes of the sample reports in `seeds/`: a page and JSON of each.

The head of the first page is put into the README too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reconcile import Settings, pipeline, read_report, reconcile
from reconcile.plugin import Renderer, load
from reconcile.read import suffixes

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
README = HERE.parent / "README.md"
SAMPLE = re.compile(r"(?<=<!-- sample -->\n).*(?=<!-- end of sample -->)", re.DOTALL)
ENDINGS = {"terminal": "txt", "json": "json"}
OTHERS = {  # step of the pipeline: folder of renderers, renderer, ending
    "fact_sheet": ("sheet", "markdown", "sheet.md"),
    "timeline": ("timeline", "terminal", "timeline.txt"),
}


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
    for step, (folder, name, ending) in OTHERS.items():
        made = getattr(pipeline, step)([read_report(file) for file in files], settings)
        page = load(f"reconcile.render.{folder}", name, "RENDERER", Renderer).render(made, settings)
        yield HERE / f"{incident.name}.{ending}", page


def readme(page: str) -> str:
    """Return the README with the head of a page in it, down to the end of the first divergence."""
    summary, reports, counts, first, *_ = page.split("\n\n")
    sample = "\n\n".join([summary, reports, counts, first])
    return SAMPLE.sub(lambda _: f"```\n{sample}\n```\n", README.read_text("utf-8"))


def main() -> None:
    """Write all files."""
    for incident in incidents():
        for file, page in pages(incident):
            file.write_text(page, "utf-8", newline="\n")
    head = (HERE / f"{incidents()[0].name}.txt").read_text("utf-8")
    README.write_text(readme(head), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
