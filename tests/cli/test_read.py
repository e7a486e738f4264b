"""Files with several reports, standard input, what cannot be read, `read` and `formats`."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from reconcile.cli.edge import run
from reconcile.read import read_report

STORY = "A coach left the coast road near Elstow on Tuesday, police said. Nobody was hurt.\n"
TABLE = "".join(
    json.dumps({"text": f"{STORY} {outlet} was the first to tell it.", "source": outlet}) + "\n"
    for outlet in ("Herald", "Courier")
)
EMPTY = "title,text\nFerry,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(STORY, "utf-8")
    (tmp_path / "table.jsonl").write_text(TABLE, "utf-8")
    return tmp_path


def asked(
    capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0
) -> tuple[str, str]:
    assert run([str(a) for a in arguments]) == status
    out, err = capsys.readouterr()
    return out, err


def test_a_file_may_hold_all_the_reports(capsys, folder) -> None:
    out, _ = asked(capsys, "origins", folder / "table.jsonl", "--format", "json")
    reports = json.loads(out)["reports"]
    assert [(r["id"], r["part"], r["source"], r["format"]) for r in reports] == [
        ("A", "line 1", "Herald", "jsonl"),
        ("B", "line 2", "Courier", "jsonl"),
    ]


def test_what_is_said_of_a_file_is_said_of_all_its_reports(capsys, folder) -> None:
    arguments = (folder, "--published", "table.jsonl=2024-03-05", "--format", "json")
    out, _ = asked(capsys, "origins", *arguments)
    assert [r["published"] for r in json.loads(out)["reports"]] == [
        None,
        "2024-03-05",
        "2024-03-05",
    ]


def test_reports_of_one_file_have_unlike_names_on_the_page(capsys, folder) -> None:
    out, _ = asked(capsys, "compare", folder / "table.jsonl", "--fail-on", "never")
    assert "table.jsonl (line 1)" in out
    assert "table.jsonl (line 2)" in out


def test_standard_input_beside_a_file(capsys, folder, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    out, _ = asked(capsys, "origins", "-", folder / "herald.txt", "--format", "json")
    files = [Path(r["file"]).name for r in json.loads(out)["reports"]]
    assert files == ["stdin", "stdin", "herald.txt"]


def test_standard_input_twice(capsys) -> None:
    _, err = asked(capsys, "compare", "-", "-", status=2)
    assert "given twice" in err


def test_a_bad_file_stops_the_run_unless_it_is_to_go_on(capsys, folder) -> None:
    (folder / "bad.jsonl").write_text('{"text": ', "utf-8")
    (folder / "bare.csv").write_text(EMPTY, "utf-8")
    out, err = asked(capsys, "origins", folder, status=2)
    assert (out, err.count("\n")) == ("", 1)
    assert "bad.jsonl:1:10: it is cut off" in err
    out, err = asked(capsys, "origins", folder, "--keep-going", "--format", "json")
    assert len(json.loads(out)["reports"]) == 3
    assert "warning: left out: " in err
    assert "bare.csv: no news text: no line of the table has a text" in err


def test_going_on_does_not_make_one_report_enough(capsys, folder) -> None:
    (folder / "table.jsonl").write_text('{"text": ', "utf-8")
    _, err = asked(capsys, "compare", folder, "--keep-going", status=2)
    assert "one report is given; two or more are needed" in err


def test_a_file_without_news_is_an_outcome_of_its_own(capsys, folder) -> None:
    (folder / "bare.csv").write_text(EMPTY, "utf-8")
    out, err = asked(capsys, "read", folder / "bare.csv", status=2)
    assert (out, err.count("\n")) == ("", 1)
    assert "bare.csv: no news text: no line of the table has a text" in err


def test_a_broken_member_is_left_out_where_it_is_to_go_on(capsys, folder) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("herald.txt", STORY)
        archive.writestr("bad.jsonl", '{"text": ')
    _, err = asked(capsys, "read", folder / "all.zip", status=2)
    assert "all.zip/bad.jsonl:1:10: it is cut off" in err
    out, err = asked(capsys, "read", folder / "all.zip", "--keep-going", "--format", "json")
    assert [r["part"] for r in json.loads(out)["reports"]] == ["herald.txt"]
    assert "left out, not a report: bad.jsonl (it is cut off" in err


def test_what_is_read_is_printed_as_a_report_that_can_be_read_again(capsys, folder) -> None:
    (folder / "one.csv").write_text(f'text,source,date\n"{STORY.strip()}",Herald,2024-03-05\n')
    out, _ = asked(capsys, "read", folder / "one.csv")
    (folder / "again.md").write_text(out, "utf-8")
    first, again = read_report(folder / "one.csv"), read_report(folder / "again.md")
    assert again.source == first.source == "Herald"
    assert again.published
    assert first.published
    assert again.published.day == first.published.day
    assert first.text in again.text


def test_what_is_read_as_json_has_spans_and_their_places(capsys, folder) -> None:
    out, _ = asked(capsys, "read", folder / "table.jsonl", "--format", "json")
    page = json.loads(out)
    assert page["schema"] == "reconcile-read/1"
    for line, report in enumerate(page["reports"], 1):
        stretch = report["map"][-1]
        assert (stretch["line"], stretch["path"]) == (line, "text")
        assert report["text"][stretch["start"] : stretch["end"]].startswith("A coach left")
        assert report["blocks"]


def test_the_formats_are_listed_with_what_they_need(capsys) -> None:
    out, _ = asked(capsys, "formats")
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert ".jsonl" in lines["jsonl"]
    assert lines["text"].endswith("always there")


def test_facts_of_every_report_of_a_file(capsys, folder) -> None:
    out, _ = asked(capsys, "facts", folder / "table.jsonl", "--format", "json")
    assert [a["report"]["part"] for a in json.loads(out)] == ["line 1", "line 2"]


def test_an_archive_alone_in_its_folder_is_an_incident(capsys, folder, tmp_path) -> None:
    (folder / "coach").mkdir()
    (folder / "table.jsonl").rename(folder / "coach" / "table.jsonl")
    (folder / "herald.txt").unlink()
    pages = tmp_path / "pages"
    asked(capsys, "report", folder, "--output", pages, "--format", "json", "--quiet")
    assert json.loads((pages / "coach.json").read_text("utf-8"))["reports"][1]["part"] == "line 2"


def test_a_report_in_another_language_is_read_and_not_compared(capsys, folder) -> None:
    foreign = folder / "avis.txt"
    foreign.write_text(
        "En buss kjørte av veien ved Elstad tirsdag, sier politiet, og ni personer ble skadet i ulykken "
        "som skjedde like før klokken åtte om morgenen. Føreren er siktet for uaktsom kjøring.\n",
        "utf-8",
    )
    out, err = asked(capsys, "read", foreign)
    assert "En buss" in out
    assert "it is not English; it cannot be compared" in err
    _, err = asked(capsys, "compare", foreign, folder / "herald.txt", status=2)
    assert f"{foreign}: it is not English; only English reports can be compared" in err
