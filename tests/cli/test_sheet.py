"""What `reconcile fact-sheet` and `reconcile timeline` print, and how they answer bad input."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest

from reconcile.cli.edge import run
from reconcile.render.page.sheetrecord import SheetPage, TimelinePage

HERALD = """date 2024-03-06 Herald, ELSTOW

A gas explosion killed nine people in a bakery in Elstow on Monday, the fire brigade said.
"""
COURIER = """date 2024-03-07 Courier, ELSTOW

Gas exploded at a bakery in Elstow on Monday and killed 14 people, a police chief said.

=2+3 is what the baker wrote on the door.
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(HERALD, "utf-8")
    (tmp_path / "b.txt").write_text(COURIER, "utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("command", ["fact-sheet", "facts-sheet"])
def test_the_page_says_what_all_have_reached_and_what_is_latest(folder, capsys, command) -> None:
    assert run([command, folder, "-q"]) == 0
    out, err = capsys.readouterr()
    assert "People killed: at least 9; latest: 14 (B, Courier, 7 Mar)" in out
    assert "a police chief (B, Courier, 7 Mar, line 3)" in out
    assert err == ""


def test_the_table_has_a_line_a_fact_and_no_formula(folder, capsys) -> None:
    assert run(["fact-sheet", folder, "-q", "--format", "csv"]) == 0
    head, first, *rest = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head[-2:] == ["A 6 Mar Herald", "B 7 Mar Courier"]
    assert first[2:4] == ["people killed", "at least 9"]
    cells = [cell for row in rest for cell in row]
    assert any(cell.startswith("'=2+3") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_json_traces_every_word(folder, capsys) -> None:
    assert run(["fact-sheet", folder, "-q", "--format", "json"]) == 0
    page = msgspec.json.decode(capsys.readouterr().out, type=SheetPage)
    assert page.lines[0].common == "at least 9"
    assert page.lines[0].statement[1].quotes[0].text == "nine"
    assert page.lines[0].latest is not None


def test_markdown_can_be_pasted(folder, capsys) -> None:
    assert run(["fact-sheet", folder, "-q", "--format", "markdown"]) == 0
    assert "- **People killed:** at least 9; latest: 14" in capsys.readouterr().out


def test_the_timeline_in_its_formats(folder, capsys) -> None:
    assert run(["timeline", folder, "-q"]) == 0
    out = capsys.readouterr().out
    assert "4 Mar 2024" in out
    assert "6 Mar  nine  the fire brigade  A Herald" in out
    assert run(["timeline", folder, "-q", "--format", "json"]) == 0
    page = msgspec.json.decode(capsys.readouterr().out, type=TimelinePage)
    assert [step.value for step in page.courses[0].steps] == ["nine", "14"]
    assert run(["timeline", folder, "-q", "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("event,2024-03-04T00:00:00,")


@pytest.mark.parametrize("command", ["fact-sheet", "timeline"])
def test_nothing_comparable_is_no_answer(folder, capsys, tmp_path, command) -> None:
    (tmp_path / "b.txt").write_text("The council of Karsk voted to close two libraries.\n", "utf-8")
    assert run([command, folder, "-q"]) == 2
    out, err = capsys.readouterr()
    assert "Nothing could be compared" in out
    assert err.startswith("reconcile: nothing could be compared: ")


@pytest.mark.parametrize("command", ["fact-sheet", "timeline"])
def test_bad_input_is_one_line(capsys, tmp_path, command) -> None:
    assert run([command, str(tmp_path / "none.txt"), str(tmp_path / "no.txt"), "-q"]) == 2
    _, err = capsys.readouterr()
    assert len(err.splitlines()) == 1
