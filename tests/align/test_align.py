"""Run the tables of links, word differences and incidents, and hold what is true of every alignment."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise, permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.align import context
from reconcile.align.incident import same_incident
from reconcile.align.link import align, join
from reconcile.align.rows import sentence_rows
from reconcile.align.words import differing_words, word_diff
from reconcile.events.frames import place_events
from reconcile.facts.understand import understand
from reconcile.model import Account, Alignment, BlockKind, Place, Sentence, Span
from reconcile.read.text import read_text

HERE = Path(__file__).parent


def table(name: str) -> list[dict]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]


@lru_cache(maxsize=64)
def account(text: str, name: str) -> Account:
    return understand(replace(read_text(text.lstrip("\n"), file=name), id=name))


def accounts(*texts: str) -> tuple[Account, ...]:
    return place_events([account(text, "ABCDEFGH"[k]) for k, text in enumerate(texts)])


def linked(alignment: Alignment) -> set[tuple[int, int]]:
    return {(x.a.sentence, x.b.sentence) for x in alignment.links}


@pytest.mark.parametrize("case", table("links"), ids=lambda c: c["name"])
def test_links(case: dict) -> None:
    told = accounts(case["a"], case["b"])
    found = linked(align(told))
    assert {tuple(pair) for pair in case["links"]} <= found
    assert not {tuple(pair) for pair in case["apart"]} & found


@pytest.mark.parametrize("case", table("words"), ids=lambda c: c["name"])
def test_words(case: dict) -> None:
    a, b = case["a"], case["b"]
    left, right = differing_words(a, Span(0, len(a)), b, Span(0, len(b)))
    assert [s.of(a) for s in left] == case["left"]
    assert [s.of(b) for s in right] == case["right"]


@pytest.mark.parametrize("case", table("incidents"), ids=lambda c: c["name"])
def test_incidents(case: dict) -> None:
    a, b = accounts(case["a"], case["b"])
    same, why = same_incident(a, b, align((a, b)))
    assert same is case["together"], why
    assert why


STORY = table("links")[0]
THIRD = """
Ferry goes down

A ferry with some 60 people aboard sank off Port Corran on Friday and a dozen died.

Divers will search the wreck on Saturday.
"""


def test_the_order_of_reports_changes_nothing() -> None:
    """Links and rows name the same words whatever the order of the reports."""
    texts = [STORY["a"], STORY["b"], THIRD]
    seen = set()
    for order in permutations(range(3)):
        told = accounts(*(texts[k] for k in order))
        original = {"ABC"[k]: source for k, source in enumerate(order)}
        alignment = align(told)
        seen.add(
            (
                frozenset(
                    frozenset((original[p.report], p.sentence) for p in (x.a, x.b))
                    for x in alignment.links
                ),
                tuple(
                    frozenset((original[c.where.report], c.where.sentence) for c in row.cells)
                    for row in sentence_rows(told, alignment)
                ),
            )
        )
    assert len(seen) == 1


def test_a_report_meets_itself_sentence_by_sentence() -> None:
    told = accounts(STORY["a"], STORY["a"])
    assert {(k, k) for k in range(3)} <= linked(align(told))


def test_every_row_is_a_clique_and_all_links_are_covered() -> None:
    told = accounts(STORY["a"], STORY["b"], THIRD)
    alignment = align(told)
    links = {frozenset((x.a, x.b)) for x in alignment.links}
    covered = set()
    for row in sentence_rows(told, alignment):
        places = [c.where for c in row.cells]
        pairs = {frozenset(p) for p in combinations(places, 2) if p[0].report != p[1].report}
        assert pairs <= links
        covered |= pairs
        for cell in row.cells:
            owner = next(a for a in told if a.report.id == cell.where.report)
            assert owner.words(cell.span)
    assert covered == links


def test_the_same_slot_links_what_no_word_links() -> None:
    told = accounts(STORY["a"], STORY["b"])
    places = [Place("A", 2), Place("B", 2)]
    assert (2, 2) in linked(join(align(told), [places]))
    assert (2, 2) not in linked(align(told))


def test_boilerplate_is_never_linked() -> None:
    told = [
        replace(a, sentences=tuple(caption(s) if s.index == 1 else s for s in a.sentences))
        for a in accounts(STORY["a"], STORY["a"])
    ]
    assert all(1 not in pair for pair in linked(align(told)))


def caption(sentence: Sentence) -> Sentence:
    return replace(sentence, block=BlockKind.CAPTION)


def test_nothing_to_align_gives_nothing() -> None:
    assert align(()) == Alignment()
    assert align(accounts(STORY["a"])) == Alignment()
    assert sentence_rows((), Alignment()) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_word_differences_slice_back(a: str, b: str) -> None:
    """Spans lie in order inside their texts, and the shown words are words of the texts."""
    whole = Span(0, len(a)), Span(0, len(b))
    for spans, text in zip(differing_words(a, whole[0], b, whole[1]), (a, b), strict=True):
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(x.end <= y.start for x, y in pairwise(spans))
    for side, words in word_diff(a, whole[0], b, whole[1]):
        assert words in (b if side == "only b" else a)


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    whole = Span(0, len(text))
    assert differing_words(text, whole, text, whole) == ((), ())


def test_a_third_report_supports_a_pair() -> None:
    """Both sentences are like one of a third report: that raises the score of their own pair."""
    two = {(x.a, x.b): x.score for x in align(accounts(STORY["a"], STORY["b"])).links}
    three = {(x.a, x.b): x.score for x in align(accounts(STORY["a"], STORY["b"], THIRD)).links}
    lead = (Place("A", 1), Place("B", 1))
    assert three[lead] > 0.8
    assert two[lead] > 0.5


def test_support_goes_over_the_weaker_of_two_pairs() -> None:
    """Sentence 2 of a third report is like 0 and 1 by .9 and .6; the pair itself has .3."""
    i, j = np.array([0, 0, 1]), np.array([1, 2, 2])
    known = context.Scores(3, i * 3 + j, np.array([0.3, 0.9, 0.6]))
    assert context.support(known, i, j).tolist() == [0.6, 0.3, 0.3]
    assert known.of(np.array([2, 1]), np.array([0, 1])).tolist() == [0.9, 0.0]
