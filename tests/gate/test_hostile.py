"""Names and words that are out to do harm get through the command line as names and words."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from lxml import etree

from reconcile.cli.edge import run
from tests.gate.runner import obeyed

ON_FILE = """\
---
source: AP
date: 2024-03-05 18:00
---

ELSTOW (AP) - A ferry ran aground off Elstow on Tuesday, killing 25 people, the coastguard said.
"""
# A wrapped line of a page would begin with "::" somewhere in so many.
SHOUTING = " ".join(
    f"and that ::add-mask::{k} was what the people of the town ::error file=a,line={k}::had to say"
    for k in range(12)
)
SUBMITTED = f"""\
---
source: "The \x1b]0;owned\x07\x1b[2J Post ##[error]a"
date: 2024-03-05 20:30
---

The coastguard said 24 people were killed when a ferry ran aground off Elstow on Tuesday \x1b[31m\x9b1m
\u202e {SHOUTING} ##[set-output name=status]0 </failure><script>alert(1)</script> | ]]> &amp;.
"""
NAMES = (
    "--help.txt",
    "-rf.txt",
    "--format=sarif=owned.txt",
    "::error file=x::y.txt",
    "a\x1b[31m\x1b]0;owned\x07.txt",
    "two\nlines\r\n::warning::b.txt",
    "$(touch owned) `touch owned` ; touch owned.txt",
    "##[error]a %0A::error::b | c <script> “ü” \u202e.txt",
    os.fsdecode(b"no utf-8 \xff.txt"),
)
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
FILES = ("sarif", "junit", "github", "summary", "json")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a desk with a report on file, in a job of GitHub, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    folder = tmp_path / "desk"
    (folder / "filed" / "ferry").mkdir(parents=True)
    (folder / "filed" / "ferry" / "ap.txt").write_text(ON_FILE, "utf-8")
    (folder / "in").mkdir()
    (folder / "out").mkdir()
    monkeypatch.chdir(folder)
    return folder


def harmless(*texts: str) -> None:
    """Assert that nothing in what was printed steers a terminal or commands a job."""
    for text in texts:
        found = UNSEEN.search(text)
        assert not found, repr(text[max(0, found.start() - 40) : found.end() + 20])
        assert not list(obeyed(text))


def test_names_and_words_stay_names_and_words(
    desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        (desk / "in" / name).write_bytes(SUBMITTED.encode("utf-8"))
    before = sorted(desk.rglob("*"))
    formats = [f"--format={name}=out/{name}" for name in FILES]
    status = run(
        ["check", "--isolated", "--against=filed", "--format=terminal", *formats, "--", "in"]
    )
    out, err = capfd.readouterr()
    made = {name: (desk / "out" / name).read_text("utf-8") for name in FILES}
    assert status == 1, out + err
    harmless(out, err, made["sarif"], made["junit"].replace("\t", " "), made["summary"])
    assert not UNSEEN.search(made["github"])
    told = list(obeyed(made["github"]))
    assert {command["name"] for command in told} <= {"error", "notice", "warning"}
    assert sum(command["name"] == "error" for command in told) == len(NAMES)
    assert len(etree.fromstring(made["junit"].encode())) == len(NAMES)
    assert len(json.loads(made["sarif"])["runs"][0]["artifacts"]) == len(NAMES) + 1
    json.loads(made["json"])
    assert sorted(f for f in desk.rglob("*") if f.parent.name != "out") == before
    assert run(["check", "--isolated", "--against=filed", "--format=json", "--", "in"]) == 1
    out, _ = capfd.readouterr()
    assert not list(obeyed(out))
    assert json.loads(out) == json.loads(made["json"])


def test_names_like_options_are_names_behind_the_dashes(
    desk: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk / "in")
    for name in NAMES[:3]:
        (desk / "in" / name).write_text(ON_FILE.replace("AP", "Post"), "utf-8")
    assert run(["check", "--isolated", "--against=../filed", "--quiet", "--", *NAMES[:3]]) == 0
    out, _ = capfd.readouterr()
    assert "3 submissions against 1 report on file" in out
    assert not (desk / "in" / "owned.txt").exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_told_harmlessly(
    name: str, desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in (["check", "--isolated", "--against=filed"], ["compare"], ["facts"]):
        assert run([*command, "--", name, "other.txt"]) == 2
        harmless(*capfd.readouterr())


@pytest.mark.parametrize("option", ["--against", "--baseline", "--config", "--format", "--only"])
def test_a_bad_value_is_told_harmlessly(
    option: str, desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        assert run(["check", "--against=filed", f"{option}={name}", "in"]) == 2
        harmless(*capfd.readouterr())


def test_a_link_that_loops_or_leaves_is_said(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "in" / "round.txt").symlink_to("round.txt")
    (desk / "in" / "again").symlink_to(".")
    (desk / "in" / "secret.txt").symlink_to("/etc/passwd")
    (desk / "in" / "gone.txt").symlink_to("nowhere.txt")
    assert run(["check", "--isolated", "--against=filed", "in"]) == 2
    out, err = capfd.readouterr()
    assert "root:" not in out + err
    for name in ("round.txt", "again", "secret.txt", "gone.txt"):
        assert re.search(rf"in/{name}: a link", err), name


# Files that are small and grow, or are deep, when they are read.
DEEP = "a = " + "[" * 100_000
WIDE = "".join(f"a.{'b.' * 500}c{k} = 1\n" for k in range(2000))
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]><nitf><body>&j;</body></nitf>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body>&a;</body></nitf>'


@pytest.mark.parametrize("bomb", [DEEP, WIDE], ids=["deep", "wide"])
@pytest.mark.parametrize("file", ["reconcile.toml", "accepted.toml", "in/post.txt.toml"])
def test_a_bomb_of_toml_is_refused(
    bomb: str, file: str, desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (desk / "in" / "post.txt").write_text(ON_FILE, "utf-8")
    (desk / "accepted.toml").write_text("version = 1\n", "utf-8")
    (desk / file).write_text(bomb, "utf-8")
    status = run(["check", "--against=filed", "--baseline=accepted.toml", "in"])
    out, err = capfd.readouterr()
    harmless(out, err)
    if (bomb, file) == (WIDE, "in/post.txt.toml"):  # other keys of a sidecar are somebody else's
        assert status == 0
        return
    assert status == 2
    assert Path(file).name.removesuffix(".toml") in out + err
    assert "defect" not in err
    assert len(out + err) < 2000


@pytest.mark.parametrize("bomb", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_a_bomb_of_xml_is_refused(bomb: str, desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "in" / "post.xml").write_text(bomb, "utf-8")
    assert run(["check", "--isolated", "--against=filed", "--", "in/post.xml"]) == 2
    out, err = capfd.readouterr()
    harmless(out, err)
    assert "defect" not in err
    assert "root:" not in out + err
    assert len(out + err) < 2000
