"""`reconcile report`: all pages of all incidents, what has not changed skipped, one bad survived."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reconcile.cli.batch.made import file_of
from reconcile.cli.edge import run
from reconcile.cli.options import RENDERERS
from reconcile.plugin import names
from tests.cli.test_compare import COURIER, ELSEWHERE, HERALD

FORMATS = names(RENDERERS)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two incidents, one of them deeper down, and a folder that is none."""
    for name in ("market", "2024/ferry & co"):
        inside = tmp_path / "desk" / name
        inside.mkdir(parents=True)
        (inside / "herald.txt").write_text(HERALD, "utf-8")
        (inside / "courier.txt").write_text(COURIER, "utf-8")
    (tmp_path / "desk" / "notes").mkdir()
    (tmp_path / "desk" / "notes" / "one.txt").write_text(HERALD, "utf-8")
    return tmp_path / "desk"


def pages(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}


def test_every_format_of_every_incident_and_an_index(desk, tmp_path, capsys) -> None:
    output = tmp_path / "pages"
    assert run(["report", str(desk), "--output", str(output)]) == 0
    own = {file_of(i, form) for i in ("market", "2024/ferry & co") for form in FORMATS}
    assert pages(output) == own | {"index.html", "manifest.json"}
    told = capsys.readouterr().err
    assert "1 of 2, 2024/ferry & co: 1 error" in told
    assert "2 of 2, market: 1 error" in told
    index = (output / "index.html").read_text("utf-8")
    for form in FORMATS:
        assert f'href="./{file_of("2024/ferry%20%26%20co", form)}"' in index


def test_what_has_not_changed_is_left_as_it_is(desk, tmp_path, capsys) -> None:
    output = tmp_path / "pages"
    call = ["report", str(desk), "-o", str(output), "--format", "terminal", "--format", "json"]
    assert run(call) == 0
    for page in output.rglob("*.txt"):
        os.utime(page, (1, 1))
    capsys.readouterr()
    assert run(call) == 0
    assert capsys.readouterr().err.count("not changed") == 2
    assert all(page.stat().st_mtime == 1 for page in output.rglob("*.txt"))


@pytest.mark.parametrize(
    "change",
    ["a report", "a sidecar", "a new report", "a page", "a page is gone", "settings", "anew"],
)
def test_what_has_changed_is_made_again(change, desk, tmp_path, capsys) -> None:
    output, more = tmp_path / "pages", []
    call = ["report", str(desk), "-o", str(output), "--format", "terminal"]
    assert run(call) == 0
    before = json.loads((output / "manifest.json").read_text("utf-8"))
    if change == "a report":
        (desk / "market" / "herald.txt").write_text(HERALD.replace("14", "15"), "utf-8")
    elif change == "a sidecar":
        (desk / "market" / "herald.txt.toml").write_text('source = "Mail"\n', "utf-8")
    elif change == "a new report":
        (desk / "market" / "mail.txt").write_text(HERALD, "utf-8")
    elif change == "a page":
        (output / "market.txt").write_text("scribbled over", "utf-8")
    elif change == "a page is gone":
        (output / "market.txt").unlink()
    elif change == "settings":
        more = ["--skip", "quantity"]
    else:
        more = ["--anew"]
    capsys.readouterr()
    assert run([*call, *more]) == 0
    told = capsys.readouterr().err
    assert "market: not changed" not in told
    assert ("ferry & co: not changed" in told) == (change not in {"settings", "anew"})
    assert (output / "market.txt").read_text("utf-8").startswith("2 reports") or change == (
        "a new report"
    )
    if change in {"a report", "a sidecar", "settings"}:
        after = json.loads((output / "manifest.json").read_text("utf-8"))
        assert before["incidents"]["market"]["digest"] != after["incidents"]["market"]["digest"]


def test_one_bad_incident_is_named_and_the_others_are_made(desk, tmp_path, capsys) -> None:
    output = tmp_path / "pages"
    (desk / "market" / "herald.txt").write_bytes(b"\x00\x01\x02" * 99)
    assert run(["report", str(desk), "-o", str(output), "--format", "markdown"]) == 2
    told = capsys.readouterr().err
    assert "reconcile: market: " in told
    assert "herald.txt" in told
    assert pages(output) == {"2024/ferry & co.md", "index.html", "manifest.json"}
    assert "<b>market</b>" in (output / "index.html").read_text("utf-8")
    (desk / "market" / "herald.txt").write_text(HERALD, "utf-8")
    assert run(["report", str(desk), "-o", str(output), "--format", "markdown"]) == 0
    assert "Not made" not in (output / "index.html").read_text("utf-8")


def test_a_defect_costs_one_incident(desk, tmp_path, capsys, monkeypatch) -> None:
    from reconcile.cli.batch import run as batch

    make = batch.make

    def broken(files, *more):
        if "market" in str(files[0]):
            raise ZeroDivisionError("nothing to divide by")
        return make(files, *more)

    monkeypatch.setattr(batch, "make", broken)
    assert run(["report", str(desk), "-o", str(tmp_path / "p"), "--format", "csv"]) == 2
    assert "market: a defect of the program" in capsys.readouterr().err
    assert (tmp_path / "p" / "2024" / "ferry & co.csv").exists()


def test_what_cannot_be_compared_has_pages_that_say_so(desk, tmp_path, capsys) -> None:
    (desk / "market" / "courier.txt").write_text(ELSEWHERE, "utf-8")
    call = ["report", str(desk), "-o", str(tmp_path / "p"), "--format", "terminal"]
    assert run(call) == 2
    assert "Nothing could be compared" in (tmp_path / "p" / "market.txt").read_text("utf-8")
    assert run(call) == 2, "skipped, and still not answered"


def test_pages_below_the_folder_are_no_incidents(desk, capsys) -> None:
    output = desk / "reports"
    for _ in range(2):
        assert run(["report", str(desk), "-o", str(output), "--format", "markdown"]) == 0
    assert pages(output) == {"market.md", "2024/ferry & co.md", "index.html", "manifest.json"}


def test_a_broken_manifest_is_made_anew(desk, tmp_path, capsys) -> None:
    output = tmp_path / "p"
    output.mkdir()
    for broken in ("{", "[]", '{"schema": "reconcile-report/1", "incidents": {"market": 3}}'):
        (output / "manifest.json").write_text(broken, "utf-8")
        assert run(["report", str(desk / "market"), "-o", str(output), "--format", "csv"]) == 0
    assert json.loads((output / "manifest.json").read_text("utf-8"))["incidents"]["market"]


def test_the_folder_itself_may_be_an_incident(desk, tmp_path, capsys) -> None:
    assert run(["report", str(desk / "market"), "-o", str(tmp_path / "p"), "--format", "csv"]) == 0
    assert (tmp_path / "p" / "market.csv").exists()


def test_redacted_pages_hold_no_sentence(desk, tmp_path, capsys) -> None:
    output = tmp_path / "p"
    assert run(["report", str(desk / "market"), "-o", str(output), "--redact-text"]) == 0
    for form in FORMATS:
        page = (output / file_of("market", form)).read_text("utf-8")
        assert "Schools in Elstow stay shut until Monday" not in page


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["nowhere"], "it is no folder"),
        (["desk/notes", "-o", "p"], "no folder in it holds two reports"),
        (["desk", "-o", "desk"], "the pages need a folder of their own"),
        (["desk", "-o", "desk/market/herald.txt"], "no folder can be made there"),
        (["desk", "--format", "markdwn"], "did you mean markdown?"),
        (["desk", "--with-text", "--redact-text"], "say one of them"),
    ],
)
def test_a_wrong_call_is_refused(options, why, desk, monkeypatch, capsys) -> None:
    monkeypatch.chdir(desk.parent)
    assert run(["report", *options]) == 2
    assert why in capsys.readouterr().err
