"""Copies of a sentence have the facts that each would have alone, wherever they stand."""

from __future__ import annotations

import pytest

from reconcile.facts.ownfacts import OwnFacts
from reconcile.facts.understand import split, understood
from reconcile.model import Account
from reconcile.read.text import read_text
from reconcile.settings.nouns import PLAIN

SHARED = (
    "At least nine people may have been hurt near Aldmoor on Monday, the fire brigade said.\n"
    "About 40 tonnes (44 tons) of acid leaked last week, but Karl Imhof denied it.\n"
)
TEXTS = {
    "the same day": (
        "date 2023-05-02 Herald, ALDMOOR\n\n",
        "date 2023-05-02 Courier, ARDEN\n\nA start.\n",
    ),
    "another day": (
        "date 2023-05-02 Herald, ALDMOOR\n\n",
        "date 2023-06-20 Courier, ARDEN\n\nA start.\n",
    ),
}


def _accounts(heads: tuple[str, ...], own: OwnFacts | None) -> list[Account]:
    reports = [read_text(head + SHARED, file=f"{n}.txt") for n, head in enumerate(heads)]
    return [understood(r, split(r), PLAIN, own) for r in reports]


@pytest.mark.parametrize("heads", TEXTS.values(), ids=TEXTS.keys())
def test_copies_have_the_facts_that_they_have_alone(heads: tuple[str, ...]) -> None:
    together, alone = _accounts(heads, OwnFacts(PLAIN)), _accounts(heads, None)
    assert together == alone
    assert any(s.quantities and s.names and s.times for s in together[1].sentences)


def test_a_sentence_is_read_once() -> None:
    own = OwnFacts(PLAIN)
    _accounts(TEXTS["the same day"], own)
    told = [key for key in own.known if "Karl Imhof" in str(key)]
    assert len(told) == 1
