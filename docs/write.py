"""Write what the code itself tells: docs/checks.md, the JSON schema, today's column of tricky cases."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from docs.manual import page as settings_page
from docs.tricky import page as tricky_page
from reconcile.model import Relation
from reconcile.plugin import Reader, discover, names
from reconcile.render.page.checkrecord import CheckPage
from reconcile.render.page.readrecord import ReadPage
from reconcile.render.page.record import OriginsPage, schema
from reconcile.render.page.sheetrecord import SheetPage, TimelinePage
from reconcile.settings import default_severity
from reconcile.settings.shape import File

HERE = Path(__file__).parent


def checks() -> str:
    """Return the manual pages of all checks, with the table of severities in front."""
    kinds = names("reconcile.checks")
    parts = [
        "# The kinds of divergence",
        "Written by `make docs` from the docstrings in `reconcile/checks/`; edit those.",
        "How loud each kind is, by relation, when the settings say nothing else:",
        _severities(kinds),
    ]
    parts += [f"## {kind}\n\n{_page(kind)}" for kind in kinds]
    return "\n\n".join(parts) + "\n"


def _page(kind: str) -> str:
    told = inspect.getdoc(import_module(f"reconcile.checks.{kind}")) or ""
    return told.replace("Agrees::", "Agrees:").replace("Diverges::", "Diverges:")


def _severities(kinds: tuple[str, ...]) -> str:
    rows = [["kind", *Relation], ["---"] * (len(Relation) + 1)]
    rows += [[kind, *(default_severity(kind, r) for r in Relation)] for kind in kinds]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def formats() -> str:
    """Return the list of what can be read, with what each reader says of itself."""
    known = discover("reconcile.read", "READER", Reader)
    rows = [["format", "what it reads", "endings", "needs"], ["---"] * 4]
    rows += [
        [name, r.about, " ".join(s for s in r.suffixes if s), f"`[{r.extra}]`" if r.extra else ""]
        for name, r in known.items()
    ]
    parts = [
        "# The formats that are read",
        "Written by `make docs` from the readers in `reconcile/read/`; edit those. A file is known by "
        "its content first, by the ending of its name second, and is read as plain text when neither "
        "tells. What it needs besides is an extra: `pip install 'reconcile-reports[formats]'`. "
        "`reconcile formats` says what is installed, `reconcile read FILE` prints what is read, and "
        "[adding an input](adding-an-input.md) says how a format is added.",
        "\n".join(f"| {' | '.join(row)} |" for row in rows),
    ]
    parts += [f"## {name}\n\n{_told_by(f'reconcile.read.{name}')}" for name in known]
    return "\n\n".join(parts) + "\n"


def _told_by(module: str) -> str:
    return inspect.getdoc(import_module(module)) or ""


PAGES: dict[Path, Callable[[], str]] = {
    HERE / "checks.md": checks,
    HERE / "settings.md": settings_page,
    HERE / "tricky-cases.md": tricky_page,
    HERE / "schema" / "reconcile-1.json": lambda: schema().decode(),
    HERE / "schema" / "reconcile-check-1.json": lambda: schema(CheckPage).decode(),
    HERE / "schema" / "reconcile-origins-1.json": lambda: schema(OriginsPage).decode(),
    HERE / "schema" / "reconcile-settings-1.json": lambda: schema(File).decode(),
    HERE / "formats.md": formats,
    HERE / "schema" / "reconcile-read-1.json": lambda: schema(ReadPage).decode(),
    HERE / "schema" / "reconcile-sheet-1.json": lambda: schema(SheetPage).decode(),
    HERE / "schema" / "reconcile-timeline-1.json": lambda: schema(TimelinePage).decode(),
}


def main() -> None:
    """Write every page."""
    for file, page in PAGES.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
