"""Run the table of notices: what a text says of itself is read, and set aside from the news."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.model import BlockKind, Notice
from reconcile.text.blocks import find_blocks
from reconcile.text.notices import find_notices

CASES = tomllib.loads((Path(__file__).parent / "notices.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_notices(case: dict) -> None:
    text = case["text"].lstrip("\n")
    blocks = find_blocks(text)
    assert [_told(text, n) for n in find_notices(text, blocks)] == case["notices"]
    news = [
        " ".join(b.span.of(text).split())
        for b in blocks
        if b.kind in {BlockKind.HEADLINE, BlockKind.PARAGRAPH}
    ]
    assert news == case["news"]


def _told(text: str, notice: Notice) -> str:
    told = str(notice.kind) + (f" {notice.number}" if notice.number else "")
    if notice.wrong is None:
        return told
    right = notice.right.of(text) if notice.right else ""
    return f"{told}: {notice.wrong.of(text)} -> {right}".rstrip()
