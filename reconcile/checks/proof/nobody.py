"""Find an arrest that one report tells where another says that nobody was arrested."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.proof.evidence import evidence, one_each, reports, who
from reconcile.model import (
    Account,
    Comparison,
    EventKind,
    Evidence,
    Factuality,
    Finding,
    Place,
    Relation,
    Span,
)

# At large, sought, not caught: nobody has been taken for it.
_FREE = re.compile(
    r"\bno (?:arrests?|suspects?)\b[^.;]{0,25}\b(?:made|arrested|detained|held|in custody)\b"
    r"|\bno arrests\b|\b(?:no one|nobody|no-one)\b[^.;]{0,15}\b(?:arrested|detained|in custody)\b"
    r"|\b(?:suspects?|gunm[ae]n|shooters?|attackers?|killers?|bombers?|robbers?|assailants?|thie(?:f|ves))\b[^.;]{0,20}"
    r"\b(?:at large|on the run|on the loose|being sought|still sought)\b|\bsuspects? sought\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|killers?|bombers?|robbers?|assailants?)\b[^.;]{0,15}"
    r"\b(?:(?:is|are|was|were|now) in custody|in custody)\b",
    re.IGNORECASE,
)
HOLD = frozenset({"arrest", "detain", "apprehend", "capture"})


def caught_or_free(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding where some reports tell an arrest for the incident and some that there is none."""
    free = [e for a in comparison.accounts for e in _said(comparison, a, _FREE, "no")]
    held = [e for a in comparison.accounts for e in _held(comparison, a)] if free else []
    without, taken = reports(free) - reports(held), reports(held) - reports(free)
    if not without or not taken:
        return
    items = [e for e in (*free, *held) if e.where.report in without | taken]
    yield Finding(
        kind="polarity",
        relation=Relation.CONFLICT,
        subject="whether anybody was arrested",
        reason=f"{who(taken, 'tells', 'tell')} of an arrest; {who(without, 'says', 'say')} that there was none.",
        evidence=one_each(comparison, items),
        slot="polarity arrest",
        grounds=("same event",),
        confidence=0.7,
    )


def _said(
    comparison: Comparison, account: Account, pattern: re.Pattern[str], value: str
) -> Iterator[Evidence]:
    """Yield the sentences that say in set words that somebody is held, or that nobody is."""
    for sentence in account.sentences:
        found = pattern.search(account.words(sentence.span)) if sentence.news else None
        if found:
            start = sentence.span.start
            span = Span(start + found.start(), start + found.end())
            where = Place(account.report.id, sentence.index)
            yield evidence(comparison, where, value, value, span)


def _held(comparison: Comparison, account: Account) -> Iterator[Evidence]:
    """Yield the arrests of this incident: told as done, with somebody who was arrested."""
    for claim in account.claims:
        sentence = account.sentences[claim.sentence]
        done = claim.stance.factuality is Factuality.CERTAIN and not claim.stance.future
        if (
            sentence.news
            and done
            and claim.predicate in HOLD
            and claim.event is EventKind.MAIN
            and any(p.role == "patient" for p in claim.participants)
        ):
            where = Place(account.report.id, claim.sentence)
            yield evidence(comparison, where, "yes", "yes", sentence.parse[claim.token].span)
    yield from _said(comparison, account, _HELD, "yes")
