"""Every key of the settings changes what a comparison finds, end to end."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Report
from reconcile.pipeline import reconcile
from reconcile.read import read_report
from reconcile.settings import Settings
from reconcile.settings.load import load
from tests.checks.cases import TODAY, found

CASES = tomllib.loads((Path(__file__).parent / "effects.toml").read_text("utf-8"))["case"]
OUTLETS = ("herald", "courier", "tribune")


def reports(folder: Path, case: dict[str, Any], settings: Settings) -> list[Report]:
    """Write the texts of a case to files and read them under the settings."""
    out = []
    for outlet in OUTLETS:
        if outlet in case:
            file = folder / f"{outlet}.txt"
            file.write_text(case[outlet], "utf-8")
            said = case.get("published", {}).get(outlet, TODAY)
            out.append(read_report(file, outlet.title(), said or None, settings))
    return out


TABLE = """\
headline,body,paper,day
Blast in Arden,"A bomb killed 12 people in Arden on Monday, officials said.",Herald,2024-03-06
"""


def test_columns_are_read_under_the_names_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    columns = 'csv = { text = "body", title = "headline", source = "paper", published = "day" }'
    (tmp_path / "reconcile.toml").write_text(f"[columns]\n{columns}", "utf-8")
    settings = load(tmp_path / "reconcile.toml").settings
    report = read_report(tmp_path / "a.csv", settings=settings)
    assert (report.source, report.title) == ("Herald", "Blast in Arden")
    assert report.published is not None
    assert str(report.published.day) == "2024-03-06"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_key_has_an_effect(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "reconcile.toml").write_text(case["settings"], "utf-8")
    for settings, wanted in (
        (Settings(), case["without"]),
        (load(tmp_path / "reconcile.toml").settings, case["with"]),
    ):
        given = reports(tmp_path, case, settings)
        result = reconcile(given, settings.for_paths([r.file for r in given]))
        assert found(result, case["kind"]) == wanted, "with" if settings.root else "without"
