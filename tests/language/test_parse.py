"""The door to the parser: the same words are parsed once, and stand where each text has them."""

from __future__ import annotations

from reconcile.language.meaning import read, read_ahead
from reconcile.language.parse import parse, parse_all
from reconcile.model import Span

COPY = "The ferry sank off Arden on Monday."
OWN = "Divers found the bell."


def test_sentences_that_texts_share_get_the_parse_that_each_gets_alone() -> None:
    first, second = f"{COPY} {OWN}", f"ARDEN: {COPY}"
    spans = [
        [Span(0, len(COPY)), Span(len(COPY) + 1, len(first))],
        [Span(7, len(second))],
    ]
    together = list(parse_all([(first, spans[0]), (second, spans[1])]))
    assert together == [parse(first, spans[0]), parse(second, spans[1])]
    assert all(t.span.of(second) == t.text for t in together[1][0])


def test_texts_read_ahead_are_read_as_the_same_texts_are_later() -> None:
    now = {k: r.whole.tolist() for k, r in read([COPY, OWN, COPY])}
    ahead = {k: r.whole.tolist() for k, r in read([COPY, OWN, COPY], read_ahead([OWN, COPY]))}
    assert ahead == now


def test_other_texts_than_those_read_ahead_are_read_all_the_same() -> None:
    ahead = read_ahead([COPY])
    assert [k for k, _ in read([OWN], ahead)] == [0]
