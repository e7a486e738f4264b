"""One run of the gate made by hand, with everything in it that an output has to show."""

from __future__ import annotations

import datetime as dt
import hashlib

from reconcile.model import (
    Accepted,
    Checked,
    Divergence,
    Elsewhere,
    Entry,
    Evidence,
    Finding,
    Locus,
    Outcome,
    Place,
    Published,
    Query,
    Relation,
    Report,
    Severity,
    Span,
    Status,
    Stretch,
    Submission,
    Waiver,
)
from reconcile.text.positions import locate

COURIER = """date 2024-03-05 Courier, ELSTOW

A ferry with 61 people aboard ran aground off Elstow on Tuesday.
The coastguard said 24 people were killed.
Nine others were taken to hospital on the mainland.
The captain, Ole Brandt, had been at sea for thirty years.
Its owner “will not comment” on the disaster.
"""
WIRE = """date 2024-03-05 AP, ELSTOW

A ferry ran aground near Elstow on Tuesday and 25 people were killed, the coastguard said.
Eleven others are in hospital.
"""
ITEM = "The coastguard said 25 people died when a ferry struck a reef. Twelve are in hospital."
PAPER = "The captain, Olaf Brandt, was questioned. The ferry grounded at Elstow Point."


def report(id_: str, source: str, file: str, text: str, **more: object) -> Report:
    """Return a report of the fifth of March."""
    return Report(
        file,
        text,
        id_,
        source,
        Published(dt.date(2024, 3, 5)),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        **more,  # type: ignore[arg-type]
    )


SUBMITTED = report("S", "Courier", "inbox/courier.txt", COURIER)
AP = report("A", "AP", "filed/ferry/ap.txt", WIRE)
REUTERS = report(
    "R",
    "Reuters",
    "filed/ferry/reuters.xml",
    ITEM,
    format="newsml",
    map=(Stretch(Span(0, len(ITEM)), path="/newsItem/contentSet/inlineXML/p[2]"),),
)
EVENING = report(
    "E",
    "Evening Paper",
    "filed/ferry/evening paper.pdf",
    PAPER,
    format="pdf",
    map=(Stretch(Span(0, len(PAPER)), page=3),),
)


def words(told: Report, quote: str) -> Span:
    """Return where words stand in a report."""
    start = told.text.index(quote)
    return Span(start, start + len(quote))


def sentence(told: Report, quote: str) -> Span:
    """Return the line that words stand on."""
    at = words(told, quote)
    return Span(told.text.rfind("\n", 0, at.start) + 1, (told.text + "\n").index("\n", at.end))


def query(
    kind: str,
    relation: Relation,
    severity: Severity,
    subject: str,
    message: str,
    quote: str,
    others: tuple[tuple[Report, str], ...],
    **more: object,
) -> Query:
    """Return what a desk asks about words of the submission."""
    sides = ((SUBMITTED, quote), *others)
    evidence = tuple(
        Evidence(Place(r.id, 0), sentence(r, q), q, q, (words(r, q),)) for r, q in sides
    )
    finding = Finding(kind, relation, subject, message, evidence, confidence=0.9)
    fingerprint = hashlib.sha256(f"{kind} {subject}".encode()).hexdigest()[:12]
    return Query(
        Divergence(finding, severity, fingerprint),
        message,
        quote,
        locate(SUBMITTED, words(SUBMITTED, quote)),
        tuple(Elsewhere(r, q, locate(r, words(r, q))) for r, q in others),
        **more,  # type: ignore[arg-type]
    )


KILLED = query(
    "quantity",
    Relation.CONFLICT,
    Severity.ERROR,
    "people killed",
    "you say 24 killed; AP and Reuters, 2 origins, say 25",
    "24 people were killed",
    ((AP, "25 people were killed"), (REUTERS, "25 people died")),
    fails=True,
)
INJURED = query(
    "quantity",
    Relation.UPDATE,
    Severity.ERROR,
    "people injured",
    "you say 9 injured; later reports say 11 (AP) and 12 (Reuters)",
    "Nine others were taken to hospital",
    ((AP, "Eleven others are in hospital"), (REUTERS, "Twelve are in hospital")),
)
CAPTAIN = query(
    "participant",
    Relation.CONFLICT,
    Severity.ERROR,
    "the captain",
    "you say Ole Brandt; Evening Paper says Olaf Brandt",
    "The captain, Ole Brandt",
    ((EVENING, "The captain, Olaf Brandt"),),
    accepted=Accepted(
        "baseline",
        "asked the owner: Ole is right",
        "Vera Holm",
        dt.date(2024, 3, 6),
        dt.date(2024, 9, 30),
    ),
)
WORDING = query(
    "wording",
    Relation.VARIANT,
    Severity.NOTE,
    "the grounding",
    "you say “disaster”; AP says “ran aground”",
    "disaster",
    ((AP, "ran aground"),),
    accepted=Accepted("front matter", "house style of the magazine"),
)

# Names and words that would steer a terminal, a log, a page or a parser that reads them as they are.
NASTY = (
    "::error file=a::b\n::add-mask::Elstow\r\n  ::stop-commands::x ##[set-output name=a]1 \x1b[31m red "
    "\x1b]0;title\x07 \u202eright\u2066 \x00\x08\x85 </failure><script>alert(1)</script> ]]> & \"'<!-- "
    "| a | [link](http://b.example) [b](1) {0} {{1}} `code` $(rm -rf) ${{ secrets.A }} %0A%25 "
    "\ud800 \uffff \ufffe @all #1"
)
HOSTILE = report("H", NASTY, f"inbox/--help {NASTY.replace('/', '∕')}.txt", NASTY + "\n24 killed")
_ASKED = Query(
    Divergence(
        Finding("quantity", Relation.CONFLICT, NASTY, NASTY, ()), Severity.ERROR, "0123456789ab"
    ),
    NASTY,
    NASTY,
    Locus(HOSTILE.file, NASTY, 1, 1, 4, 9, 0, NASTY),
    (Elsewhere(HOSTILE, NASTY, Locus(HOSTILE.file, "", 1, 1, 4, 9)),),
    fails=True,
)


def checked() -> Checked:
    """Return a run with one submission of each outcome."""
    waiver = Waiver(
        "time", "the clock on the quay was slow", Locus("inbox/courier.txt", line=1), ""
    )
    ferry = (AP, REUTERS, EVENING)
    return Checked(
        submissions=(
            Submission(
                "inbox/courier.txt",
                Outcome.FAILED,
                SUBMITTED,
                ferry,
                2,
                (KILLED, INJURED, CAPTAIN, WORDING),
                (waiver,),
            ),
            Submission("inbox/second look.md", Outcome.CLEAN, SUBMITTED, ferry, 2),
            Submission(
                "inbox/station-fire.txt",
                Outcome.UNMATCHED,
                SUBMITTED,
                (),
                5,
                note="none of the 5 reports on file tells of this incident",
            ),
            Submission(
                "inbox/torn.docx",
                Outcome.UNREADABLE,
                note="inbox/torn.docx: it is no Word document; save it again",
            ),
            Submission(
                "inbox/tomorrow.xml",
                Outcome.REFUSED,
                report("S", "AP", "inbox/tomorrow.xml", ITEM, status=Status.WITHHELD),
                note="withheld by AP: it must not be published yet",
            ),
        ),
        stale=(
            Entry(
                "ab12cd34ef56",
                "place",
                "the place of the grounding",
                ("off Elstow", "at Elstow Point"),
                "both are right",
                "Vera Holm",
                dt.date(2024, 3, 5),
            ),
        ),
        expired=(
            Entry(
                "0f0f0f0f0f0f",
                "time",
                "when the ferry ran aground",
                ("on Tuesday", "on Monday"),
                "waiting for the coastguard",
                "Vera Holm",
                dt.date(2024, 3, 5),
                dt.date(2024, 3, 7),
            ),
        ),
    )


def hostile() -> Checked:
    """Return a run in which every name and every word is out to do harm."""
    entry = Entry(NASTY, NASTY, NASTY, (NASTY,), NASTY, NASTY)
    accepted = Accepted("baseline", NASTY, NASTY)
    told = Submission(
        HOSTILE.file,
        Outcome.FAILED,
        HOSTILE,
        (HOSTILE,),
        0,
        (_ASKED, Query(_ASKED.divergence, NASTY, NASTY, _ASKED.at, (), accepted)),
        (Waiver(NASTY, NASTY, _ASKED.at, NASTY),),
    )
    unread = Submission(HOSTILE.file + "\n::x", Outcome.UNREADABLE, note=NASTY)
    return Checked((told, unread), (entry,), (entry,))
