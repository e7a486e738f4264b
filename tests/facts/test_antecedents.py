"""Run the table of pronouns and descriptions with those whom they stand for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.facts.understand import understand
from reconcile.read.text import read_text

TABLE = Path(__file__).parent / "antecedents.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_antecedents(case: dict) -> None:
    account = understand(read_text(case["text"], file="a.txt"))
    last = max(c.sentence for c in account.claims)
    parse = account.sentences[last].parse
    keys = {
        parse[p.head].text: p.key
        for c in account.claims
        if c.sentence == last
        for p in c.participants
    }
    for word, key in case["means"].items():
        assert keys[word] == key
