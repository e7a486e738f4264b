"""What lies in `reports/` is what today's code makes of `seeds/`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports.write import HERE, INDEX, README, incidents, index, pages, readme

# A page for a browser says which versions made it; those of another machine make the same page.
VERSIONS = re.compile(r'(?s)<section aria-labelledby="made-versions">.*?</section>')


@pytest.mark.parametrize("incident", incidents(), ids=lambda path: path.name)
def test_samples_are_fresh(incident: Path) -> None:
    for file, page in pages(incident):
        assert file.exists(), f"reports/{file.name} is missing: make samples"
        known = VERSIONS.sub("", file.read_text("utf-8"))
        assert known == VERSIONS.sub("", page), f"reports/{file.name} is old: make samples"


def test_the_index_is_fresh() -> None:
    assert (HERE / INDEX).read_text("utf-8") == index(), "reports/index.html is old: make samples"


def test_the_readme_shows_the_head_of_a_sample() -> None:
    page = (HERE / f"{incidents()[0].name}.txt").read_text("utf-8")
    assert README.read_text("utf-8") == readme(page), "README.md is old: make samples"
