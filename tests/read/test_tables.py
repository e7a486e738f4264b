"""Run the cases of tables, archives and choice of format."""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import MissingExtra, NoNewsText, ReadError
from reconcile.model import Span
from reconcile.plugin import Input
from reconcile.read import read_reports
from reconcile.read.parts.choice import read_input
from reconcile.read.parts.extras import needed
from reconcile.settings import Settings
from reconcile.text.positions import locate

CASES = tomllib.loads((Path(__file__).parent / "tables.toml").read_text("utf-8"))["case"]
STORY = b"Nine people were hurt on Thursday when a ferry struck a pier in Oslo."


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_table(case: dict[str, Any]) -> None:
    columns = case.get("columns", {}).items()
    settings = Settings(columns=tuple((case["file"].split(".")[1], f, c) for f, c in columns))
    given = Input(case["file"], case["content"].lstrip("\n").encode(), settings)
    if "refused" in case:
        with pytest.raises(ReadError) as caught:
            read_input(given)
        assert str(caught.value).startswith(case["refused"])
        return
    reports = read_input(given)
    assert [r.part for r in reports] == case["parts"]
    assert [w for r in reports for w in r.warnings] == case.get("warnings", [])
    if "sources" in case:
        assert [r.source for r in reports] == case["sources"]
    if "titles" in case:
        assert [r.title for r in reports] == case["titles"]
    if "days" in case:
        assert [r.published and r.published.day.isoformat() for r in reports] == case["days"]
    if "texts" in case:
        assert [r.text for r in reports] == case["texts"]
    if "places" in case:
        found = [locate(r, Span(len(r.text) - 1, len(r.text))) for r in reports]
        starts = [r.map[-1] for r in reports]
        assert [f"{s.line}:{s.column}" for s in starts] == case["places"]
        assert all(f.line >= s.line for f, s in zip(found, starts, strict=True))
    if "marks" in case:
        assert [
            f"{r.status} {r.version} {r.urgency} {r.embargo and r.embargo.isoformat()} {r.item}"
            for r in reports
        ] == case["marks"]


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def archive(members: dict[str, bytes]) -> Input:
    return Input("a.zip", zipped(members), Settings())


def test_the_members_of_an_archive_are_reports_in_its_order() -> None:
    table = b'{"text": "Nobody was hurt."}\n{"text": "Nine were hurt."}\n'
    inner = zipped({"deep.txt": STORY})
    given = archive(
        {
            "b.txt": STORY,
            "b.txt.toml": b'source = "The Herald"',
            "../../a.jsonl": table,
            "c/inner.zip": inner,
            "__MACOSX/._b.txt": b"\0\1",
            "photo.jpg": b"\xff\xd8",
        }
    )
    reports = read_input(given)
    assert [(r.file, r.part, r.source) for r in reports] == [
        ("a.zip", "b.txt", "The Herald"),
        ("a.zip", "../../a.jsonl/line 1", ""),
        ("a.zip", "../../a.jsonl/line 2", ""),
        ("a.zip", "c/inner.zip/deep.txt", ""),
    ]
    assert reports[0].warnings == ("left out, not a report: photo.jpg",)


def test_a_broken_member_is_named() -> None:
    with pytest.raises(ReadError, match=r"a\.zip/b\.jsonl:1:\d+: it is cut off"):
        read_input(archive({"a.txt": STORY, "b.jsonl": b'{"text": '}))


def test_an_archive_without_reports_has_no_news_text() -> None:
    with pytest.raises(NoNewsText, match="no member of the archive is a report"):
        read_input(archive({"photo.jpg": b"\xff\xd8"}))


def test_archives_in_archives_have_a_limit() -> None:
    data = zipped({"a.txt": STORY})
    for _ in range(4):
        data = zipped({"a.zip": data})
    with pytest.raises(ReadError, match="too deep"):
        read_input(Input("a.zip", data, Settings()))


def test_a_bomb_is_refused_by_size_and_by_ratio() -> None:
    with pytest.raises(ReadError, match="more than 20 MB"):
        read_input(archive({"a.txt": b"a" * 20_000_001}))
    with pytest.raises(ReadError, match="200 times its size"):
        read_input(archive({"a.txt": b"a" * 1_500_000}))


def test_many_members_are_refused() -> None:
    with pytest.raises(ReadError, match="the limit is 10000"):
        read_input(Input("a.zip", zipped({f"{k}.txt": b"a" for k in range(10_001)}, 0), Settings()))


def test_members_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.read.zip.UNPACKED", 100)
    with pytest.raises(ReadError, match="100 MB, the limit"):
        read_input(archive({"a.txt": STORY, "b.txt": STORY}))


def test_an_encrypted_member_and_a_broken_archive_are_refused() -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    data[6] |= 1  # the mark of encryption in the member's head, and in the list of members
    data[data.find(b"PK\1\2") + 8] |= 1
    with pytest.raises(ReadError, match=r"a\.zip:a\.txt: it is encrypted"):
        read_input(Input("a.zip", bytes(data), Settings()))
    with pytest.raises(ReadError, match="broken"):
        read_input(Input("a.zip", zipped({"a.txt": STORY})[:-30], Settings()))


def test_a_file_named_for_a_format_that_it_is_not() -> None:
    with pytest.raises(ReadError, match=r"broken .*read as ZIP archives"):
        read_input(Input("a.zip", STORY, Settings()))


def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"text": "Nobody was hurt."}\n{"text": "Nine were hurt."}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    reports = read_reports("-", source="The Herald")
    assert [(r.file, r.part, r.source) for r in reports] == [
        ("stdin", "line 1", "The Herald"),
        ("stdin", "line 2", "The Herald"),
    ]


def test_a_missing_extra_is_named() -> None:
    assert needed("json", "formats", "JSON")
    with pytest.raises(MissingExtra) as caught:
        needed("no_such_part.inside", "formats", "PDF documents", "a.pdf")
    assert str(caught.value) == (
        "a.pdf: reading PDF documents needs no_such_part, which is not installed; "
        "pip install 'reconcile-reports[formats]'"
    )
