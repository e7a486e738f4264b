"""A fact sheet and a timeline made by hand, so that their pages can be tested without a pipeline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reconcile.model import (
    Basis,
    Course,
    EventKind,
    LineKind,
    Mention,
    Moment,
    Piece,
    PieceKind,
    Place,
    Quote,
    Reconciliation,
    Saying,
    Sheet,
    SheetLine,
    Span,
    Sureness,
    Timeline,
    Verdict,
    Voiced,
)
from tests.render.made import MADE


def find(page: Reconciliation, report: str, words: str) -> Span:
    text = {a.report.id: a.report.text for a in page.accounts}[report]
    start = text.index(words)
    return Span(start, start + len(words))


def saying(
    page: Reconciliation, where: Place, words: str, source: str = "", key: str = ""
) -> Saying:
    named = (find(page, where.report, source),) if source else ()
    value = words if key else ""
    return Saying(where, find(page, where.report, words), value, key, named, f"own {where.report}")


def words(page: Reconciliation, report: str, text: str, disputed: bool = False) -> Piece:
    quote = Quote(report, find(page, report, text))
    return Piece(text, PieceKind.WORDS, (quote,), disputed)


def sheet() -> Sheet:
    """Return a sheet with a line of each sort."""
    page = MADE["coach"]()
    twelve = saying(page, Place("A", 1), "At least 12", key="12")
    nine = saying(page, Place("B", 2), "Nine", key="9")
    first = page.accounts[0]
    alone = first.words(first.sentences[3].span)
    least = Piece("9", PieceKind.VALUE, (Quote("B", nine.span),))
    taken = SheetLine(
        "passengers taken to hospital",
        LineKind.ANSWER,
        (Piece("at least", PieceKind.FRAME), least),
        Basis.BOUND,
        (Voiced("12", (twelve,), ("own A",)), Voiced("9", (nine,), ("own B",))),
        ("A", "B"),
        ("own A", "own B"),
        Verdict.UPDATED,
        0.85,
        Sureness.GOOD,
        latest=twelve,
        stale=("B",),
        slot="toll injured",
    )
    driver = replace(
        taken,
        subject="",
        kind=LineKind.TOLD,
        statement=(
            words(page, "A", "The driver"),
            words(page, "A", "was later "),
            words(page, "A", "arrested", disputed=True),
        ),
        basis=Basis.WORDS,
        voiced=(Voiced("", (saying(page, Place("A", 2), "The driver, a man of 51"),), ("own A",)),),
        verdict=Verdict.CORROBORATED,
        latest=None,
        stale=(),
        slot="",
    )
    clash = replace(driver, subject="whether it rained", statement=(), basis=Basis.NONE)
    rain = replace(
        driver,
        kind=LineKind.ALONE,
        statement=(words(page, "A", alone),),
        basis=Basis.ONE,
        voiced=(Voiced("", (saying(page, Place("A", 3), alone),), ("own A",)),),
        reports=("A",),
        origins=("own A",),
        verdict=Verdict.SINGLE_REPORT,
        confidence=1.0,
        sureness=Sureness.HIGH,
    )
    return Sheet(page, (taken, driver, replace(clash, verdict=Verdict.CONFLICTING), clash, rain))


def timeline() -> Timeline:
    """Return a timeline with a day, an hour, a month, an unplaced time and a course."""
    page = MADE["coach"]()
    told = Mention(Place("A", 0), find(page, "A", "A coach carrying"), find(page, "A", "yesterday"))
    other = replace(told, where=Place("B", 0), span=Span(0, 4), time=Span(0, 4))
    left = words(page, "A", "A coach carrying pensioners left the coast road near Elstow")
    day = dt.datetime(2024, 3, 5)
    moment = Moment(
        day, day + dt.timedelta(1), EventKind.MAIN, (left,), (told, other), ("own A", "own B")
    )
    month = replace(moment, begin=dt.datetime(2023, 9, 1), end=dt.datetime(2023, 10, 1))
    hour = dt.datetime(2024, 3, 5, 7, 40)
    early = replace(moment, begin=hour, end=hour + dt.timedelta(minutes=1), mentions=(told,))
    night = replace(early, begin=hour.replace(hour=17), end=dt.datetime(2024, 3, 6, 7))
    steps = (
        saying(page, Place("B", 2), "Nine", key="9"),
        saying(page, Place("A", 1), "At least 12", "police", "12"),
    )
    return Timeline(
        page,
        (
            replace(month, event=EventKind.EARLIER),
            moment,
            early,
            replace(night, origins=("own A",)),
        ),
        (replace(early, begin=None, end=None),),
        (Course("passengers taken to hospital", "toll injured", steps),),
    )


def nothing() -> Sheet:
    return Sheet(MADE["apart"](), ())


def no_times() -> Timeline:
    return Timeline(MADE["apart"](), (), (), ())


SHEETS = {"sheet": sheet, "nothing": nothing}
TIMELINES = {"timeline": timeline, "nothing": no_times}
