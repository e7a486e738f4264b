"""Print an account as an indented page: each sentence, its facts below it, then its claims."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from reconcile.model import BOILERPLATE, Account, Attribution, Claim, Quantity, Sentence, Span, Time
from reconcile.render.page.labels import count, day, file_name, line, listed, outlet
from reconcile.render.page.words import visible
from reconcile.render.screen.layout import QUIET, TITLE, Column, block, drawn, lines

_LABEL = 12  # columns of "quotation", the longest name of a fact, and some air


def as_page(account: Account, width: int, color: bool = False) -> str:
    """Return the page, `width` columns wide."""
    claims: dict[int, list[Claim]] = {}
    for claim in account.claims:
        claims.setdefault(claim.sentence, []).append(claim)
    told = chain(_head(account, width), _boilerplate(account, width))
    for sentence in account.sentences:
        told = chain(told, _sentence(account, sentence, claims.get(sentence.index, []), width))
    return "\n".join(drawn(told, color)) + "\n"


def _head(account: Account, width: int) -> Iterator[Text]:
    report = account.report
    published = day(report.published.day, year=True) if report.published else "no date"
    news = sum(sentence.news for sentence in account.sentences)
    parts = [file_name(report), outlet(report), published, count(news, "sentence")]
    parts += [count(len(account.claims), "claim"), f"read as {report.encoding}"]
    if report.agencies:
        parts.append(f"credits {listed(map(visible, report.agencies))}")
    yield from block(Text(" · ".join(parts), TITLE), width)


def _boilerplate(account: Account, width: int) -> Iterator[Text]:
    """Yield the blocks that are kept, marked and never compared."""
    for place in account.report.blocks:
        if place.kind not in BOILERPLATE:
            continue
        label = Column(Text(str(place.kind), QUIET), _LABEL)
        words = Text(visible(account.words(place.span)), QUIET)
        yield from lines([label, Column(words, width - _LABEL - 4)], 2)


def _sentence(
    account: Account, sentence: Sentence, claims: list[Claim], width: int
) -> Iterator[Text]:
    if not sentence.news:
        return
    number = line(account.report, sentence.span.start)
    kind = "" if sentence.block == "paragraph" else f", {sentence.block}"
    head = Text(f"{sentence.index + 1}", TITLE).append(f"  line {number}{kind}", QUIET)
    yield Text()
    yield from block(head, width)
    yield from block(Text(visible(account.words(sentence.span))), width, 2)
    for name, words in _facts(account, sentence, claims):
        label = Column(Text(name, QUIET), _LABEL)
        yield from lines([label, Column(Text(visible(words)), width - _LABEL - 6)], 4)


def _facts(account: Account, sentence: Sentence, claims: list[Claim]) -> Iterator[tuple[str, str]]:
    """Yield the facts of a sentence as (what it is, what it says)."""
    for quantity in sentence.quantities:
        yield "quantity", _quantity(account, quantity)
    for time in sentence.times:
        yield "time", _time(account, time)
    for name in sentence.names:
        yield "name", f"{name.text} ({name.kind}, {name.key})"
    for quotation in sentence.quotations:
        who = account.words(quotation.speaker) if quotation.speaker else "no speaker found"
        yield "quotation", f"{account.words(quotation.words)} ({who})"
    for attribution in sentence.attributions:
        yield "attribution", _attribution(account, attribution)
    for stance in sentence.stances:
        predicate = sentence.parse[stance.token].text if sentence.parse else "?"
        cues = _words(account, stance.cues)
        future = ", to come" if stance.future else ""
        yield "stance", f"{predicate}: {stance.factuality}{future}" + (f" by “{cues}”" * bool(cues))
    for claim in claims:
        yield "claim", _claim(account, claim)


def _words(account: Account, spans: tuple[Span, ...]) -> str:
    return " … ".join(account.words(span) for span in spans)


def _quantity(account: Account, quantity: Quantity) -> str:
    high = "∞" if math.isinf(quantity.high) else f"{quantity.high:,.6g}"
    low = f"{quantity.low:,.6g}"
    value = low if low == high else f"{low} to {high}"
    parts = [value, quantity.unit, quantity.counted, quantity.change]
    told = " ".join(part for part in parts if part)
    bound = "" if quantity.bound == "exact" else f", {quantity.bound}"
    return f"{account.words(quantity.span)} = {told} ({quantity.kind}{bound})"


def _time(account: Account, time: Time) -> str:
    placed = f", {time.begin} to {time.end}" if time.begin and time.end else ""
    return f"{account.words(time.span)} = {time.value} ({time.type}{placed})"


def _attribution(account: Account, attribution: Attribution) -> str:
    source = _words(account, attribution.source) or "unnamed"
    who = f" [{attribution.speaker}]" if attribution.speaker else ""
    cue = _words(account, attribution.cue)
    return f"{source}{who} | {cue} | {_words(account, attribution.content)}"


def _claim(account: Account, claim: Claim) -> str:
    sense = f" ({claim.sense})" if claim.sense else ""
    roles = [f"{p.role}: {account.words(p.span)} [{p.key}]" for p in claim.participants]
    ends = [str(claim.stance.factuality)]
    if claim.attribution:
        told_by = claim.attribution.speaker or _words(account, claim.attribution.source)
        ends.append(f"says {told_by or 'somebody'}")
    return "; ".join([f"{claim.predicate}{sense}", *roles, *ends])
