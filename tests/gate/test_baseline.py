"""The file of the baseline: what is written is read again, wrong ones are named, nothing is lost."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import SettingsError
from reconcile.gate.baseline import Baseline, change, place
from reconcile.gate.baseline.file import page, read_entries
from reconcile.model import Entry

CASES = tomllib.loads((Path(__file__).parent / "baselines.toml").read_text("utf-8"))["case"]
ONE = Entry("0123456789ab", "quantity", "people killed", ("24", "25"), "it is so", file="in/a.txt")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_wrong_file_is_one_clear_line(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("accepted.toml").write_text(case["text"], "utf-8")
    with pytest.raises(SettingsError) as told:
        Baseline.read(Path("accepted.toml"))
    assert str(told.value).startswith(case["says"])
    assert "\n" not in str(told.value)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.builds(
            Entry,
            fingerprint=st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
            kind=WORDS,
            subject=WORDS,
            words=st.lists(WORDS, max_size=3).map(tuple),
            reason=WORDS.filter(str.strip),
            who=WORDS,
            on=st.none() | st.dates(),
            until=st.none() | st.dates(),
            file=WORDS,
        ),
        unique_by=lambda entry: (entry.file, entry.fingerprint),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.toml"
    Baseline(path, tuple(entries)).write()
    assert read_entries(path) == tuple(entries)
    assert not any(ord(c) < 32 and c != "\n" for c in path.read_text("utf-8"))


def test_the_file_is_one_table_an_entry_and_every_word_on_its_line() -> None:
    entry = replace(ONE, who="Ruth Ames", on=dt.date(2024, 3, 5), until=dt.date(2024, 6, 1))
    assert page([entry]).split("version = 1\n", 1)[1] == (
        '\n[[entry]]\nfile = "in/a.txt"\nfingerprint = "0123456789ab"\nkind = "quantity"\n'
        'subject = "people killed"\nwords = [\n    "24",\n    "25",\n]\nreason = "it is so"\n'
        'who = "Ruth Ames"\non = 2024-03-05\nuntil = 2024-06-01\n'
    )


def test_runs_at_one_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    many = [replace(ONE, fingerprint=f"{k:012x}") for k in range(40)]

    def add(entry: Entry) -> None:
        change(path, lambda now: (*now.entries, entry))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, many))
    assert set(read_entries(path)) == set(many)
    assert [p.name for p in tmp_path.iterdir()] == ["accepted.toml"], "no draft, no lock is left"


@pytest.mark.parametrize(
    "bomb",
    [
        "version = 1\n" + "a = " + "[" * 5000,
        "version = 1\n" + ".".join("a" * 100_000) + " = 1",
        "version = 1\n" + "x = 1\n" * 1_000_000,
        "version = " + "9" * 100_000,
        "\x00\x00",
    ],
    ids=["deep", "dotted", "huge", "number", "binary"],
)
def test_a_bomb_is_refused_in_one_line(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.toml"
    path.write_text(bomb, "utf-8")
    with pytest.raises(SettingsError, match=r"bomb\.toml: "):
        Baseline.read(path)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_to_itself_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "loop.toml"
    path.symlink_to(path)
    with pytest.raises(SettingsError, match=r"loop\.toml"):
        Baseline.read(path)


def test_a_file_is_called_from_the_folder_of_the_baseline(tmp_path: Path) -> None:
    baseline = tmp_path / "desk" / "accepted.toml"
    assert place(baseline, str(tmp_path / "in" / "a.txt")) == "../in/a.txt"
    assert place(baseline, str(tmp_path / "desk" / "b.txt")) == "b.txt"
