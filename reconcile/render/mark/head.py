"""The head of the Markdown page: what was compared, how much diverges, and the list of reports."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Account, Reconciliation, Severity
from reconcile.render.mark.lines import table
from reconcile.render.page.escape import markdown
from reconcile.render.page.labels import (
    behind,
    count,
    file_name,
    listed,
    outlet,
    period,
    places,
    set_aside,
    when,
)
from reconcile.render.page.tell import COVERAGE, cards, told_by


def head(page: Reconciliation) -> Iterator[str]:
    """Yield the title, the counts and the reports."""
    reports = [account.report for account in page.accounts]
    many = count(len(reports), "report")
    title = ", ".join(part for part in (places(reports), period(reports)) if part)
    yield f"# {markdown(title or f'{many} compared')}"
    yield ""
    whole = " of one incident" if page.comparable and not page.apart else ""
    told = [many + whole, behind(page), page.why if page.comparable else ""]
    yield f"{markdown(', '.join(part for part in told if part))}."
    yield ""
    if not page.comparable:
        yield f"**Nothing could be compared: {markdown(page.why)}**"
    else:
        yield from _counts(page)
    for remark in page.remarks:
        yield ""
        yield markdown(remark)
    yield ""
    yield from table(
        ("", "Date", "Outlet", "Length", "File", "Remarks"),
        (_report(account, page) for account in page.accounts),
    )


def _counts(page: Reconciliation) -> Iterator[str]:
    found = []
    for severity in reversed(Severity):
        number = sum(d.severity == severity for d in page.divergences)
        told = count(number, severity)
        found.append(f"**{told}**" if number else told)
    below = len(page.divergences) - len(cards(page))
    aside = f" ({below} of {COVERAGE}, below)" if below else ""
    yield f"{', '.join(found)}{aside}; {told_by(page)}."
    if not cards(page):
        yield ""
        yield f"**Nothing diverges: {markdown(page.why)}**"
    if page.apart:
        yield ""
        yield f"**Set apart, not of this incident: {markdown(listed(page.apart))}**"


def _report(account: Account, page: Reconciliation) -> tuple[str, ...]:
    report = account.report
    news = sum(sentence.news for sentence in account.sentences)
    remarks = [set_aside(report)]
    if page.comparable and report.id in page.apart:
        remarks.append("does not belong with the others")
    return (
        f"**{markdown(report.id)}**",
        when(report),
        markdown(outlet(report)),
        count(news, "sentence"),
        markdown(file_name(report)),
        markdown(", ".join(part for part in remarks if part)),
    )
