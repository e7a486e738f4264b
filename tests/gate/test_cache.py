"""The cache: what comes back is what was put, and nothing that is damaged or foreign."""

from __future__ import annotations

import datetime as dt
import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from reconcile.gate.cache import Cache, key, prune
from reconcile.gate.cache.folder import PATIENCE
from reconcile.gate.lookup.marks import marks_of
from reconcile.gate.lookup.reading import Index, keep
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


def test_what_others_may_write_into_is_not_trusted(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o777)
    cache = Cache.open(folder, Settings())
    cache.put("check", key("a"), RESULT)
    assert not list(folder.rglob("*.entry"))
    assert "others may write" in cache.notes[0]


def test_a_link_in_place_of_an_entry_is_not_followed(cache: Cache, tmp_path: Path) -> None:
    cache.put("check", key("a"), RESULT)
    path = entry(cache)
    path.replace(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert cache.get("check", key("a"), Submission) is None


def test_old_entries_go_first(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        cache.put("check", key(name), RESULT)
    old, *rest = sorted(cache.folder.rglob("*.entry"))
    os.utime(old, (0, 0))
    (cache.folder / "looked-through").unlink()
    cache.put("check", key("d"), RESULT)
    assert not old.exists()
    assert all(path.exists() for path in rest)
    monkeypatch.setattr(prune, "LARGEST", 2 * rest[0].stat().st_size)
    (cache.folder / "looked-through").unlink()
    cache.put("check", key("e"), RESULT)
    assert len(list(cache.folder.rglob("*.entry"))) <= 2


def test_who_holds_the_folder_alone_does_not_wait_for_himself(cache: Cache) -> None:
    begin = time.monotonic()
    with cache.alone(), cache.alone():
        cache.put("check", key("a"), RESULT)  # the first entry has the folder looked through
    assert time.monotonic() - begin < PATIENCE / 2


def test_runs_side_by_side_lose_nothing(tmp_path: Path) -> None:
    """Four processes put, read and prune in one folder, and add to one index."""
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(busy, [(tmp_path / "cache", n) for n in range(4)]))
    cache = Cache.open(tmp_path / "cache", Settings())
    assert done == [[]] * 4
    for n in range(4):
        for k in range(20):
            assert cache.get("check", key(str(n), str(k)), Accepted) == Accepted("baseline", str(k))
    index = cache.get("marks", "one", Index)
    assert index is not None
    assert len(index.files) == 80
    assert not list((tmp_path / "cache").rglob("*.unfinished"))


def busy(given: tuple[Path, int]) -> list[str]:
    folder, n = given
    cache = Cache.open(folder, Settings())
    for k in range(20):
        cache.put("check", key(str(n), str(k)), Accepted("baseline", str(k)))
        cache.put("check", key("same"), RESULT)
        marks = marks_of(f"The Anna Maris sank off Port Ellis {n} {k}.")
        keep(Index({key(str(n), str(k)): (("", marks),)}), "one", cache)
    return cache.notes
