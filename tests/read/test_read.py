"""Run the table of reports, and try every encoding and every bad file."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReadError, SettingsError
from reconcile.model import Published
from reconcile.read import read_report, suffixes
from reconcile.read.text import read_bytes, read_text

CASES = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))["case"]
STORY = "Nine people were hurt in the “old” harbour on Thursday.\r\n\r\nThe café is closed.\n"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_report(case: dict[str, str]) -> None:
    report = read_text(case["text"].lstrip("\n"))
    published = report.published
    assert report.source == case.get("source", "")
    assert (published.day.isoformat() if published else "") == case.get("day", "")
    assert (published.at.isoformat() if published and published.at else "") == case.get("at", "")
    assert report.place == case.get("place", "")
    assert report.title == case.get("title", "")
    assert list(report.warnings) == case.get("warnings", [])
    if "agencies" in case:
        assert list(report.agencies) == case["agencies"]


@pytest.mark.parametrize(
    ("data", "encoding", "warned"),
    [
        (STORY.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + STORY.encode(), "utf-8-sig", False),
        (b"\xff\xfe" + STORY.encode("utf-16-le"), "utf-16-le", False),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16-be", False),
        (STORY.encode("utf-16-le"), "utf-16-le", True),
        (STORY.encode("cp1252"), "cp1252", True),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str, warned: bool) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    report = read_report(tmp_path / "a.txt")
    assert report.text == STORY
    assert report.encoding == encoding
    assert bool(report.warnings) is warned
    assert report.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_bytes_that_no_encoding_knows_are_read() -> None:
    report = read_bytes("a.txt", b"Nine people \x81 were hurt \xe9 on Thursday.")
    assert report.encoding == "cp1252"
    assert "hurt é on" in report.text


def test_the_sidecar_goes_before_the_text_and_the_option_before_both(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "date 2021-03-04 herald\n\nNine people were hurt on Thursday.\n", encoding="utf-8"
    )
    (tmp_path / "a.txt.toml").write_text(
        'source = "The Courier"\npublished = 2021-03-05\ntitle = "Ferry"\n', encoding="utf-8"
    )
    report = read_report(path)
    assert (report.source, report.title) == ("The Courier", "Ferry")
    assert report.published == Published(dt.date(2021, 3, 5), None, "sidecar")
    report = read_report(path, source="Me", published="2021-03-06")
    assert (report.source, report.published) == (
        "Me",
        Published(dt.date(2021, 3, 6), None, "option"),
    )
    with pytest.raises(SettingsError, match="some day"):
        read_report(path, published="some day")


def test_a_sidecar_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nine people were hurt.", encoding="utf-8")
    (tmp_path / "a.txt.toml").write_text("source: me", encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.txt\.toml"):
        read_report(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\r\n", "it is empty"),
        (b"...\n---\n", "it is empty"),
        (b"\x7fELF\x02\x00\x00 text", "binary"),
        (bytes(range(1, 9)) * 200, "binary"),
        ("Паром в четверг врезался в причал, девять человек ранены.".encode(), "not English"),
    ],
)
def test_files_that_are_no_report(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        read_report(tmp_path / "a.txt")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_missing_folder_and_large(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_report(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="folder"):
        read_report(tmp_path)
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(20_000_001)
    with pytest.raises(ReadError, match="the limit is 20"):
        read_report(tmp_path / "big.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nine people were hurt.", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="permission"):
        read_report(path)


def test_the_endings_that_are_read() -> None:
    assert {".txt", ".md"} <= suffixes()


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        report = read_bytes("a.txt", data)
    except ReadError:
        return
    assert all(0 <= b.span.start < b.span.end <= len(report.text) for b in report.blocks)
