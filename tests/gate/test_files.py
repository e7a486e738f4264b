"""What is on file: links, loops, what cannot be read, thousands of files, and the submission itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reconcile.errors import ReadError
from reconcile.gate.cache import Cache
from reconcile.gate.lookup import OnFile
from reconcile.gate.lookup.marks import marks_of
from reconcile.read import read_report
from reconcile.settings import Settings

from .test_lookup import FERRY, OTHER, write

linked = pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="no links here")


def opened(*paths: Path, cache: Cache | None = None) -> OnFile:
    return OnFile.open(paths, Settings(), cache)


def names(on_file: OnFile) -> list[str]:
    return [k.filed.path.name for k in on_file.kept]


@linked
def test_a_link_that_leaves_the_folder_is_not_followed_and_said_once(tmp_path: Path) -> None:
    write(tmp_path, {"secret/away.txt": FERRY[0], "file/here.txt": FERRY[1]})
    (tmp_path / "file" / "out.txt").symlink_to(tmp_path / "secret" / "away.txt")
    (tmp_path / "file" / "outside").symlink_to(tmp_path / "secret")
    on_file = opened(tmp_path / "file")
    assert names(on_file) == ["here.txt"]
    assert len(on_file.notes) == 2
    assert all("leads out of the folder" in note for note in on_file.notes)


@linked
def test_links_that_loop_end(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"a/one.txt": FERRY[0]})
    (folder / "a" / "again").symlink_to(folder)
    (folder / "x.txt").symlink_to(folder / "y.txt")
    (folder / "y.txt").symlink_to(folder / "x.txt")
    on_file = opened(folder)
    assert names(on_file) == ["one.txt"]
    assert sum("leads nowhere" in note for note in on_file.notes) == 2


@linked
def test_a_link_to_a_file_of_the_folder_is_that_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"one.txt": FERRY[0]})
    (folder / "two.txt").symlink_to(folder / "one.txt")
    assert len(opened(folder)) == 1
    assert len(opened(folder, folder / "one.txt")) == 1


def test_what_cannot_be_read_is_said_and_the_rest_is_found(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"ferry.txt": FERRY[0], "empty.txt": "  \n"})
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "table.unknown").write_text("1", "utf-8")
    on_file = opened(folder)
    assert names(on_file) == ["ferry.txt"]
    told = "\n".join(on_file.notes)
    assert len(on_file.notes) == 3
    for name in ("empty.txt", "binary.txt", "table.unknown"):
        assert name in told


def test_what_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        opened(tmp_path / "missing")


def test_two_files_with_the_same_text_are_two_reports(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"a.txt": FERRY[0], "b.txt": FERRY[0], "c.txt": OTHER[0]})
    new = write(tmp_path, {"new.txt": FERRY[1]}) / "new.txt"
    found = opened(folder).same_incident(read_report(new))
    assert [Path(r.file).name for r in found.reports] == ["a.txt", "b.txt"]
    assert found.left_out == 1


def test_a_submission_in_its_incidents_folder_meets_that_folder_alone(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "file",
        {"ferry/a.txt": FERRY[0], "ferry/new.txt": FERRY[1], "copy/b.txt": FERRY[0]},
    )
    found = opened(folder).same_incident(read_report(folder / "ferry" / "new.txt"))
    assert [Path(r.file).parts[-2:] for r in found.reports] == [("ferry", "a.txt")]
    assert (found.left_out, found.why) == (1, "they lie in one folder with it")


def test_nothing_on_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    new = write(tmp_path, {"new.txt": FERRY[1]}) / "new.txt"
    assert opened(tmp_path / "file").same_incident(read_report(new)).why == "nothing is on file"


def test_a_changed_file_is_read_again_whatever_its_time_and_size(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"a.txt": FERRY[0]})
    cache = Cache.open(tmp_path / "cache", Settings())
    before = opened(folder, cache=cache).kept[0].marks
    known = (folder / "a.txt").stat()
    (folder / "a.txt").write_text(FERRY[0].replace("Anna Maris", "Anna Paris"), "utf-8")
    os.utime(folder / "a.txt", ns=(known.st_atime_ns, known.st_mtime_ns))
    after = opened(folder, cache=cache).kept[0].marks
    assert "@maris" in before.words.split()
    assert "@paris" in after.words.split()


def test_five_thousand_files_are_held_as_marks_not_as_texts(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.mkdir()
    long = "the said and " * 300
    for number in range(5_000):
        text = f"Number {number} of the ferries sank off Port Ellis on Monday. {long}"
        (folder / f"{number}.txt").write_text(text, "utf-8")
    on_file = opened(folder)
    assert len(on_file) == 5_000
    assert sum(len(k.marks.words) + len(k.marks.uses) for k in on_file.kept) < 5_000 * 200


def test_of_a_book_on_file_no_more_is_held_than_of_a_long_report() -> None:
    book = " ".join(f"Word{chr(97 + n % 26)}{n:x}" for n in range(100_000))
    assert len(marks_of(book).words) < 50_000
