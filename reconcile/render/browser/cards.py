"""The divergences as cards: every report's words side by side, why they differ, what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Account, Divergence, Evidence, Ground, Reconciliation
from reconcile.render.browser.names import divergence_id
from reconcile.render.browser.quoted import Quote, quote
from reconcile.render.page.evidence import decided, grouped, in_order
from reconcile.render.page.tell import accounts_by_id, cards
from reconcile.render.page.words import visible


@dataclass(frozen=True, slots=True)
class Card:
    """One divergence as it is set, and what the filters ask of it."""

    id: str
    severity: str
    kind: str
    relation: str
    subject: str
    quotes: tuple[Quote, ...]
    reports: tuple[str, ...]
    reason: str
    decided: str
    grounds: tuple[str, ...]
    proof: tuple[Ground, ...]
    fingerprint: str
    gist: str  # "A, B, C: three · D: Four"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What came close to a divergence, and why it is none."""

    kind: str
    subject: str
    quotes: tuple[Quote, ...]
    reason: str
    grounds: tuple[str, ...]


def all_cards(page: Reconciliation) -> tuple[Card, ...]:
    """Return the cards, worst first; what one report tells alone is listed elsewhere."""
    reports = accounts_by_id(page)
    return tuple(_card(divergence, reports) for divergence in cards(page))


def near_misses(page: Reconciliation) -> tuple[NearMiss, ...]:
    """Return what could not be decided, in story order."""
    reports = accounts_by_id(page)
    return tuple(
        NearMiss(
            kind=near.kind,
            subject=visible(near.subject),
            quotes=tuple(quote(e, (), reports) for e in near.evidence),
            reason=visible(near.reason),
            grounds=tuple(visible(ground) for ground in near.grounds),
        )
        for near in page.not_compared
    )


def _card(divergence: Divergence, reports: dict[str, Account]) -> Card:
    finding = divergence.finding
    told = in_order(finding, reports)
    return Card(
        id=divergence_id(divergence),
        severity=divergence.severity,
        kind=finding.kind,
        relation=finding.relation,
        subject=visible(finding.subject),
        quotes=tuple(quote(e, others, reports) for e, others in grouped(told, reports)),
        reports=tuple(dict.fromkeys(visible(e.where.report) for e in told)),
        reason=visible(finding.reason),
        decided=decided(finding),
        grounds=tuple(visible(ground) for ground in finding.grounds),
        proof=tuple(Ground(g.aspect, g.standing, visible(g.words)) for g in finding.proof),
        fingerprint=divergence.fingerprint,
        gist=" · ".join(_gist(told)),
    )


def _gist(told: Sequence[Evidence]) -> Iterator[str]:
    """Yield each value with the reports that give it; many reports are counted, not listed."""
    values: dict[str, tuple[str, dict[str, None]]] = {}
    for e in told:
        values.setdefault(e.key, (visible(e.value), {}))[1][visible(e.where.report)] = None
    for value, letters in values.values():
        whom = (
            ", ".join(sorted(letters, key=_by_letter))
            if len(letters) <= 6
            else f"{len(letters)} reports"
        )
        yield f"{whom}: {value}"


def _by_letter(letter: str) -> tuple[int, str]:
    """Order A … Z before AA."""
    return len(letter), letter
