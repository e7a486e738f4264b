"""What a submission asks to be let alone with is read with its line, and wrong ones are named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import ReadError
from reconcile.gate.waivers import waivers
from reconcile.read import read_report

CASES = tomllib.loads((Path(__file__).parent / "waivers.toml").read_text("utf-8"))["case"]
STORY = "\nA coach left the coast road near Elstow on Tuesday, killing 24 people, police said.\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_waivers(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("echo.txt").write_text(case["text"] + STORY, "utf-8")
    if "sidecar" in case:
        Path("echo.txt.toml").write_text(case["sidecar"], "utf-8")
    report = read_report("echo.txt")
    if "error" in case:
        with pytest.raises(ReadError) as told:
            waivers(report)
        assert str(told.value) == case["error"]
    else:
        found = [f"{w.kind}, {w.by}, line {w.at.line}: {w.reason}" for w in waivers(report)]
        assert found == case["waivers"]
