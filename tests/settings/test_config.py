"""Which settings file is found, what goes before what, and how `reconcile config` tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.cli.edge import run
from reconcile.settings import Settings
from reconcile.settings.load import load

FULL = """\
fail-on = "warning"
fail-on-update = true
no-match = "pass"
refuse-embargoed = false
only = ["quantity", "time", "wording"]
skip = ["time"]
against = ["on-file", "archive"]
submissions = "in"
baseline = "accepted.toml"
loaded = [["settler", "colonist"]]
severity.wording = "warning"

[severity.quantity]
update = "note"

[tolerance]
minutes = 10
figures = { "*" = { relative = 0.02 }, metre = { absolute = 3, relative = 0.1 } }

[names]
"Northern Front" = ["NF", "the Fronters"]

[agencies]
"Coastal News" = ["Coastal News Service"]

[outlets."The Courier"]
spellings = ["courier.example"]
dates = "day-first"
zone = "Asia/Baghdad"
clocks = "zone"
m = "million"
ton = "metric"
gallon = "imperial"

[columns]
csv = { text = "body", title = "head" }
jsonl.source = "outlet"

[page]
show = "all"
width = 90
with-text = true
redact-text = false
not-comparable = true

[[overrides]]
paths = ["sport/**", "*.draft"]
fail-on = "never"
severity.quantity = "note"
names = { "Northern Front" = ["Northerners"] }

[[overrides]]
paths = ["sport/cup"]
fail-on = "error"
tolerance.minutes = 3
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder two levels down that is the working directory."""
    here = tmp_path / "desk" / "today"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return here


def told(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, Any]:
    """Return what `reconcile config` says: by key, value and origin."""
    assert run(["config", "--format", "json", *arguments]) == 0
    page = json.loads(capsysbinary.readouterr().out)
    rows = {r["key"]: (r["value"], r["origin"], r["line"]) for r in page["settings"]}
    return {"file": page["file"], **rows}


def put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def test_the_nearest_file_upwards_holds(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert told(capsysbinary)["file"] is None
    put(folder.parents[1] / "reconcile.toml", 'fail-on = "note"')
    assert told(capsysbinary)["file"] == "../../reconcile.toml"
    put(folder.parent / "pyproject.toml", '[project]\nname = "not-ours"')
    assert told(capsysbinary)["file"] == "../../reconcile.toml", (
        "one without our table is passed over"
    )
    put(folder.parent / "pyproject.toml", '[tool.reconcile]\nfail-on = "warning"')
    assert told(capsysbinary)["fail-on"] == ("warning", "../pyproject.toml", 2)
    put(folder.parent / "reconcile.toml", "# nothing is set here")
    found = told(capsysbinary)
    assert found["file"] == "../reconcile.toml", "it wins beside a pyproject.toml"
    assert found["fail-on"] == ("error", "default", None), "files are not joined"


def test_a_broken_pyproject_of_others_is_no_matter(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(folder / "pyproject.toml", "[project\n")
    assert told(capsysbinary)["file"] is None
    put(folder / "pyproject.toml", "[tool.reconcile]\nfail-on = \n")
    assert run(["config"]) == 2


def test_named_isolated_and_options(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(folder / "reconcile.toml", 'fail-on = "warning"\nskip = ["time"]\npage.show = "all"')
    put(folder / "other.toml", 'fail-on = "note"')
    assert told(capsysbinary, "--config", "other.toml")["fail-on"] == ("note", "other.toml", 1)
    assert told(capsysbinary, "--isolated")["fail-on"] == ("error", "default", None)
    found = told(capsysbinary, "--fail-on", "never", "--skip", "wording")
    assert found["fail-on"] == ("never", "option", None)
    assert found["skip"] == (["wording"], "option", None)
    assert found["page.show"] == ("all", "reconcile.toml", 3)


def test_every_key_round_trips(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    put(folder / "reconcile.toml", FULL)
    assert run(["config", "--format", "toml=again.toml"]) == 0
    first, again = load(Path("reconcile.toml")), load(Path("again.toml"))
    kinds = {k for k, _, _ in first.settings.severities}
    same = {f for f in Settings.__slots__ if f != "severities"}
    for name in same:
        assert getattr(first.settings, name) == getattr(again.settings, name), name
    for kind in kinds:
        for relation in ("conflict", "update", "refinement", "variant"):
            ours, theirs = (s.settings.severity(kind, relation) for s in (first, again))  # type: ignore[arg-type]
            assert ours == theirs, (kind, relation)


def test_what_holds_for_a_path(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    put(folder / "reconcile.toml", FULL)
    lines = FULL.splitlines()

    def line(words: str, after: int = 0) -> int:
        return next(k for k, said in enumerate(lines, 1) if k > after and said.startswith(words))

    override = line("[[overrides]]")
    plain = told(capsysbinary, "news/story.txt")
    assert plain["fail-on"] == ("warning", "reconcile.toml", 1)
    assert not any(key.startswith("overrides") for key in plain)
    sport = told(capsysbinary, "sport/story.txt")
    assert sport["fail-on"] == ("never", "reconcile.toml", line("fail-on", override))
    assert sport["severity.quantity"][0]["conflict"] == "note"
    assert sport['names."Northern Front"'][0] == ["Northerners"]
    assert sport["tolerance.minutes"][0] == 10
    cup = told(capsysbinary, "sport/cup/final/story.txt")
    assert cup["fail-on"][0] == "error", "the last override that is meant for a path goes first"
    assert cup["tolerance.minutes"] == (3, "reconcile.toml", line("tolerance.minutes"))
    assert told(capsysbinary, "sport/story.txt", "--fail-on", "note")["fail-on"][1] == "option"
    assert told(capsysbinary, "a.draft")["fail-on"][0] == "never"
    assert told(capsysbinary, "deep/a.draft")["fail-on"][0] == "warning", "* is within a folder"


def test_paths_are_those_of_the_settings_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(
        folder.parent / "reconcile.toml",
        'against = "on-file"\n[[overrides]]\npaths = ["today/*.txt"]\nfail-on = "never"',
    )
    found = load(Path("../reconcile.toml")).settings
    assert found.against == (str(folder.parent / "on-file"),)
    assert found.for_path("a.txt").fail_on == "never"
    assert found.for_path(folder / "a.txt").fail_on == "never"
    assert found.for_path("../a.txt").fail_on == "error"
    assert found.for_paths(["a.txt", "../a.txt"]).fail_on == "error", "all of them must match"
    monkeypatch.chdir(folder.parent)
    assert load(Path("reconcile.toml")).settings.against == ("on-file",)


def test_the_page_says_where_values_come_from(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(folder / "reconcile.toml", 'fail-on = "note"')
    assert run(["config"]) == 0
    page = capsysbinary.readouterr().out.decode().splitlines()
    assert page[0] == "Settings of reconcile.toml"
    rows = {line.split()[0]: line.split() for line in page[2:]}
    assert rows["fail-on"] == ["fail-on", '"note"', "reconcile.toml:1"]
    assert rows["tolerance.minutes"] == ["tolerance.minutes", "0", "default"]
