"""The divergences in Markdown: a table of all, then each with every report's words and the change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.model import Account, Divergence, Evidence, NotCompared, Reconciliation, Report, Span
from reconcile.render.mark.lines import BOLD, STRUCK, difference, marked, table
from reconcile.render.page.escape import markdown, set_off
from reconcile.render.page.evidence import decided, grouped, in_order
from reconcile.render.page.gist import gist
from reconcile.render.page.labels import line, listed, short_outlet, when
from reconcile.render.page.tell import accounts_by_id, cards
from reconcile.render.page.words import visible


def divergences(page: Reconciliation) -> Iterator[str]:
    """Yield the table of divergences and their details, worst first; nothing where none is."""
    found, reports = cards(page), accounts_by_id(page)
    if not found:
        return
    yield "## Divergences, worst first"
    yield ""
    yield from table(
        ("", "Severity", "Kind", "What", "Who says what"),
        (_line(k, one) for k, one in enumerate(found, 1)),
    )
    for k, one in enumerate(found, 1):
        yield ""
        yield from _card(k, one, reports)


def not_compared(page: Reconciliation) -> Iterator[str]:
    """Yield what came close to a divergence, and what was missing."""
    reports = accounts_by_id(page)
    yield "## Not comparable: it differs, and proof of one subject or of a clash is missing"
    for near in page.not_compared:
        yield ""
        yield f"**{markdown(visible(near.subject))}** ({near.kind})"
        yield ""
        yield from _near(near, reports)
    if not page.not_compared:
        yield ""
        yield "Nothing: what differs is listed above."


def _near(near: NotCompared, reports: dict[str, Account]) -> Iterator[str]:
    for evidence in near.evidence:
        yield _quotation(evidence, (), reports)
    yield ""
    yield markdown(near.reason)
    if near.grounds:
        yield ""
        yield f"For it: {' · '.join(markdown(ground) for ground in near.grounds)}"


def _line(k: int, one: Divergence) -> tuple[str, ...]:
    finding = one.finding
    loud = str(one.severity) if one.severity == "note" else f"**{one.severity}**"
    kind = f"{finding.kind}, {finding.relation}"
    who = markdown(gist(finding.evidence))
    # the heading it leads to is made of our own words alone, so that its address is known
    return (f"[{k}](#divergence-{k}-{one.severity})", loud, kind, markdown(finding.subject), who)


def _card(k: int, one: Divergence, reports: dict[str, Account]) -> Iterator[str]:
    finding = one.finding
    told = in_order(finding, reports)
    groups = list(grouped(told, reports))
    yield f"### Divergence {k}: {one.severity}"
    yield ""
    subject = markdown(finding.subject).strip()
    yield f"**{subject or 'no subject'}** · {finding.kind}, {finding.relation} · `{one.fingerprint}`"
    yield ""
    for evidence, others in groups:
        yield _quotation(evidence, others, reports)
    yield ""
    yield from _changes([evidence for evidence, _ in groups], reports)
    why = decided(finding)
    yield markdown(f"{visible(finding.reason)} {f'It is {why}.' if why else ''}").strip()
    if finding.grounds:
        yield ""
        yield f"Same fact: {' · '.join(markdown(ground) for ground in finding.grounds)}"


def _quotation(evidence: Evidence, others: Sequence[Evidence], reports: dict[str, Account]) -> str:
    """Return the sentence of the evidence with its differing words bold, and who else says so."""
    account = reports[evidence.where.report]
    whole, marks = _whole(evidence, account)
    told = f"- {_who(account.report, evidence)}: {marked(account.report.text, whole, marks)}"
    if others:
        also = [f"{o.where.report} (line {_at(o, reports)})" for o in others]
        told += f" Likewise {markdown(listed(also))}."
    return told


def _whole(evidence: Evidence, account: Account) -> tuple[Span, Sequence[Span]]:
    """Return the span of the sentence, and the marks in it."""
    sentence = account.sentences[evidence.where.sentence].span
    whole = sentence if sentence.covers(evidence.span) else evidence.span
    return whole, evidence.marks or ((evidence.span,) if evidence.span != whole else ())


def _who(report: Report, evidence: Evidence) -> str:
    at = f"line {line(report, evidence.span.start)}"
    known = [part for part in (when(report), short_outlet(report)) if part]
    return ", ".join([f"**{markdown(report.id)}**", *map(markdown, known), at])


def _at(evidence: Evidence, reports: dict[str, Account]) -> int:
    return line(reports[evidence.where.report].report, evidence.span.start)


def _changes(told: Sequence[Evidence], reports: dict[str, Account]) -> Iterator[str]:
    """Yield for each telling with another value what changes from the first, ~~old~~ **new**."""
    found = []
    for other in told[1:]:
        if other.key != told[0].key and (change := _change(told[0], other, reports)):
            a, b = markdown(told[0].where.report), markdown(other.where.report)
            found.append(f"> {a} to {b}: {change}")
    if found:
        yield "\n>\n".join(found)
        yield ""


def _change(one: Evidence, other: Evidence, reports: dict[str, Account]) -> str:
    """Return the two sentences as one; of a retelling, the words alone that differ."""
    a, b = reports[one.where.report], reports[other.where.report]
    (old, old_marks), (new, new_marks) = _whole(one, a), _whole(other, b)
    change = difference(a.report.text, old, b.report.text, new)
    if change or not (old_marks and new_marks):
        return change
    struck, bold = (
        " … ".join(markdown(visible(mark.of(account.report.text))).strip() for mark in marks)
        for account, marks in ((a, old_marks), (b, new_marks))
    )
    return f"{set_off('', struck, ' ', *STRUCK)} {set_off(' ', bold, '', *BOLD)}"
