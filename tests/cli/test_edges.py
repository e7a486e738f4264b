"""Bad input gets one clear line on stderr and exit status 2, and nothing is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli.edge import run

GOOD = "A coach left the coast road near Elstow on Tuesday, police said.\nNobody was hurt.\n"


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    made = []
    for name in ("herald.txt", "courier.txt"):
        (tmp_path / name).write_text(f"{GOOD}\n{name} was the first to tell it.\n", "utf-8")
        made.append(str(tmp_path / name))
    return made


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the program, which must refuse, and return its one line."""
    assert run([*arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.startswith("reconcile: ")
    return err


def test_a_missing_file(capsys, reports) -> None:
    assert "gone.txt: there is no such file" in refused(capsys, "compare", reports[0], "gone.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_nobody_may_read(capsys, reports) -> None:
    Path(reports[1]).chmod(0)
    assert "permission denied" in refused(capsys, "compare", *reports)


def test_an_empty_file(capsys, reports) -> None:
    Path(reports[1]).write_text(" \n")
    assert "it is empty" in refused(capsys, "compare", *reports)


def test_a_binary_file(capsys, reports) -> None:
    Path(reports[1]).write_bytes(b"\x7fELF\x02\x01\x00\x00\xff\xfe\x00\x00" * 200)
    assert "courier.txt" in refused(capsys, "compare", *reports)


def test_a_file_over_twenty_megabytes(capsys, reports) -> None:
    with Path(reports[1]).open("wb") as file:
        file.truncate(20_000_001)
    assert "the limit is 20" in refused(capsys, "compare", *reports)


def test_a_text_that_is_not_english(capsys, reports) -> None:
    german = "Bei dem Unfall auf der Küstenstraße wurde am Dienstag niemand verletzt, teilte die "
    german += "Polizei mit. Der Fahrer hatte die Kontrolle über den Bus verloren.\n"
    Path(reports[1]).write_text(german * 5, "utf-8")
    assert "English" in refused(capsys, "compare", *reports)


def test_the_same_file_twice(capsys, reports) -> None:
    told = refused(capsys, "compare", reports[0], reports[1], reports[0])
    assert "herald.txt: the same file is given twice" in told


def test_the_same_file_by_another_path(capsys, reports) -> None:
    other = str(Path(reports[0]).parent / "." / ".." / Path(reports[0]).parent.name / "herald.txt")
    assert "given twice" in refused(capsys, "compare", reports[0], other)


def test_one_report(capsys, reports) -> None:
    assert "one report is given; two or more" in refused(capsys, "compare", reports[0])


def test_a_folder_with_one_report(capsys, reports, tmp_path) -> None:
    Path(reports[1]).unlink()
    assert "one report is given; two or more" in refused(capsys, "compare", str(tmp_path))


def test_an_empty_folder(capsys, tmp_path) -> None:
    assert "it holds no report" in refused(capsys, "compare", str(tmp_path))


def test_no_report_at_all(capsys) -> None:
    assert "Missing argument" in refused(capsys, "compare")


def test_an_unknown_kind_with_the_one_probably_meant(capsys, reports) -> None:
    told = refused(capsys, "compare", "--only", "quantty", *reports)
    assert "no check named quantty; did you mean quantity?" in told


def test_an_unknown_format(capsys, reports) -> None:
    told = refused(capsys, "compare", "--format", "jsn", *reports)
    assert "no format named jsn; did you mean json?" in told


def test_an_unknown_command(capsys) -> None:
    assert "did you mean compare?" in refused(capsys, "compere")


def test_an_unknown_option(capsys, reports) -> None:
    assert "--formt" in refused(capsys, "compare", "--formt", "json", *reports)


def test_a_kind_to_explain_that_is_none(capsys) -> None:
    assert "did you mean quotation?" in refused(capsys, "explain", "quotations")


def test_a_date_given_that_is_none(capsys, reports) -> None:
    told = refused(capsys, "compare", "--published", f"{reports[0]}=soonish", *reports)
    assert "soonish" in told


def test_a_source_for_a_file_that_is_not_compared(capsys, reports) -> None:
    told = refused(capsys, "compare", "--source", "mail.txt=AP", *reports)
    assert "say FILE=VALUE, with one of herald.txt, courier.txt" in told


def test_two_formats_to_one_place(capsys, reports) -> None:
    told = refused(capsys, "compare", "--format", "json", "--format", "terminal", *reports)
    assert "both go to standard output" in told


def test_an_output_over_a_report(capsys, reports) -> None:
    before = Path(reports[0]).read_bytes()
    told = refused(capsys, "compare", *reports, "--output", reports[0])
    assert "it is one of the reports" in told
    assert Path(reports[0]).read_bytes() == before


def test_an_output_in_a_folder_that_is_not_there(capsys, reports, tmp_path) -> None:
    told = refused(capsys, "compare", *reports, "--output", str(tmp_path / "no" / "page.txt"))
    assert "no file can be written there" in told


def test_nothing_is_written_on_an_error(capsys, reports, tmp_path) -> None:
    Path(reports[1]).write_text("")
    before = sorted(tmp_path.iterdir())
    refused(capsys, "compare", *reports, "--format", f"json={tmp_path / 'page.json'}")
    assert sorted(tmp_path.iterdir()) == before


def test_a_name_cannot_steer_the_terminal(capsys, reports) -> None:
    told = refused(capsys, "compare", reports[0], "\x1b[31mgone\u202e.txt")
    assert "\x1b" not in told
    assert "␛[31mgone<U+202E>.txt" in told


def test_a_wrong_call_from_the_shell_exits_with_two(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "compare", str(tmp_path / "a"), str(tmp_path / "b")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
