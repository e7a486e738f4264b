"""Say the parts of a fact sheet in words: the common version, who says what and when, the support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.model import (
    Account,
    Basis,
    Factuality,
    LineKind,
    Piece,
    PieceKind,
    Saying,
    Sheet,
    SheetLine,
    Span,
    Verdict,
)
from reconcile.render.page.labels import count, line, listed, short_outlet, when
from reconcile.render.page.words import visible

HEADS = {
    LineKind.ANSWER: "the main questions",
    LineKind.TOLD: "told by more than one report",
    LineKind.ALONE: "told by one report alone",
}
CONFIDENCE = (
    "Confidence: how sure it is that the reports of a line tell one fact (high: in nine of ten such "
    "lines or more, good: seven of ten, fair: every second), not whether it is true."
)
_CLOSE = (",", ".", ";", ":", ")", "”", "’", "?", "!")
LOUD = frozenset({Verdict.CONFLICTING, Verdict.UPDATED, Verdict.UNCERTAIN})
_FLAT = {Factuality.CERTAIN, Factuality.DENIED}
Accounts = Mapping[str, Account]


def joined(pieces: Sequence[Piece]) -> str:
    """Return the words of a statement on one line, those in dispute between «»."""
    text = ""
    for k, piece in enumerate(pieces):
        words = visible(piece.text)
        if k and not _adjoining(pieces[k - 1], piece) and not words.startswith(_CLOSE):
            text += " "
        text += f"«{words}»" if piece.disputed else words
    return " ".join(text.split())


def _adjoining(before: Piece, after: Piece) -> bool:
    """Tell whether a piece begins where another ends, in the same report."""
    if not before.quotes or not after.quotes:
        return False
    one, two = before.quotes[0], after.quotes[0]
    return one.report == two.report and one.span.end == two.span.start


def sentence(pieces: Sequence[Piece]) -> str:
    """Return a statement as a sentence: a capital in front, a stop at the end."""
    text = joined(pieces)
    if not text or not all(piece.kind is PieceKind.WORDS for piece in pieces):
        return text
    end = "" if text.endswith((".", "!", "?", ".”", '."', "!”", "?”", "…", ".»")) else "."
    at = 1 if text.startswith("«") else 0
    return text[:at] + text[at].upper() + text[at + 1 :] + end


def version(one: SheetLine, accounts: Accounts) -> str:
    """Return the common version of a line, with the latest figure where it changed."""
    if one.basis is Basis.NONE:
        return (
            "no common version" if one.verdict in LOUD or one.slot else "each in words of its own"
        )
    if one.kind is not LineKind.ANSWER:
        return sentence(one.statement)
    text = joined(one.statement)
    if one.latest:
        text += f"; latest: {visible(one.latest.value)} ({teller(one.latest, accounts)})"
    return text


def subject(one: SheetLine) -> str:
    """Return what a line is about with a capital, "" where its statement speaks for itself."""
    told_alike = one.basis is Basis.NONE and not one.slot and one.verdict not in LOUD
    return "Told alike" if told_alike else subject_of(one.subject)


def subject_of(subject: str) -> str:
    """Return a subject with a capital."""
    told = visible(subject)
    return told[:1].upper() + told[1:]


def teller(saying: Saying, accounts: Accounts) -> str:
    """Return "E, Reuters, 17 Nov"."""
    report = accounts[saying.where.report].report
    parts = (report.id, short_outlet(report), when(report))
    return ", ".join(part for part in parts if part)


def said_by(saying: Saying, accounts: Accounts) -> str:
    """Return the words that name the source of a value, "" where it is told on nobody's word."""
    account = accounts[saying.where.report]
    return " … ".join(visible(account.words(span)) for span in saying.source)


def value(saying: Saying, accounts: Accounts) -> str:
    """Return the value as printed, or the whole sentence, marked where it is hedged or old."""
    words = visible(saying.value or accounts[saying.where.report].words(saying.span))
    marks = ["not stated as a fact"] if saying.factuality not in _FLAT else []
    marks += ["an earlier figure"] if saying.earlier else []
    return f"{words} ({', '.join(marks)})" if marks else words


def lines_of(saying: Saying, accounts: Accounts) -> int:
    """Return the line of the report that a value stands on."""
    return line(accounts[saying.where.report].report, saying.span.start)


def support(one: SheetLine) -> str:
    """Return who carries a statement: "3 origins", "AP only", "" for nobody."""
    if len(one.origins) > 1:
        return f"{count(len(one.origins), 'origin')}: {listed(map(visible, one.origins))}"
    return f"{visible(one.origins[0])} only" if one.origins else ""


def standing(one: SheetLine) -> str:
    """Return verdict, support and confidence of a line on one line."""
    parts = [str(one.verdict), support(one)]
    if one.stale:
        parts.append(f"{listed(one.stale)} out of date")
    if one.kind is not LineKind.ALONE:
        parts.append(f"confidence {one.sureness}")
    return " · ".join(part for part in parts if part)


def accounts_of(sheet: Sheet) -> dict[str, Account]:
    """Return the accounts by the id of their report, in order."""
    return {account.report.id: account for account in sheet.of.accounts}


def words_of(account: Account, span: Span) -> str:
    """Return the words at a span on one line."""
    return visible(account.words(span))
