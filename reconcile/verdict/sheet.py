"""Make the fact sheet: for each fact what every origin that tells it supports, and who says what.

Values for the main questions stand first (toll, where, when, who, cause), then what sentences of
several reports tell alike, both in story order, then what one report tells alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from reconcile.lineage.naming import by_id
from reconcile.model import (
    Account,
    Basis,
    BlockKind,
    Cell,
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
    Severity,
    Sheet,
    SheetLine,
    Verdict,
    Voiced,
)
from reconcile.verdict.agreed import agreed
from reconcile.verdict.confidence import FAIR, GOOD, confidence, in_words
from reconcile.verdict.newest import newest
from reconcile.verdict.sayings import Ground, carrying, ground, of_cell, tellers, voiced
from reconcile.verdict.settle import rests_on
from reconcile.verdict.told import SHORTEST, Statement, common_words

MAIN = ("toll", "magnitude", "where", "spot", "run", "direction", "when", "claimed", "post", "home")


def fact_sheet(comparison: Comparison, reconciliation: Reconciliation) -> Sheet:
    """Return the fact sheet of reports that were compared; without lines where nothing was."""
    known = ground(comparison, reconciliation.divergences)
    if not reconciliation.comparable:
        return Sheet(reconciliation, ())
    shown: set[Place] = set()
    lines = [*_answers(reconciliation.rows, known), *_told(reconciliation.rows, known, shown)]
    return Sheet(reconciliation, (*lines, *_alone(lines, known, shown)))


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
            confidence=(sure := confidence(row, known)),
            sureness=in_words(sure),
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


def _told(rows: Sequence[Row], known: Ground, shown: set[Place]) -> Iterator[SheetLine]:
    """Yield the lines of sentences; a sentence makes one statement, however many rows it stands in.

    What has been shown, here or as a value, is added to `shown`.
    """
    used: set[Place] = set()
    for row in rows:
        places = {c.where for c in row.cells}
        if row.slot or len({p.report for p in places}) < 2:
            continue
        own = [d for d in known.divergences if rests_on(d, row)]
        found = common_words(row, own, known, used)
        if found is not None and _sure(row, found, known):
            bearing = set(_bearing(row, found, known))
            new = len(found.origins) > 1 or not bearing <= shown
            if new and not _only_answer(found, known):
                used |= _same_words(found.base, places, known)
                line = _stated(row, found, own, known)
                shown.update(s.where for v in line.voiced for s in v.sayings)
                yield line
        elif len({p.report for p in places - shown}) > 1 and _worth(row, places, known):
            shown |= places
            yield _unstated(row, own, known)
        elif _answered(places, known):
            shown |= places


def _sure(row: Row, found: Statement, known: Ground) -> bool:
    """Tell whether the origins behind a statement are more likely than not to tell one fact."""
    return len(found.origins) < 2 or confidence(row, known, _bearing(row, found, known)) >= FAIR


def _bearing(row: Row, found: Statement, known: Ground) -> list[Place]:
    return [
        c.where for c in row.cells if known.origin.get(c.where, c.where.report) in found.origins
    ]


def _worth(row: Row, places: Collection[Place], known: Ground) -> bool:
    """Tell whether sentences without common words are shown side by side.

    They tell one thing for certain, or clash; and no line of values says it all already.
    """
    sure = row.verdict in _LOUD or confidence(row, known) >= GOOD
    return sure and not _answered(places, known)


_LOUD = frozenset({Verdict.CONFLICTING, Verdict.UPDATED, Verdict.UNCERTAIN})


def _stated(row: Row, found: Statement, own: Sequence[Divergence], known: Ground) -> SheetLine:
    """Return the line of a row with a common version, carried by the origins that bear it out."""
    bearing = _bearing(row, found, known)
    origins = carrying(bearing, known)
    reports = tuple(sorted({p.report for p in bearing}, key=by_id))
    verdict = row.verdict
    if verdict not in _LOUD:
        verdict = Verdict.CORROBORATED if len(origins) > 1 else Verdict.SINGLE_ORIGIN
        verdict = verdict if len(reports) > 1 else Verdict.SINGLE_REPORT
    return SheetLine(
        subject="",
        kind=LineKind.TOLD,
        statement=found.pieces,
        basis=found.basis,
        voiced=_tellings((*_whole(bearing, known), *_elsewhere(bearing, own, known)), known),
        reports=reports,
        origins=origins,
        verdict=verdict,
        confidence=(sure := confidence(row, known, bearing)),
        sureness=in_words(sure),
        stale=row.stale,
    )


def _unstated(row: Row, own: Sequence[Divergence], known: Ground) -> SheetLine:
    """Return the line of a row whose reports tell one thing and have no words in common."""
    errors = [d for d in own if d.severity is Severity.ERROR]
    return SheetLine(
        subject=errors[0].finding.subject if errors else row.subject,
        kind=LineKind.TOLD,
        statement=(),
        basis=Basis.NONE,
        voiced=_tellings(
            (*row.cells, *_elsewhere([c.where for c in row.cells], own, known)), known
        ),
        reports=tellers(row),
        origins=(),
        verdict=row.verdict,
        confidence=(sure := confidence(row, known)),
        sureness=in_words(sure),
        stale=row.stale,
    )


def _answered(places: Collection[Place], known: Ground) -> bool:
    """Tell whether every sentence gives a value that stands on a line of its own."""
    prose = (p for p in places if known.sentence(p).block is not BlockKind.HEADLINE)
    return all(any(where == place for where, _ in known.answers) for place in prose)


def _only_answer(found: Statement, known: Ground) -> bool:
    """Tell whether a statement says no more than a value that has a line of its own."""
    words = sum(len(piece.text.split()) for piece in found.pieces)
    return words <= SHORTEST + 1 and _answered([found.base], known)


def _same_words(base: Place, places: Collection[Place], known: Ground) -> set[Place]:
    """Return the sentences of a row that have the words of one, itself included."""
    words = _folded(base, known)
    return {p for p in places if p == base or _folded(p, known) == words}


def _folded(where: Place, known: Ground) -> str:
    text = known.account(where.report).words(known.sentence(where).span)
    return " ".join(text.casefold().split())


def _whole(places: Iterable[Place], known: Ground) -> Iterator[Cell]:
    return (Cell(p, known.sentence(p).span) for p in dict.fromkeys(places))


def _elsewhere(
    inside: Collection[Place], own: Sequence[Divergence], known: Ground
) -> Iterator[Cell]:
    """Yield the other sentences that a clash or a doubt rests on, if no line of values shows it."""
    for divergence in own:
        loud = divergence.severity is not Severity.NOTE and divergence.finding.kind != "attribution"
        if loud and divergence.finding.subject not in known.asked:
            yield from _whole(
                (e.where for e in divergence.finding.evidence if e.where not in inside), known
            )


def _tellings(cells: Iterable[Cell], known: Ground) -> tuple[Voiced, ...]:
    """Return what each report tells in sentences that tell one thing, equal words together."""
    groups: dict[str, list[Saying]] = {}
    for cell in dict.fromkeys(cells):
        saying = of_cell(cell, known)
        if known.sentence(cell.where).block is not BlockKind.HEADLINE:
            groups.setdefault(_folded(cell.where, known), []).append(saying)
    return tuple(
        Voiced("", tuple(sayings), carrying([s.where for s in sayings], known))
        for sayings in groups.values()
    )


# ---------------------------------------------------------------- what one report tells


def _alone(
    lines: Sequence[SheetLine], known: Ground, answered: Collection[Place]
) -> Iterator[SheetLine]:
    """Yield the sentences that stand on no line yet, in order of reports and text."""
    shown = {s.where for line in lines for v in line.voiced for s in v.sayings}.union(answered)
    for account in known.comparison.accounts:
        for sentence in account.sentences:
            where = Place(account.report.id, sentence.index)
            if sentence.news and where not in shown and _tells(account, sentence):
                yield _single(account, sentence, where, known)


def _tells(account: Account, sentence: Sentence) -> bool:
    words = account.words(sentence.span).split()
    return sentence.block is not BlockKind.HEADLINE and len(words) >= SHORTEST


def _single(account: Account, sentence: Sentence, where: Place, known: Ground) -> SheetLine:
    span, origins = sentence.span, carrying([where], known)
    words = Piece(account.words(span), PieceKind.WORDS, (Quote(where.report, span),))
    saying = of_cell(Cell(where, span), known)
    return SheetLine(
        subject="",
        kind=LineKind.ALONE,
        statement=(words,),
        basis=Basis.ONE,
        voiced=(Voiced("", (saying,), origins),),
        reports=(where.report,),
        origins=origins,
        verdict=Verdict.SINGLE_REPORT,
        confidence=1.0,
        sureness=in_words(1.0),
    )
