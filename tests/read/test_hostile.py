"""Read what is hostile, broken or another thing than it claims: only ReadError comes out."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

from reconcile.errors import MissingExtra, ReadError
from reconcile.plugin import Input
from reconcile.read.parts.choice import read_input
from reconcile.settings import Settings

CASES = tomllib.loads((Path(__file__).parent / "hostile.toml").read_text("utf-8"))["case"]


def read(file: str, data: bytes) -> str:
    return read_input(Input(file, data, Settings()))[0].text


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_hostile(case: dict[str, str]) -> None:
    given = Input(case["file"], case["content"].encode(), Settings())
    if "refused" in case:
        with pytest.raises(ReadError) as caught:
            read_input(given)
        assert str(caught.value).startswith(case["file"] + case["refused"])
        return
    (report,) = read_input(given)
    assert report.text == case["read"]
    assert [case["warned"]] == list(report.warnings) if "warned" in case else not report.warnings


@pytest.mark.parametrize("deep", [300, 5_000, 200_000])
def test_what_is_nested_too_deep(deep: int) -> None:
    story = "<nitf><body><body.content>" + "<block>" * deep + "<p>Nine people were hurt.</p>"
    with pytest.raises(ReadError, match="xcessive depth"):
        read("a.xml", story.encode())
    inner = {"uri": "urn:1", "body_xhtml": "<div>" * deep + "Nine people were hurt."}
    with pytest.raises(ReadError):
        read("a.json", json.dumps(inner).encode())
    with pytest.raises(ReadError, match="too deep"):
        read(
            "a.json", b'{"uri": "urn:1", "bodies": ' + b"[" * (deep + 2_000) + b"]" * (deep + 2_000)
        )


def test_bytes_of_another_encoding_than_declared() -> None:
    story = '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><body><body.content><p>The café.</p>'
    data = (story + "</body.content></body></nitf>").encode("cp1252")
    assert read("a.xml", data) == "The café."
    wide = (story + "</body.content></body></nitf>").replace("UTF-8", "UTF-16").encode("utf-16")
    assert read("a.xml", wide) == "The café."


@pytest.mark.parametrize("name", ["nitf/story.xml", "newsml/message.xml", "ninjs/version_1.json"])
def test_without_lxml_the_error_names_the_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    path = Path(__file__).parent / "samples" / name
    with pytest.raises(MissingExtra, match=r"reconcile-reports\[formats\]"):
        read(name, path.read_bytes())


def test_without_lxml_a_plain_body_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    item = {"uri": "urn:1", "body_xhtml": "<p>Words.</p>", "body_text": "Nine people were hurt."}
    assert read("a.json", json.dumps(item).encode()) == "Nine people were hurt."
