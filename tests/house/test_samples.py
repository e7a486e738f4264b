"""What lies in `reports/` is what today's code makes of `seeds/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.write import incidents, pages


@pytest.mark.parametrize("incident", incidents(), ids=lambda path: path.name)
def test_samples_are_fresh(incident: Path) -> None:
    for file, page in pages(incident):
        assert file.exists(), f"reports/{file.name} is missing: make samples"
        assert file.read_text("utf-8") == page, f"reports/{file.name} is old: make samples"
