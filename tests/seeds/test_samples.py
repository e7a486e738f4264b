"""Run the pipeline on the sample incidents of `seeds/` and check their lists entry by entry."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from reconcile.model import Severity
from tests.gold import Entry, Gold, brief, cases, load, occurrences, pending_marks, result

SEEDS = Path(__file__).parents[2] / "seeds"
GOLDS = tuple(load(path) for path in sorted(SEEDS.glob("*/EXPECTED.toml")))
NAMES = [gold.name for gold in GOLDS]


@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_every_quotation_stands_in_its_report(gold: Gold) -> None:
    entries = [entry.quotes.items() for entry in (*gold.expected, *gold.silent)]
    rows = [{r: [w] for r, w in row["quotes"].items()}.items() for row in gold.table["row"]]
    alone = [
        [(item["report"], item["quotes"])]
        for item in (*gold.table["alone"], *gold.table.get("inside", ()))
    ]
    for report, quoted in (pair for quotes in (*entries, *rows, *alone) for pair in quotes):
        for words in quoted:
            assert occurrences(gold.reports[report].text, words), words


@pytest.mark.parametrize(("gold", "entry"), cases(GOLDS, "expected"))
def test_what_an_editor_wants_is_found(gold: Gold, entry: Entry) -> None:
    got = result(gold)
    near = [d for d in got.made.divergences if got.hits(d, entry)]
    met = [d for d in near if got.meets(d, entry)]
    assert met, f"instead:\n{brief(near)}"
    if entry.first:
        assert got.made.divergences[0] in met, brief(got.made.divergences[:1])


@pytest.mark.parametrize(("gold", "entry"), cases(GOLDS, "silent"))
def test_what_agrees_is_not_flagged(gold: Gold, entry: Entry) -> None:
    got = result(gold)
    loud = [d for d in got.flags() if got.rests_on(d, entry) and not got.wanted(d)]
    assert not loud, brief(loud)


def _rows() -> list[object]:
    """Return each pair of quotations of a row; `pending` names pairs as "herald-courier"."""
    return [
        pytest.param(
            gold,
            a,
            b,
            id=f"{gold.name}: {a[0]} and {b[0]}, {a[1]}",
            marks=pending_marks(row.get("pending", {}).get(f"{a[0]}-{b[0]}", "")),
        )
        for gold in GOLDS
        for row in gold.table["row"]
        for a, b in combinations(row["quotes"].items(), 2)
    ]


@pytest.mark.parametrize(("gold", "a", "b"), _rows())
def test_sentences_that_tell_the_same_stand_in_one_row(
    gold: Gold, a: tuple[str, str], b: tuple[str, str]
) -> None:
    got = result(gold)
    pair = frozenset((report, got.sentence_at(report, words)) for report, words in (a, b))
    assert pair in got.row_pairs()


@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_what_one_report_tells_alone_is_in_no_row_with_another(gold: Gold) -> None:
    got = result(gold)
    linked = {place for pair in got.row_pairs() for place in pair}
    wrong = [
        words
        for item in gold.table["alone"]
        for words in item["quotes"]
        if (item["report"], got.sentence_at(item["report"], words)) in linked
    ]
    assert not wrong


@pytest.mark.parametrize("gold", GOLDS, ids=NAMES)
def test_the_agency_copy_has_one_origin(gold: Gold) -> None:
    got = result(gold)
    totals = gold.table["totals"]
    shared = {origin.name for origin in got.made.lineage.origins if len(origin.reports) > 1}
    assert len(shared) == totals["origins_of_shared_copy"], shared
    for report in got.made.accounts:
        copied = [
            place
            for place, name in got.made.lineage.sentences
            if place.report == report.report.id and name in shared
        ]
        assert not copied or len(copied) >= totals["shared_sentences"]


@pytest.mark.parametrize("gold", [g for g in GOLDS if "error" in g.table["totals"]])
def test_a_sample_without_errors_has_none(gold: Gold) -> None:
    loud = [d for d in result(gold).flags() if d.severity is Severity.ERROR]
    assert len(loud) == gold.table["totals"]["error"], brief(loud)
