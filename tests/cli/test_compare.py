"""What the commands print and write, and with which status they exit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli.edge import run

HERALD = """date 2024-03-06 Herald, ELSTOW

A bomb killed 14 people at a market in Elstow on Tuesday, police said.
The blast wrecked three shops in the market.
The mayor of Elstow called for calm.
"""
COURIER = """date 2024-03-06 Courier, ELSTOW

A bomb killed nine people at a market in Elstow on Tuesday, police said.
The blast wrecked three shops in the market.
Schools in Elstow stay shut until Monday.
"""
ELSEWHERE = """date 2024-03-06 Mail

The council of Port Arden voted to close two libraries next year.
Readers had signed a petition against the plan.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "market"
    inside.mkdir()
    (inside / "herald.txt").write_text(HERALD, "utf-8")
    (inside / "courier.md").write_text(COURIER, "utf-8")
    return inside


def test_a_conflict_exits_with_one_by_default(folder, capsys) -> None:
    assert run(["compare", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("2 reports of one incident")
    assert "«14»" in out
    assert "«nine»" in out
    assert err == ""


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "note"], 1),
        (["--skip", "quantity"], 0),
        (["--only", "quotation"], 0),
        (["--only", "quantity"], 1),
    ],
)
def test_the_bar_decides(folder, options, status, capsys) -> None:
    assert run(["compare", str(folder), *options]) == status


def test_reports_of_different_incidents_are_not_compared(folder, tmp_path, capsys) -> None:
    (tmp_path / "mail.txt").write_text(ELSEWHERE, "utf-8")
    files = [str(folder / "herald.txt"), str(tmp_path / "mail.txt")]
    assert run(["compare", *files, "--format", "json"]) == 2
    page = json.loads(capsys.readouterr().out)
    assert page["comparable"] is False
    assert page["divergences"] == []
    assert run(["compare", *files]) == 2
    assert "Nothing could be compared" in capsys.readouterr().out


def test_json_quotes_what_stands_in_the_file(folder, capsys) -> None:
    run(["compare", str(folder), "--format", "json"])
    page = json.loads(capsys.readouterr().out)
    assert page["schema"] == "reconcile/1"
    texts = {r["id"]: Path(r["file"]).read_text("utf-8") for r in page["reports"]}
    quoted = [e for d in page["divergences"] for e in d["evidence"]]
    assert quoted
    for e in quoted:
        assert texts[e["report"]][e["start"] : e["end"]] == e["quote"]
    for row in page["rows"]:
        for s in row["sentences"]:
            assert texts[s["report"]][s["start"] : s["end"]] == s["text"]


def test_other_files_of_a_folder_are_named_and_left_out(folder, capsys) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "herald.txt.toml").write_text('source = "The Herald"\n')
    (folder / ".hidden").write_text("")
    assert run(["compare", str(folder), "--fail-on", "never"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines() == [f"reconcile: warning: {folder}: left out, not a report: photo.jpg"]
    assert "The Herald" in out
    assert run(["compare", str(folder), "--fail-on", "never", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_a_file_named_in_capitals_is_about_the_folder(folder, capsys) -> None:
    (folder / "README.md").write_text("# What this is\n\nTwo reports of the accident in Arden.\n")
    assert run(["compare", str(folder), "--fail-on", "never"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines() == [f"reconcile: warning: {folder}: left out, not a report: README.md"]
    assert out.startswith("2 reports")


def test_where_all_names_are_in_capitals_they_are_the_reports(folder, capsys) -> None:
    for file in sorted(folder.iterdir()):
        file.rename(folder / f"{file.stem.upper()}.TXT")
    assert run(["compare", str(folder), "--fail-on", "never"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("2 reports")


def test_a_bad_date_is_a_warning(folder, capsys) -> None:
    (folder / "courier.md").write_text(f"---\ndate: 2024-13-45\n---\n\n{COURIER[25:]}", "utf-8")
    run(["compare", str(folder)])
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "courier.md" in err
    assert "2024-13-45" in err
    assert out


def test_source_and_date_can_be_given(folder, capsys) -> None:
    path = folder / "courier.md"
    said = ["--source", "courier.md=Evening Courier", "--published", f"{path}=2020-01-01"]
    run(["compare", str(folder), "--format", "json", *said])
    reports = {Path(r["file"]).name: r for r in json.loads(capsys.readouterr().out)["reports"]}
    assert reports["courier.md"]["source"] == "Evening Courier"
    assert reports["courier.md"]["published"] == "2020-01-01"


def test_each_format_goes_where_it_is_sent(folder, tmp_path, capsys) -> None:
    page = tmp_path / "page.json"
    status = run(["compare", str(folder), "--format", "terminal", "--format", f"json={page}"])
    assert status == 1
    assert "Herald" in capsys.readouterr().out
    assert json.loads(page.read_text("utf-8"))["schema"] == "reconcile/1"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["market", "page.json"]


def test_output_is_the_place_of_the_page(folder, tmp_path, capsys) -> None:
    page = tmp_path / "page.txt"
    run(["compare", str(folder), "--output", str(page)])
    assert capsys.readouterr().out == ""
    assert page.read_text("utf-8").startswith("2 reports")
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        assert page.stat().st_mode & 0o777 == 0o666 & ~mask


def test_the_same_words_with_and_without_colour(folder, capsys) -> None:
    import re

    run(["compare", str(folder), "--color", "never"])
    plain = capsys.readouterr().out
    run(["compare", str(folder), "--color", "always"])
    colored = capsys.readouterr().out
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert "\x1b" not in plain


def test_with_text_puts_the_texts_into_json(folder, capsys) -> None:
    run(["compare", str(folder), "--format", "json", "--with-text"])
    page = json.loads(capsys.readouterr().out)
    for report in page["reports"]:
        assert report["text"] == Path(report["file"]).read_text("utf-8")


def test_facts_shows_what_was_understood(folder, capsys) -> None:
    assert run(["facts", str(folder / "herald.txt")]) == 0
    page = capsys.readouterr().out
    for words in ("A bomb killed 14 people", "quantity", "time", "claim", "CT+"):
        assert words in page
    assert run(["facts", str(folder / "herald.txt"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    text = found["report"]["text"]
    for sentence in found["sentences"]:
        span = sentence["span"]
        assert text[span["start"] : span["end"]] == span["text"]


def test_explain_lists_every_kind(capsys) -> None:
    assert run(["explain"]) == 0
    assert "quantity " in capsys.readouterr().out


def test_the_version(capsys) -> None:
    import reconcile

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"reconcile {reconcile.__version__}\n"


@pytest.mark.skipif(os.name != "posix", reason="no such pipe")
def test_from_the_shell_a_pipe_gets_plain_words(folder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "compare", str(folder)],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.returncode == 1
    assert "«14»" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_the_shell_completes_kinds() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from reconcile.cli import main; main()"],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "_RECONCILE_COMPLETE": "bash_complete",
            "COMP_WORDS": "reconcile compare --only quant",
            "COMP_CWORD": "3",
        },
    )
    assert "quantity" in done.stdout


def test_what_could_not_be_decided_is_listed_on_request(tmp_path, capsys) -> None:
    told = {
        "herald": "A bomb killed 14 people at a market in Elstow on Tuesday. One porter is missing.",
        "courier": "A bomb killed 14 people at a market in Elstow on Tuesday. No one is missing.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(
            f"date 2024-03-06 {name}, ELSTOW\n\n{text}\n", "utf-8"
        )
    run(["compare", str(tmp_path), "--format", "json"])
    assert "not_comparable" not in json.loads(capsys.readouterr().out)
    run(["compare", str(tmp_path), "--not-comparable", "--format", "json"])
    (near,) = json.loads(capsys.readouterr().out)["not_comparable"]
    assert (near["kind"], [e["value"] for e in near["evidence"]]) == ("polarity", ["yes", "no"])
    run(["compare", str(tmp_path), "--not-comparable"])
    assert near["reason"] in " ".join(capsys.readouterr().out.split())


def test_each_divergence_says_what_makes_both_sides_one_subject(folder, capsys) -> None:
    run(["compare", str(folder), "--only", "quantity", "--format", "json"])
    (found,) = json.loads(capsys.readouterr().out)["divergences"]
    asked = {ground["aspect"]: ground["standing"] for ground in found["proof"]}
    assert asked["predicate"] == asked["participants"] == asked["context"] == "same"
    assert set(asked) == {"context", "predicate", "participants", "time", "place"}
    run(["compare", str(folder), "--only", "quantity", "--show", "all"])
    assert "both say “kill”" in " ".join(capsys.readouterr().out.split())
