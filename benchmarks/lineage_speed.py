"""Time shared copy and origins alone, on generated text: `python -m benchmarks.lineage_speed`.

Seconds are of the processor, so that a busy machine disturbs them little. The budget of a stage is
about a millisecond a sentence; what grows with the square of the words would pass it at once.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate

from reconcile.lineage.origins import trace
from reconcile.model import Account, Sentence
from reconcile.read.text import read_text
from reconcile.text.sentences import sentence_spans

SYLLABLES = "ba ke lo mi nu ra se to vi wu dar fen gol hus pre sta tri con".split()
GRAMMAR = "of in to and for on at with by from was were had has been police they after".split()
DRAW = random.Random(1)
WORDS = ["".join(DRAW.choices(SYLLABLES, k=DRAW.choice((1, 2, 2, 3)))) for _ in range(8000)]
OFTEN = list(accumulate(1 / (rank + 10) for rank in range(len(WORDS))))  # as Zipf found


def sentence() -> str:
    """Return a sentence with the words of grammar that English needs."""
    drawn = (
        DRAW.choice(GRAMMAR) if DRAW.random() < 0.42 else DRAW.choices(WORDS, cum_weights=OFTEN)[0]
        for _ in range(DRAW.randint(12, 30))
    )
    return f"The {' '.join(drawn)}."


def story(sentences: int) -> list[str]:
    """Return paragraphs of three sentences."""
    return [" ".join(sentence() for _ in range(3)) for _ in range(sentences // 3)]


def edited(paragraphs: list[str], share: float) -> list[str]:
    """Return the paragraphs with a share of their words exchanged."""
    return [
        " ".join(w if DRAW.random() > share else DRAW.choice(WORDS) for w in p.split(" "))
        for p in paragraphs
    ]


def sets() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each set of reports with its name."""
    base, megabyte = story(27), story(7700)
    yield "200 that wrote on their own", [story(27) for _ in range(200)]
    yield "200 identical", [base] * 200
    yield "200 with 5% of words exchanged", [edited(base, 0.05) for _ in range(200)]
    yield "200 with 15% of words exchanged", [edited(base, 0.15) for _ in range(200)]
    yield "200 cuts with a part of their own", [DRAW.sample(base, 5) + story(9) for _ in range(200)]
    yield "1 MB and a short one", [megabyte, base]
    yield "1 MB twice, 5% of words exchanged", [megabyte, edited(megabyte, 0.05)]


def account(paragraphs: list[str], name: str) -> Account:
    """Return an account of sentences without a parse: lineage needs none."""
    report = replace(read_text("\n\n".join(paragraphs)), id=name)
    spans = [
        (b.kind, s)
        for b in report.blocks
        for s in sentence_spans(report.text, b.span.start, b.span.end)
    ]
    return Account(report, tuple(Sentence(k, s, kind) for k, (kind, s) in enumerate(spans)))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print a line for each set of reports."""
    print(f"{'reports':<36}{'sentences':>10}{'MB':>7}{'seconds':>9}{'ms a sentence':>15}")
    for name, texts in sets():
        told = [account(text, f"R{k}") for k, text in enumerate(texts)]
        count = sum(len(a.sentences) for a in told)
        size = sum(len(a.report.text) for a in told) / 1e6
        spent = seconds(lambda told=told: trace(told))  # type: ignore[misc]
        print(f"{name:<36}{count:>10}{size:>7.2f}{spent:>9.2f}{1000 * spent / count:>15.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
