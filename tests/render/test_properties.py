"""Whatever the reports hold: renderers never raise, JSON round-trips, every quote slices back."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import (
    Account,
    Block,
    BlockKind,
    Cell,
    Divergence,
    Evidence,
    Finding,
    Lineage,
    Origin,
    Passage,
    Place,
    Published,
    Reconciliation,
    Relation,
    Report,
    Row,
    Sentence,
    Severity,
    Span,
    Verdict,
)
from reconcile.plugin import Renderer, discover
from reconcile.render.account import as_json, as_page
from reconcile.render.json import page
from reconcile.render.page.record import Page
from reconcile.render.page.words import pieces, visible, whole_characters
from reconcile.settings import Settings

WORDS = st.text(max_size=40)
TEXTS = st.text(min_size=1, max_size=200)
ANY = {"max_examples": 60, "deadline": None}


@cache
def renderers() -> dict[str, Renderer]:
    return discover("reconcile.render", "RENDERER", Renderer)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def accounts(draw: st.DrawFn, id_: str) -> Account:
    text = draw(TEXTS)
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    found = [Span(a, b) for a, b in pairwise(cuts)]
    day = draw(st.none() | st.dates())
    report = Report(
        file=draw(WORDS),
        text=text,
        id=id_,
        source=draw(WORDS),
        published=Published(day) if day else None,
        place=draw(WORDS),
        agencies=tuple(draw(st.lists(WORDS, max_size=2))),
        blocks=tuple(Block(draw(st.sampled_from(BlockKind)), span) for span in found),
        warnings=tuple(draw(st.lists(WORDS, max_size=1))),
    )
    kinds = st.sampled_from(BlockKind)
    sentences = tuple(Sentence(k, span, draw(kinds)) for k, span in enumerate(found))
    return Account(report, sentences)


@st.composite
def places(draw: st.DrawFn, told: tuple[Account, ...]) -> tuple[Place, Span, str]:
    account = draw(st.sampled_from(told))
    sentence = draw(st.sampled_from(account.sentences))
    text = account.report.text
    return Place(account.report.id, sentence.index), draw(spans(text)), text


@st.composite
def reconciliations(draw: st.DrawFn) -> Reconciliation:
    number = draw(st.integers(2, 12))
    told = tuple(draw(accounts(chr(ord("A") + k))) for k in range(number))
    rows, found = [], []
    for _ in range(draw(st.integers(0, 3))):
        cells = [draw(places(told)) for _ in range(draw(st.integers(1, 4)))]
        value = draw(WORDS)
        rows.append(
            Row(
                subject=draw(WORDS),
                cells=tuple(Cell(where, span, value, value) for where, span, _ in cells),
                slot=draw(WORDS),
                verdict=draw(st.sampled_from(Verdict)),
                origins=tuple(draw(st.lists(WORDS, max_size=3))),
            )
        )
        evidence = tuple(
            Evidence(where, span, value, value, (draw(spans(text)),)) for where, span, text in cells
        )
        finding = Finding(
            kind=draw(st.sampled_from(["quantity", "coverage", "new"])),
            relation=draw(st.sampled_from(Relation)),
            subject=draw(WORDS),
            reason=draw(WORDS),
            evidence=evidence,
            slot=draw(WORDS),
            grounds=(draw(WORDS),),
            confidence=draw(st.floats(0, 1)),
        )
        found.append(Divergence(finding, draw(st.sampled_from(Severity)), "0123456789ab"))
    stretch = tuple((a.report.id, a.sentences[0].span) for a in told)
    lineage = Lineage(
        (Passage(stretch, 3, draw(WORDS)),),
        (Origin(draw(WORDS), tuple(a.report.id for a in told), draw(WORDS)),),
    )
    comparable = draw(st.booleans())
    return Reconciliation(told, tuple(rows), tuple(found), lineage, comparable, draw(WORDS))


@given(reconciliations(), st.integers(40, 200), st.sampled_from(["all", "changed", "divergences"]))
@settings(**ANY)
def test_renderers_never_raise(found: Reconciliation, width: int, show: str) -> None:
    for renderer in renderers().values():
        for redact in (False, True):
            look = Settings(width=width, show=show, redact=redact)
            assert renderer.render(found, look).encode("utf-8")


@given(reconciliations(), st.booleans())
@settings(**ANY)
def test_json_round_trips_and_every_quote_slices_back(found: Reconciliation, text: bool) -> None:
    written = renderers()["json"].render(found, Settings(with_text=text))
    read = msgspec.json.decode(written, type=Page)
    assert read == page(found, Settings(with_text=text))
    texts = {a.report.id: whole_characters(a.report.text) for a in found.accounts}
    for divergence in read.divergences:
        for e in divergence.evidence:
            assert texts[e.report][e.start : e.end] == e.quote
    for row in read.rows:
        for s in row.sentences:
            assert texts[s.report][s.start : s.end] == s.text


@given(accounts("A"), st.integers(40, 160))
@settings(**ANY)
def test_the_pages_of_one_report_never_raise(account: Account, width: int) -> None:
    assert as_page(account, width)
    assert as_json(account).encode("utf-8")


@given(st.text())
def test_what_is_shown_stays_on_one_line_and_steers_nothing(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not set(shown) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066\u2069")


@given(st.data())
def test_pieces_lose_no_word(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    span = data.draw(spans(text))
    marks = data.draw(st.lists(spans(text), max_size=4))
    told = "".join(piece.text for piece in pieces(text, span, marks))
    assert "".join(told.split()) == "".join(visible(span.of(text)).split())
