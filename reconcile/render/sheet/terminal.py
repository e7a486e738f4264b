"""Print a fact sheet as a page: main questions, what reports tell alike, what one report tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Basis, LineKind, Saying, Sheet, SheetLine, Voiced
from reconcile.plugin import Renderer
from reconcile.render.page import stated
from reconcile.render.page.stated import Accounts
from reconcile.render.page.words import visible
from reconcile.render.screen import heading
from reconcile.render.screen.layout import GAP, QUIET, TITLE, Column, block, drawn, lines, rule
from reconcile.settings import Settings

WIDTH = 100  # of a page in a file
MEASURE = 110  # widest lines of running words


def render(sheet: Sheet, settings: Settings) -> str:
    """Return the page; colour only where the settings say so, the words are the same without."""
    width = min(settings.width or WIDTH, MEASURE)
    told = drawn(_page(sheet, width, settings.show == "all"), settings.color)
    return "\n".join(told).rstrip("\n") + "\n"


def _page(sheet: Sheet, width: int, every: bool) -> Iterator[Text]:
    yield from heading.summary(sheet.of, width)
    yield Text()
    yield from heading.reports(sheet.of, width)
    yield Text()
    if not sheet.lines:
        why = f"Nothing could be compared: {visible(sheet.of.why)}"
        yield from block(Text(why, TITLE), width)
        return
    for remark in sheet.of.remarks:
        yield from block(Text(visible(remark)), width)
    yield from block(Text(stated.CONFIDENCE, QUIET), width)
    accounts = stated.accounts_of(sheet)
    for kind, title in stated.HEADS.items():
        found = [one for one in sheet.lines if one.kind is kind]
        if found:
            yield Text()
            yield from rule(title, width)
        if kind is LineKind.ALONE:
            yield from _alone(found, accounts, width)
            continue
        for k, one in enumerate(found):
            if k:
                yield Text()
            yield from _line(one, accounts, width, every)


def _line(one: SheetLine, accounts: Accounts, width: int, every: bool) -> Iterator[Text]:
    """Yield a fact: the common version, how it stands, and who says what where they differ."""
    head = Text(stated.subject(one), TITLE)
    version = stated.version(one, accounts)
    if head and version:
        head.append(": ")
    yield from block(head.append(version), width)
    letters = " ".join(one.reports)
    yield from block(Text(f"{letters} · {stated.standing(one)}", QUIET), width, 2)
    if one.kind is LineKind.ANSWER or one.basis is Basis.NONE or every or _disputed(one):
        size = max((len(_letters(v)) for v in one.voiced), default=1)
        for voiced in one.voiced:
            yield from _voiced(voiced, accounts, width, min(size, width // 4))


def _disputed(one: SheetLine) -> bool:
    """Tell whether a line must show who says what: the reports clash, doubt, or moved on."""
    return one.verdict in stated.LOUD


def _letters(voiced: Voiced) -> str:
    return " ".join(dict.fromkeys(s.where.report for s in voiced.sayings))


def _voiced(voiced: Voiced, accounts: Accounts, width: int, size: int) -> Iterator[Text]:
    """Yield one value with the reports that give it, on whose word and when."""
    first = voiced.sayings[0]
    words = Text(stated.value(first, accounts))
    words.append(f"  {_sources(voiced.sayings, accounts)}", QUIET)
    room = width - 4 - size - GAP
    yield from lines([Column(Text(_letters(voiced), TITLE), size), Column(words, room)], 4)


def _sources(sayings: Sequence[Saying], accounts: Accounts) -> str:
    """Return "authorities, in A, AP, 15 Nov, line 7; B, …": who says it, where it stands."""
    groups: dict[str, list[str]] = {}
    for saying in sayings:
        where = f"{stated.teller(saying, accounts)}, line {stated.lines_of(saying, accounts)}"
        # a whole sentence names its source itself
        source = stated.said_by(saying, accounts) if saying.value else ""
        groups.setdefault(source, []).append(where)
    told = []
    for source, places in groups.items():
        told.append(f"{source} ({'; '.join(places)})" if source else f"({'; '.join(places)})")
    return "; ".join(told)


def _alone(found: Sequence[SheetLine], accounts: Accounts, width: int) -> Iterator[Text]:
    """Yield what each report tells alone, sentence by sentence with its line and its source."""
    report = ""
    for one in found:
        saying = one.voiced[0].sayings[0]
        if saying.where.report != report:
            report = saying.where.report
            yield from block(Text(stated.teller(saying, accounts), TITLE), width)
        words = Text(stated.sentence(one.statement))
        own = stated.said_by(saying, accounts)
        if own and own.casefold() not in words.plain.casefold():
            words.append(f"  says {own}", QUIET)
        if one.origins:
            words.append(f"  {visible(one.origins[0])}", QUIET)
        label = Column(Text(f"line {stated.lines_of(saying, accounts)}", QUIET), 9)
        yield from lines([label, Column(words, width - 13)], 2)


RENDERER = Renderer(render=render)
