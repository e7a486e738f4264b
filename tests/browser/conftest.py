"""A browser that nothing leaves, and the pages that `reconcile report` makes of the sample reports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.cli.edge import run
from tests.browser import axe
from tests.browser.reader import Reader

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "browser"
SHORT = "baghdad-embassy"  # also as a page without the texts
BINARIES = ("chromium", "chromedriver")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def pages() -> Path:
    """The folder with the pages of seeds/, as a reader gets them."""
    output = BUILD / "pages"
    shutil.rmtree(output, ignore_errors=True)
    call = ["report", str(ROOT / "seeds"), "--output", str(output), "--quiet"]
    assert run([*call, "--format", "html", "--not-comparable"]) == 0
    short = [str(ROOT / "seeds" / SHORT), "--output", str(output / "redacted"), "--redact-text"]
    assert run(["report", *short, "--quiet", "--format", "html"]) == 0
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Reader]:
    """One browser for all tests; it can look up no host."""
    missing = [name for name in BINARIES if not shutil.which(name)]
    if missing:
        pytest.skip(f"missing: {', '.join(missing)} (Debian: chromium, chromium-driver)")
    pytest.importorskip("selenium", reason="pip install -e '.[browser]'")
    reader = Reader.start()
    yield reader
    reader.close()


@pytest.fixture
def reader(browser: Reader) -> Iterator[Reader]:
    """The browser as a reader with a wide screen has it; what went wrong on the page is an error."""
    browser.begin()
    yield browser
    assert browser.complaints() == []
    assert browser.requests() == []


@pytest.fixture(scope="session")
def checker() -> str:
    """The script of axe-core."""
    try:
        return axe.source(BUILD)
    except RuntimeError as error:
        pytest.skip(str(error))
