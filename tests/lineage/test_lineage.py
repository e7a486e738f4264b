"""Run the table of origins, and hold what is true of every lineage."""

from __future__ import annotations

import itertools
import time
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.lineage.levels import level
from reconcile.lineage.origins import trace
from reconcile.lineage.words import fold_word, text_words
from reconcile.model import Account, Level, Sentence
from reconcile.read.text import read_text
from reconcile.text.sentences import sentence_spans

CASES = tomllib.loads((Path(__file__).parent / "shared.toml").read_text(encoding="utf-8"))["case"]


def account(text: str, name: str) -> Account:
    """Return an account of sentences without a parse: lineage needs none."""
    report = replace(read_text(text.lstrip("\n")), id=name)
    cut = [
        (b.kind, s)
        for b in report.blocks
        for s in sentence_spans(report.text, b.span.start, b.span.end)
    ]
    return Account(report, tuple(Sentence(k, span, kind) for k, (kind, span) in enumerate(cut)))


def accounts(texts: list[str]) -> list[Account]:
    return [account(text, "ABCDEFGH"[k]) for k, text in enumerate(texts)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_origins(case: dict[str, list[str]]) -> None:
    told = accounts(case["texts"])
    lineage = trace(told)
    assert {f"{o.name}: {' '.join(o.reports)}" for o in lineage.origins} == set(case["origins"])
    words = {
        (w.report, a.words(a.sentences[w.sentence].span)): name
        for a in told
        for w, name in lineage.sentences
        if w.report == a.report.id
    }
    for begin in case.get("same", []):
        names = [name for (_, text), name in words.items() if text.startswith(begin)]
        assert len(names) > 1
        assert len(set(names)) == 1
    for begin in case.get("own", []):
        assert all(n.startswith("own") for (_, text), n in words.items() if text.startswith(begin))
    for line in case.get("lines", []):
        begin, wanted = line.split(": ")
        assert [n for (_, text), n in words.items() if text.startswith(begin)] == [wanted]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_order_of_reports_changes_nothing(case: dict[str, list[str]]) -> None:
    told = accounts(case["texts"])
    wanted = trace(told)
    for order in itertools.permutations(told):
        found = trace(order)
        assert set(found.sentences) == set(wanted.sentences)
        assert found.origins == wanted.origins
        assert [(k.a, k.b, k.share_a, k.share_b, k.level) for k in found.kinships] == [
            (k.a, k.b, k.share_a, k.share_b, k.level) for k in wanted.kinships
        ]
        assert {(d.report, d.source, d.share, d.why) for d in found.derivations} == {
            (d.report, d.source, d.share, d.why) for d in wanted.derivations
        }
        assert set(found.passages) == set(wanted.passages)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_passages_lie_inside_their_reports(case: dict[str, list[str]]) -> None:
    told = {a.report.id: a for a in accounts(case["texts"])}
    for passage in trace(list(told.values())).passages:
        assert len(passage.stretches) > 1
        for report, span in passage.stretches:
            words = told[report].words(span)
            assert words == words.strip() != ""


def test_house_styles_meet() -> None:
    pairs = [
        ("U.S.", "US"),
        ("meters", "metres"),
        ("nine", "9"),
        ("labour", "labor"),
        ("organise", "organize"),
    ]
    assert all(fold_word(a) == fold_word(b) for a, b in pairs)
    assert fold_word("us") != fold_word("US")


SOURCE = (
    "The engine of the ferry failed about 200 metres from the quay, and the captain could not stop it in time. "
    "Nine people were taken to the county hospital with broken bones, a doctor there told reporters. "
    "The pier has been closed since then, and the harbour office has asked a diver to look at its foundations."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SOURCE, Level.COPY),
        (SOURCE[:200], Level.COPY),
        (
            "The engine of the boat failed some 200 metres from the quay, and the skipper could not halt it in time. Nine "
            "passengers were taken to the local hospital with fractured bones, a doctor there said to reporters.",
            Level.LIGHT,
        ),
        (
            "Broken bones sent nine people to the county hospital, reporters were told there. It was not in time that "
            "the captain could stop it when, 200 metres from the quay, the engine failed.",
            Level.HEAVY,
        ),
        (
            "A storm has brought down trees all over the island, and many roads are blocked by them today.",
            Level.INDEPENDENT,
        ),
    ],
)
def test_levels(text: str, wanted: Level) -> None:
    assert level(text_words(text), text_words(SOURCE)) is wanted


def test_two_hundred_reports_of_one_text_take_no_square_time() -> None:
    lines = [
        f"The {k} th boat of the fleet left quay {k * 7} for port {k * 3} with {k + 2} men."
        for k in range(40)
    ]
    told = [account(" ".join(lines[k % 5 :]), f"R{k}") for k in range(200)]
    start = time.process_time()
    lineage = trace(told)
    assert time.process_time() - start < 60  # a bound against square growth, not a measure
    assert len(lineage.origins) == 1
