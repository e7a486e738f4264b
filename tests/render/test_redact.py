"""Pages without the texts: short quotes, whatever the format, and the same findings."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given, settings

from reconcile.model import Reconciliation
from reconcile.plugin import Renderer, discover
from reconcile.render.page.redact import QUOTED, redacted
from reconcile.render.page.words import LEFT_OUT
from reconcile.settings import Settings
from tests.render.made import MADE, coach
from tests.render.test_properties import ANY, reconciliations

RENDERERS = discover("reconcile.render", "RENDERER", Renderer)
LOOK = Settings(redact=True, show="all", with_text=True, not_comparable=True)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(text))


def runs(told: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(told[k : k + length]) for k in range(len(told) - length + 1)}


@pytest.mark.parametrize("name", RENDERERS)
def test_no_page_quotes_at_length(name: str) -> None:
    long = "The harbour master told reporters on the quay that the crew of the " + " ".join(
        f"word{k}" for k in range(60)
    )
    found = spread(coach(), long)
    assert runs(words(long), QUOTED + 1) & runs(words(page(name, found, Settings())), QUOTED + 1)
    shown = words(re.sub(r"<[^>]*>", "", page(name, found, LOOK)))
    assert not runs(words(long), QUOTED + 1) & runs(shown, QUOTED + 1)


def page(name: str, found: Reconciliation, look: Settings) -> str:
    return RENDERERS[name].render(found, look)


def spread(found: Reconciliation, long: str) -> Reconciliation:
    """Return a reconciliation whose findings, rows and texts all repeat one long sentence."""
    from dataclasses import replace

    from reconcile.model import Evidence, Place, Span
    from tests.render.made import account, cell

    a, b = (account(i, s, "2024-03-06", f"{long}.\n{long} again.\n") for i, s in ("AX", "BY"))
    evidence = tuple(
        Evidence(Place(t.report.id, k), t.sentences[k].span, long, long, (Span(4, 90),))
        for t in (a, b)
        for k in (0, 1)
    )
    first, *_ = found.divergences
    told = replace(
        first.finding,
        subject=long,
        reason=f"A says “{long}”.",
        grounds=(long,),
        decided=f"B says {long}",
        evidence=evidence,
    )
    rows = tuple(
        replace(found.rows[0], subject=long, cells=tuple(cell(t, k, "", v) for t in (a, b)))
        for k in (0, 1)
        for v in ("", long)
    )
    return replace(
        found,
        accounts=(a, b),
        rows=rows,
        divergences=(replace(first, finding=told),),
        lineage=replace(found.lineage, passages=()),
        remarks=(f"Nobody dates {long}.",),
    )


def test_the_findings_are_the_same() -> None:
    whole, short = (json.loads(page("json", coach(), look)) for look in (Settings(), LOOK))
    assert short["summary"] == whole["summary"]
    for a, b in zip(whole["divergences"], short["divergences"], strict=True):
        assert a["fingerprint"] == b["fingerprint"]
        assert [e["value"] for e in a["evidence"]] == [e["value"] for e in b["evidence"]]
    assert "text" not in short["reports"][0]


def test_the_words_that_differ_are_left() -> None:
    found = page("terminal", coach(), LOOK)
    for mark in ("«At least 12»", "«Nine»", "«was later arrested»"):
        assert mark in found


@given(reconciliations())
@settings(**ANY)
def test_places_stay_true(found: Reconciliation) -> None:
    for whole, short in zip(found.accounts, redacted(found).accounts, strict=True):
        assert len(short.report.text) == len(whole.report.text)
        for a, b in zip(whole.report.text, short.report.text, strict=True):
            assert b in {a, LEFT_OUT}


@pytest.mark.parametrize("incident", MADE)
def test_no_page_shows_what_stands_for_words_left_out(incident: str) -> None:
    for name in RENDERERS:
        assert LEFT_OUT not in page(name, MADE[incident](), LOOK)
