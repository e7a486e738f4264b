"""The nouns of the settings: an outlet and its style, an agency, an alias, a tolerance, an override."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["day-first", "month-first"]
MeaningOfM = Literal["million", "metre"]
Clocks = Literal["event", "zone"]
Ton = Literal["short", "long", "metric"]
Gallon = Literal["us", "imperial"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name, and other names of the same bearer."""

    name: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency that credits may name."""

    name: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """What an outlet calls itself, and how its house writes dates, clocks and figures."""

    name: str
    spellings: tuple[str, ...] = ()  # other names of it: "thecourier.example"
    dates: DateOrder | None = None  # what 03/04/2020 is; None is the reader's own guess
    zone: str = ""  # IANA name of the zone of its times of publication; "" is not known
    clocks: Clocks = "event"  # whose hours its texts give where they name no zone
    m: MeaningOfM | None = None  # what "5m" is; None is decided by the words around it
    ton: Ton | None = None
    gallon: Gallon | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How one report is to be read: its outlet's house style, and which names are one bearer's."""

    outlet: Outlet | None = None
    aliases: tuple[Alias, ...] = ()

    @property
    def dates(self) -> DateOrder | None:
        """Return the order of dates in figures."""
        return self.outlet.dates if self.outlet else None

    @property
    def m(self) -> MeaningOfM | None:
        """Return what the letter in "5m" stands for."""
        return self.outlet.m if self.outlet else None


PLAIN = Style()  # of an outlet that nothing is known of


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two figures of one unit or noun may lie apart and still agree."""

    of: str  # a unit ("metre") or a noun that is counted ("protester"); "" is any
    relative: float = 0.0  # of the larger figure: 0.05 is 5%
    absolute: float = 0.0  # in the unit


@dataclass(frozen=True, slots=True)
class Override:
    """What other settings hold for some paths."""

    paths: tuple[str, ...]  # globs, relative to the settings' folder
    changes: tuple[tuple[str, object], ...]  # field of Settings, value
