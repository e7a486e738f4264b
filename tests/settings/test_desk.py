"""What the settings say of a desk's check: paths, what fails, what is refused, other paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.cli.edge import run

USUAL = 'against = "on-file"\nsubmissions = ["in"]\nbaseline = "accepted.toml"\n'
FILED = "date 2024-03-05 Herald, ARDEN\n\nA bomb killed 12 people at the market of Arden on Monday. Police closed the Halden bridge.\n"
SENT = (
    "A bomb killed 14 people at the market of Arden on Monday. Police closed the Halden bridge.\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one report on file and one submission, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in (("on-file/herald.txt", FILED), ("in/courier.txt", dated("2024-03-05"))):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text(text, "utf-8")
    return tmp_path


def dated(day: str, more: str = "") -> str:
    return f"---\nsource: Courier\ndate: {day}\n{more}---\n\n{SENT}"


def check(desk: Path, settings: str, *arguments: str) -> int:
    (desk / "reconcile.toml").write_text(USUAL + settings, "utf-8")
    return run(["check", "-q", *arguments])


def test_the_paths_and_the_bar_of_a_check(desk: Path) -> None:
    assert check(desk, "") == 1
    assert check(desk, 'fail-on = "never"') == 0
    assert check(desk, 'fail-on = "never"', "--fail-on", "error") == 1, "options go before the file"
    assert check(desk, "tolerance.figures.killed = { absolute = 2 }") == 0
    assert check(desk, '[[overrides]]\npaths = ["in/*"]\nfail-on = "never"') == 0
    assert check(desk, '[[overrides]]\npaths = ["other/*"]\nfail-on = "never"') == 1


def test_an_update_fails_where_the_desk_says_so(desk: Path) -> None:
    (desk / "in/courier.txt").write_text(dated("2024-03-07"), "utf-8")
    assert check(desk, "") == 0
    assert check(desk, "fail-on-update = true") == 1


def test_what_is_embargoed_is_refused_unless_the_desk_says_otherwise(desk: Path) -> None:
    (desk / "in/courier.txt").write_text(dated("2024-03-05", "status: withheld\n"), "utf-8")
    at_ease = 'tolerance.figures."*" = { absolute = 9 }\n'
    assert check(desk, at_ease) == 1
    assert check(desk, at_ease + "refuse-embargoed = false") == 0


def test_a_submission_that_nothing_on_file_belongs_to(desk: Path) -> None:
    lone = "A chess club in Lissa chose Ann Lowell as its head on Friday, members said.\n"
    (desk / "in/courier.txt").write_text(lone, "utf-8")
    assert check(desk, "") == 2
    assert check(desk, 'no-match = "pass"') == 0
    assert check(desk, 'no-match = "fail"') == 1
    assert check(desk, '[[overrides]]\npaths = ["in/**"]\nno-match = "pass"') == 0


def test_the_baseline_lies_where_the_settings_say(desk: Path) -> None:
    assert check(desk, "") == 1
    assert run(["baseline", "create", "-q", "--reason", "as told", "--who", "desk"]) in {0, 1}
    assert (desk / "accepted.toml").exists()
    assert check(desk, "") == 0
