"""The divergences, one card each: what every report says, beside who says it, and why it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Account, Divergence, Evidence, NotCompared, Report
from reconcile.render.page.evidence import decided, grouped, in_order
from reconcile.render.page.labels import line, listed, short_outlet, when
from reconcile.render.page.words import pieces, visible
from reconcile.render.screen.layout import (
    QUIET,
    SEVERITY,
    TITLE,
    Column,
    block,
    lines,
    marked,
    rule,
)

INDENT = 2


def card(
    found: Divergence, reports: dict[str, Account], width: int, every: bool = False
) -> Iterator[Text]:
    """Yield the lines of one divergence; with `every`, each report's words however many."""
    finding = found.finding
    yield _title(found, width)
    yield from block(Text(visible(finding.subject)), width, INDENT)
    quoted = in_order(finding, reports)
    told = [(e, []) for e in quoted] if every else list(grouped(quoted, reports))
    size = _label_width([reports[e.where.report].report for e in quoted], width)
    for evidence, others in told:
        yield from _quotation(evidence, reports[evidence.where.report], size, width)
        if others:
            also = listed(_short(other, reports) for other in others)
            yield from block(Text(f"likewise {also}", QUIET), width, INDENT + size + 2)
    yield from block(Text(visible(finding.reason)), width, INDENT)
    if finding.decided:
        yield from block(Text(decided(finding)), width, INDENT)
    yield from _grounds("same fact", finding.grounds, width)
    if every:
        asked = [f"{g.aspect} {g.standing} ({g.words})" for g in finding.proof]
        yield from _grounds("asked of both", asked, width)


def near_misses(
    near: Sequence[NotCompared], reports: dict[str, Account], width: int
) -> Iterator[Text]:
    """Yield what came close to a divergence: the words, what spoke for it and what was missing."""
    yield from rule(
        "not comparable: it differs, and proof of one subject or of a clash is missing", width
    )
    for k, one in enumerate(near):
        if k:
            yield Text()
        yield from block(Text(f"{one.kind}: {visible(one.subject)}", TITLE), width)
        size = _label_width([reports[e.where.report].report for e in one.evidence], width)
        for evidence in one.evidence:
            yield from _quotation(evidence, reports[evidence.where.report], size, width)
        yield from block(Text(visible(one.reason)), width, INDENT)
        yield from _grounds("for it", one.grounds, width)
    if not near:
        yield from block(Text("nothing: what differs is listed above"), width, INDENT)


def _grounds(label: str, grounds: Sequence[str], width: int) -> Iterator[Text]:
    if grounds:
        why = f"{label}: " + " · ".join(visible(ground) for ground in grounds)
        yield from block(Text(why, QUIET), width, INDENT)


def _title(found: Divergence, width: int) -> Text:
    finding = found.finding
    title = Text(found.severity.upper(), SEVERITY[found.severity])
    title.append(f"  {finding.kind}, {finding.relation}", "bold")
    gap = max(width - title.cell_len - len(found.fingerprint), 2)
    return title.append(" " * gap + found.fingerprint, QUIET)


def _short(evidence: Evidence, reports: dict[str, Account]) -> str:
    report = reports[evidence.where.report].report
    return f"{report.id} (line {line(report, evidence.span.start)})"


def _label(report: Report) -> str:
    return "  ".join(part for part in (report.id, when(report), short_outlet(report)) if part)


def _label_width(reports: Sequence[Report], width: int) -> int:
    longest = max((Text(_label(report)).cell_len for report in reports), default=0)
    return min(longest, max(width // 4, 12))


def _quotation(evidence: Evidence, account: Account, size: int, width: int) -> Iterator[Text]:
    """Yield the whole sentence of the evidence with the differing words marked, and its line."""
    report = account.report
    sentence = account.sentences[evidence.where.sentence].span
    whole = sentence if sentence.covers(evidence.span) else evidence.span
    marks = evidence.marks or ((evidence.span,) if evidence.span != whole else ())
    words = marked(pieces(report.text, whole, marks))
    words.append(f"  line {line(report, evidence.span.start)}", QUIET)
    label = Column(Text(_label(report), "bold"), size)
    yield from lines([label, Column(words, width - INDENT - size - 2)], INDENT)
