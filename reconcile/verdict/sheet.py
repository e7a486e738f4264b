"""Make the fact sheet: for each fact what every origin that tells it supports, and who says what.

Values for the main questions stand first (toll, where, when, who, cause), then what sentences of
several reports tell alike, both in story order, then what one report tells alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reconcile.model import (
    Account,
    Basis,
    BlockKind,
    Comparison,
    Divergence,
    EventKind,
    LineKind,
    Piece,
    PieceKind,
    Place,
    Quote,
    Reconciliation,
    Row,
    Saying,
    Sentence,
    Sheet,
    SheetLine,
    Verdict,
    Voiced,
)
from reconcile.verdict.agreed import agreed
from reconcile.verdict.confidence import confidence
from reconcile.verdict.newest import newest
from reconcile.verdict.sayings import Ground, by_id, ground, of_cell, tellers, voiced, whose_word
from reconcile.verdict.settle import rests_on
from reconcile.verdict.told import common_words

MAIN = ("toll", "magnitude", "where", "spot", "run", "direction", "when", "claimed", "post", "home")


def fact_sheet(comparison: Comparison, reconciliation: Reconciliation) -> Sheet:
    """Return the fact sheet of reports that were compared; without lines where nothing was."""
    known = ground(comparison, reconciliation.divergences)
    lines = [
        *_answers(reconciliation.rows, known),
        *_told(reconciliation.rows, known),
        *_alone(reconciliation.rows, known),
    ]
    return Sheet(reconciliation, tuple(lines) if reconciliation.comparable else ())


# ---------------------------------------------------------------- values


def _answers(rows: Sequence[Row], known: Ground) -> Iterator[SheetLine]:
    """Yield the lines of values, those of the incident's main questions first."""
    with_values = [row for row in rows if row.slot]
    for row in sorted(with_values, key=_question):
        found = voiced(row, known)
        sayings = [s for v in found for s in v.sayings]
        statement, basis = agreed(row, sayings, known)
        yield SheetLine(
            subject=row.subject,
            kind=LineKind.ANSWER,
            statement=statement,
            basis=basis,
            voiced=found,
            reports=tellers(row),
            origins=_supporters(found, basis, row),
            verdict=row.verdict,
            confidence=confidence(row, known),
            latest=newest(row, sayings, known),
            stale=row.stale,
            slot=row.slot,
        )


def _question(row: Row) -> tuple[bool, int]:
    kind = row.slot.split()[0]
    return row.event not in {"", EventKind.MAIN}, MAIN.index(kind) if kind in MAIN else len(MAIN)


def _supporters(found: Sequence[Voiced], basis: Basis, row: Row) -> tuple[str, ...]:
    """Return the origins that support a statement: of a bound, those of every value."""
    if basis is Basis.NONE:
        return ()
    if basis in {Basis.SAME, Basis.ONE}:
        return row.origins
    return tuple(sorted({origin for v in found for origin in v.origins}))


# ---------------------------------------------------------------- what sentences tell alike


def _told(rows: Sequence[Row], known: Ground) -> Iterator[SheetLine]:
    """Yield the lines of sentences; a sentence makes one statement, however many rows it stands in."""
    used: set[Place] = set()
    covered: set[Place] = set()
    for row in rows:
        places = {c.where for c in row.cells}
        if row.slot or len({p.report for p in places}) < 2:
            continue
        own = [d for d in known.divergences if rests_on(d, row)]
        (statement, basis), base = common_words(row, own, known, used)
        if base is None and (places <= covered or _answered(places, known)):
            continue
        covered |= places
        if base is not None:
            used |= _same_words(base, places, known)
        found = _tellings(row, own, known)
        yield SheetLine(
            subject="" if statement else row.subject,
            kind=LineKind.TOLD,
            statement=statement,
            basis=basis,
            voiced=found,
            reports=tellers(row),
            origins=_of(row, basis, known),
            verdict=row.verdict,
            confidence=confidence(row, known),
            stale=row.stale,
        )


def _answered(places: Collection[Place], known: Ground) -> bool:
    """Tell whether every sentence gives a value that stands on a line of its own."""
    return all(any(where == place for where, _ in known.answers) for place in places)


def _same_words(base: Place, places: Collection[Place], known: Ground) -> set[Place]:
    """Return the sentences of a row that have the words of one, itself included."""
    words = _folded(base, known)
    return {p for p in places if p == base or _folded(p, known) == words}


def _folded(where: Place, known: Ground) -> str:
    text = known.account(where.report).words(known.sentence(where).span)
    return " ".join(text.casefold().split())


def _of(row: Row, basis: Basis, known: Ground) -> tuple[str, ...]:
    if basis is Basis.NONE:
        return ()
    return tuple(sorted({o for c in row.carried for o in c.origins})) or row.origins


def _tellings(row: Row, own: Sequence[Divergence], known: Ground) -> tuple[Voiced, ...]:
    """Return what each report tells in a row of sentences, equal words together."""
    groups: dict[str, list[Saying]] = {}
    for cell in row.cells:
        saying = of_cell(cell, known)
        if known.sentence(cell.where).block is not BlockKind.HEADLINE:
            groups.setdefault(_folded(cell.where, known), []).append(saying)
    return tuple(
        Voiced("", tuple(sayings), tuple(sorted({s.origin for s in sayings if s.origin})))
        for sayings in groups.values()
    )


# ---------------------------------------------------------------- what one report tells


def _alone(rows: Sequence[Row], known: Ground) -> Iterator[SheetLine]:
    shared = {c.where for row in rows for c in row.cells if len(tellers(row)) > 1}
    for account in known.comparison.accounts:
        for sentence in account.sentences:
            where = Place(account.report.id, sentence.index)
            if sentence.news and where not in shared and _tells(account, sentence):
                yield _single(account, sentence, where, known)


def _tells(account: Account, sentence: Sentence) -> bool:
    return sentence.block is not BlockKind.HEADLINE and len(account.words(sentence.span).split()) > 3


def _single(account: Account, sentence: Sentence, where: Place, known: Ground) -> SheetLine:
    span, origin = sentence.span, known.origin.get(where, "")
    words = Piece(account.words(span), PieceKind.WORDS, (Quote(where.report, span),))
    saying = Saying(where, span, "", "", whose_word(sentence), origin)
    return SheetLine(
        subject="",
        kind=LineKind.ALONE,
        statement=(words,),
        basis=Basis.ONE,
        voiced=(Voiced("", (saying,), (origin,) if origin else ()),),
        reports=(where.report,),
        origins=(origin,) if origin else (),
        verdict=Verdict.SINGLE_REPORT,
        confidence=1.0,
    )
