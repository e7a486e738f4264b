"""The gate from end to end, in a scratch repository: passes, fails, is accepted, fails again, is pruned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.cli.edge import run
from tests.gate import desk


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    return desk.made(tmp_path)


def checked(*arguments: str) -> int:
    return run(["check", *arguments, "--against", "file", "--isolated"])


def baseline(*arguments: str) -> int:
    return run(["baseline", *arguments, "--against", "file", "--isolated"])


def test_a_submission_passes_fails_is_accepted_and_fails_again_when_its_figure_changes(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked("in") == 0
    assert "nothing to answer" in capsys.readouterr().out

    desk.put(home, "in/post.txt", desk.SECOND)
    assert checked("in") == 1
    page = capsys.readouterr().out
    assert (
        "in/post.txt:8:18: error quantity: you say 24 killed; AP and Reuters, 2 origins, say 25"
        in page
    )
    assert "Police said that «24» people were killed" in page
    assert "file/coach/reuters.txt:6:1" in page
    assert "1 of other incidents left out" in page

    assert baseline("create", "in", "--reason", "the coroner counts 24") == 0
    kept = (home / "reconcile-baseline.toml").read_text("utf-8")
    assert 'who = "Ruth Ames"' in kept
    assert 'file = "in/post.txt"' in kept
    assert checked("in") == 0
    assert "1 accepted" in capsys.readouterr().out

    first, second = desk.SECOND.split("\n\n", 2)[1:]
    head = desk.SECOND.split("\n\n", 1)[0]
    turned = "\n\n".join([head, second.replace("when a coach", "when\na coach").strip(), first, ""])
    desk.put(home, "in/post.txt", turned)
    assert checked("in") == 0, "moved and reflowed, it is the same"

    desk.put(home, "in/post.txt", desk.SECOND.replace("24 people", "23 people"))
    capsys.readouterr()
    assert checked("in", "--format", "json") == 1
    (one,) = [q for s in json.loads(capsys.readouterr().out)["submissions"] for q in s["queries"]]
    assert (one["at"]["line"], one["words"], one["fails"]) == (8, "23", True)
    assert checked("in") == 1
    told = capsys.readouterr().out
    assert "you say 23 killed" in told
    assert "1 stale entry" in told

    assert baseline("prune", "in") == 0
    assert "[[entry]]" not in (home / "reconcile-baseline.toml").read_text("utf-8")


def test_only_what_changed_since_a_commit_is_checked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked("in", "--changed-since", "HEAD") == 0
    assert "no submission has changed since HEAD" in capsys.readouterr().err
    desk.put(home, "in/post.txt", desk.SECOND)
    assert checked("in", "--changed-since", "HEAD") == 1
    assert "1 submission against 2 reports on file" in capsys.readouterr().out
