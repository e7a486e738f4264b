"""Find what the claims of the reports answer: tolls, magnitude, who claimed it, by what means.

An answer is a value for a slot of an event. Answers with the same slot and the same event meet in
one row even when their sentences share no word.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.events.crowds import crowds
from reconcile.events.details import details
from reconcile.events.figures import OTHER_QUAKE, figures
from reconcile.events.means import means
from reconcile.events.responsibility import responsibility
from reconcile.events.revisions import is_earlier
from reconcile.events.tolls import (
    counts_people,
    group_of,
    is_part,
    slot_of,
    toll_quantities,
)
from reconcile.model import (
    Account,
    Answer,
    Attribution,
    Claim,
    EventKind,
    Place,
    Quantity,
    QuantityKind,
    Sentence,
    Span,
)
from reconcile.text.fold import flat


def find_answers(accounts: Sequence[Account]) -> tuple[Answer, ...]:
    """Return the answers of all reports, in order of reports and text."""
    return tuple(answer for account in accounts for answer in _answers(account))


def _answers(account: Account) -> Iterator[Answer]:
    by_sentence: dict[int, list[Claim]] = {}
    for claim in account.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for sentence in account.sentences:
        if sentence.news:
            claims = by_sentence.get(sentence.index, [])
            yield from _tolls(account, sentence, claims)
            yield from _magnitudes(account, sentence, claims)
            yield from _figures(account, sentence, claims)
            yield from _crowds(account, sentence, claims)
            yield from _responsibility(account, sentence, claims)
            yield from _means(account, sentence, claims)
            for detail in details(sentence, claims, flat(account.report.text)):
                yield replace(
                    _answer(
                        account,
                        sentence,
                        claim_at(claims, detail.span),
                        slot=detail.slot,
                        span=detail.span,
                        key=detail.key,
                    ),
                    event=EventKind.MAIN,
                )


def event_key(claim: Claim | None) -> str:
    """Return the event of a claim as a key; equal keys mean one event in every report."""
    if claim is None or claim.event is EventKind.MAIN:
        return EventKind.MAIN
    if (
        claim.begin is not None
        and claim.end is not None
        and claim.event in {EventKind.EARLIER, EventKind.LATER}
    ):
        return f"{claim.event} {claim.begin:%Y-%m}"
    return claim.event


def event_words(event: str) -> str:
    """Say an event's key in words: "an earlier event, March 2019"; "" for the incident itself."""
    kind, _, month = event.partition(" ")
    if event == EventKind.MAIN:
        return ""
    if not month:
        return f"{kind} event"
    year, number = month.split("-")
    when = calendar.month_name[int(number)] + (f" {int(year)}" if int(year) > 1 else "")
    return f"{kind} event, {when}"


def claim_at(claims: Sequence[Claim], span: Span) -> Claim | None:
    """Return the innermost claim of a sentence whose clause holds a span."""
    holding = [c for c in claims if c.span.covers(span)]
    return min(holding, key=lambda c: c.span.end - c.span.start, default=None)


def _tolls(account: Account, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Answer]:
    text = flat(account.report.text)
    for quantity, slot in _with_sums(sentence, text):
        part = is_part(sentence, quantity, text)
        group = group_of(quantity)
        claim = claim_at(claims, quantity.span)
        if claim is not None and claim.attribution is None:
            claim = _put_by(sentence, claim, claims)
        elif claim is not None and not _asserts(sentence, claim):
            claim = replace(claim, attribution=None)
        yield _answer(
            account,
            sentence,
            claim,
            slot=f"toll {slot}",
            span=quantity.span,
            quantity=quantity,
            group=(group or "part") if part else group,
            earlier=is_earlier(sentence, quantity.span, text),
        )


def _asserts(sentence: Sentence, claim: Claim) -> bool:
    """Tell whether a claim states its count, and does not mention it: "families of the two wounded"."""
    token = sentence.parse[claim.token]
    return token.pos == "VERB" and token.dep not in {"amod", "relcl"}


GIVES = frozenset({"put", "give", "report", "confirm", "count", "record", "document", "register"})


_JOINED = re.compile(r"^\s+(?:[\w-]+\s+){1,3}and\s+$")


def _with_sums(sentence: Sentence, text: str) -> Iterator[tuple[Quantity, str]]:
    """Yield the casualty counts of a sentence; of "14 soldiers and two civilians were hurt" the sum."""
    for quantity, slot in toll_quantities(sentence, text):
        other = next(
            (
                q
                for q in sentence.quantities
                if q.span.end < quantity.span.start
                and q.kind is QuantityKind.COUNT
                and q.low == q.high
                and quantity.low == quantity.high
                and q.counted
                and counts_people(q)
                and _joined(sentence, Span(q.span.end, quantity.span.start), text)
                and not slot_of(q.counted)
            ),
            None,
        )
        if other is None:
            yield quantity, slot
        else:
            total = quantity.low + other.low
            span = Span(other.span.start, quantity.span.end)
            yield replace(quantity, span=span, value=total, low=total, high=total, counted=""), slot


def _joined(sentence: Sentence, between: Span, text: str) -> bool:
    """Tell whether two counts are joined by "and" with nothing but a noun between them."""
    verbs = any(t.pos in {"VERB", "AUX"} for t in sentence.parse.within(between))
    return bool(_JOINED.match(between.of(text))) and not verbs


def _put_by(sentence: Sentence, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Return the claim on the word of who gives its figure: "police put the death toll at 16"."""
    for giver in claims:
        if giver.predicate in GIVES and giver.span.covers(sentence.parse[claim.token].span):
            who = next((p for p in giver.participants if p.role == "agent"), None)
            if who is not None and sentence.parse[who.head].pos != "PRON":
                said = Attribution(
                    (who.span,), (sentence.parse[giver.token].span,), (claim.span,), who.key
                )
                return replace(claim, attribution=said)
    return claim


def _answer(
    account: Account,
    sentence: Sentence,
    claim: Claim | None,
    *,
    slot: str,
    span: Span,
    quantity: Quantity | None = None,
    key: str = "",
    group: str = "",
    earlier: bool = False,
) -> Answer:
    """Make an answer of the words at a span, with the claim's event, stance and source."""
    said = claim.attribution if claim else None
    return Answer(
        slot=slot,
        event=event_key(claim),
        where=Place(account.report.id, sentence.index),
        span=span,
        value=account.words(span),
        key=key or (number_key(quantity) if quantity else ""),
        low=quantity.low if quantity else 0.0,
        high=quantity.high if quantity else 0.0,
        bound=quantity.bound if quantity else "exact",
        group=group,
        speaker=said.speaker if said else "",
        said=said.source if said else (),
        earlier=earlier,
        **({"factuality": claim.stance.factuality} if claim else {}),
    )


def number_key(quantity: Quantity) -> str:
    """Return the normalised value of a quantity: "25", "[24,99]", ">=3"."""
    if quantity.low == quantity.high:
        return f"{quantity.low:g}"
    if math.isinf(quantity.high):
        return f">={quantity.low:g}"
    return f"[{quantity.low:g},{quantity.high:g}]"


def _magnitudes(account: Account, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Answer]:
    for quantity in sentence.quantities:
        if quantity.unit == "magnitude":
            claim = claim_at(claims, quantity.span)
            if claim is not None and OTHER_QUAKE.search(claim.span.of(flat(account.report.text))):
                claim = replace(claim, event=EventKind.SIMILAR)
            yield _answer(
                account,
                sentence,
                claim,
                slot="magnitude",
                span=quantity.span,
                quantity=quantity,
            )


def _figures(account: Account, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Answer]:
    """Yield ages, sentences passed and named sums; a person's age is no matter of the event."""
    for figure in figures(sentence, flat(account.report.text)):
        span = figure.quantity.span
        answer = _answer(
            account,
            sentence,
            claim_at(claims, span),
            slot=figure.slot,
            span=span,
            quantity=figure.quantity,
        )
        yield replace(answer, event=EventKind.MAIN) if figure.slot.startswith("age ") else answer


def _crowds(account: Account, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Answer]:
    for crowd in crowds(sentence, account, flat(account.report.text)):
        span = crowd.quantity.span
        claim = claim_at(claims, span)
        yield _answer(account, sentence, claim, slot=crowd.slot, span=span, quantity=crowd.quantity)


def _means(account: Account, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Answer]:
    text = flat(account.report.text)
    for start, end, kind in means(text, sentence.span.start, sentence.span.end):
        span = Span(start, end)
        yield _answer(account, sentence, claim_at(claims, span), slot="means", span=span, key=kind)


def _responsibility(
    account: Account, sentence: Sentence, claims: Sequence[Claim]
) -> Iterator[Answer]:
    if told := responsibility(sentence, flat(account.report.text)):
        span, who = told
        claim = next((c for c in claims if c.span.overlaps(span)), None)
        yield _answer(account, sentence, claim, slot="claimed by", span=span, key=who)
