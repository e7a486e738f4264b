"""What lies in `reports/` is what today's code makes of `seeds/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.write import HERE, README, incidents, pages, readme


@pytest.mark.parametrize("incident", incidents(), ids=lambda path: path.name)
def test_samples_are_fresh(incident: Path) -> None:
    for file, page in pages(incident):
        assert file.exists(), f"reports/{file.name} is missing: make samples"
        assert file.read_text("utf-8") == page, f"reports/{file.name} is old: make samples"


def test_the_readme_shows_the_head_of_a_sample() -> None:
    page = (HERE / f"{incidents()[0].name}.txt").read_text("utf-8")
    assert README.read_text("utf-8") == readme(page), "README.md is old: make samples"
