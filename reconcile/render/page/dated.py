"""Say intervals of time in words: "15 Nov 2018, 7.40 a.m.", "September 2018", "15 to 17 Nov 2018"."""

from __future__ import annotations

import calendar
import datetime as dt

from reconcile.model import Moment
from reconcile.render.page.labels import day

DAY = dt.timedelta(days=1)


def interval(moment: Moment) -> str:
    """Return when a moment was, as finely as it is known; "" where it cannot be placed."""
    if moment.begin is None or moment.end is None:
        return ""
    begin, end = moment.begin, moment.end
    if begin.time() == end.time() == dt.time() and end > begin:
        return _days(begin.date(), (end - DAY).date())
    return f"{day(begin.date(), year=True)}, {_hours(begin, end)}"


def _days(first: dt.date, last: dt.date) -> str:
    """Return "15 Nov 2018", "November 2018", "2018", "15 to 17 Nov 2018"."""
    if first == last:
        return day(first, year=True)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{calendar.month_name[first.month]} {first.year}"
    if whole_months and first.month == 1 and last.month == 12 and first.year == last.year:
        return str(first.year)
    return f"{day(first, year=first.year != last.year)} to {day(last, year=True)}"


def _hours(begin: dt.datetime, end: dt.datetime) -> str:
    """Return "07:40", or "06:00 to 12:00", with the day where it is the next one."""
    if end - begin <= dt.timedelta(minutes=1):
        return f"{begin:%H:%M}"
    last = f"{end:%H:%M}" if end.date() == begin.date() else f"{end:%H:%M} ({day(end.date())})"
    return f"{begin:%H:%M} to {last}"
