"""The cache: what comes back is what was put, and nothing that is damaged or foreign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reconcile.gate.cache import Cache, key
from reconcile.model import Accepted, Outcome, Published, Report, Submission
from reconcile.settings import Settings

RESULT = Submission(
    "new.txt",
    Outcome.CLEAN,
    Report("new.txt", "Twelve people drowned.", published=Published(dt.date(2023, 5, 2))),
    left_out=3,
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache.open(tmp_path / "cache", Settings())


def entry(cache: Cache) -> Path:
    (found,) = cache.folder.rglob("*.entry")
    return found


def test_what_is_put_comes_back(cache: Cache) -> None:
    cache.put("check", key("a"), RESULT)
    assert cache.get("check", key("a"), Submission) == RESULT
    assert cache.get("check", key("b"), Submission) is None
    assert cache.get("marks", key("a"), Submission) is None


def test_other_settings_find_nothing(cache: Cache) -> None:
    cache.put("check", key("a"), RESULT)
    other = Cache.open(cache.folder, Settings(fail_on="note"))
    assert other.get("check", key("a"), Submission) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Twelve", b"Eleven"),
        lambda data: b"",
        lambda data: b"\x80\x04\x95pickle",
        lambda data: data.replace(b"reconcile-cache/1", b"reconcile-cache/0"),
    ],
    ids=["cut", "changed", "empty", "foreign", "of another version"],
)
def test_a_damaged_entry_is_thrown_away(cache: Cache, damage) -> None:
    cache.put("check", key("a"), RESULT)
    path = entry(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("check", key("a"), Submission) is None
    assert not path.exists()


def test_an_entry_of_another_shape_is_thrown_away(cache: Cache) -> None:
    cache.put("check", key("a"), Accepted("baseline", "known"))
    assert cache.get("check", key("a"), Submission) is None


def test_what_would_not_come_back_equal_is_not_kept(cache: Cache) -> None:
    cache.put("check", key("a"), (1.0, float("inf")))
    assert not list(cache.folder.rglob("*.entry"))


def test_only_the_owner_may_look_into_it(cache: Cache) -> None:
    cache.put("check", key("a"), RESULT)
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert entry(cache).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_said_once_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cache = Cache.open(tmp_path / "file" / "cache", Settings())
    cache.put("check", key("a"), RESULT)
    assert cache.get("check", key("a"), Submission) is None
    assert len(cache.notes) == 1
