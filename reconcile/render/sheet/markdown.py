"""Print a fact sheet as Markdown, to be pasted: each common version with who says what behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.model import Basis, LineKind, Saying, Sheet, SheetLine
from reconcile.plugin import Renderer
from reconcile.render.page import stated
from reconcile.render.page.escape import markdown
from reconcile.render.page.labels import file_name, outlet, when
from reconcile.render.page.stated import Accounts
from reconcile.settings import Settings


def render(sheet: Sheet, settings: Settings) -> str:
    """Return the page; one paragraph a line of the list, nothing wrapped."""
    return "\n".join(_page(sheet)).rstrip("\n") + "\n"


def _page(sheet: Sheet) -> Iterator[str]:
    accounts = stated.accounts_of(sheet)
    yield "# Fact sheet"
    yield ""
    for account in accounts.values():
        report = account.report
        parts = (outlet(report), when(report), file_name(report))
        yield f"- **{report.id}** {markdown(', '.join(part for part in parts if part))}"
    yield ""
    if not sheet.lines:
        yield f"Nothing could be compared: {markdown(sheet.of.why)}"
        return
    for remark in sheet.of.remarks:
        yield f"{markdown(remark)}\n"
    yield stated.CONFIDENCE
    for kind, title in stated.HEADS.items():
        found = [one for one in sheet.lines if one.kind is kind]
        if found:
            yield f"\n## {title[0].upper()}{title[1:]}\n"
        for one in found:
            yield from _line(one, accounts)


def _line(one: SheetLine, accounts: Accounts) -> Iterator[str]:
    subject = f"**{markdown(stated.subject(one))}:** " if one.subject else ""
    said = _said(one, accounts)
    if one.kind is LineKind.ALONE:
        yield f"- {markdown(stated.version(one, accounts))} *({said})*"
        return
    yield f"- {subject}{markdown(stated.version(one, accounts))} *({markdown(stated.standing(one))})*"
    if one.kind is LineKind.ANSWER or one.basis is Basis.NONE:
        for voiced in one.voiced:
            first = markdown(stated.value(voiced.sayings[0], accounts))
            yield f"    - {first}: {_tellers(voiced.sayings, accounts)}"
    else:
        yield f"    - {said}"


def _said(one: SheetLine, accounts: Accounts) -> str:
    return _tellers([s for v in one.voiced for s in v.sayings], accounts)


def _tellers(sayings: Sequence[Saying], accounts: Accounts) -> str:
    """Return "authorities (A, AP, 15 Nov); (D, Courier, 16 Nov)"."""
    groups: dict[str, list[str]] = {}
    for saying in sayings:
        source = stated.said_by(saying, accounts) if saying.value else ""
        groups.setdefault(source, []).append(stated.teller(saying, accounts))
    told = ((source, "; ".join(dict.fromkeys(places))) for source, places in groups.items())
    return markdown("; ".join(f"{source} ({where})" if source else where for source, where in told))


RENDERER = Renderer(render=render)
