"""A house's style changes no finding: line ends, line width, quotation marks, capitals, file order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reconcile.model import Reconciliation, Report
from reconcile.pipeline import reconcile
from reconcile.read import read_report
from reconcile.read.text import read_bytes
from tests.originals.test_originals import EXPECTED, SEEDS
from tests.properties.dress import STYLES

SAMPLES = Path(__file__).parents[2] / "seeds"
FEW = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # each example takes a second; shrinking, a minute
)
HERALD = """date 2024-03-06 Herald, ELSTOW

Market bombing in Elstow kills 14 people, mayor says

ELSTOW (AP) — A bomb killed 14 people at a market in Elstow on Tuesday, the mayor said.

“We will rebuild the old market together,” she said. “Nobody will stop us.”

The driver of a lorry near the market is suspected of having left a bag there. It was not known whether he had been arrested.

The Elstow fire service offered no comment.
"""
COURIER = """date 2024-03-07 Courier, ELSTOW

A bomb killed nine people at a market in Elstow on Tuesday, police said.

The driver of a lorry left a bag near the market. He has been arrested, police said. The mayor’s office offered no comment.

“We must rebuild the old market together,” the mayor said. Schools in Elstow stay shut until Monday.
"""

Seen = Counter[tuple[object, ...]]


def dressed(report: Report, style: str) -> Report:
    return read_bytes(report.file, STYLES[style](report).encode("utf-8"))


def seen(result: Reconciliation) -> Seen:
    """Return what was found, whatever letters the reports got and whatever their words look like."""
    files = {a.report.id: a.report.file for a in result.accounts}
    return Counter(
        (
            d.finding.kind,
            d.finding.relation,
            d.severity,
            d.fingerprint,
            frozenset(files[e.where.report] for e in d.finding.evidence),
        )
        for d in result.divergences
    )


@cache
def reports(folder: Path) -> tuple[Report, ...]:
    files = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md"} and p != EXPECTED)
    return tuple(read_report(file) for file in files)


@cache
def market() -> tuple[Report, ...]:
    return tuple(
        read_bytes(f"{name}.txt", text.encode("utf-8"))
        for name, text in (("herald", HERALD), ("courier", COURIER))
    )


@cache
def found(told: tuple[Report, ...]) -> Seen:
    return seen(reconcile(told))


def differences(told: tuple[Report, ...], styled: Sequence[Report]) -> tuple[Seen, Seen]:
    """Return what is lost and what is new."""
    now = seen(reconcile(styled))
    return found(told) - now, now - found(told)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_of_one_house_changes_no_finding(style: str) -> None:
    kinds = {kind for kind, *_ in found(market())}
    assert {"quantity", "quotation", "certainty", "coverage"} <= kinds
    herald, courier = market()
    styled = dressed(herald, style)
    assert styled.text != herald.text, "the style changes nothing here"
    assert differences(market(), [styled, courier]) == (Counter(), Counter())


styles = st.lists(st.sampled_from(sorted(STYLES)), min_size=5, max_size=5)


def changed(folder: Path, chosen: list[str], order: st.DataObject) -> tuple[Seen, Seen]:
    told = reports(folder)
    styled = [dressed(r, s) for r, s in zip(told, chosen[: len(told)], strict=True)]
    return differences(told, order.draw(st.permutations(styled)))


@pytest.mark.parametrize("name", sorted(p.name for p in SAMPLES.iterdir() if p.is_dir()))
@given(chosen=styles, order=st.data())
@FEW
def test_styles_and_order_change_no_finding_of_a_sample(name, chosen, order) -> None:
    assert changed(SAMPLES / name, chosen, order) == (Counter(), Counter())


@pytest.mark.originals
@pytest.mark.skipif(not EXPECTED.is_file(), reason="the seed reports are not here")
@given(chosen=styles, order=st.data())
@FEW
def test_styles_and_order_change_no_finding_of_the_originals(chosen, order) -> None:
    assert changed(SEEDS, chosen, order) == (Counter(), Counter())


def test_two_runs_give_the_same_bytes() -> None:
    command = [sys.executable, "-m", "reconcile", "compare", "--fail-on", "never", "--quiet"]
    command += ["--not-comparable", "--format", "json", str(SAMPLES / "harbour-ferry")]
    pages = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
    assert pages.pop().startswith(b"{")
