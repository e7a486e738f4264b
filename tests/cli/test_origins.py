"""What `reconcile origins` prints, and how it answers bad input."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from reconcile.cli.edge import run
from reconcile.render.page.record import OriginsPage

WIRE = """A lorry lost its load of gravel on the bridge at Elstow on Tuesday and blocked both lanes.

The driver, who was not hurt, told the county police that a strap had given way at the bend."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "lorry"
    inside.mkdir()
    (inside / "herald.txt").write_text(f"ELSTOW (AP) — {WIRE}\n", "utf-8")
    (inside / "courier.txt").write_text(f"{WIRE}\n\nThe bridge opened again at noon.\n", "utf-8")
    return inside


def test_the_page_names_a_text_that_nobody_supplied(folder, capsys) -> None:
    assert run(["origins", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "AP  unseen, nobody supplied its text" in out
    assert "A and B    near copy" in out
    assert "No report has a date" in out
    assert err == ""


def test_json_holds_pairs_edges_and_passages(folder, capsys) -> None:
    assert run(["origins", str(folder), "--format", "json"]) == 0
    page = msgspec.json.decode(capsys.readouterr().out, type=OriginsPage)
    assert page.schema == "reconcile-origins/1"
    assert {(d.report, d.source, d.unseen) for d in page.derivations} == {
        ("A", "AP", True),
        ("B", "AP", True),
    }
    (pair,) = page.kinships
    assert pair.share_b == 1.0
    assert [page.passages[k].origin for k in pair.passages] == ["AP"] * len(pair.passages)


def test_formats_go_to_their_files(folder, tmp_path, capsys) -> None:
    file = tmp_path / "origins.json"
    assert run(["origins", str(folder), "--format", f"json={file}", "--format", "terminal"]) == 0
    assert json.loads(file.read_text("utf-8"))["origins"]
    assert "shared passage" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["herald.txt"], "one report is given"),
        (["herald.txt", "missing.txt"], "missing.txt"),
        (["herald.txt", "herald.txt"], "the same file is given twice"),
        (["herald.txt", "courier.txt", "--format", "pdf"], "no format named pdf"),
    ],
)
def test_bad_input_is_one_line_and_status_two(folder, arguments, said, monkeypatch, capsys) -> None:
    monkeypatch.chdir(folder)
    assert run(["origins", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
