"""Run the tables of the fact sheet, and hold every word of a statement against the reports."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from reconcile.facts.understand import understand
from reconcile.model import LineKind, PieceKind, Report, Sheet
from reconcile.pipeline import fact_sheet
from reconcile.read.text import read_text
from reconcile.render.page import stated
from reconcile.verdict.pruned import pruned
from tests.updates.cases import report

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "sheet.toml").read_text("utf-8"))["case"]
PRUNED = tomllib.loads((HERE / "pruned.toml").read_text("utf-8"))["case"]
KEYS = {"name", "line", "basis", "verdict", "origins", "published"}
FRAMES = {"at least", "between", "and"}  # all the words that a sheet has of its own


def sheet_of(case: dict) -> Sheet:
    published = case.get("published", {})
    reports: list[Report] = [
        report(outlet, text, published.get(outlet, "2024-03-06"))
        for outlet, text in case.items()
        if outlet not in KEYS
    ]
    return fact_sheet(reports)


def told(sheet: Sheet) -> dict:
    accounts = stated.accounts_of(sheet)
    return {
        f"{stated.subject(one)}: {stated.version(one, accounts)}".removeprefix(": "): one
        for one in sheet.lines
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_line(case: dict) -> None:
    lines = told(sheet_of(case))
    assert case["line"] in lines, "\n".join(lines)
    one = lines[case["line"]]
    assert (one.basis, one.verdict) == (case["basis"], case["verdict"])
    assert list(one.origins) == case["origins"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_every_word_is_traced(case: dict) -> None:
    sheet = sheet_of(case)
    accounts = stated.accounts_of(sheet)
    for piece in (p for one in sheet.lines for p in one.statement):
        quoted = [accounts[q.report].words(q.span) for q in piece.quotes]
        if piece.kind is PieceKind.FRAME:
            assert piece.text in FRAMES
        elif piece.kind is PieceKind.WORDS:
            assert piece.text == quoted[0]
        else:
            assert quoted
            assert re.fullmatch(r"[\d,.]+", piece.text)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_no_statement_stands_twice(case: dict) -> None:
    sheet = sheet_of(case)
    texts = [stated.joined(one.statement) for one in sheet.lines if one.kind is LineKind.TOLD]
    said = [text for text in texts if text]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("case", PRUNED, ids=lambda c: c["name"])
def test_pruned(case: dict) -> None:
    account = understand(read_text(case["sentence"], "herald.txt", "Herald", None))
    words = set(case["others"].casefold().split())
    (sentence,) = account.sentences
    spans = pruned(
        sentence, range(len(sentence.parse)), lambda token: token.text.casefold() in words
    )
    assert " ".join(account.words(span) for span in spans) == case["left"]
