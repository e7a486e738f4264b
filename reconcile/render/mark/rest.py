"""The rest of the Markdown page: the facts, what several tell, what one tells alone, the origins."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Account, Reconciliation, Row
from reconcile.render.mark.lines import difference, marked, table
from reconcile.render.page.escape import markdown
from reconcile.render.page.gist import FEW, row_gist
from reconcile.render.page.labels import count, line, listed, outlet, short_outlet, when
from reconcile.render.page.tell import (
    Flags,
    accounts_by_id,
    alone,
    fact_rows,
    flags,
    loudest,
    sentence_rows,
    support,
    tellers,
    values,
)
from reconcile.render.page.telling import Telling, tellings
from reconcile.render.page.words import visible
from reconcile.settings import Show


def facts(page: Reconciliation) -> Iterator[str]:
    """Yield the table of values, in story order; a column a report where they are few."""
    rows, reports, flagged = fact_rows(page), accounts_by_id(page), flags(page)
    if not rows:
        return
    yield "## Facts, in story order"
    yield ""
    if len(reports) <= FEW:
        heads = [markdown(_name(account)) for account in reports.values()]
        lines = (
            [*(markdown(values(row, r)) or "—" for r in reports), _carried(flagged, row)]
            for row in rows
        )
    else:
        heads = ["Who says what", "Silent"]
        lines = (
            [markdown(row_gist(row)), _silent(row, list(reports)), _carried(flagged, row)]
            for row in rows
        )
    body = ([markdown(row.subject), *cells] for row, cells in zip(rows, lines, strict=True))
    yield from table(["Fact", *heads, "Carried by"], body)


def _name(account: Account) -> str:
    report = account.report
    return " ".join(part for part in (report.id, when(report), short_outlet(report)) if part)


def _silent(row: Row, reports: list[str]) -> str:
    told = set(tellers(row))
    silent = [report for report in reports if report not in told]
    return markdown(", ".join(silent)) if len(silent) <= FEW else f"{len(silent)} reports"


def _carried(flagged: Flags, row: Row) -> str:
    loud = loudest(flagged, row)
    told = markdown(support(row, flagged=loud is not None))
    return f"{told}, **{loud}**" if loud else told


def passages(page: Reconciliation, show: Show) -> Iterator[str]:
    """Yield the sentences that several reports tell, with the change of words.

    Those told in the same words are counted, unless everything is shown.
    """
    reports = accounts_by_id(page)
    told = [(row, tellings(reports, row)) for row in sentence_rows(page)]
    same = sum(len(found) == 1 for _, found in told)
    if not told:
        return
    yield "## Told by more than one, in story order"
    yield ""
    for row, found in told:
        if len(found) > 1 or show == "all":
            yield from _passage(row, found)
    if same and show != "all":
        yield f"{count(same, 'sentence')} more in the same words."


def _passage(row: Row, found: tuple[Telling, ...]) -> Iterator[str]:
    """Yield the first telling, then each other as what changes, or whole where most does."""
    carried = markdown(support(row))
    for k, one in enumerate(found):
        words = _change(found[0], one) if k else ""
        head = f"**{markdown(' '.join(one.letters))}**" + ("" if k else f" ({carried})")
        yield f"{'  ' if k else ''}- {head}: {words or _words(one)}"
    yield ""


def _change(first: Telling, other: Telling) -> str:
    """Return a telling of one sentence as what changes; "" where that cannot be said."""
    if len(first.words) != 1 or len(other.words) != 1:
        return ""
    (a,), (b,) = first.words, other.words
    return difference(a.account.report.text, a.span, b.account.report.text, b.span)


def _words(told: Telling) -> str:
    return " … ".join(marked(w.account.report.text, w.span, ()) for w in told.words)


def told_alone(page: Reconciliation) -> Iterator[str]:
    """Yield for each report the sentences that no other tells, with their lines."""
    reports = accounts_by_id(page)
    for id_, sentences in alone(page).items():
        if not sentences:
            continue
        report = reports[id_].report
        who = markdown(f"{id_} alone ({outlet(report)}, {count(len(sentences), 'sentence')})")
        yield f"## Told by {who}"
        yield ""
        for sentence in sentences:
            at = line(report, sentence.span.start)
            yield f"- line {at}: {marked(report.text, sentence.span, ())}"
        yield ""


def origins(page: Reconciliation) -> Iterator[str]:
    """Yield the origins with what speaks for each, and how much copy is shared."""
    lineage = page.lineage
    if not (lineage.origins or lineage.passages):
        return
    yield "## Origins and shared copy"
    yield ""
    for origin in lineage.origins:
        why = markdown(f"{listed(origin.reports)}: {visible(origin.why)}")
        yield f"- **{markdown(origin.name).strip() or 'unnamed'}** {why}"
    if lineage.passages:
        words = sum(passage.words for passage in lineage.passages)
        yield ""
        yield f"{count(len(lineage.passages), 'shared passage')}, {count(words, 'word')}."
