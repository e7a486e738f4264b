"""What a check says and exits with when there is more, or less, to say than a clash of two figures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reconcile.cli.edge import run
from tests.gate import desk

TODAY = dt.date.today()
LATER = desk.AP.replace("2024-03-05 18:00", "2024-03-06 18:00").replace("25 people", "31 people")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    return desk.made(tmp_path)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]):
    def call(*arguments: str) -> tuple[int, str]:
        status = run([*arguments, "--isolated"])
        out, err = capsys.readouterr()
        return status, out + err

    return call


def check(told, *arguments: str) -> tuple[int, str]:
    return told("check", *arguments, "--against", "file")


def baseline(told, *arguments: str) -> tuple[int, str]:
    return told("baseline", *arguments, "--against", "file")


def test_a_later_toll_on_file_is_shown_and_fails_only_when_asked(home: Path, told) -> None:
    desk.put(home, "file/coach/ap-2.txt", LATER)
    status, page = check(told, "in")
    assert (status, "in/echo.txt:6:69: update quantity: you still say 25 killed" in page) == (
        0,
        True,
    )
    assert "says 31 killed" in page
    assert "1 update" in page
    assert check(told, "in", "--fail-on-update")[0] == 1


def test_an_incident_nobody_else_tells_of_is_its_own_result(home: Path, told) -> None:
    desk.put(
        home,
        "in/fire.txt",
        "---\nsource: The Echo\ndate: 2024-05-01\n---\n\nA barn burned down in Lower Wick on Wednesday "
        "and two horses died, the fire brigade said.\n",
    )
    status, page = check(told, "in")
    assert status == 2
    assert "in/fire.txt: not checked: no other report on file tells of its incident" in page
    assert "1 without a report on file" in page
    assert check(told, "in", "--no-match", "pass")[0] == 0
    assert check(told, "in", "--no-match", "fail")[0] == 1


def test_neither_findings_nor_what_could_not_be_checked_is_hidden(home: Path, told) -> None:
    desk.put(home, "in/post.txt", desk.SECOND)
    desk.put(home, "in/empty.txt", "")
    status, page = check(told, "in", "in/gone.txt")
    assert status == 2, "what could not be checked goes before findings"
    assert "in/empty.txt: not checked, it cannot be read: in/empty.txt: it is empty" in page
    assert "in/gone.txt: not checked, it cannot be read" in page
    assert "you say 24 killed" in page
    assert "2 unreadable" in page
    assert "1 query to answer" in page


def test_a_waiver_needs_a_reason_and_one_that_excuses_nothing_is_told(home: Path, told) -> None:
    waived = desk.SECOND.replace("---\n\n", "reconcile-ignore: quantity -- the coroner\n---\n\n")
    desk.put(home, "in/post.txt", waived)
    status, page = check(told, "in/post.txt", "--show", "all")
    assert status == 0
    assert "accepted by front matter: the coroner" in page
    desk.put(home, "in/post.txt", waived.replace("quantity --", "time --"))
    status, page = check(told, "in/post.txt")
    assert status == 1
    assert "in/post.txt:4: reconcile-ignore time excuses nothing" in page
    desk.put(home, "in/post.txt", waived.replace(" -- the coroner", ""))
    status, page = check(told, "in/post.txt")
    assert status == 2
    assert "in/post.txt:4: reconcile-ignore gives no reason" in page


def test_a_baseline_ends_is_renewed_and_follows_a_renamed_submission(home: Path, told) -> None:
    desk.put(home, "in/post.txt", desk.SECOND)
    past = (TODAY - dt.timedelta(days=1)).isoformat()
    assert baseline(told, "create", "in", "--reason", "asked", "--until", past)[0] == 0
    status, page = check(told, "in")
    assert status == 1
    assert f"ended on {past}" in page
    assert "1 expired" in page
    status, page = baseline(told, "update", "in")
    assert (status, "1 to accept; say why: --reason TEXT" in page) == (2, True)
    assert baseline(told, "update", "in", "--reason", "the coroner", "--who", "Vera Holm")[0] == 0
    assert check(told, "in")[0] == 0
    (home / "in/post.txt").rename(home / "in/post-2.txt")
    assert check(told, "in")[0] == 1, "another submission is another question"
    assert baseline(told, "update", "in")[0] == 0
    kept = (home / "reconcile-baseline.toml").read_text("utf-8")
    assert 'file = "in/post-2.txt"' in kept
    assert 'reason = "the coroner"\nwho = "Vera Holm"' in kept
    assert kept.count("[[entry]]") == 1
    assert check(told, "in")[0] == 0
    status, page = baseline(told, "create", "in", "--reason", "again")
    assert (status, "it is there already; baseline update adds to it" in page) == (2, True)


def test_what_was_not_checked_is_not_stale(home: Path, told) -> None:
    desk.put(home, "in/post.txt", desk.SECOND)
    assert baseline(told, "create", "in", "--reason", "the coroner")[0] == 0
    (home / "in/post.txt").unlink()
    desk.put(home, "in/echo.txt", desk.FIRST + "\nThe wall was built in 1911.\n")
    status, page = check(told, "in", "--changed-since", "HEAD")
    assert (status, "stale" in page) == (0, False)
    status, page = check(told, "in")
    assert (status, "1 stale entry" in page) == (0, True)


def test_a_commit_that_is_none_and_a_folder_that_is_no_repository(
    home: Path, told, tmp_path_factory, monkeypatch
) -> None:
    for rev in ("--output=x", "nothing", "", "HEAD:in"):
        status, page = check(told, "in", f"--changed-since={rev}")
        assert (status, "git knows no such commit" in page) == (2, True), rev
    assert not (home / "x").exists()
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(outside)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    desk.put(outside, "in/post.txt", desk.SECOND)
    desk.put(outside, "file/ap.txt", desk.AP)
    status, page = check(told, "in", "--changed-since", "HEAD")
    assert (status, "--changed-since needs a repository of git" in page) == (2, True)


def test_nothing_in_a_name_or_a_text_steers_the_terminal(home: Path, told) -> None:
    name = "in/\x1b[31mpost\u202e.txt"
    desk.put(home, name, desk.SECOND.replace("a coach left", "a \u202ecoach\x1b]0;x\x07 left"))
    status, page = check(told, "in")
    assert status == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(page)
    assert "in/␛[31mpost<U+202E>.txt:8:18" in page


def test_a_submission_named_like_an_option(home: Path, told) -> None:
    desk.put(home, "--against", desk.SECOND)
    status, page = told("check", "--against", "file", "--isolated", "--", "--against")
    assert status == 1 or "you say 24 killed" in page


def test_what_is_missing_is_one_clear_line(home: Path, told) -> None:
    assert told("check", "in") == (
        2,
        "reconcile: no reports on file; say --against PATH, or set against in the settings\n",
    )
    status, page = check(told, "in", "--baseline", "none.toml")
    assert (status, page) == (
        2,
        "reconcile: none.toml: there is no such file; baseline create makes it\n",
    )
    (home / "empty").mkdir()
    assert check(told, "empty") == (2, "reconcile: empty: it holds no submission\n")
    assert check(told)[1].startswith("reconcile: no submission; name one")


def test_a_submission_that_must_not_be_published_is_refused(home: Path, told) -> None:
    tomorrow = (TODAY + dt.timedelta(days=2)).isoformat()
    desk.put(home, "in/echo.txt", desk.FIRST.replace("---\n\n", f"embargo: {tomorrow}\n---\n\n", 1))
    status, page = check(told, "in")
    assert (status, "in/echo.txt: refused: it is embargoed until" in page) == (1, True)


def test_what_was_accepted_holds_until_a_value_changes_on_either_side(home: Path, told) -> None:
    desk.put(home, "in/post.txt", desk.SECOND)
    assert baseline(told, "create", "in", "--reason", "the coroner")[0] == 0
    other = desk.REUTERS.replace("Reuters", "AFP").replace("At least 25 people were killed", "{}")
    desk.put(home, "file/coach/afp.txt", other.format("Twenty-five people were killed"))
    desk.put(home, "in/post.txt", desk.SECOND + "\nThe wall was built in 1911, the mayor said.\n")
    assert check(told, "in")[0] == 0, "one more report that agrees, and words around it"
    desk.put(home, "file/coach/afp.txt", other.format("Twenty-six people were killed"))
    status, page = check(told, "in/post.txt")
    assert status == 1
    assert "AFP says 26 killed" in page.replace("twenty-six", "26")
