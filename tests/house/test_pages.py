"""A check's docstring is its manual page: its examples are run, and docs/checks.md says the same."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from docs.write import PAGES
from reconcile.plugin import names
from tests.checks.cases import examples, found, run

CHECKS = names("reconcile.checks")


def page(kind: str) -> str:
    return inspect.getdoc(import_module(f"reconcile.checks.{kind}")) or ""


@pytest.mark.parametrize("kind", CHECKS)
def test_a_page_has_an_example_of_each_sort(kind: str) -> None:
    assert {title for title, _ in examples(page(kind))} == {"Agrees", "Diverges"}


@pytest.mark.parametrize(
    ("kind", "title", "reports"),
    [
        pytest.param(kind, title, reports, id=f"{kind} {title.lower()} {k}")
        for kind in CHECKS
        for k, (title, reports) in enumerate(examples(page(kind)), 1)
    ],
)
def test_an_example_does_what_it_says(kind: str, title: str, reports: dict[str, str]) -> None:
    got = found(run(reports), kind)
    assert bool(got) == (title == "Diverges"), f"found {got}"


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_written_pages_are_what_the_code_says(file: Path) -> None:
    assert file.exists(), f"{file.name} is missing: make docs"
    assert file.read_text("utf-8") == PAGES[file](), f"{file.name} is old: make docs"


def test_explain_prints_the_page() -> None:
    kind = CHECKS[0]
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "explain", kind],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert page(kind) in done.stdout
