"""Run the tables of blocks and sentences, and hold what is true of every text."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import BlockKind, Span
from reconcile.text import english
from reconcile.text.blocks import find_blocks
from reconcile.text.english import is_english
from reconcile.text.sentences import LONGEST, sentence_spans
from reconcile.text.squeeze import squeeze

HERE = Path(__file__).parent


def cases(table: str) -> list[dict[str, object]]:
    return tomllib.loads((HERE / table).read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", cases("blocks.toml"), ids=lambda c: str(c["name"]))
def test_blocks(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = [f"{b.kind.value}: {' '.join(b.span.of(text).split())}" for b in find_blocks(text)]
    assert found == case["blocks"]


@pytest.mark.parametrize("case", cases("blocks.toml"), ids=lambda c: str(c["name"]))
def test_blocks_are_the_same_with_other_line_ends(case: dict[str, object]) -> None:
    text = str(case["text"]).replace("\n", "\r\n")
    found = [f"{b.kind.value}: {' '.join(b.span.of(text).split())}" for b in find_blocks(text)]
    assert found == case["blocks"]


@pytest.mark.parametrize("case", cases("sentences.toml"), ids=lambda c: str(c["name"]))
def test_sentences(case: dict[str, object]) -> None:
    wanted = [s.strip() for s in str(case["text"]).split("|")]
    text = str(case["text"]).replace("|", "")
    assert [s.of(text) for s in sentence_spans(text, 0, len(text))] == wanted


def test_a_sentence_without_end_is_cut() -> None:
    text = "pier, ferry and boat " * 2000
    spans = sentence_spans(text, 0, len(text))
    assert max(s.end - s.start for s in spans) <= LONGEST


PIECES = st.sampled_from(
    [
        "date 2021-03-04 herald\n\n",
        "Ferry hits pier",
        "A ferry hit a pier. ",
        "\n",
        "\n\n",
        "\r\n",
        "(AP Photo/Jon Berg)",
        "OSLO (AP) — ",
        "Image Source : AP ",
        "--Reuters",
        "Tags Oslo At least ",
        "U.S. ",
        "Published March 4 2021 ",
        "“Go,” he said. ",
        "---\n",
        "# ",
        "- ",
        "By Ann Lund\n",
        "5 p.m. ",
        "\u202e",
        "😀",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_blocks_are_in_order_and_lose_no_word(text: str) -> None:
    end = 0
    covered = []
    for block in find_blocks(text):
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text).strip() == block.span.of(text) or block.kind is BlockKind.HEADER
        covered.append(text[end : block.span.start])
        end = block.span.end
    between = "".join([*covered, text[end:]])
    assert not re.search(r"[A-Za-z]", between)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


STORY = (
    "A passenger ferry struck a pier in Norhaven on Thursday, injuring nine people, police said. "
    "The captain, who was unhurt, told the U.S. Coast Guard at 5 p.m. that the engine had failed. "
    "“It would not stop,” he said. The pier has been closed since then."
)


@settings(max_examples=100, deadline=None)
@given(st.sets(st.integers(0, STORY.count(" ") - 1)), st.sampled_from(["\n", "\r\n", " \n"]))
def test_where_lines_are_broken_changes_no_sentence(places: set[int], end: str) -> None:
    words = STORY.split(" ")
    text = "".join(w + (end if k in places else " ") for k, w in enumerate(words)).strip()
    blocks = find_blocks(text)
    found = [s for b in blocks for s in sentence_spans(text, b.span.start, b.span.end)]
    told = [" ".join(s.of(text).split()) for s in found]
    assert told == [s.of(STORY) for s in sentence_spans(STORY, 0, len(STORY))]


@given(TEXTS)
def test_squeezed_words_are_found_again(text: str) -> None:
    flat = squeeze(text)
    for m in re.finditer(r"\S+(?: \S+)?", flat.text):
        span = flat.outward(Span(m.start(), m.end()))
        assert span.of(text).split() == m[0].split()
        assert flat.inward(span) == Span(m.start(), m.end())


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (STORY, True),
        ("Ferry. Pier. Norhaven. Berg.", True),
        (
            "Eine Fähre ist am Donnerstag im Hafen gegen einen Pier gefahren, dabei wurden neun Menschen verletzt, wie die "
            "Polizei mitteilte. Der Kapitän blieb unverletzt und sagte, die Maschine habe versagt. Der Hafen ist gesperrt.",
            False,
        ),
        (
            "Un transbordador chocó el jueves contra un muelle y nueve personas resultaron heridas, dijo la policía. El "
            "capitán, que salió ileso, dijo que el motor había fallado. El muelle está cerrado desde entonces para todos.",
            False,
        ),
        ("Паром в четверг врезался в причал, девять человек ранены.", False),
        ("يوم الخميس اصطدمت عبارة بالرصيف وأصيب تسعة أشخاص بجروح", False),
    ],
)
def test_only_english_is_read(text: str, english: bool) -> None:
    assert is_english(text) is english


_WORDS_OF_TWO_LANGUAGES = (
    "the of The to and at’s 'tis l'or l’été der Hafen und ist gesperrt worden seit “who” don't "
    "über—the a'b'c 5the é the…of İs"
).split()
_GAPS = (" ", "\n", " - ", "\xa0", "’", "' ", "é")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_WORDS_OF_TWO_LANGUAGES), max_size=400), st.sampled_from(_GAPS))
def test_the_quick_count_of_small_words_never_differs(words: list[str], gap: str) -> None:
    text = gap.join(words)
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr(english, "_plainly", lambda text: False)
        counted = is_english(text)
    assert is_english(text) is counted
