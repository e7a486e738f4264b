"""Write clusters of reports of an invented incident, of any size, the same on every run."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from pathlib import Path

FACTS = (
    ("A freight train left the rails near {town} on {day} and spilled {acid} tonnes of acid.",
     "About {acid} tonnes of acid leaked when a freight train derailed near {town} on {day}."),
    ("{hurt} people were taken to hospital with burns, the fire brigade said.",
     "Hospitals treated {hurt} people for burns, according to the fire brigade."),
    ("The driver, {driver}, had been on duty for {hours} hours, the railway union said.",
     "{driver}, who drove the train, began his shift {hours} hours earlier, his union said."),
    ("Families within {zone} kilometres of the line were told to leave their homes.",
     "Police cleared all houses within {zone} kilometres of the tracks."),
    ("It was not known what had caused the accident.",
     "A broken rail caused the accident, an inspector said."),
    ("“We heard one long scream of metal,” said {witness}, who lives beside the crossing.",
     "“We heard one long scream of steel,” {witness}, a neighbour, told reporters."),
    ("The line between {town} and the coast will stay shut until {open}.",
     "Trains to the coast will not run before {open}, the operator said."),
    ("Repairs could cost {cost} million euros, the transport ministry estimated.",
     "The ministry put the damage at {cost} million euros."),
    ("The mayor of {town} said that she had warned of the old rails for years.",
     "For years the rails had worried the mayor of {town}, she said."),
    ("Firemen poured lime on the spill through the night.",
     "Through the night crews covered the acid with lime."),
    ("The operator denied that the wagons had missed an inspection.",
     "An inspection of the wagons was overdue, a former worker said."),
    ("Two wagons landed in the river and poisoned fish as far as the weir.",
     "Dead fish floated at the weir after two wagons fell into the river."),
    ("Schools in the valley remained closed and buses replaced the trains.",
     "Buses were running instead of trains, and pupils in the valley stayed at home."),
    ("In 2011 a similar derailment killed four people on the same line.",
     "Four people died on this line in a derailment in 2011."),
    ("The national safety board sent a team of {team} investigators.",
     "A team of {team} investigators from the safety board arrived by helicopter."),
)  # fmt: skip
COLOUR = (
    "{name} had been asleep in the house by the signal box when the windows broke.",
    "A baker opened his shop at three in the morning to feed the crews.",
    "The smell reached as far as the vineyards on the other bank.",
    "By noon a crane had lifted the first of the wagons.",
)
NAMES = ("Ada Brennig", "Tom Kessal", "Ruth Oyelan", "Piet Marrow", "Lene Tsuda", "Omar Velt")


def write(folder: Path, reports: int) -> list[Path]:
    """Write so many reports into a folder and return their paths."""
    dice = random.Random(reports)
    return [_report(folder / f"report-{k:02}.txt", k, dice) for k in range(1, reports + 1)]


def incident(folder: Path, number: int, reports: int) -> list[Path]:
    """Write reports of one of many incidents of the same kind: another town, day, driver and witness.

    The days of one incident are days from those of the next.
    """
    dice = random.Random(f"incident {number}")
    its = {
        "town": _name(dice).capitalize(),
        "driver": f"{_name(dice).capitalize()} {_name(dice).capitalize()}",
        "witness": f"{_name(dice).capitalize()} {_name(dice).capitalize()}",
    }
    first = dt.date(2021, 1, 4) + dt.timedelta(days=4 * number)
    return [
        _report(folder / f"incident-{number:03}-{k}.txt", k, dice, its, first)
        for k in range(1, reports + 1)
    ]


def _name(dice: random.Random) -> str:
    return "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(3)) + "n"


def _report(
    path: Path,
    number: int,
    dice: random.Random,
    its: Mapping[str, str] | None = None,
    first: dt.date = dt.date(2023, 5, 2),
) -> Path:
    values: dict[str, object] = {
        "town": "Aldmoor",
        "day": "Monday",
        "acid": dice.choice((40, 40, 40, 45)),
        "hurt": dice.choice(("Nine", "Nine", "Eleven", "At least nine")),
        "driver": "Karl Imhof",
        "hours": dice.choice((9, 9, 11)),
        "zone": dice.choice((3, 3, 5)),
        "witness": NAMES[0],
        "open": dice.choice(("Friday", "Friday", "the weekend")),
        "cost": dice.choice((12, 12, 14)),
        "team": 6,
        "name": dice.choice(NAMES),
    }
    values |= its or {}
    told = [dice.choice(pair) for pair in FACTS if dice.random() < 0.8]
    told += dice.sample(COLOUR, 2)
    day = first + dt.timedelta(days=number % 3)
    lines = [f"date {day} Outlet {number}, {str(values['town']).upper()}", ""]
    lines += [sentence.format(**values) for sentence in told]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
