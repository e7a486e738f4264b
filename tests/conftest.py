"""Fixtures of all tests: goldens that can be rewritten, and the seed reports that CI must run."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CI = "RECONCILE_CI"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update", action="store_true", help="write goldens instead of comparing"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Where CI says so, a skipped run of the seed reports or of the browser is a failed one."""
    report = yield
    if report.skipped and os.environ.get(CI) and item.get_closest_marker("originals"):
        report.outcome = "failed"
        report.longrepr = f"{CI} is set, but the seed reports are missing: set RECONCILE_SEEDS"
    if report.skipped and os.environ.get(CI) and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"{CI} is set, but the browser cannot be run: {report.longrepr}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a file, or write the file under --snapshot-update."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--snapshot-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            return
        known = file.read_text("utf-8") if file.exists() else ""
        if text != known:
            shown = difflib.unified_diff(
                known.splitlines(), text.splitlines(), file.name, "now", lineterm=""
            )
            pytest.fail(
                "\n".join([f"{file.name} differs; --snapshot-update writes it", *shown]),
                pytrace=False,
            )

    return compare
