"""Run the pipeline on invented incidents: find what is wanted, keep silent on the rest.

`alarms_pending = "reason"` at the top of an incident says that the pipeline still flags an error
that its list does not ask for. The cross test joins reports of different incidents, three bombings
in one country among them: no error and no warning may come of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.align import vectors
from reconcile.facts.understand import understand
from reconcile.language.meaning import Ahead, Reading
from reconcile.model import Account, Report, Severity
from reconcile.pipeline import Progress
from reconcile.settings import Settings
from reconcile.text.lettering import lettered
from tests.gold import Entry, Gold, brief, cases, load, pending_marks, result

GOLDS = tuple(load(path) for path in sorted(Path(__file__).parent.glob("*.toml")))
ACROSS = tuple(
    pytest.param(a.reports[x], b.reports[y], id=f"{a.name}.{x} and {b.name}.{y}")
    for a, b in combinations(GOLDS, 2)
    for x, y in product(a.reports, b.reports)
)


@pytest.fixture(autouse=True, scope="module")
def understand_once() -> Iterator[None]:
    """Parse each report and embed each text once, however many reports it is compared with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_accounts", _once_a_report)
        patch.setattr(vectors, "read", _once_a_text(vectors.read))
        yield


def _once_a_report(
    reports: Sequence[Report], settings: Settings, tell: Progress
) -> tuple[tuple[Account, ...], None]:
    return tuple(
        replace(_account(replace(r, id="", file="")), report=named)
        for r, named in zip(reports, lettered(reports), strict=True)
    ), None


_account = cache(understand)


def _once_a_text(
    read: Callable[[Sequence[str]], Iterator[tuple[int, Reading]]],
) -> Callable[[Sequence[str], Ahead | None], list[tuple[int, Reading]]]:
    known: dict[str, Reading] = {}

    def again(texts: Sequence[str], ahead: Ahead | None = None) -> list[tuple[int, Reading]]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update((new[k], reading) for k, reading in read(new))
        return [(k, known[text]) for k, text in enumerate(texts)]

    return again


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name)
def test_every_quotation_stands_in_its_report(gold: Gold) -> None:
    for entry in (*gold.expected, *gold.silent):
        assert len(entry.quotes) >= 2, entry.name
        for report, quoted in entry.quotes.items():
            for words in quoted:
                assert words in gold.reports[report].text, f"{entry.name}: {words}"


@pytest.mark.parametrize(("gold", "entry"), cases(GOLDS, "expected"))
def test_what_an_editor_wants_is_found(gold: Gold, entry: Entry) -> None:
    got = result(gold)
    near = [d for d in got.made.divergences if got.hits(d, entry)]
    assert any(got.meets(d, entry) for d in near), f"instead:\n{brief(near)}"


@pytest.mark.parametrize(("gold", "entry"), cases(GOLDS, "silent"))
def test_what_agrees_is_not_flagged(gold: Gold, entry: Entry) -> None:
    got = result(gold)
    loud = [d for d in got.flags() if got.rests_on(d, entry) and not got.wanted(d)]
    assert not loud, brief(loud)


def _marked(gold: Gold) -> object:
    marks = pending_marks(gold.table.get("alarms_pending", ""))
    return pytest.param(gold, id=gold.name, marks=marks)


@pytest.mark.parametrize("gold", [_marked(gold) for gold in GOLDS])
def test_no_error_is_flagged_that_the_list_does_not_ask_for(gold: Gold) -> None:
    got = result(gold)
    loud = [d for d in got.flags() if d.severity is Severity.ERROR and not got.wanted(d)]
    assert not loud, brief(loud)


@pytest.mark.parametrize(("one", "other"), ACROSS)
def test_reports_of_different_incidents_never_clash(one: Report, other: Report) -> None:
    made = pipeline.reconcile([replace(one, file="one"), replace(other, file="other")])
    loud = [d for d in made.divergences if d.severity is not Severity.NOTE]
    assert not loud, brief(loud)
