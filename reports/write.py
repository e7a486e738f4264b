"""Write what the program makes of the sample reports in `seeds/`, as `reconcile report` does.

Unlike that command it makes everything anew, whatever has changed, and keeps no manifest. The head
of the first page is put into the README too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reconcile import Settings, pipeline, read_report
from reconcile.cli.batch.listing import INDEX, index_of
from reconcile.cli.batch.made import Made, file_of, make
from reconcile.cli.inputs import reports_in
from reconcile.cli.options import RENDERERS
from reconcile.plugin import Renderer, load, names

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
README = HERE.parent / "README.md"
LOOK = Settings(width=100)
OTHERS = {  # step of the pipeline: folder of renderers, renderer, ending
    "fact_sheet": ("sheet", "markdown", "sheet.md"),
    "timeline": ("timeline", "terminal", "timeline.txt"),
}
SAMPLE = re.compile(r"(?<=<!-- sample -->\n).*(?=<!-- end of sample -->)", re.DOTALL)


def incidents() -> tuple[Path, ...]:
    """Return the folders of sample reports."""
    return tuple(sorted(path for path in SEEDS.iterdir() if path.is_dir()))


@cache
def made(incident: Path) -> Made:
    """Return the pages of an incident."""
    return make(reports_in(incident, quiet=True), names(RENDERERS), LOOK)


def pages(incident: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of an incident with what it should hold; paths are from the project's root."""
    for form, page in made(incident).pages.items():
        yield HERE / file_of(incident.name, form), page.replace(f"{SEEDS.parent}/", "")
    for step, (folder, name, ending) in OTHERS.items():
        reports = [read_report(file) for file in reports_in(incident, quiet=True)]
        found = getattr(pipeline, step)(reports, LOOK)
        page = load(f"{RENDERERS}.{folder}", name, "RENDERER", Renderer).render(found, LOOK)
        yield HERE / f"{incident.name}.{ending}", page


def index() -> str:
    """Return the page that leads to the others."""
    told = {i.name: (made(i).summary, tuple(made(i).pages)) for i in incidents()}
    return index_of(told, {})


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
    (HERE / INDEX).write_text(index(), "utf-8", newline="\n")
    head = (HERE / f"{incidents()[0].name}.txt").read_text("utf-8")
    README.write_text(readme(head), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
