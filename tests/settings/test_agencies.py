"""An agency that a desk adds is known wherever a known one would be: datelines, credits, "told …"."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.model import BlockKind, Report
from reconcile.pipeline import origins
from reconcile.read import read_report
from reconcile.settings import Settings
from reconcile.settings.nouns import Agency

ADDED = Settings(agencies=(Agency("Coastal News", ("Coastal News Service", "CNS")),))
STORY = (
    "A ferry ran aground off Arden on Tuesday with 80 people on board, the coastguard said. "
    "Two tugs pulled it off the rocks before dawn, and nobody was hurt.\n"
)
OTHER = (
    "Fog lay over the harbour of Arden when the ferry left on Tuesday. A pilot told Coastal News "
    "that the lights were out. The coastguard opened an inquiry.\n"
)


def read(folder: Path, name: str, text: str, settings: Settings, source: str = "") -> Report:
    file = folder / f"{name}.txt"
    file.write_text(text, "utf-8")
    return read_report(file, source or name.title(), "2024-03-06", settings)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (f"ARDEN (Coastal News) — {STORY}", BlockKind.DATELINE, "ARDEN (Coastal News) —"),
        (f"(CNS) - {STORY}", BlockKind.DATELINE, "(CNS) -"),
        (f"{STORY[:-1]} --Coastal News Service\n", BlockKind.CREDIT, "--Coastal News Service"),
        (f"{STORY[:-1]} (Coastal  News)\n", BlockKind.CREDIT, "(Coastal  News)"),
        (f"{STORY}\nBy Jane Doe, CNS\n\n{OTHER}", BlockKind.BYLINE, "By Jane Doe, CNS"),
    ],
)
def test_a_credit_is_cut_off_and_known(
    text: str, kind: BlockKind, words: str, tmp_path: Path
) -> None:
    report = read(tmp_path, "herald", text, ADDED)
    assert [b.span.of(report.text) for b in report.blocks if b.kind is kind] == [words]
    assert report.agencies == ("Coastal News",)
    plain = read(tmp_path, "herald", text, Settings())
    assert plain.agencies == ()


def test_the_place_of_its_dateline_is_read(tmp_path: Path) -> None:
    report = read(tmp_path, "herald", f"ARDEN (Coastal News) — {STORY}", ADDED)
    assert report.place == "ARDEN"


def test_short_names_count_as_they_are_written(tmp_path: Path) -> None:
    report = read(
        tmp_path, "herald", f"{STORY}\nHe sent cns and Cns by post, and no more.\n", ADDED
    )
    assert report.wires == ()


def names(folder: Path, settings: Settings, *texts: tuple[str, str]) -> set[str]:
    given = [read(folder, name, text, settings) for name, text in texts]
    return {origin.name for origin in origins(given).lineage.origins}


def test_two_cuts_of_its_story_are_one_origin(tmp_path: Path) -> None:
    texts = (("herald", f"ARDEN (Coastal News) — {STORY}"), ("courier", f"{STORY[:-1]} --CNS\n"))
    assert names(tmp_path, ADDED, *texts) == {"Coastal News"}
    assert "Coastal News" not in names(tmp_path, Settings(), *texts)


def test_a_line_told_to_it_is_its_own(tmp_path: Path) -> None:
    texts = (("herald", STORY), ("courier", OTHER))
    assert "Coastal News" in names(tmp_path, ADDED, *texts)
    assert "Coastal News" not in names(tmp_path, Settings(), *texts)


def test_its_own_report_is_the_one_that_others_were_cut_from(tmp_path: Path) -> None:
    own = read(tmp_path, "wire", STORY, ADDED, source="Coastal News Service")
    cut = read(tmp_path, "herald", f"ARDEN (CNS) — {STORY}", ADDED)
    found = origins([cut, own]).lineage
    assert own.source == "Coastal News"
    assert [(d.report, d.source, d.unseen) for d in found.derivations] == [("A", "B", False)]
