"""Reconciliations made by hand, so that pages can be tested without a model or a pipeline."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from reconcile.model import (
    Account,
    Block,
    BlockKind,
    Carried,
    Cell,
    Divergence,
    Evidence,
    Finding,
    Lineage,
    Origin,
    Passage,
    Place,
    Published,
    Reconciliation,
    Relation,
    Report,
    Row,
    Sentence,
    Severity,
    Span,
    Verdict,
)

HERALD = """date 2024-03-06 AP, PORT ELSTOW

A coach carrying pensioners left the coast road near Elstow yesterday and rolled into a field, police said.
At least 12 passengers were taken to hospital by helicopter.
The driver, a man of 51, was later arrested on suspicion of dangerous driving.
Rescuers worked in driving rain through the night.
The county has asked for crash barriers on that bend since 2019.
"""
COURIER = """date 2024-03-05 Courier (with inputs from AP)

A coach carrying pensioners left the coast road near Elstow on Tuesday and rolled into a field, police said.
It was not immediately known whether the driver had been detained.
Nine passengers were taken to hospital by helicopter.
Rescuers worked in driving rain through the night.
A farmer, Joan Pettifer, said she heard “a sound like a barn coming down”.
"""


def account(id_: str, source: str, day: str, text: str, file: str = "", place: str = "") -> Account:
    """Return an account of a text whose first paragraph is a header and whose lines are sentences."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\S.*", text)]
    head, *body = spans if text.startswith("date ") else [None, *spans]
    blocks = [Block(BlockKind.PARAGRAPH, span) for span in body]
    if head:
        blocks.insert(0, Block(BlockKind.HEADER, head))
    report = Report(
        file=file or f"{source.lower()}.txt",
        text=text,
        id=id_,
        source=source,
        published=Published(dt.date.fromisoformat(day)) if day else None,
        place=place,
        blocks=tuple(blocks),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    sentences = tuple(Sentence(k, span, BlockKind.PARAGRAPH) for k, span in enumerate(body))
    return Account(report, sentences)


def words(told: Account, quote: str) -> Span:
    """Return where words stand in a report."""
    start = told.report.text.index(quote)
    return Span(start, start + len(quote))


def cell(told: Account, k: int, quote: str = "", value: str = "") -> Cell:
    """Return the cell of a sentence, with the words that give its value."""
    span = words(told, quote) if quote else told.sentences[k].span
    return Cell(Place(told.report.id, k), span, value, value.casefold())


def proof(told: Account, k: int, value: str, mark: str) -> Evidence:
    """Return the evidence of a sentence whose marked words differ."""
    place, span = Place(told.report.id, k), told.sentences[k].span
    return Evidence(place, span, value, value.casefold(), (words(told, mark),))


def coach() -> Reconciliation:
    """Return two reports of a coach crash: a certainty update, a conflict of counts, shared copy."""
    a = account("A", "AP", "2024-03-06", HERALD, "herald.txt", "PORT ELSTOW")
    b = account("B", "Courier", "2024-03-05", COURIER, "courier.txt")
    arrested = Finding(
        kind="certainty",
        relation=Relation.UPDATE,
        subject="whether the driver was arrested",
        reason="B does not know; A, a day later, states it.",
        evidence=(
            proof(a, 2, "arrested", "was later arrested"),
            proof(b, 1, "not known", "not immediately known whether"),
        ),
        slot="arrest",
        grounds=("same person", "same event"),
        confidence=0.8,
        decided="A is a day later",
    )
    hospital = Finding(
        kind="quantity",
        relation=Relation.CONFLICT,
        subject="passengers taken to hospital",
        reason="A counts at least 12, B nine.",
        evidence=(
            proof(a, 1, "at least 12", "At least 12"),
            proof(b, 2, "9", "Nine"),
        ),
        slot="toll injured",
        grounds=("same event", "same slot"),
    )
    alone = Finding(
        kind="coverage",
        relation=Relation.VARIANT,
        subject="what a farmer heard",
        reason="Only B tells it.",
        evidence=(proof(b, 4, "Joan Pettifer", "Joan Pettifer"),),
    )
    rows = (
        Row(
            "a coach left the road",
            (cell(a, 0), cell(b, 0)),
            "",
            "",
            Verdict.SINGLE_ORIGIN,
            ("AP",),
        ),
        Row(
            "when the coach left the road",
            (
                cell(a, 0, "yesterday", "yesterday (5 Mar)"),
                cell(b, 0, "on Tuesday", "Tuesday (5 Mar)"),
            ),
            "when",
            "crash",
            Verdict.SINGLE_ORIGIN,
            ("AP",),
        ),
        Row(
            "passengers taken to hospital",
            (cell(a, 1, "At least 12", "at least 12"), cell(b, 2, "Nine", "9")),
            "toll injured",
            "crash",
            Verdict.CONFLICTING,
            ("AP",),
            (
                Carried("12", "at least 12", ("A",), ("AP",)),
                Carried("9", "9", ("B",), ("own reporting of B",)),
            ),
            ("B",),
        ),
        Row("taken to hospital", (cell(a, 1), cell(b, 2)), "", "", Verdict.CONFLICTING, ("AP",)),
        Row("the driver", (cell(a, 2), cell(b, 1)), "", "", Verdict.UPDATED, ("AP",)),
        Row("rescuers", (cell(a, 3), cell(b, 3)), "", "", Verdict.SINGLE_ORIGIN, ("AP",)),
    )
    shared = Passage((("A", a.sentences[3].span), ("B", b.sentences[3].span)), 8, "AP")
    return Reconciliation(
        accounts=(a, b),
        rows=rows,
        divergences=(
            Divergence(hospital, Severity.ERROR, "4be19c0d7a52"),
            Divergence(arrested, Severity.WARNING, "a41c9e02f6d8"),
            Divergence(alone, Severity.NOTE, "90aa1c55b0e7"),
        ),
        lineage=Lineage((shared,), (Origin("AP", ("A", "B"), "credit in A's header"),)),
        comparable=True,
        why="6 facts compared",
    )


def many(number: int = 12) -> Reconciliation:
    """Return many short reports that give three values for one count, one of them silent."""
    accounts = tuple(
        account(
            f"R{k}",
            f"Outlet {k}",
            f"2024-03-{1 + k % 28:02}",
            f"Officials said {6 + k % 3} people were rescued from the ferry.\n"
            if k
            else "The ferry sailed at noon.\n",
        )
        for k in range(number)
    )
    tellers = accounts[1:]
    finding = Finding(
        kind="quantity",
        relation=Relation.CONFLICT,
        subject="people rescued",
        reason="Three figures stand for the same rescue.",
        evidence=tuple(
            proof(a, 0, str(6 + k % 3), str(6 + k % 3)) for k, a in enumerate(tellers, 1)
        ),
        slot="toll rescued",
    )
    row = Row(
        "people rescued",
        tuple(cell(a, 0, str(6 + k % 3), str(6 + k % 3)) for k, a in enumerate(tellers, 1)),
        "toll rescued",
        "ferry",
        Verdict.CONFLICTING,
        tuple(f"own reporting of {a.report.id}" for a in tellers),
    )
    return Reconciliation(
        accounts=accounts,
        rows=(row,),
        divergences=(Divergence(finding, Severity.ERROR, "0123456789ab"),),
        lineage=Lineage(),
        comparable=True,
        why="1 fact compared",
    )


def apart() -> Reconciliation:
    """Return two reports of different incidents."""
    a = account("A", "Herald", "2024-03-06", HERALD)
    b = account("B", "Mail", "", "The council voted to close two libraries.\n")
    return Reconciliation(
        (a, b), (), (), Lineage(), False, "the reports do not tell of the same incident", ("A", "B")
    )


def agreed() -> Reconciliation:
    """Return two reports that agree in all they share."""
    a = account("A", "Herald", "2024-03-06", "Rain fell all day.\n")
    b = account("B", "Mail", "2024-03-06", "Rain fell all day.\n")
    row = Row("rain", (cell(a, 0), cell(b, 0)), "", "", Verdict.CORROBORATED, ("Herald", "Mail"))
    return Reconciliation((a, b), (row,), (), Lineage(), True, "1 fact compared")


def hostile() -> Reconciliation:
    """Return reports whose names and words try to steer the terminal."""
    a = account(
        "A", "He\x1b[31mrald", "2024-03-06", "A \x1b]0;title\x07 bus \u202eturned\u202c over.\n"
    )
    b = account(
        "B",
        "Mail\u2066",
        "",
        "A bus turned over, a \U0001f691 came; \u05d0\u05d5\u05d8\u05d5\u05d1\u05d5\u05e1.\n",
        "x\ny.txt",
    )
    row = Row("a\x1bbus", (cell(a, 0), cell(b, 0)), "", "", Verdict.SINGLE_REPORT, ())
    remark = "B has no\x1b date: nothing shows whether it is an update."
    return Reconciliation(
        (a, b), (row,), (), Lineage(), True, "1 fact\x1b compared", remarks=(remark,)
    )


MADE = {"coach": coach, "many": many, "apart": apart, "agreed": agreed, "hostile": hostile}
