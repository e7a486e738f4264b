"""What is wrong with a settings file is told in one line each: file, line, key, value, what is allowed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.cli.edge import run

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "wrong.toml").read_text("utf-8"))["case"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the working directory."""
    here = tmp_path / "desk"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Run the command that prints the settings; return what it says of them, it exits with 2."""
    assert run(["compare", "a.txt", "b.txt", *arguments]) == 2
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_problem_is_told_with_its_place(
    case: dict[str, Any], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "reconcile.toml").write_text(case["file"], "utf-8")
    wanted = [w.replace("{above}", str(folder.parent)) for w in case["says"]]
    assert said(capsys) == [f"reconcile: reconcile.toml{w}" for w in wanted]


def test_lines_of_a_table_in_pyproject(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '[project]\nname = "x"\n\n[tool.reconcile]\nfail-on = "loud"\n'
    (folder / "pyproject.toml").write_text(text, "utf-8")
    assert said(capsys)[0].startswith('reconcile: pyproject.toml:5: fail-on: "loud" is not allowed')


BOMBS = {
    "a list in a list, and so on": ("fail-on = " + "[" * 20_000, "it is nested too deeply"),
    "a key of very many parts": ("a." * 200_000 + "b = 1", "it is nested too deeply"),
    "a table of very many parts": ("[a" + ".a" * 200_000 + "]", "it is nested too deeply"),
    "more than a megabyte": ("# " + "x" * 1_000_001, "it is larger than 1 MB"),
    "a number of very many digits": ("fail-on = " + "9" * 10_000, "it is not TOML"),
    "very many problems": ("\n".join(f"k{n} = 1" for n in range(2000)), "and 80 more at least"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_file_is_refused_in_a_moment(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, why = BOMBS[name]
    (folder / "reconcile.toml").write_text(text, "utf-8")
    assert why in said(capsys)[-1]


def test_bytes_that_are_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reconcile.toml").write_bytes(b'# fine\nfail-on = "\xff\xfe"\n')
    assert said(capsys) == ["reconcile: reconcile.toml:2: it is not UTF-8"]


def test_a_file_that_is_named_and_not_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "--config", "no.toml") == ["reconcile: no.toml: there is no such file"]
    assert said(capsys, "--config", ".") == ["reconcile: .: it is no file"]
    both = said(capsys, "--config", "no.toml", "--isolated")
    assert both == ["reconcile: --config and --isolated: say one of them"]


def test_links_that_lead_out_or_in_a_circle(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "outside").mkdir()
    (folder / "out").symlink_to(folder.parent / "outside")
    (folder / "ring").symlink_to("ring")
    (folder / "reconcile.toml").write_text('against = ["out", "ring"]', "utf-8")
    first, second = said(capsys)
    assert "it leads out of the folder of the settings" in first
    assert "links that lead in a circle" in second
