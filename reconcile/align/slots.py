"""Make rows of answers: one row a slot of an event, with every report's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reconcile.events.slots import event_words
from reconcile.model import Answer, Cell, Row

# slots whose answers are of people at large unless the words narrow them
GROUPS_MEET = ("toll killed", "toll injured", "toll missing")
# slots whose count is of all where it stands alone, under a noun for those that the story is about
LONE_MEET = (
    "toll arrested",
    "toll rescued",
    "toll evacuated",
    "toll displaced",
    "toll trapped",
    "toll kidnapped",
    "toll hospitalised",
)

ALL_OF_THEM = frozenset(
    "protester demonstrator rioter marcher suspect youth militant migrant refugee tourist guest pupil student child patient miner".split()
)

# named all over a report, beside other things: told of many events, not a row
LOOSE = ("means", "age ", "term ", "sum ", "crowd")
APART = frozenset({"total", "other", "similar"})  # not known to be one event in two reports


def _loose(answer: Answer) -> bool:
    """Tell whether an answer stands all over a report: a means, an age, the day without the hour."""
    return answer.slot.startswith(LOOSE) or (
        answer.slot.startswith("when ") and ":" not in answer.key
    )


def slot_rows(answers: Sequence[Answer]) -> tuple[Row, ...]:
    """Return a row for each slot of an event that two or more reports answer."""
    groups: dict[tuple[str, str, str], list[Answer]] = {}
    for answer in whole(answers):
        if not _loose(answer) and answer.group != "part" and answer.event not in APART:
            groups.setdefault((answer.slot, answer.event, answer.group), []).append(answer)
    return tuple(
        _row(slot, event, group, found)
        for (slot, event, group), found in groups.items()
        if len({a.where.report for a in found}) > 1
    )


def whole(answers: Sequence[Answer]) -> list[Answer]:
    """Widen the group of answers that give a report's whole toll under a narrower noun.

    "killed 25 fighters" is the toll where a report counts nobody else; "six pilgrims" is it where
    the same report also has six dead.
    """
    plain: dict[tuple[str, str, str], set[float]] = {}
    first: dict[tuple[str, str, str], Answer] = {}
    lone = Counter((a.where.report, a.slot, a.event) for a in answers)
    for answer in answers:
        place = (answer.where.report, answer.slot, answer.event)
        if answer.group in {"", "part"}:
            plain.setdefault(place, set()).update({answer.low} if not answer.group else ())
        elif place not in first or answer.high > first[place].high:
            first[place] = answer
    return [
        replace(answer, group="")
        if answer.slot in LONE_MEET
        and answer.group in ALL_OF_THEM
        and lone[answer.where.report, answer.slot, answer.event] == 1
        else _widened(answer, plain, first)
        for answer in answers
    ]


def _widened(
    answer: Answer,
    plain: dict[tuple[str, str, str], set[float]],
    first: dict[tuple[str, str, str], Answer],
) -> Answer:
    place = (answer.where.report, answer.slot, answer.event)
    if not answer.slot.startswith(GROUPS_MEET) or answer.group in {"", "part"}:
        return answer
    counts = plain.get(place, set())
    if answer.low in counts or (not counts and first[place].group == answer.group):
        return replace(answer, group="")
    return answer


def _row(slot: str, event: str, group: str, found: Sequence[Answer]) -> Row:
    cells = tuple(Cell(a.where, a.span, a.value, a.key) for a in found)
    return Row(
        subject=subject(slot, event, group),
        cells=cells,
        slot=f"{slot} {group}".strip(),
        event=event,
    )


def subject(slot: str, event: str, group: str = "") -> str:
    """Say in plain words what a slot asks: "people killed", "where Lee lives", "magnitude"."""
    words = _asks(slot, group)
    when = event_words(event)
    return f"{words} ({when})" if when else words


ASKS = {
    "claimed": "who claimed responsibility",
    "where": "in which part of town",
    "when": "when it began",
    "spot": "at which spot it happened",
    "run": "what it ran into",
    "term": "length of the sentence",
}


def _asks(slot: str, group: str) -> str:
    kind, _, rest = slot.partition(" ")
    words = {
        "toll": f"{group or 'people'} {rest}",
        "home": f"where {rest.removeprefix('of ').title()} lives",
        "direction": f"on which side of {rest.removeprefix('from ').title()}",
        "post": f"who is {' '.join(rest.split()[:-1])}",
        "age": f"the age of {rest.removeprefix('of ').title()}",
        "sum": rest.partition(" ")[0],
        "crowd": f"how many came {rest.title().replace('In ', 'in ', 1)}".strip(),
    }
    return words.get(kind) or ASKS.get(kind, slot)
