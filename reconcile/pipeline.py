"""Compare the reports of one incident: read, understand, place, align, trace, check, judge, sum up."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from reconcile.align.incident import belonging, withdrawing
from reconcile.align.link import align, join, within
from reconcile.align.parallels import claim_pairs, parallels
from reconcile.align.rows import sentence_rows
from reconcile.align.slots import slot_rows
from reconcile.checks.proof.subject import proof
from reconcile.checks.proof.succession import decided, undated
from reconcile.errors import NotEnough
from reconcile.events.frames import place_events
from reconcile.events.slots import find_answers
from reconcile.facts.known_as import answered
from reconcile.facts.ownfacts import OwnFacts
from reconcile.facts.understand import cut, parsed, understood
from reconcile.language.meaning import Ahead, read_ahead
from reconcile.lineage.origins import trace
from reconcile.model import (
    BOILERPLATE,
    Account,
    Comparison,
    Desk,
    Divergence,
    Finding,
    Leeway,
    NotCompared,
    Reconciliation,
    Report,
    Row,
    Seen,
    Sentence,
    Sheet,
    Timeline,
)
from reconcile.plugin import Check, discover
from reconcile.settings import Settings
from reconcile.settings.nouns import Style
from reconcile.text.fold import flat, plain
from reconcile.text.lettering import lettered
from reconcile.text.standing import standing
from reconcile.verdict.settle import settle
from reconcile.verdict.sheet import fact_sheet as make_sheet
from reconcile.verdict.timeline import timeline as make_timeline

_MARKS = str.maketrans("", "", "\"'")
Progress = Callable[[str, int, int], None]


def reconcile(
    reports: Sequence[Report], settings: Settings | None = None, progress: Progress | None = None
) -> Reconciliation:
    """Return what the reports of one incident say, and where they diverge.

    Reports are named A, B, … in the order given; the order changes names and nothing else.
    `progress(step, done, of)` is called as the work goes on. Raises NotEnough for fewer than two
    reports, PartError when a model is missing.
    """
    return examined(reports, settings, progress)[1]


def fact_sheet(
    reports: Sequence[Report], settings: Settings | None = None, progress: Progress | None = None
) -> Sheet:
    """Return what the reports establish together, one line a fact; raises as `reconcile` does."""
    return make_sheet(*examined(reports, settings, progress))


def timeline(
    reports: Sequence[Report], settings: Settings | None = None, progress: Progress | None = None
) -> Timeline:
    """Return what happened when, and how figures changed; raises as `reconcile` does."""
    return make_timeline(*examined(reports, settings, progress))


def examined(
    reports: Sequence[Report], settings: Settings | None, progress: Progress | None
) -> tuple[Comparison, Reconciliation]:
    """Return what checks may look at, and what came of it; raises as `reconcile` does."""
    if len(reports) < 2:
        raise NotEnough(f"{len(reports)} report given: two or more are needed to compare")
    with _all_kept():
        return _examined(reports, settings or Settings(), progress or (lambda step, done, of: None))


@contextmanager
def _all_kept() -> Iterator[None]:
    """Look for no garbage meanwhile: what a comparison makes lives to its end, and is much to search."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _examined(
    reports: Sequence[Report], settings: Settings, tell: Progress
) -> tuple[Comparison, Reconciliation]:
    accounts, ahead = _accounts(reports, settings, tell)
    tell("linking", 0, 1)
    comparison = compare(accounts, ahead, settings)
    seen = list(_seen(comparison, settings, tell))
    found = (decided(comparison, f) for f in seen if isinstance(f, Finding))
    divergences = judge(found, settings)
    apart = tuple(
        a.report.id
        for a in accounts
        if a.report.id not in {b.report.id for b in comparison.accounts}
    )
    return comparison, Reconciliation(
        accounts=accounts if apart else comparison.accounts,
        rows=settle(comparison, divergences),
        divergences=divergences,
        lineage=comparison.lineage,
        comparable=bool(comparison.rows),
        why=_why(comparison.rows, apart),
        apart=apart,
        not_compared=undecided(seen),
        remarks=(*standing(told := [a.report for a in accounts]), *undated(told)),
        answers=comparison.answers,
    )


def origins(reports: Sequence[Report], progress: Progress | None = None) -> Reconciliation:
    """Return whose text each report is: shared copy and origins alone, which need no model.

    Nothing is compared, and no report is left out. Raises NotEnough for fewer than two reports.
    """
    if len(reports) < 2:
        raise NotEnough(f"{len(reports)} report given: two or more are needed to compare")
    tell = progress or (lambda step, done, of: None)
    accounts = []
    for k, report in enumerate(lettered(reports)):
        tell("reading", k, len(reports))
        sentences = (Sentence(n, span, kind) for n, (kind, span) in enumerate(cut(report)))
        accounts.append(Account(report, tuple(sentences)))
    tell("tracing", 0, 1)
    lineage = trace(accounts)
    return Reconciliation(
        accounts=tuple(accounts),
        rows=(),
        divergences=(),
        lineage=lineage,
        comparable=True,
        why="origins alone were asked for",
        remarks=standing([a.report for a in accounts]),
    )


def _accounts(
    reports: Sequence[Report], settings: Settings, tell: Progress
) -> tuple[tuple[Account, ...], Ahead | None]:
    """Return what the reports say, and their sentences as the model of meaning reads them meanwhile."""
    named = lettered(reports)
    cuts = [cut(report) for report in named]
    ahead = read_ahead(
        span.of(flat(report.text))
        for report, found in zip(named, cuts, strict=True)
        for kind, span in found
        if kind not in BOILERPLATE and not span.of(report.text).isspace()
    )
    accounts: list[Account] = []
    own: dict[Style, OwnFacts] = {}
    for k, (report, sentences) in enumerate(zip(named, parsed(named, cuts), strict=True)):
        tell("reading", k, len(reports))
        style = settings.style(report.file, report.source)
        facts = own.setdefault(style, OwnFacts(style))
        accounts.append(understood(report, sentences, style, facts))
    return tuple(accounts), ahead


def compare(
    accounts: Sequence[Account], ahead: Ahead | None = None, settings: Settings | None = None
) -> Comparison:
    """Keep the reports of one incident, place their claims in events, make rows and origins.

    Reports that do not belong with most of the others are left out, not aligned by force.
    """
    settings = settings or Settings()
    likeness = align(accounts, ahead)
    together = belonging(accounts, likeness)
    together |= withdrawing(accounts, together)
    placed = place_events([a for a in accounts if a.report.id in together])
    answers = answered(find_answers(placed), settings.aliases)
    facts = slot_rows(answers)
    proven = [*({c.where for c in row.cells} for row in facts), *claim_pairs(placed)]
    alignment = join(within(likeness, together), proven)
    return Comparison(
        accounts=placed,
        alignment=alignment,
        answers=answers,
        rows=(*facts, *sentence_rows(placed, alignment)),
        lineage=trace(placed),
        parallels=parallels(placed, alignment),
        desk=_desk(settings),
    )


def _desk(settings: Settings) -> Desk:
    """Return what checks need to know of the settings."""
    leeways = tuple(Leeway(t.of, t.relative, t.absolute) for t in settings.tolerances)
    return Desk(leeways, settings.minutes, settings.loaded)


def _seen(comparison: Comparison, settings: Settings, tell: Progress) -> Iterable[Seen]:
    checks = discover("reconcile.checks", "CHECK", Check)
    for k, (kind, check) in enumerate(checks.items()):
        tell("checking", k, len(checks))
        if settings.wants(kind):
            for seen in check.find(comparison):
                if isinstance(seen, Finding):
                    yield replace(seen, proof=proof(comparison, seen))
                else:
                    yield seen


def judge(findings: Iterable[Finding], settings: Settings) -> tuple[Divergence, ...]:
    """Stamp findings with severity and fingerprint, worst first, each fingerprint once."""
    stamped: dict[str, Divergence] = {}
    for finding in findings:
        severity = settings.severity(finding.kind, finding.relation, finding.minor)
        mark = fingerprint(finding)
        stamped.setdefault(mark, Divergence(finding, severity, mark))
    return tuple(sorted(stamped.values(), key=_urgency))


def undecided(seen: Iterable[Seen]) -> tuple[NotCompared, ...]:
    """Return what checks could not decide, in story order, each once and nothing that was found."""
    seen = list(seen)
    found = {(f.kind, e.where, e.key) for f in seen if isinstance(f, Finding) for e in f.evidence}
    near = dict.fromkeys(n for n in seen if isinstance(n, NotCompared))
    return tuple(
        sorted(
            (n for n in near if not {(n.kind, e.where, e.key) for e in n.evidence} <= found),
            key=lambda n: (n.evidence[0].where.sentence, n.kind, n.subject, n.reason),
        )
    )


def _urgency(divergence: Divergence) -> tuple[int, float, str, int, str]:
    finding = divergence.finding
    first = min((e.where.sentence for e in finding.evidence), default=0)
    return (
        -divergence.severity.rank,
        -finding.confidence,
        finding.kind,
        first,
        divergence.fingerprint,
    )


def fingerprint(finding: Finding) -> str:
    """Return a stable id: kind, slot and the set of distinct normalised values.

    It survives reflowed text, other sentences around the words, and one more report that agrees.
    """
    values = sorted({_bare(e.key) for e in finding.evidence})
    content = "\x1f".join([finding.kind, _bare(finding.slot), *values])
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]


def _bare(key: str) -> str:
    """Return a key without what the style of a house decides: quotation marks, case, line ends."""
    return " ".join(plain(key).translate(_MARKS).casefold().split())


def _why(rows: Sequence[Row], apart: Sequence[str]) -> str:
    if not rows:
        return "the reports do not belong together: nothing ties them to one incident"
    left = f"; {', '.join(apart)} tell of something else" if len(apart) > 1 else ""
    left = f"; {apart[0]} tells of something else" if len(apart) == 1 else left
    return f"{len(rows)} facts compared{left}"
