"""What must hold of any reports: alone no divergence, no order, every span slices back, no crash."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reconcile.model import Published, Reconciliation, Report
from reconcile.pipeline import reconcile
from reconcile.read.text import read_text

STORY = (
    "A footbridge over the Lenn in Marsted gave way on Sunday, throwing 17 people into the river.",
    "Three people were killed and nine were injured, the fire service said.",
    "The mayor, Agnes Holm, said the bridge had been checked in May.",
    "It was not known how many people had been on the bridge.",
    "Police have not ruled out that vandals loosened the cables.",
    "“It swung like a hammock,” said Jonas Petri, who runs a kiosk on the bank.",
    "Divers searched the river until midnight and found nobody else.",
    "The bridge was built in 1978 and cost 2 million marks.",
    "Two witnesses said they heard a bang at about 4 p.m.",
    "A spokesman for the builders declined to comment.",
)
OTHER_WORDS = (
    "Four people died when a footbridge over the Lenn collapsed in Marsted on Sunday.",
    "Vandals loosened the cables, police said on Monday.",
    "Some 30 people were on the bridge when it fell, the mayor said.",
)
DAYS = (dt.date(2023, 6, 18), dt.date(2023, 6, 19), dt.date(2023, 6, 20))
FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # each example takes a second; shrinking, a minute
)

sentences = st.lists(st.sampled_from(STORY + OTHER_WORDS), min_size=1, max_size=8, unique=True)


def report(told: list[str] | str, name: str, day: dt.date = DAYS[0]) -> Report:
    text = told if isinstance(told, str) else "\n\n".join(told) + "\n"
    return read_text(text, file=f"{name}.txt", source=name, published=Published(day))


def seen(result: Reconciliation) -> Counter[tuple[object, ...]]:
    """Return what was found, whatever letters the reports got."""
    files = {a.report.id: a.report.file for a in result.accounts}
    return Counter(
        (
            d.finding.kind,
            d.finding.relation,
            d.severity,
            d.fingerprint,
            frozenset((files[e.where.report], e.span) for e in d.finding.evidence),
        )
        for d in result.divergences
    )


def rows(result: Reconciliation) -> Counter[tuple[object, ...]]:
    files = {a.report.id: a.report.file for a in result.accounts}
    return Counter(
        (r.verdict, frozenset((files[c.where.report], c.where.sentence) for c in r.cells))
        for r in result.rows
    )


@given(sentences)
@FEW
def test_a_report_never_diverges_from_itself(told: list[str]) -> None:
    result = reconcile([report(told, "herald"), report(told, "courier")])
    between = [d for d in result.divergences if d.finding.kind != "consistency"]
    assert [d.finding.reason for d in between] == []


@given(st.tuples(sentences, sentences, sentences))
@FEW
def test_the_order_of_reports_changes_no_finding_and_no_verdict(told) -> None:
    reports = [
        report(one, name, day)
        for one, name, day in zip(told, ("herald", "courier", "mail"), DAYS, strict=True)
    ]
    results = [reconcile(order) for order in list(permutations(reports))[::2]]
    for result in results[1:]:
        assert seen(result) == seen(results[0])
        assert rows(result) == rows(results[0])


@given(st.text(max_size=300), sentences)
@FEW
def test_every_span_slices_back_and_nothing_crashes(odd: str, told: list[str]) -> None:
    reports = [report(told, "herald"), report("\n".join([*told[:3], odd, *told[3:]]), "courier")]
    result = reconcile(reports)
    for account in result.accounts:
        length = len(account.report.text)
        for sentence in account.sentences:
            assert 0 <= sentence.span.start < sentence.span.end <= length
            for token in sentence.parse:
                assert token.span.of(account.report.text).strip()
    texts = {a.report.id: a.report.text for a in result.accounts}
    for divergence in result.divergences:
        for e in divergence.finding.evidence:
            assert 0 <= e.span.start < e.span.end <= len(texts[e.where.report])


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("the bus and the train and " * 1500, id="a sentence of 9,000 words"),
        pytest.param("\x00\x1b[31m\x07 A bus \u202eturned\u202c over.\n", id="control characters"),
        pytest.param("אוטובוס התהפך בכביש. حافلة انقلبت.\n", id="right-to-left text"),
        pytest.param("🚑🚒🔥 A bus 👨‍👩‍👧 turned over 🇮🇶.\n", id="emoji"),
        pytest.param("a" * 30_000, id="a word of 30,000 letters"),
        pytest.param("(" * 5000 + ")" * 5000, id="brackets"),
        pytest.param("“" * 3000, id="opening quotation marks"),
        pytest.param("1,000,000 " * 3000, id="numbers"),
    ],
)
def test_odd_text_is_read_in_good_time(odd: str) -> None:
    start = time.monotonic()
    reconcile([report(list(STORY), "herald"), report("\n\n".join([*STORY, odd]), "courier")])
    assert time.monotonic() - start < 60  # generous: only a blow-up takes longer


def test_a_sentence_of_forty_thousand_characters_is_compared_with_a_short_one() -> None:
    long = "The bridge in Marsted gave way on Sunday and " * 900 + "fell."
    result = reconcile(
        [report([long], "herald"), report(["The bridge in Marsted gave way on Sunday."], "courier")]
    )
    assert len(result.accounts) == 2
