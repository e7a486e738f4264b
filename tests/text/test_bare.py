"""What is taken for prose at a glance is what the whole search finds to be prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.model import BlockKind, Report
from reconcile.read.parts import assemble as assembling
from reconcile.read.parts.assemble import Piece
from reconcile.text.bare import are_bare, begins_like, is_bare

TEXTS = [p.read_text("utf-8") for p in sorted((Path(__file__).parents[2] / "seeds").rglob("*.txt"))]
PROSE = (
    "Nine people were hurt on Thursday when a ferry struck the old stone pier of Norhaven in thick fog, "
    "and divers searched the harbour until dusk for a boat that had been moored there."
)
NOT_BARE = (
    "With inputs from AP, {}",
    "{} --Reuters",
    "{} (AP)",
    "{} REUTERS Ferry Sinks Off Norhaven As Fog Rolls In Over Harbour Nobody was aboard.",
    "OSLO, March 4 - {}",
    "Tuesday 5 Jul 2016 {}",
    "UPDATE 2-{}",
    "{} This story has been corrected to show that nine were hurt.",
    "Editors are asked to kill the story. {}",
    "{} We have killed the story.",
    "Image source: AP {}",
    "{} Follow us on Twitter.",
    "In this photo the ferry is seen. {}",
    "- {}",
    "1. {}",
    "{}\n\n{}",
    "{} The town is in the U.S.",
    "{} Additional reporting by Jon Berg.",
    "{} All rights reserved.",
    "{} {}",
)


def test_prose_is_bare() -> None:
    assert is_bare(PROSE, opening=True)
    assert is_bare(PROSE.replace("in thick fog", "in 2015"), opening=False)


@pytest.mark.parametrize("words", NOT_BARE)
def test_what_may_be_more_than_prose_is_searched(words: str) -> None:
    assert not is_bare(words.format(PROSE, PROSE), opening=True)


@pytest.mark.parametrize("words", NOT_BARE)
def test_one_look_at_all_paragraphs_sees_the_one_that_must_be_searched(words: str) -> None:
    plain = f"“{PROSE[:-1]}”, said the harbour master, who pays £5 a day for Norhaven’s old café."
    assert are_bare([PROSE, plain], opening=True)
    assert not are_bare([PROSE, words.format(PROSE, PROSE), plain], opening=True)


def test_a_sign_beyond_ascii_is_seen_among_quotes() -> None:
    for sign in "©\x85\xa0\u1680\u2003\u2028\u202f\u205f\u3000":
        assert not is_bare(f"“Nobody” {PROSE[:60]}{sign}{PROSE[60:]}", opening=False), sign
    for letter in "£½éđ…€":
        assert is_bare(f"“Nobody” {PROSE[:60]}{letter}{PROSE[60:]}", opening=False), letter


def test_a_headline_said_again_is_told_by_its_first_words() -> None:
    assert begins_like("Ferry hits pier at Norhaven, nine hurt", ["Ferry hits pier"])
    assert begins_like(
        "“FERRY” hits old stone pier in the fog at", ["Ferry hits old stone pier in thick"]
    )
    assert not begins_like(PROSE, ["Nine people were moved from the quay"])
    assert not begins_like("Ferry sinks off the pier of Norhaven", ["Ferry sinks"])  # too short


@pytest.mark.parametrize(
    "words", ["By Jane Doe.", "Ferry hits pier.", "Jane Doe, Associated Press."]
)
def test_a_short_paragraph_is_searched(words: str) -> None:
    assert not is_bare(words, opening=False)


def test_the_glance_changes_no_report_of_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(text: str) -> Report:
        told = [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
        return assembling.assemble(
            Report("a.json", ""),
            [
                Piece(BlockKind.PARAGRAPH if k else BlockKind.HEADLINE, words)
                for k, words in enumerate(told)
            ],
        )

    found = [made(text) for text in (*TEXTS, f"Ferry hits pier\n\n{PROSE}\n\nThe quay. {PROSE}")]
    assert any(b.kind is BlockKind.PARAGRAPH for report in found for b in report.blocks)
    monkeypatch.setattr(assembling, "are_bare", lambda paragraphs, opening: False)
    again = [made(text) for text in (*TEXTS, f"Ferry hits pier\n\n{PROSE}\n\nThe quay. {PROSE}")]
    assert [r.blocks for r in again] == [r.blocks for r in found]
