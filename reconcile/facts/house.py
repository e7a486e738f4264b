"""Read figures and hours as an outlet's house writes them: which ton, which gallon, whose clock."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from reconcile.model import Quantity, Time
from reconcile.settings.nouns import Outlet

_TON = {"short": "ton", "long": "long ton", "metric": "metric ton"}
_GALLON = {"us": "gallon", "imperial": "imperial gallon"}
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def weighed(quantities: tuple[Quantity, ...], outlet: Outlet | None) -> tuple[Quantity, ...]:
    """Return the quantities with the tons and gallons that the outlet means."""
    units = {}
    if outlet and outlet.ton:
        units["ton"] = _TON[outlet.ton]
    if outlet and outlet.gallon:
        units["gallon"] = _GALLON[outlet.gallon]
    if not units:
        return quantities
    return tuple(replace(q, unit=_unit(q.unit, units)) for q in quantities)


def _unit(unit: str, units: dict[str, str]) -> str:
    return " per ".join(units.get(part, part) for part in unit.split(" per "))


def in_one_zone(times: tuple[Time, ...], outlet: Outlet | None) -> tuple[Time, ...]:
    """Return the hours that name no zone in GMT, where the outlet gives those of its own zone.

    Only hours of a known day: the zone's summer time decides.
    """
    if outlet is None or outlet.clocks != "zone" or not outlet.zone:
        return times
    zone = ZoneInfo(outlet.zone)
    return tuple(_moved(t, zone) for t in times)


def _moved(time: Time, zone: ZoneInfo) -> Time:
    bare = time.zone in {"", "local"} and time.type == "TIME"
    if not bare or time.begin is None or time.end is None or not _CLOCK.match(time.value):
        return time
    moved = time.begin.replace(tzinfo=zone).astimezone(dt.UTC).replace(tzinfo=None)
    value = moved.strftime("%Y-%m-%dT%H:%M") + time.value[16:]
    end = time.end + (moved - time.begin)
    return replace(time, value=value, begin=moved, end=end, zone="GMT")
