"""Print the graph of origins as a page: who was cut from what, then the pairs and the passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reconcile.model import Derivation, Kinship, Origin, Passage, Reconciliation
from reconcile.plugin import Renderer
from reconcile.render.page.labels import count, line, listed
from reconcile.render.page.tell import accounts_by_id
from reconcile.render.page.words import visible
from reconcile.render.screen import heading
from reconcile.render.screen.layout import GAP, QUIET, TITLE, Column, block, drawn, lines, rule
from reconcile.settings import Settings

WIDTH = 100  # of a page in a file
MEASURE = 110  # widest lines of running words
MANY = 60  # pairs of reports beyond which the page says how many there are, and JSON holds them


def render(reconciliation: Reconciliation, settings: Settings) -> str:
    """Return the page; colour only where the settings say so, the words are the same without."""
    told = drawn(_page(reconciliation, min(settings.width or WIDTH, MEASURE)), settings.color)
    return "\n".join(told).rstrip("\n") + "\n"


def _page(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield the lines of the page from top to bottom."""
    yield from heading.summary(page, width)
    for remark in page.remarks:
        yield from block(Text(visible(remark), TITLE), width)
    yield from _without_dates(page, width)
    yield Text()
    yield from heading.reports(page, width)
    for origin in page.lineage.origins:
        yield Text()
        yield from _origin(page, origin, width)
    cut = [d for d in page.lineage.derivations if not d.unseen]
    if cut:
        yield Text()
        yield from rule("cut from one another", width)
        for edge in cut:
            yield from _edge(edge, f"{edge.report} from {edge.source}", width)
    yield from _pairs(page.lineage.kinships, width)
    yield from _passages(page, width)


def _without_dates(page: Reconciliation, width: int) -> Iterator[Text]:
    """Say which reports have no date: it cannot be told who was first."""
    bare = [a.report.id for a in page.accounts if not a.report.published]
    if bare and len(bare) == len(page.accounts):
        yield from block(Text("No report has a date; nothing says who was first.", TITLE), width)
    elif bare:
        yield from block(Text(f"Without a date: {' '.join(bare)}", TITLE), width)


def _origin(page: Reconciliation, origin: Origin, width: int) -> Iterator[Text]:
    """Yield an origin: its name, what speaks for it, and what of each report is cut from it."""
    edges = [d for d in page.lineage.derivations if d.unseen and d.source == origin.name]
    unseen = "  unseen, nobody supplied its text" if edges else ""
    yield from block(Text(visible(origin.name), TITLE).append(unseen, QUIET), width)
    yield from block(Text(f"{listed(origin.reports)}: {visible(origin.why)}"), width, 2)
    for edge in edges:
        yield from _edge(edge, edge.report, width)


def _edge(edge: Derivation, label: str, width: int) -> Iterator[Text]:
    share = f"{edge.share:.0%} of it"
    held = f"passage{'s' * (len(edge.passages) > 1)} {_numbers(edge.passages)}"
    told = ", ".join(part for part in (share, held * bool(edge.passages)) if part)
    size = max(len(label), 3)
    words = Text(told).append(f"  {visible(edge.why)}", QUIET)
    yield from lines([Column(Text(label, TITLE), size), Column(words, width - size - 2 - GAP)], 2)


def _numbers(passages: Sequence[int]) -> str:
    """Return "1 to 4, 7": the numbers of passages as the page counts them."""
    runs: list[list[int]] = []
    for k in passages:
        if runs and k == runs[-1][1] + 1:
            runs[-1][1] = k
        else:
            runs.append([k, k])
    return ", ".join(f"{a + 1}" if a == b else f"{a + 1} to {b + 1}" for a, b in runs)


def _pairs(kinships: Sequence[Kinship], width: int) -> Iterator[Text]:
    """Yield for each pair of reports that share copy how much of each is the other's."""
    if not kinships:
        return
    yield Text()
    yield from rule(f"{count(len(kinships), 'pair')} of reports with shared copy", width)
    for kin in kinships[:MANY]:
        told = (
            f"{kin.level}, {kin.share_a:.0%} of {kin.a} and {kin.share_b:.0%} of {kin.b}, "
            f"{count(len(kin.passages), 'passage')}"
        )
        name = Column(Text(f"{kin.a} and {kin.b}", TITLE), 9)
        yield from lines([name, Column(Text(told), width - 9 - 2 - GAP)], 2)
    if len(kinships) > MANY:
        left = f"and {count(len(kinships) - MANY, 'pair')} more; --format json has them all"
        yield from block(Text(left, QUIET), width, 2)


def _passages(page: Reconciliation, width: int) -> Iterator[Text]:
    """Yield the shared passages with their lines and the words of the first report."""
    passages = page.lineage.passages
    if not passages:
        return
    yield Text()
    words = sum(p.words for p in passages)
    head = f"{count(len(passages), 'shared passage')}, {count(words, 'word')}"
    yield from rule(head, width)
    for k, passage in enumerate(passages, 1):
        yield from _passage(page, k, passage, width)


def _passage(page: Reconciliation, k: int, passage: Passage, width: int) -> Iterator[Text]:
    reports = accounts_by_id(page)
    where = [f"{id_} line {line(reports[id_].report, s.start)}" for id_, s in passage.stretches]
    traced = f", {visible(passage.origin)}" if passage.origin else ""
    id_, span = passage.stretches[0]
    told = Text(f"{listed(where)}, {count(passage.words, 'word')}{traced}", QUIET)
    yield from lines([Column(Text(f"{k}", TITLE), 3), Column(told, width - 5 - GAP)], 2)
    yield from block(Text(visible(span.of(reports[id_].report.text))), width, 7)


RENDERER = Renderer(render=render)
