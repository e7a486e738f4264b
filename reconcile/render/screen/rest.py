"""The end of the page: what each report tells alone, and which words are the same agency copy."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from reconcile.model import Account, Passage, Reconciliation, Sentence
from reconcile.render.page.labels import count, line, listed, outlet
from reconcile.render.page.tell import accounts_by_id, alone
from reconcile.render.page.words import visible
from reconcile.render.screen.layout import QUIET, TITLE, Column, block, lines, rule
from reconcile.settings import Show


def told_alone(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield for each report the sentences that no other tells, with their lines."""
    reports = accounts_by_id(page)
    for id_, sentences in alone(page).items():
        if not sentences:
            continue
        report = reports[id_].report
        yield from rule(
            f"told by {id_} alone ({outlet(report)}, {count(len(sentences), 'sentence')})", width
        )
        for sentence in sentences:
            yield from _numbered(reports[id_], sentence, width)
        yield Text()


def _numbered(account: Account, sentence: Sentence, width: int) -> Iterator[Text]:
    number = Text(f"line {line(account.report, sentence.span.start)}", QUIET)
    words = Text(visible(sentence.span.of(account.report.text)))
    yield from lines([Column(number, 9), Column(words, width - 13)], 2)


def shared_copy(page: Reconciliation, width: int, show: Show) -> Iterator[Text]:
    """Yield the origins with what speaks for each, then the passages that reports share."""
    lineage = page.lineage
    if not (lineage.origins or lineage.passages):
        return
    yield from rule("origins and shared copy", width)
    size = min(
        max((Text(visible(o.name)).cell_len for o in lineage.origins), default=1), width // 4
    )
    for origin in lineage.origins:
        told = f"{listed(origin.reports)}: {visible(origin.why)}"
        name = Column(Text(visible(origin.name), TITLE), size)
        yield from lines([name, Column(Text(told), width - size - 4)], 2)
    if lineage.passages:
        words = sum(passage.words for passage in lineage.passages)
        told = f"{count(len(lineage.passages), 'shared passage')}, {count(words, 'word')}"
        yield from block(
            Text(told + ("" if show == "all" else "; --show all prints them")), width, 2
        )
    if show == "all":
        for passage in lineage.passages:
            yield from _passage(page, passage, width)


def _passage(page: Reconciliation, passage: Passage, width: int) -> Iterator[Text]:
    reports = accounts_by_id(page)
    where = [f"{id_} line {line(reports[id_].report, s.start)}" for id_, s in passage.stretches]
    traced = f", {visible(passage.origin)}" if passage.origin else ""
    head = f"{listed(where)}  {count(passage.words, 'word')}{traced}"
    yield from block(Text(head, QUIET), width, 2)
    id_, span = passage.stretches[0]
    yield from block(Text(visible(span.of(reports[id_].report.text))), width, 4)
