"""Run the two seed reports, which are not part of the project, against their EXPECTED.md.

The folder is named by RECONCILE_SEEDS, by default `../shared/seeds`. Without it the tests are
skipped, which CI counts as a failure. Rows are read from the table in that page; findings are told
apart by single words, since no sentence of the originals goes into the project.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from reconcile.model import Divergence, Place, Reconciliation, Severity
from reconcile.text.fold import plain

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("RECONCILE_SEEDS", ROOT.parent / "shared" / "seeds"))
EXPECTED = SEEDS / "EXPECTED.md"

pytestmark = [
    pytest.mark.originals,
    pytest.mark.skipif(not EXPECTED.is_file(), reason="the seed reports are not here"),
]


@cache
def files() -> tuple[Path, ...]:
    return tuple(sorted(SEEDS.glob("*.txt")))


@cache
def result() -> Reconciliation:
    from reconcile import read_report, reconcile

    return reconcile([read_report(file) for file in files()])


def wanted_rows() -> list[tuple[str, str]]:
    """Return the beginnings of sentences that the table of EXPECTED.md pairs."""
    if not EXPECTED.is_file():
        return []
    told = EXPECTED.read_text("utf-8")
    table = told[told.index("## Rows") : told.index("## Findings")]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.MULTILINE)
    return [row for row in rows if row != ("A", "B")]


def sentence(letter: str, beginning: str) -> Place:
    account = next(a for a in result().accounts if a.report.id == letter)
    start = plain(" ".join(beginning.split()))
    for told in account.sentences:
        words = plain(" ".join(account.words(told.span).split()))
        if words.startswith(start):
            return Place(letter, told.index)
    raise AssertionError(f"no sentence of {letter} begins “{beginning}”")


@pytest.mark.parametrize(("a", "b"), wanted_rows(), ids=lambda words: words[:40])
def test_a_row_is_found(a: str, b: str) -> None:
    wanted = {sentence("A", a), sentence("B", b)}
    assert any(wanted <= {cell.where for cell in row.cells} for row in result().rows)


def findings(kind: str, *words: str) -> list[Divergence]:
    """Return the divergences of a kind whose evidence, sentences and all, holds all the words."""
    accounts = {a.report.id: a for a in result().accounts}
    found = []
    for divergence in result().divergences:
        told = " ".join(
            accounts[e.where.report].words(
                accounts[e.where.report].sentences[e.where.sentence].span
            )
            for e in divergence.finding.evidence
        ).casefold()
        if divergence.finding.kind == kind and all(word.casefold() in told for word in words):
            found.append(divergence)
    return found


def test_1_the_evacuation_is_certain_in_one_and_unknown_in_the_other() -> None:
    (found,) = findings("certainty", "evacuated", "immediately known")
    assert found.severity == Severity.WARNING
    assert found.finding.relation == "update"
    assert {e.where.report for e in found.finding.evidence} == {"A", "B"}


def test_1_it_leads_the_page() -> None:
    assert result().divergences[0] in findings("certainty", "evacuated", "immediately known")


def test_2_the_reporter_s_agency_is_dropped() -> None:
    assert [d.severity for d in findings("attribution", "reporter")] == [Severity.NOTE]


def test_3_who_gave_no_comment() -> None:
    assert [d.severity for d in findings("participant", "comment")] == [Severity.NOTE]


@pytest.mark.parametrize("words", [("protesters", "mob"), ("vehicles", "cars")])
def test_4_loaded_and_finer_words(words: tuple[str, str]) -> None:
    found = findings("wording", *words)
    assert found
    assert {d.severity for d in found} == {Severity.NOTE}


@pytest.mark.parametrize("words", ["one of the worst", "joined the protesters"])
def test_5_what_one_report_adds_inside_a_row(words: str) -> None:
    """The page marks words of B that A does not have."""
    from reconcile.render.terminal import render
    from reconcile.settings import Settings

    page = " ".join(render(result(), Settings(width=2000)).split())
    marks = re.findall(r"«(.+?)»", page)
    assert any(words in mark for mark in marks)


@pytest.mark.parametrize(
    ("letter", "word"),
    [
        ("A", "Pompeo"),
        ("A", "armored"),
        ("A", "trailers"),
        ("A", "funeral"),
        ("B", "stun grenades"),
        ("B", "Hadi al-Amiri"),
        ("B", "Yassine al-Yasseri"),
    ],
)
def test_6_what_one_report_tells_alone(letter: str, word: str) -> None:
    found = findings("coverage", word)
    assert found
    assert {e.where.report for d in found for e in d.finding.evidence} == {letter}


def test_8_the_copy_is_one_agency_s() -> None:
    shared = {
        place
        for place, origin in result().lineage.sentences
        if origin in {"AP", "Associated Press"}
    }
    rows = [r for r in result().rows if {c.where for c in r.cells} <= shared and not r.slot]
    assert len([r for r in rows if {c.where.report for c in r.cells} == {"A", "B"}]) >= 11


def test_8_the_fighters_killed_are_carried_by_one_origin() -> None:
    rows = [r for r in result().rows if any(cell.value.startswith("25") for cell in r.cells)]
    assert rows
    assert all(len(row.origins) == 1 for row in rows)
    assert any({c.where.report for c in row.cells} == {"A", "B"} for row in rows)


def test_nothing_else_is_flagged() -> None:
    loud = [d for d in result().divergences if d.severity != Severity.NOTE]
    allowed = findings("certainty", "evacuated", "immediately known")
    assert [d.finding.reason for d in loud if d not in allowed] == []


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--fail-on", "warning"], 1)])
def test_exit_status(options: list[str], status: int) -> None:
    command = [sys.executable, "-m", "reconcile", "compare", *map(str, files()), *options]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == status


def test_the_first_screen_shows_the_evacuation() -> None:
    from reconcile.render.terminal import render
    from reconcile.settings import Settings

    first = "\n".join(render(result(), Settings(width=100)).splitlines()[:24])
    assert "certainty" in first
    assert "evacuated" in first
